import type { Degrees, Meters } from "../base/units.js";
import { type MetersPerDegree, metersPerDegree } from "../geo/distance.js";
import type { Lattice } from "./lattice.js";
import { compareEdges, type LocalStreets } from "./local-streets.js";
import { type NearestTile, TILE_SIZE, type Twin } from "./nearest-tile.js";

/** Degrees of longitude shrink toward the poles: a box around an edge is drawn this much too large. */
const SLACK = 1.05;
const CORNER_COUNT = TILE_SIZE * TILE_SIZE;

/** Tells whether something stands between a corner and a point of an edge. */
type IsHidden = (lon: Degrees, lat: Degrees, toLon: Degrees, toLat: Degrees) => boolean;

/** Finds the nearest edge of every corner of a tile, edge by edge; used for one tile after another. */
export class TileRaster {
  readonly #lattice: Lattice;
  readonly #streets: LocalStreets;
  /** Squared metres to the nearest edge so far. */
  readonly #squared = new Float64Array(CORNER_COUNT);
  readonly #edge = new Int32Array(CORNER_COUNT);
  readonly #fraction = new Float32Array(CORNER_COUNT);
  readonly #isSettled = new Uint8Array(CORNER_COUNT);
  /** Of each row: the columns between which corners are not settled yet. */
  readonly #firstGap = new Int32Array(TILE_SIZE);
  readonly #lastGap = new Int32Array(TILE_SIZE);
  #twins: Twin[] = [];
  #isHidden: IsHidden | null = null;
  #firstColumn = 0;
  #firstRow = 0;
  #scales: readonly MetersPerDegree[] = [];

  constructor(lattice: Lattice, streets: LocalStreets) {
    this.#lattice = lattice;
    this.#streets = streets;
  }

  /** Begins anew, with the tile whose first corner this is. */
  reset(firstColumn: number, firstRow: number): void {
    this.#firstColumn = firstColumn;
    this.#firstRow = firstRow;
    this.#squared.fill(Infinity);
    this.#isSettled.fill(0);
    this.#firstGap.fill(0);
    this.#lastGap.fill(TILE_SIZE - 1);
    this.#twins = [];
    this.#isHidden = null;
    const latitudeOf = (row: number) => (firstRow + row) * this.#lattice.latStep;
    this.#scales = Array.from({ length: TILE_SIZE }, (_, row) => metersPerDegree(latitudeOf(row)));
  }

