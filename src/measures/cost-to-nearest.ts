import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { NearestMeasure } from "../model/measure.js";
import { measureNearest, type NearestMeasureOptions } from "./nearest-measure.js";

/**
 * Makes the measure: the cost of the nearest facility, of whichever category. `Infinity` where none is within the cutoff.
 *
 * @param cutoff in `options.unit`
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { costToNearest } from "quarterhour/measures";
 *
 * const pharmacy = costToNearest(minutes(60), { categories: ["pharmacy"] });
 * computeCoverage(city, { measures: [pharmacy] }).city.measures?.["nearest-pharmacy"]?.median?.toFixed(0); // → "528"
 * ```
 */
export function costToNearest(cutoff: number, options: NearestMeasureOptions = {}): NearestMeasure {
  return guardLive("costToNearest", [cutoff, options], () => {
    const categories = Array.isArray(options?.categories) ? options.categories.map(String).join(", ") : "*";
    const label = fillLabel(MEASURE_LABELS.nearest, { categories });
    const valueIn = (costs: Float64Array) => costs.reduce((least, cost) => Math.min(least, cost), Infinity);
    return measureNearest({ name: "nearest", label, cutoff, nearestCount: 1, valueOf: valueIn }, options);
  });
}
