import FlatQueue from "flatqueue";
import { doubled } from "../base/number-column.js";
import type { Degrees, Meters } from "../base/units.js";
import { distanceMeters, metersPerDegree } from "../geo/distance.js";
import { partNearestTo, pointAlong } from "../geo/segments.js";
import { Candidate } from "./candidate.js";
import type { EdgeGrid } from "./edge-grid.js";
import { WaterView } from "./water-view.js";
import type { Waters } from "./waters.js";

/** A small island (and a track for few) is avoided where a larger one is no more than this farther. */
export const SMALL_DETOUR_METERS: Meters = 100;

/** What the plane may be off by, at most, where it is used: within a few kilometres and up to 89°. */
const MOST_TOLERANCE = 1.02;
/** A hair, for rounding. */
const LEAST_TOLERANCE = 1 + 1e-6;

/**
 * Finds the nearest edges of places in a grid: one place after the other, with one workspace.
 *
 * A city has a hundred thousand places: nothing is allocated for one. The answer is in the public fields until the next call.
 */
export class NearestEdge {
  /** -1 = none within reach. The other fields then mean nothing. */
  edge = -1;
  fraction = 0;
  accessMeters: Meters = 0;
  movedOffFragment = false;
  /** Whether something is within reach, but only across water. */
  isAcrossWater = false;

  readonly #grid: EdgeGrid;
  /** Per edge: 0 = of a large island, 1 = of a small one or a track for few, 2 = of a fragment. */
  readonly #standings: Uint8Array;
  readonly #water: WaterView | null;
  /** The place, metres per degree there, and by what distances in the plane may be off. */
  #lon: Degrees = 0;
  #lat: Degrees = 0;
  #lonScale: Meters = 0;
  #latScale: Meters = 0;
  #tolerance = 1;
  #maxMeters: Meters = 0;
  /** The nearest edges so far: of large islands, of small ones, and of fragments. */
  readonly #nearest = [new Candidate(), new Candidate(), new Candidate()] as const;
  /** What one square of cells holds within reach: entries, and their squared distances in the plane. */
  #nearEntry = new Uint32Array(64);
  #nearSquared = new Float64Array(64);
  #nearCount = 0;
  /** Whether water is looked at: only where it lies before what is nearest. */
  #isWary = false;
  /** Then they wait here, the nearest first: nothing is settled by how near it is. */
  readonly #waiting = new FlatQueue<number>();
  /** Nothing farther than this can be the answer. */
  #leastSquared = Infinity;

  /**
   * @param standings per edge: 0 = of a large island, 1 = of a small one or a track for few, 2 = of a fragment
   * @param water nobody walks across it; `null` = there is none
   */
  constructor(grid: EdgeGrid, standings: Uint8Array, water: Waters | null) {
    this.#grid = grid;
    this.#standings = standings;
    this.#water = water && new WaterView(water);
  }

