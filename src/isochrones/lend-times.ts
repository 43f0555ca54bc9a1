import type { Seconds } from "../base/units.js";
import type { Lattice, Window } from "./lattice.js";
import type { LocalStreets } from "./local-streets.js";
import type { Runs } from "./runs.js";
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
  streets: LocalStreets,
  runs: Runs,
  earlierSeconds: Seconds,
): void {
  lentSeconds.fill(Infinity, 0, window.columnCount * window.rowCount);
  const { nodeLon, nodeLat } = streets;
  const columnsPerDegree = 1 / lattice.lonStep;
  const rowsPerDegree = 1 / lattice.latStep;
  for (let run = 0; run < runs.count; run++) {
    const edge = runs.edge[run];
    const west = streets.west[edge];
    const east = streets.east[edge];
    // not less the first column and row: they would change the last bits
    const x = nodeLon[west] * columnsPerDegree;
    const y = nodeLat[west] * rowsPerDegree;
    const dx = nodeLon[east] * columnsPerDegree - x;
    const dy = nodeLat[east] * rowsPerDegree - y;
    const start = runs.startFraction[run];
    const extent = runs.extent[run];
    const lengthSquared = dx * dx + dy * dy;
    const perLength = lengthSquared === 0 ? 0 : runs.secondsPerEdge[run] / lengthSquared;
    const perUnit = extent < 0 ? -perLength : perLength;
    const seconds = runs.startSeconds[run] - earlierSeconds;
    lendRun(
      window,
      lentSeconds,
      x + start * dx,
      y + start * dy,
      extent * dx,
      extent * dy,
      seconds,
      dx * perUnit,
      dy * perUnit,
    );
  }
}

/**
 * Goes from cell to cell, wherever the run crosses a line of the lattice.
 *
 * @param x where the run starts, in cells; it goes `dx` to the east and `dy` to the north
 * @param seconds at its start
 */
function lendRun(
  { firstColumn, firstRow, columnCount, rowCount }: Window,
  lentSeconds: Float64Array,
  x: number,
  y: number,
  dx: number,
  dy: number,
  seconds: Seconds,
  secondsPerColumn: Seconds,
  secondsPerRow: Seconds,
): void {
  const columnWay = dx === 0 ? Infinity : Math.abs(1 / dx);
  const rowWay = dy === 0 ? Infinity : Math.abs(1 / dy);
  const columnStep = dx < 0 ? -1 : 1;
  const rowStep = dy < 0 ? -1 : 1;
  let column = dx < 0 ? Math.ceil(x) - 1 : Math.floor(x);
  let row = dy < 0 ? Math.ceil(y) - 1 : Math.floor(y);
  // the next lines are crossed at these shares of the run
  let atColumn = (dx < 0 ? x - column : column + 1 - x) * columnWay;
  let atRow = (dy < 0 ? y - row : row + 1 - y) * rowWay;
  for (;;) {
    const c = column - firstColumn;
    const r = row - firstRow;
    // what lies farther out lends nothing that is asked for
    if (c >= 0 && r >= 0 && c < columnCount - 1 && r < rowCount - 1) {
      const south = r * columnCount + c;
      const north = south + columnCount;
      const southWest = seconds + (column - x) * secondsPerColumn + (row - y) * secondsPerRow;
      const northWest = southWest + secondsPerRow;
      lentSeconds[south] = Math.min(lentSeconds[south], southWest);
      lentSeconds[south + 1] = Math.min(lentSeconds[south + 1], southWest + secondsPerColumn);
      lentSeconds[north] = Math.min(lentSeconds[north], northWest);
      lentSeconds[north + 1] = Math.min(lentSeconds[north + 1], northWest + secondsPerColumn);
    }
    const next = Math.min(atColumn, atRow);
    if (next >= 1) return;
    if (atColumn === next) {
      column += columnStep;
      atColumn += columnWay;
    }
    if (atRow === next) {
      row += rowStep;
      atRow += rowWay;
    }
  }
}
