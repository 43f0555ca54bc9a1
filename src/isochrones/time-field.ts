import { metersPerDegree } from "../geo/distance.js";
import type { EdgeIndex } from "../network/edge-index.js";
import type { Degrees, Meters, MetersPerSecond, Seconds } from "../units.js";
import type { ReachedPart } from "./reached-parts.js";

/** Times at the corners of a grid of square cells. */
export interface TimeField {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Row by row from the south, each from the west; `Infinity` = not reached. */
  readonly seconds: Float64Array;
  /** Longitude of a column and latitude of a row; columns and rows may be fractions. */
  readonly lonOf: (column: number) => Degrees;
  readonly latOf: (row: number) => Degrees;
}

export interface TimeFieldOptions {
  readonly cellMeters: Meters;
  readonly offStreetMetersPerSecond: MetersPerSecond;
  /** How far from a street places are still drawn. */
  readonly offStreetMeters: Meters;
  /** Times beyond this are not looked for. */
  readonly limitSeconds: Seconds;
  /** Latitude whose degree of longitude shapes the cells: of the start, whatever is reached from it. */
  readonly latitude: Degrees;
}

/**
 * Lays the reached parts on a grid: the time at a corner is the time at the nearest point of the nearest street, and the
 * walk from there.
 *
 * The nearest of *all* streets: where an unreached street is nearer, nothing is reached, so the field ends half-way to
 * it and never jumps a river between two streets. A cell that a reached part runs through is reached at all its corners,
 * so that what is drawn holds every reached part. The grid is fixed to the Earth: it does not depend on what is reached.
 */
export function buildTimeField(index: EdgeIndex, parts: readonly ReachedPart[], options: TimeFieldOptions): TimeField {
  const { cellMeters, offStreetMeters, offStreetMetersPerSecond, limitSeconds } = options;
  const grid = layGrid(index, parts, options);
  const { columnCount, rowCount, lonOf, latOf } = grid;
  const timeOf = timesByEdge(parts);
  const seconds = new Float64Array(columnCount * rowCount).fill(Infinity);
  const candidates = cornersNear(grid, index, parts, Math.ceil(offStreetMeters / cellMeters) + 1);
  for (let corner = 0; corner < seconds.length; corner++) {
    if (candidates[corner] === 0) continue;
    const column = corner % columnCount;
    const attachment = index.nearest(lonOf(column), latOf((corner - column) / columnCount), offStreetMeters);
    if (attachment === null) continue;
    const time = timeOf(attachment.edge, attachment.fraction) + attachment.accessMeters / offStreetMetersPerSecond;
    if (time <= limitSeconds) seconds[corner] = time;
  }
  forEachCrossedCell(grid, index, parts, (cell, time) => {
    for (const corner of [cell, cell + 1, cell + columnCount, cell + columnCount + 1])
      if (time < seconds[corner]) seconds[corner] = time;
  });
  return { columnCount, rowCount, seconds, lonOf, latOf };
}

interface Grid extends Omit<TimeField, "seconds"> {
  readonly columnOf: (lon: Degrees) => number;
  readonly rowOf: (lat: Degrees) => number;
}

function layGrid(
  index: EdgeIndex,
  parts: readonly ReachedPart[],
  { cellMeters, offStreetMeters, latitude }: TimeFieldOptions,
): Grid {
  const latStep = cellMeters / metersPerDegree(45).lat;
  const lonStep = cellMeters / metersPerDegree(latitude).lon;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (const [lon, lat] of endsOf(index, part)) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  const margin = Math.ceil(offStreetMeters / cellMeters) + 2;
  const firstColumn = Math.floor(west / lonStep) - margin;
  const firstRow = Math.floor(south / latStep) - margin;
  return {
    columnCount: Math.ceil(east / lonStep) + margin - firstColumn + 1,
    rowCount: Math.ceil(north / latStep) + margin - firstRow + 1,
    lonOf: (column) => (firstColumn + column) * lonStep,
    latOf: (row) => (firstRow + row) * latStep,
    columnOf: (lon) => lon / lonStep - firstColumn,
    rowOf: (lat) => lat / latStep - firstRow,
  };
}

