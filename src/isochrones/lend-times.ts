import type { Seconds } from "../units.js";
import type { Grid } from "./grid.js";
import { listRuns } from "./reached-parts.js";
import type { WalkedEdge } from "./walked-edges.js";

/**
 * Lends the times of the streets to the corners of the cells that they run through: so that an outline that is drawn
 * from these times alone holds every reached part, up to the point where it ends.
 *
 * A corner gets the time of the street at the point square to it (straight on, where the street ends or turns in the
 * cell): lines of equal time then run square to the street. The least of all streets in its four cells counts.
 *
 * @param limitSeconds parts reached later than this lend nothing
 * @param earlierSeconds so much earlier, that no rounding leaves a part outside
 * @returns per corner; `Infinity` = no reached street runs by
 */
export function lendTimes(
  grid: Grid,
  walked: Iterable<WalkedEdge>,
  limitSeconds: Seconds,
  earlierSeconds: Seconds,
): Float64Array {
  const { firstColumn, firstRow, columnCount, rowCount, lonStep, latStep } = grid;
  const lent = new Float64Array(columnCount * rowCount).fill(Infinity);
  for (const edge of walked) {
    // not less the first column and row: they would change the last bits
    const x = edge.west[0] / lonStep;
    const y = edge.west[1] / latStep;
    const dx = edge.east[0] / lonStep - x;
    const dy = edge.east[1] / latStep - y;
    const lengthSquared = dx * dx + dy * dy;
    for (const { startFraction, extent, startSeconds, secondsPerEdge } of listRuns(edge, limitSeconds)) {
      const cuts = crossingsOf(x + startFraction * dx, y + startFraction * dy, extent * dx, extent * dy);
      const perFraction = extent < 0 ? -secondsPerEdge : secondsPerEdge;
      for (let i = 1; i < cuts.length; i++) {
        const middle = startFraction + (((cuts[i - 1] as number) + (cuts[i] as number)) / 2) * extent;
        const column = Math.floor(x + middle * dx);
        const row = Math.floor(y + middle * dy);
        for (let side = 0; side < 4; side++) {
          const cornerColumn = column + (side & 1);
          const cornerRow = row + (side >> 1);
          const square =
            lengthSquared === 0 ? startFraction : ((cornerColumn - x) * dx + (cornerRow - y) * dy) / lengthSquared;
          const time = startSeconds + (square - startFraction) * perFraction - earlierSeconds;
          const corner = (cornerRow - firstRow) * columnCount + cornerColumn - firstColumn;
          if (time < (lent[corner] as number)) lent[corner] = time;
        }
      }
    }
  }
  return lent;
}

/** Where a stretch crosses grid lines, as shares of its length from 0 to 1. */
function crossingsOf(x: number, y: number, dx: number, dy: number): number[] {
  const cuts = [0, 1];
  for (const [start, change] of [
    [x, dx],
    [y, dy],
  ] as const) {
    const [low, high] = change < 0 ? [start + change, start] : [start, start + change];
    for (let line = Math.ceil(low); line < high; line++) if (line > low) cuts.push((line - start) / change);
  }
  return cuts.sort((a, b) => a - b);
}