  /**
   * Finds the nearest edge to which no water is in the way: of a large island, or of a small one that is clearly nearer; a fragment only
   * where nothing else is within reach.
   *
   * Exact: every edge within `maxMeters` is considered by its distance on the ellipsoid. Ties go to the smaller
   * longitude of the foot, then latitude, then edge.
   *
   * @returns the edge, -1 = none
   */
  find(lon: Degrees, lat: Degrees, maxMeters: Meters): number {
    this.#setPlace(lon, lat, maxMeters);
    this.#search();
    if (this.edge < 0 || this.#water === null || !this.#isHidden(this.#water)) return this.edge;
    for (const candidate of this.#nearest) candidate.edge = -1;
    this.#isWary = true;
    this.isAcrossWater = this.#search() < 0;
    return this.edge;
  }

  #search(): number {
    const [lon, lat] = [this.#lon, this.#lat];
    const { west, south, lonStep, latStep, columnCount, rowCount } = this.#grid;
    const column = Math.floor((lon - west) / lonStep);
    const row = Math.floor((lat - south) / latStep);
    // squares of cells around the place, until nothing outside the last one can be nearer
    for (let ring = 0; ; ring++) {
      this.#lookAround(column, row, ring);
      const settled = Math.min(
        (west + (column + 1 + ring) * lonStep - lon) * this.#lonScale,
        (lon - west - (column - ring) * lonStep) * this.#lonScale,
        (south + (row + 1 + ring) * latStep - lat) * this.#latScale,
        (lat - south - (row - ring) * latStep) * this.#latScale,
      );
      const isAllSeen =
        column - ring <= 0 && column + ring >= columnCount - 1 && row - ring <= 0 && row + ring >= rowCount - 1;
      if (isAllSeen || this.#tolerance * this.#reach() < settled) return this.#answer();
    }
  }

  /** Whether water lies before the answer, or before what is nearer and was avoided. */
  #isHidden(water: WaterView): boolean {
    const chosen = this.#nearest.find(({ edge }) => edge === this.edge) as Candidate;
    const nearer = this.#nearest.filter((each) => each.edge >= 0 && each.isBefore(chosen));
    return [chosen, ...nearer].some(({ edge, lon, lat }) => water.hides(edge, lon, lat));
  }

  #setPlace(lon: Degrees, lat: Degrees, maxMeters: Meters): void {
    const scale = metersPerDegree(lat);
    this.#lon = lon;
    this.#lat = lat;
    this.#lonScale = scale.lon;
    this.#latScale = scale.lat;
    this.#maxMeters = maxMeters;
    // a degree of longitude shrinks by its tangent over the way north; twice that, for what it is compared with
    const shrinking = (2 * maxMeters) / (57 * scale.lon);
    this.#tolerance = Math.min(MOST_TOLERANCE, LEAST_TOLERANCE + shrinking);
    for (const candidate of this.#nearest) candidate.edge = -1;
    this.isAcrossWater = false;
    this.#isWary = false;
    this.#water?.lookFrom(lon, lat, maxMeters, scale.lon, scale.lat);
  }

  /** Nothing farther is looked at. */
  #reach(): Meters {
    const [large, small] = this.#nearest;
    if (large.edge >= 0) return large.meters;
    return small.edge < 0 ? this.#maxMeters : Math.min(this.#maxMeters, small.meters + SMALL_DETOUR_METERS);
  }

  #answer(): number {
    const [large, small, fragment] = this.#nearest;
    const isSmallNearer = small.edge >= 0 && !(large.edge >= 0 && large.meters <= small.meters + SMALL_DETOUR_METERS);
    const chosen = isSmallNearer ? small : large.edge >= 0 ? large : fragment;
    this.edge = chosen.edge;
    this.fraction = chosen.fraction;
    this.accessMeters = chosen.meters;
    this.movedOffFragment = this.#nearest.some(
      (other) => other.edge >= 0 && other !== chosen && other.isBefore(chosen),
    );
    return chosen.edge;
  }

  /** Looks at the cells on the border of the square of `2 * ring + 1` cells around a cell. */
  #lookAround(column: number, row: number, ring: number): void {
    const { columnCount, rowCount } = this.#grid;
    const firstColumn = Math.max(0, column - ring);
    const lastColumn = Math.min(columnCount - 1, column + ring);
    const lastRow = Math.min(rowCount - 1, row + ring);
    this.#nearCount = 0;
    const reach = this.#reach();
    this.#leastSquared = reach * reach;
    for (let y = Math.max(0, row - ring); y <= lastRow; y++) {
      const isSide = y === row - ring || y === row + ring;
      const step = isSide ? 1 : Math.max(1, 2 * ring);
      for (let x = isSide ? firstColumn : column - ring; x <= lastColumn; x += step)
        if (x >= 0) this.#gather(y * columnCount + x);
    }
    if (this.#isWary) this.#settleWaiting();
    const bound = this.#tolerance * this.#tolerance * this.#leastSquared;
    for (let i = 0; i < this.#nearCount; i++) if (this.#nearSquared[i] <= bound) this.#settle(this.#nearEntry[i]);
  }

  #settleWaiting(): void {
    for (let next = this.#waiting.peekValue(); next !== undefined; next = this.#waiting.peekValue()) {
      const reach = this.#tolerance * this.#reach();
      if (next > reach * reach) break;
      this.#settle(this.#waiting.pop() as number);
    }
    this.#waiting.clear();
  }

  /** Gathers the edges of a cell that may be the nearest, seen in the plane that touches the ellipsoid at the place. */
  #gather(cell: number): void {
    const { firstEntry, entryEdge, entryEnds } = this.#grid;
    const lon = this.#lon;
    const lat = this.#lat;
    const lonScale = this.#lonScale;
    const latScale = this.#latScale;
    const slack = this.#tolerance * this.#tolerance;
    let leastSquared = this.#leastSquared;
    const end = firstEntry[cell + 1];
    for (let entry = firstEntry[cell]; entry < end; entry++) {
      const at = 4 * entry;
      const x = (entryEnds[at] - lon) * lonScale;
      const y = (entryEnds[at + 1] - lat) * latScale;
      const dx = (entryEnds[at + 2] - entryEnds[at]) * lonScale;
      const dy = (entryEnds[at + 3] - entryEnds[at + 1]) * latScale;
      const lengthSquared = dx * dx + dy * dy;
      const along = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / lengthSquared));
      const footX = x + along * dx;
      const footY = y + along * dy;
      const squared = footX * footX + footY * footY;
      if (squared > slack * leastSquared) continue;
      if (this.#isWary) {
        this.#waiting.push(entry, squared);
        continue;
      }
      if (this.#nearCount === this.#nearEntry.length) this.#growNear();
      this.#nearEntry[this.#nearCount] = entry;
      this.#nearSquared[this.#nearCount++] = squared;
      if (squared >= leastSquared) continue;
      const standing = this.#standings[entryEdge[entry]];
      if (standing === 0) leastSquared = squared;
      else if (standing === 1) {
        const farthest = Math.sqrt(squared) + SMALL_DETOUR_METERS;
        leastSquared = Math.min(leastSquared, farthest * farthest);
      }
    }
    this.#leastSquared = leastSquared;
  }

  /** Measures an edge exactly, as `closestPointOnSegment` does, and keeps it if it is nearer. */
  #settle(entry: number): void {
    const { entryEnds, entryEdge } = this.#grid;
    const at = 4 * entry;
    const isEastward =
      entryEnds[at] < entryEnds[at + 2] ||
      (entryEnds[at] === entryEnds[at + 2] && entryEnds[at + 1] <= entryEnds[at + 3]);
    const from = isEastward ? at : at + 2;
    const to = isEastward ? at + 2 : at;
    const fromLon = entryEnds[from];
    const fromLat = entryEnds[from + 1];
    const toLon = entryEnds[to];
    const toLat = entryEnds[to + 1];
    const lon = this.#lon;
    const lat = this.#lat;
    const part = partNearestTo(lon, lat, fromLon, fromLat, toLon, toLat, this.#lonScale, this.#latScale);
    const footLon = pointAlong(fromLon, toLon, part);
    const footLat = pointAlong(fromLat, toLat, part);
    const edge = entryEdge[entry];
    if (this.#isWary && this.#water?.hides(edge, footLon, footLat)) return;
    const meters = distanceMeters(lon, lat, footLon, footLat);
    if (meters > this.#maxMeters) return;
    const fraction = isEastward ? part : 1 - part;
    this.#nearest[this.#standings[edge]]?.offer(edge, fraction, footLon, footLat, meters);
  }

  #growNear(): void {
    const [entries, squared] = [this.#nearEntry, this.#nearSquared];
    this.#nearEntry = new Uint32Array(2 * entries.length);
    this.#nearEntry.set(entries);
    this.#nearSquared = doubled(squared);
  }
}
