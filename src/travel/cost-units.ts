import { MAX_LIMIT } from "../hierarchy/hierarchy.js";

/** A second (or metre) has this many units, unless the reach is so large that they would not fit: 2 microseconds. */
const FINEST_UNITS_PER_COST = 524_288;

/**
 * Gives how many units a second (or metre) has.
 *
 * Costs of edges are rounded to whole units before they are added up. Whole numbers add up to the same sum in any order, so
 * every way of searching gives the same bits. A power of two: going back to seconds rounds nothing.
 *
 * @param reach the largest cost that is asked about, in seconds or metres; `Infinity` = no limit
 */
export function unitsPerCost(reach: number): number {
  let units = FINEST_UNITS_PER_COST;
  if (reach < Infinity) while (reach * units > MAX_LIMIT) units /= 2;
  return units;
}

/** Rounds a cost to whole units; `Infinity` stays. */
export function roundToUnits(cost: number, units: number): number {
  return Math.floor(cost * units + 0.5) / units;
}
