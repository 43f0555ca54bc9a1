import type { Seconds } from "../units.js";
import type { Lattice } from "./lattice.js";
import type { Runs } from "./runs.js";
import type { StreetLines } from "./street-lines.js";
import type { TimeField } from "./time-field.js";

/**
 * Lends the times of the streets to the corners of the cells that they run through: so that an outline that is drawn
 * from these times alone holds every reached part, up to the point where it ends.
 *
 * A corner gets the time of the street at the point square to it (straight on, where the street ends or turns in the
 * cell): lines of equal time then run square to the street. The least of all streets in its four cells counts.
 *
 * @param earlierSeconds so much earlier, that no rounding leaves a part outside
 */
export function lendTimes(
  { window, lentSeconds }: TimeField,
  lattice: Lattice,
  lines: StreetLines,
  runs: Runs,
  earlierSeconds: Seconds,
): void {
  lentSeconds.fill(Infinity, 0, window.columnCount * window.rowCount);
  const { nodeLon, nodeLat } = lines.network;
  const { lonStep, latStep } = lattice;
  for (let run = 0; run < runs.count; run++) {
    const west = lines.west[runs.edge[run]];
    const east = lines.east[runs.edge[run]];
    // not less the first column and row: they would change the last bits
    const x = nodeLon[west] / lonStep;
    const y = nodeLat[west] / latStep;
    const dx = nodeLon[east] / lonStep - x;
    const dy = nodeLat[east] / latStep - y;
    const start = runs.startFraction[run];
    const extent = runs.extent[run];
    const perEdge = extent < 0 ? -runs.secondsPerEdge[run] : runs.secondsPerEdge[run];
    const lengthSquared = dx * dx + dy * dy;
    const perLength = lengthSquared === 0 ? 0 : perEdge / lengthSquared;
    lendRun(window, lentSeconds, {
      x: x + start * dx,
      y: y + start * dy,
      dx: extent * dx,
      dy: extent * dy,
      seconds: runs.startSeconds[run] - earlierSeconds,
      secondsPerColumn: dx * perLength,
      secondsPerRow: dy * perLength,
    });
  }
}

/** A straight walk, in cells. */
interface CellRun {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** At its start. */
  readonly seconds: Seconds;
  readonly secondsPerColumn: Seconds;
  readonly secondsPerRow: Seconds;
}

/** Goes from cell to cell, wherever the run crosses a line of the lattice. */
function lendRun(window: TimeField["window"], lentSeconds: Float64Array, run: CellRun): void {
  const { x, y, dx, dy, seconds, secondsPerColumn, secondsPerRow } = run;
  const { firstColumn, firstRow, columnCount, rowCount } = window;
  // the next lines ahead, and where they are crossed, as shares of the run
  let columnLine = dx < 0 ? Math.ceil(x) - 1 : Math.floor(x) + 1;
  let rowLine = dy < 0 ? Math.ceil(y) - 1 : Math.floor(y) + 1;
  const columnStep = dx < 0 ? -1 : 1;
  const rowStep = dy < 0 ? -1 : 1;
  let from = 0;
  while (from < 1) {
    const atColumn = dx === 0 ? 1 : (columnLine - x) / dx;
    const atRow = dy === 0 ? 1 : (rowLine - y) / dy;
    const to = Math.min(1, atColumn, atRow);
    const middle = (from + to) / 2;
    const column = Math.floor(x + middle * dx);
    const row = Math.floor(y + middle * dy);
    if (atColumn <= to) columnLine += columnStep;
    if (atRow <= to) rowLine += rowStep;
    from = to;
    const c = column - firstColumn;
    const r = row - firstRow;
    // what lies so far out lends nothing that is asked for
    if (c < 0 || r < 0 || c >= columnCount - 1 || r >= rowCount - 1) continue;
    const corner = r * columnCount + c;
    const southWest = seconds + (column - x) * secondsPerColumn + (row - y) * secondsPerRow;
    if (southWest < lentSeconds[corner]) lentSeconds[corner] = southWest;
    const southEast = southWest + secondsPerColumn;
    if (southEast < lentSeconds[corner + 1]) lentSeconds[corner + 1] = southEast;
    const northWest = southWest + secondsPerRow;
    const north = corner + columnCount;
    if (northWest < lentSeconds[north]) lentSeconds[north] = northWest;
    const northEast = southEast + secondsPerRow;
    if (northEast < lentSeconds[north + 1]) lentSeconds[north + 1] = northEast;
  }
}
