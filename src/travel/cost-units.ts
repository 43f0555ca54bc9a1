import { MAX_LIMIT } from "../hierarchy/hierarchy.js";

/** A second (or metre) has this many units, unless the cutoff is so large that they would not fit: 2 microseconds. */
const FINEST_UNITS_PER_COST = 2 ** 19;

/**
 * Gives how many units a second (or metre) has.
 *
 * Costs of edges are rounded to whole units before they are added up. Whole numbers add up to the same sum in any order, so
 * every way of searching gives the same bits. A power of two: going back to seconds rounds nothing.
 *
 * @param cutoff seconds or metres; `Infinity` = none
 */
export function unitsPerCost(cutoff: number): number {
  let units = FINEST_UNITS_PER_COST;
  if (cutoff < Infinity) while (cutoff * units > MAX_LIMIT) units /= 2;
  return units;
}

/** Rounds a cost to whole units; `Infinity` stays. */
export function roundToUnits(cost: number, units: number): number {
  return Math.floor(cost * units + 0.5) / units;
}
