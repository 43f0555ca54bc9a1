import { guardLive } from "../base/guard-call.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { NearestMeasure } from "../model/measure.js";
import { assertPositive } from "./decay.js";
import { measureNearest, type NearestMeasureOptions } from "./nearest-measure.js";

/**
 * Makes the measure: time to the slowest of all categories, the "x" of the x-minute city.
 *
 * `Infinity` where a category is not reached within the cutoff.
 *
 * @param cutoff seconds, or what `options.unit` says
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see T. M. Logan et al., "The x-minute city", Cities 131, 2022
 */
export function slowestNeed(cutoff: number, options: NearestMeasureOptions = {}): NearestMeasure {
  return guardLive("slowestNeed", [cutoff, options], () => {
    assertPositive("cutoff", cutoff);
    const name = `slowest-need-${cutoff}${options?.unit === "meters" ? "m" : "s"}`;
    const valueIn = (costs: Float64Array) => costs.reduce((most, cost) => Math.max(most, cost), 0);
    return measureNearest(
      { name, label: MEASURE_LABELS.slowestNeed, cutoff, nearestCount: 1, valueOf: valueIn },
      options,
    );
  });
}
