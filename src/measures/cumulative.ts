import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import { assertPositive } from "./decay.js";
import { step } from "./decays.js";
import { gravityOf } from "./gravity.js";
import { measureReached, type ReachOptions } from "./reached.js";

/**
 * Makes the measure: opportunities within `end`, inclusive: how many facilities, or how much of what they supply.
 *
 * @param end in `options.unit`
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { cumulative } from "quarterhour/measures";
 *
 * const shops = cumulative(minutes(15), { categories: ["supermarket", "fresh_market"], id: "shops" });
 * computeCoverage(city, { measures: [shops] }).city.measures?.shops?.median; // → 5
 * ```
 */
export function cumulative(end: number, options: ReachOptions = {}): ReachMeasure {
  assertPositive("end", end);
  const decay = step(end);
  const one = {
    ...{ name: `cumulative-${end}`, unit: "count" as const, endsAt: end },
    label: fillLabel(MEASURE_LABELS.cumulative, { within: end }),
  };
  return measureReached({ ...one, compute: (reached) => gravityOf(reached, decay) }, options);
}
