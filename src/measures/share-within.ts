import { assertNumber } from "../base/check-argument.js";
import type { Statistic } from "../model/measure.js";

/**
 * Makes a statistic of a measure: the share of people whose value is `limit` or less, 0 to 1. Who reaches nothing within the cutoff is
 * among all people, and not within. Several of them, of `slowestNeed`, are the curve of the x-minute city.
 *
 * @param limit in the unit of the measure
 * @see T. M. Logan et al., "The x-minute city", Cities 131, 2022
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { shareWithin, slowestNeed } from "quarterhour/measures";
 *
 * const needs = slowestNeed(minutes(30), { categories: ["supermarket", "pharmacy", "primary_school", "park"], id: "needs" });
 * const curve = { ...needs, summary: [10, 15, 20].map((count) => shareWithin(minutes(count))) };
 * const { needs: shares } = computeCoverage(city, { measures: [curve] }).city.measures ?? {};
 * Object.values(shares ?? {}).map((share) => share?.toFixed(2)); // → ["0.18","0.54","0.78"]
 * ```
 */
export function shareWithin(limit: number): Statistic {
  assertNumber("limit", limit);
  return {
    id: `within-${limit}`,
    compute: (values, weights) => {
      let [within, all] = [0, 0];
      for (let i = 0; i < values.length; i++) {
        all += weights[i];
        if (values[i] <= limit) within += weights[i];
      }
      return all > 0 ? within / all : null;
    },
  };
}
