import { MEASURE_LABELS } from "../base/texts/labels.js";
import type { Seconds } from "../base/units.js";
import type { NearestMeasure } from "../model/measure.js";
import { type NearestTable, NOT_ATTACHED } from "../model/travel.js";

/**
 * Makes the measure: time to the slowest of all categories, the "x" of the x-minute city.
 *
 * `Infinity` where a category is not reached within the cutoff.
 *
 * @see T. M. Logan et al., "The x-minute city", Cities 131, 2022
 */
export function slowestNeed(cutoffSeconds: Seconds): NearestMeasure {
  return {
    id: `slowest-need-${cutoffSeconds}s`,
    label: MEASURE_LABELS.slowestNeed,
    unit: "seconds",
    table: "nearest",
    tableUnit: "seconds",
    nearestCount: 1,
    cutoff: cutoffSeconds,
    perOrigin: (table) => Float64Array.from({ length: table.originCount }, (_, origin) => slowest(table, origin)),
    summary: ["mean", "median", "p90"],
  };
}

function slowest({ originCount, categories, nearestCount, cost, facilityRow }: NearestTable, origin: number): Seconds {
  let most = 0;
  for (let category = 0; category < categories.length; category++) {
    const cell = (category * originCount + origin) * nearestCount;
    if (facilityRow[cell] === NOT_ATTACHED) return Number.NaN;
    if (cost[cell] > most) most = cost[cell];
  }
  return most;
}
