import { assertNumber } from "../base/check-argument.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { Seconds } from "../base/units.js";
import type { NearestMeasure } from "../model/measure.js";
import { type NearestTable, NOT_ATTACHED } from "../model/travel.js";

/**
 * Makes the measure: share of the categories that an origin reaches within `thresholdSeconds`, 0 to 1.
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { completeness } from "quarterhour/measures";
 *
 * const measured = computeCoverage(city, { measures: [completeness(minutes(15))] });
 * measured.city.measures?.["completeness-900s"]?.mean?.toFixed(2); // → "0.67"
 * ```
 */
export function completeness(thresholdSeconds: Seconds): NearestMeasure {
  assertNumber("thresholdSeconds", thresholdSeconds);
  return {
    id: `completeness-${thresholdSeconds}s`,
    label: fillLabel(MEASURE_LABELS.completeness, { minutes: thresholdSeconds / 60 }),
    unit: "share",
    table: "nearest",
    tableUnit: "seconds",
    nearestCount: 1,
    cutoff: thresholdSeconds,
    perOrigin: (table) =>
      Float64Array.from({ length: table.originCount }, (_, origin) => reachedShare(table, origin, thresholdSeconds)),
    summary: ["mean", "median", "p90"],
  };
}

function reachedShare(
  { originCount, categories, nearestCount, cost, facilityRow }: NearestTable,
  origin: number,
  threshold: Seconds,
): number {
  let reached = 0;
  for (let category = 0; category < categories.length; category++) {
    const cell = (category * originCount + origin) * nearestCount;
    if (facilityRow[cell] === NOT_ATTACHED) return Number.NaN;
    if (cost[cell] <= threshold) reached++;
  }
  return categories.length === 0 ? Number.NaN : reached / categories.length;
}