/** Corners so near to a reached part that they may be reached off the street. */
function cornersNear(grid: Grid, index: EdgeIndex, parts: readonly ReachedPart[], ring: number): Uint8Array {
  const { columnCount, rowCount } = grid;
  const near = new Uint8Array(columnCount * rowCount);
  const seen = new Set<number>();
  forEachCrossedCell(grid, index, parts, (cell) => {
    if (seen.has(cell)) return;
    seen.add(cell);
    const column = cell % columnCount;
    const row = (cell - column) / columnCount;
    const [first, last] = [Math.max(0, column - ring), Math.min(columnCount - 1, column + 1 + ring)];
    for (let r = Math.max(0, row - ring); r <= Math.min(rowCount - 1, row + 1 + ring); r++)
      near.fill(1, r * columnCount + first, r * columnCount + last + 1);
  });
  return near;
}

/** Visits the cells that parts run through, with the earliest time in each. A cell is numbered by its south-west corner. */
function forEachCrossedCell(
  grid: Grid,
  index: EdgeIndex,
  parts: readonly ReachedPart[],
  visit: (cell: number, seconds: Seconds) => void,
): void {
  for (const part of parts) {
    const [start, end] = endsOf(index, part);
    const [x, y] = [grid.columnOf(start[0]), grid.rowOf(start[1])];
    const [dx, dy] = [grid.columnOf(end[0]) - x, grid.rowOf(end[1]) - y];
    // where the part crosses grid lines, as shares of its length
    const cuts = [0, ...crossingsOf(x, dx), ...crossingsOf(y, dy), 1].sort((a, b) => a - b);
    for (let i = 1; i < cuts.length; i++) {
      const from = cuts[i - 1] as number;
      const middle = (from + (cuts[i] as number)) / 2;
      const cell = Math.floor(y + middle * dy) * grid.columnCount + Math.floor(x + middle * dx);
      visit(cell, part.startSeconds + from * (part.endSeconds - part.startSeconds));
    }
  }
}

function crossingsOf(start: number, change: number): number[] {
  const crossings: number[] = [];
  const [low, high] = change < 0 ? [start + change, start] : [start, start + change];
  for (let line = Math.ceil(low); line < high; line++) if (line > low) crossings.push((line - start) / change);
  return crossings;
}

function endsOf(
  index: EdgeIndex,
  { edge, startFraction, endFraction }: ReachedPart,
): readonly (readonly [Degrees, Degrees])[] {
  const [[aLon, aLat], [bLon, bLat]] = index.ends(edge);
  return [startFraction, endFraction].map(
    (share) => [aLon + share * (bLon - aLon), aLat + share * (bLat - aLat)] as const,
  );
}

/** Gives the time at a point of an edge; `Infinity` = not reached. */
function timesByEdge(parts: readonly ReachedPart[]): (edge: number, fraction: number) => Seconds {
  const partsOf = new Map<number, ReachedPart[]>();
  for (const part of parts) {
    const known = partsOf.get(part.edge);
    if (known === undefined) partsOf.set(part.edge, [part]);
    else known.push(part);
  }
  return (edge, fraction) => {
    let earliest = Infinity;
    for (const { startFraction, endFraction, startSeconds, endSeconds } of partsOf.get(edge) ?? []) {
      const share = startFraction === endFraction ? 0 : (fraction - startFraction) / (endFraction - startFraction);
      // a place at the very end of a part may lie beyond it by a rounding
      if (share >= -1e-9 && share <= 1 + 1e-9)
        earliest = Math.min(earliest, startSeconds + share * (endSeconds - startSeconds));
    }
    return earliest;
  };
}
