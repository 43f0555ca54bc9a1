import { widenBounds } from "../geo/bounds.js";
import { type MetersPerDegree, metersPerDegree } from "../geo/distance.js";
import type { EdgeIndex } from "../network/edge-index.js";
import type { Degrees, Meters, Seconds } from "../units.js";
import type { Grid } from "./grid.js";
import { timeOnEdge, type WalkedEdge } from "./walked-edges.js";

/** For every corner of a grid. */
export interface NearestStreets {
  /** To the nearest street; `Infinity` = none within reach. */
  readonly meters: Float64Array;
  /** Time at the nearest point of that street; `Infinity` = it is not reached. */
  readonly seconds: Float64Array;
}

/** Most corners have a street as near as this. */
const USUAL_CELLS = 2;
/** Degrees of longitude shrink toward the poles: a box around an edge is drawn this much too large. */
const SLACK = 1.05;

/**
 * Finds the nearest street of every corner of a grid, reached or not, edge by edge: fragments only where there is
 * nothing else, as for any place. Of streets equally near, the one reached earlier.
 */
export function findNearestStreets(
  grid: Grid,
  index: EdgeIndex,
  walked: ReadonlyMap<number, WalkedEdge>,
  { cellMeters, maxMeters }: { readonly cellMeters: Meters; readonly maxMeters: Meters },
): NearestStreets {
  const { firstColumn, firstRow, columnCount, rowCount, lonStep, latStep } = grid;
  const box = {
    west: firstColumn * lonStep,
    south: firstRow * latStep,
    east: (firstColumn + columnCount) * lonStep,
    north: (firstRow + rowCount) * latStep,
  };
  const { west, south, east, north } = widenBounds(box, maxMeters);
  const edges = index.edgesIn(west, south, east, north);
  const scales = Array.from({ length: rowCount }, (_, row) => metersPerDegree((firstRow + row) * latStep));
  const connected = new Raster(grid, scales, index, walked);
  const near = Math.min(maxMeters, USUAL_CELLS * cellMeters);
  const usual = edges.filter((edge) => !index.isFragment(edge));
  for (const edge of usual) connected.add(edge, near, 0);
  // what is settled is passed over
  if (near < maxMeters) for (const edge of usual) connected.add(edge, maxMeters, near);
  if (usual.length < edges.length) {
    const fragments = new Raster(grid, scales, index, walked);
    for (const edge of edges) if (index.isFragment(edge)) fragments.add(edge, maxMeters, 0);
    connected.fillGapsFrom(fragments);
  }
  const { squared, seconds } = connected;
  return { meters: squared.map((value) => Math.sqrt(value)), seconds };
}

/** The nearest edges so far. */
class Raster {
  /** Squared metres to the nearest edge. */
  readonly squared: Float64Array;
  readonly seconds: Float64Array;
  readonly #grid: Grid;
  readonly #scales: readonly MetersPerDegree[];
  readonly #index: EdgeIndex;
  readonly #walked: ReadonlyMap<number, WalkedEdge>;

  constructor(
    grid: Grid,
    scales: readonly MetersPerDegree[],
    index: EdgeIndex,
    walked: ReadonlyMap<number, WalkedEdge>,
  ) {
    this.#grid = grid;
    this.#scales = scales;
    this.#index = index;
    this.#walked = walked;
    this.squared = new Float64Array(grid.columnCount * grid.rowCount).fill(Infinity);
    this.seconds = new Float64Array(grid.columnCount * grid.rowCount).fill(Infinity);
  }

  /** Takes an edge into account within `maxMeters`, at the corners that have nothing within `settledMeters`. */
  add(edge: number, maxMeters: Meters, settledMeters: Meters): void {
    const { firstColumn, firstRow, columnCount, rowCount, lonStep, latStep } = this.#grid;
    const [a, b] = this.#index.ends(edge);
    const isEastward = a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
    const [[westLon, westLat], [eastLon, eastLat]] = isEastward ? [a, b] : [b, a];
    const middle = this.#scales[rowCount >> 1] as MetersPerDegree;
    const rowReach = (SLACK * maxMeters) / middle.lat;
    const columnReach = (SLACK * maxMeters) / middle.lon;
    const first = clamp(Math.ceil((westLon - columnReach) / lonStep) - firstColumn, columnCount);
    const last = clamp(Math.floor((eastLon + columnReach) / lonStep) - firstColumn, columnCount);
    const south = clamp(Math.ceil((Math.min(westLat, eastLat) - rowReach) / latStep) - firstRow, rowCount);
    const north = clamp(Math.floor((Math.max(westLat, eastLat) + rowReach) / latStep) - firstRow, rowCount);
    const settled = settledMeters * settledMeters;
    for (let row = south; row <= north; row++) {
      const scale = this.#scales[row] as MetersPerDegree;
      const dx = (eastLon - westLon) * scale.lon;
      const dy = (eastLat - westLat) * scale.lat;
      const y = ((firstRow + row) * latStep - westLat) * scale.lat;
      const lengthSquared = dx * dx + dy * dy;
      for (let column = first; column <= last; column++) {
        const corner = row * columnCount + column;
        const best = this.squared[corner] as number;
        if (best <= settled) continue;
        const x = ((firstColumn + column) * lonStep - westLon) * scale.lon;
        const along = lengthSquared === 0 ? 0 : (x * dx + y * dy) / lengthSquared;
        const fraction = along <= 0 ? 0 : along >= 1 ? 1 : along;
        const offX = x - fraction * dx;
        const offY = y - fraction * dy;
        const squared = offX * offX + offY * offY;
        if (squared > best || squared > maxMeters * maxMeters) continue;
        const time = this.#timeAt(edge, fraction);
        if (squared === best && time >= (this.seconds[corner] as number)) continue;
        this.squared[corner] = squared;
        this.seconds[corner] = time;
      }
    }
  }

  fillGapsFrom(other: Raster): void {
    for (let corner = 0; corner < this.squared.length; corner++) {
      if (this.squared[corner] !== Infinity) continue;
      this.squared[corner] = other.squared[corner];
      this.seconds[corner] = other.seconds[corner];
    }
  }

  #timeAt(edge: number, fraction: number): Seconds {
    const walkedEdge = this.#walked.get(edge);
    return walkedEdge === undefined ? Infinity : timeOnEdge(walkedEdge, fraction);
  }
}

function clamp(value: Degrees, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