  /** Settles the corners that have an edge; tells whether others remain. */
  settle(): boolean {
    let hasGaps = false;
    for (let row = 0; row < TILE_SIZE; row++) {
      let first = TILE_SIZE;
      let last = -1;
      for (let column = 0; column < TILE_SIZE; column++) {
        const corner = row * TILE_SIZE + column;
        if (this.#squared[corner] < Infinity) this.#isSettled[corner] = 1;
        else {
          first = Math.min(first, column);
          last = column;
        }
      }
      this.#firstGap[row] = first;
      this.#lastGap[row] = last;
      hasGaps ||= last >= 0;
    }
    return hasGaps;
  }

  /** Takes the edges away from corners from which they are hidden; those that are added from now on are asked, too. */
  hide(isHidden: IsHidden): void {
    this.#isHidden = isHidden;
    for (let corner = 0; corner < CORNER_COUNT; corner++) {
      if (this.#squared[corner] === Infinity || !this.#hides(this.#edge[corner], corner, this.#fraction[corner]))
        continue;
      this.#squared[corner] = Infinity;
      this.#isSettled[corner] = 0;
    }
  }

  /** Takes an edge into account within `maxMeters`, at the corners that are not settled. */
  add(edge: number, maxMeters: Meters): void {
    const { lonStep, latStep } = this.#lattice;
    const { nodeLon, nodeLat, west, east } = this.#streets;
    const westLon = nodeLon[west[edge]];
    const westLat = nodeLat[west[edge]];
    const eastLon = nodeLon[east[edge]];
    const eastLat = nodeLat[east[edge]];
    const middle = this.#scales[TILE_SIZE >> 1] as MetersPerDegree;
    const rowReach = (SLACK * maxMeters) / middle.lat;
    const columnReach = (SLACK * maxMeters) / middle.lon;
    const first = Math.max(0, Math.ceil((westLon - columnReach) / lonStep) - this.#firstColumn);
    const last = Math.min(TILE_SIZE - 1, Math.floor((eastLon + columnReach) / lonStep) - this.#firstColumn);
    const south = Math.max(0, Math.ceil((Math.min(westLat, eastLat) - rowReach) / latStep) - this.#firstRow);
    const north = Math.min(
      TILE_SIZE - 1,
      Math.floor((Math.max(westLat, eastLat) + rowReach) / latStep) - this.#firstRow,
    );
    const limit = maxMeters * maxMeters;
    for (let row = south; row <= north; row++) {
      const scale = this.#scales[row] as MetersPerDegree;
      const dx = (eastLon - westLon) * scale.lon;
      const dy = (eastLat - westLat) * scale.lat;
      const y = ((this.#firstRow + row) * latStep - westLat) * scale.lat;
      const perLengthSquared = dx === 0 && dy === 0 ? 0 : 1 / (dx * dx + dy * dy);
      const end = Math.min(last, this.#lastGap[row]);
      for (let column = Math.max(first, this.#firstGap[row]); column <= end; column++) {
        const corner = row * TILE_SIZE + column;
        if (this.#isSettled[corner] === 1) continue;
        const x = ((this.#firstColumn + column) * lonStep - westLon) * scale.lon;
        const along = (x * dx + y * dy) * perLengthSquared;
        const fraction = along <= 0 ? 0 : along >= 1 ? 1 : along;
        const offX = x - fraction * dx;
        const offY = y - fraction * dy;
        const squared = offX * offX + offY * offY;
        if (squared > this.#squared[corner] || squared > limit) continue;
        if (this.#hides(edge, corner, fraction)) continue;
        if (squared === this.#squared[corner] && !this.#winsTie(edge, corner, fraction)) continue;
        this.#squared[corner] = squared;
        this.#edge[corner] = edge;
        this.#fraction[corner] = fraction;
      }
    }
  }

  /** Gives what was found, as arrays of its own. */
  toTile(): NearestTile {
    const { edge, order, firstCorner } = this.#groupByEdge();
    // a twin of an edge that was not the nearest after all is of no use
    const twins = this.#twins.filter((twin) => compareEdges(this.#streets, twin.edge, this.#edge[twin.corner]) === 0);
    return {
      edge,
      firstCorner,
      corner: order,
      fraction: Float32Array.from(order, (corner) => this.#fraction[corner]),
      meters: Float32Array.from(this.#squared, Math.sqrt),
      twins,
    };
  }

  #hides(edge: number, corner: number, fraction: number): boolean {
    if (this.#isHidden === null) return false;
    const { lonStep, latStep } = this.#lattice;
    const { nodeLon, nodeLat, west, east } = this.#streets;
    const [from, to] = [west[edge], east[edge]];
    const lon = (this.#firstColumn + (corner % TILE_SIZE)) * lonStep;
    const lat = (this.#firstRow + Math.floor(corner / TILE_SIZE)) * latStep;
    const toLon = nodeLon[from] + fraction * (nodeLon[to] - nodeLon[from]);
    const toLat = nodeLat[from] + fraction * (nodeLat[to] - nodeLat[from]);
    return this.#isHidden(lon, lat, toLon, toLat);
  }

  #groupByEdge(): { edge: Uint32Array; order: Uint16Array; firstCorner: Uint32Array } {
    const cornersOf = new Map<number, number[]>();
    for (let corner = 0; corner < this.#squared.length; corner++) {
      if (this.#squared[corner] === Infinity) continue;
      const known = cornersOf.get(this.#edge[corner]);
      if (known === undefined) cornersOf.set(this.#edge[corner], [corner]);
      else known.push(corner);
    }
    const groups = [...cornersOf.values()];
    const firstCorner = new Uint32Array(groups.length + 1);
    groups.forEach(({ length }, i) => {
      firstCorner[i + 1] = firstCorner[i] + length;
    });
    return { edge: Uint32Array.from(cornersOf.keys()), order: Uint16Array.from(groups.flat()), firstCorner };
  }

  /** Decides by place, never by number; of two edges in one place both count. */
  #winsTie(edge: number, corner: number, fraction: number): boolean {
    const order = compareEdges(this.#streets, edge, this.#edge[corner]);
    if (order === 0) this.#twins.push({ corner, edge, fraction });
    return order < 0;
  }
}
