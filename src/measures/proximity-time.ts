import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { NearestMeasure } from "../model/measure.js";
import { MAX_NEAREST_COUNT } from "../model/travel.js";
import { assertCount } from "./decay.js";
import { measureNearest, type NearestMeasureOptions } from "./nearest-measure.js";

/**
 * Makes the measure PT: the mean, over the categories, of the mean cost of the `k` nearest facilities of each. F15 of the paper is the share of
 * people whose PT is fifteen minutes or less: put `shareWithin(minutes(15))` into its `summary`.
 *
 * `k` decides: say it with the result. `Infinity` where there are fewer than `k` within the cutoff.
 *
 * @param k how many of each category, 1 to 1000; the paper takes 20
 * @param cutoff in `options.unit`
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see M. Bruno, H. P. M. Melo, B. Campanelli and V. Loreto, "A universal framework for inclusive 15-minute cities", Nature Cities 1, 2024
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { proximityTime, shareWithin } from "quarterhour/measures";
 *
 * const categories = ["pharmacy", "supermarket", "kindergarten"];
 * const pt = { ...proximityTime(3, minutes(60), { categories, id: "pt" }), summary: [shareWithin(minutes(15))] };
 * computeCoverage(city, { measures: [pt] }).city.measures?.pt?.["within-900"]?.toFixed(3); // → "0.671"
 * ```
 */
export function proximityTime(k: number, cutoff: number, options: NearestMeasureOptions = {}): NearestMeasure {
  return guardLive("proximityTime", [k, cutoff, options], () => {
    assertCount("k", k, MAX_NEAREST_COUNT);
    const label = fillLabel(MEASURE_LABELS.proximity, { k });
    return measureNearest(
      { name: `proximity-${k}`, label, cutoff, nearestCount: k, valueOf: (costs) => proximity(costs, k) },
      options,
    );
  });
}

function proximity(costs: Float64Array, k: number): number {
  let sum = 0;
  for (let first = 0; first < costs.length; first += k) {
    let ofCategory = 0;
    for (let rank = 0; rank < k; rank++) ofCategory += costs[first + rank];
    sum += ofCategory / k;
  }
  return sum / (costs.length / k);
}
