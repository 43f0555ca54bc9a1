import type { EdgeIndex } from "../network/edge-index.js";
import type { Degrees, Meters, MetersPerSecond, Seconds } from "../units.js";
import { type Grid, layGrid } from "./grid.js";
import { lendTimes } from "./lend-times.js";
import { findNearestStreets } from "./nearest-street.js";
import type { ReachedPart } from "./reached-parts.js";
import type { WalkedEdge } from "./walked-edges.js";

/** What is known at the corners of a grid of square cells: row by row from the south, each from the west. */
export interface TimeField {
  readonly grid: Grid;
  readonly cellMeters: Meters;
  readonly offStreetMeters: Meters;
  /** Time to walk one cell off the street. */
  readonly cellSeconds: Seconds;
  /** How much later the next corner can be on the ground of the same street. */
  readonly steadySeconds: Seconds;
  /** By the nearest street and the walk from there; `Infinity` = not reached. */
  readonly seconds: Float64Array;
  /** To the nearest street, reached or not; `Infinity` = more than `offStreetMeters`. */
  readonly meters: Float64Array;
  /** By the streets that run through the cells at the corner; `Infinity` = no reached one does. */
  readonly lentSeconds: Float64Array;
}

export interface TimeFieldOptions {
  readonly cellMeters: Meters;
  readonly offStreetMetersPerSecond: MetersPerSecond;
  /** Of the streets and off them. */
  readonly slowestMetersPerSecond: MetersPerSecond;
  /** How far from a street places are still drawn. */
  readonly offStreetMeters: Meters;
  /** Times beyond this do not matter. */
  readonly limitSeconds: Seconds;
  /** Latitude whose degree of longitude shapes the cells: of the start, whatever is reached from it. */
  readonly latitude: Degrees;
}

/** Times are lent by this part of a cell earlier, and differ by this much more than a cell on the same ground. */
const SLACK_CELLS = 0.01;

/**
 * Lays what is reached on a grid: the time at a corner is the time at the nearest point of the nearest street, and the
 * walk from there.
 *
 * The nearest of *all* streets: where an unreached street is nearer, nothing is reached, so that the field ends half-way
 * to it and never jumps a river between two streets. Beside it, the times that the reached streets lend to the corners
 * around them, so that what is drawn holds all of these streets.
 */
export function buildTimeField(
  index: EdgeIndex,
  walked: ReadonlyMap<number, WalkedEdge>,
  parts: readonly ReachedPart[],
  options: TimeFieldOptions,
): TimeField {
  const { cellMeters, offStreetMeters, offStreetMetersPerSecond, limitSeconds, latitude } = options;
  const grid = layGrid(parts, { cellMeters, latitude, marginMeters: offStreetMeters });
  const { meters, seconds } = findNearestStreets(grid, index, walked, { cellMeters, maxMeters: offStreetMeters });
  for (let corner = 0; corner < seconds.length; corner++)
    seconds[corner] += seconds[corner] === Infinity ? 0 : meters[corner] / offStreetMetersPerSecond;
  const cellSeconds = cellMeters / offStreetMetersPerSecond;
  const slowestCellSeconds = cellMeters / options.slowestMetersPerSecond;
  const lentSeconds = lendTimes(grid, walked.values(), limitSeconds, SLACK_CELLS * cellSeconds);
  const steadySeconds = 1.1 * slowestCellSeconds;
  return { grid, cellMeters, offStreetMeters, cellSeconds, steadySeconds, seconds, meters, lentSeconds };
}
