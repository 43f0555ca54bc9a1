import type { ReachMeasure } from "../model/measure.js";
import { fillReach } from "../travel/fill-reach.js";

/**
 * Makes a measure that reads every facility within the cutoff, not only the nearest: gravity, floating catchments, capacity.
 *
 * @param measure what it is called, how far it looks, and how it makes one value of the pairs of each origin
 * @throws {CoverageError} `LIMIT_EXCEEDED` from the report, where more pairs are within the cutoff than a reach table may hold
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { reachMeasure } from "quarterhour/measures";
 *
 * const choice = reachMeasure({
 *   ...{ id: "choice", label: { zh: "可选设施数", en: "Facilities to choose from" }, unit: "count" },
 *   ...{ tableUnit: "seconds", cutoff: minutes(5), summary: ["median"] },
 *   perOrigin: ({ parts, originCount }) => {
 *     const counts = new Float64Array(originCount);
 *     for (const { firstOrigin, firstPair } of parts)
 *       for (let i = 0; i + 1 < firstPair.length; i++)
 *         counts[firstOrigin + i] = (firstPair[i + 1] ?? 0) - (firstPair[i] ?? 0);
 *     return counts;
 *   },
 * });
 * computeCoverage(city, { measures: [choice] }).city.measures?.choice?.median; // → 8
 * ```
 */
export function reachMeasure(measure: Omit<ReachMeasure, "table" | "fill">): ReachMeasure {
  return { ...measure, table: "reach", fill: fillReach };
}
