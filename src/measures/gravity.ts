import { checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { Seconds } from "../base/units.js";
import type { ReachMeasure } from "../model/measure.js";
import { assertDecay, type Decay } from "./decay.js";
import { halfLife } from "./decays.js";
import { eachWeight } from "./each-weight.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

/** Options of `gravity`. */
export interface GravityOptions extends ReachOptions {
  /** How far is searched, where costs are seconds: another name of `cutoff`. */
  readonly cutoffSeconds?: Seconds;
}

/**
 * Makes the measure: what is within reach, each place worth the less the farther it is: the sum of supply × weight. `NaN` where no street
 * is near.
 *
 * @param decay how much less; a number: halved every so many seconds
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see W. G. Hansen, "How accessibility shapes land use", Journal of the American Institute of Planners 25, 1959
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { gravity } from "quarterhour/measures";
 *
 * const measured = computeCoverage(city, { measures: [gravity(minutes(5), { cutoffSeconds: minutes(15) })] });
 * measured.city.measures?.["gravity-300s"]?.median?.toFixed(1); // → "24.6"
 * ```
 */
export function gravity(decay: Seconds | Decay, options: GravityOptions = {}): ReachMeasure {
  return guardLive("gravity", [decay, options], () => {
    checkObject("options", options);
    const { cutoffSeconds, ...rest } = options;
    const used = typeof decay === "number" ? halfLife(decay) : decay;
    assertDecay("decay", used);
    const name = typeof decay === "number" ? `gravity-${decay}s` : `gravity-${used.id}`;
    return measureReached(
      {
        ...{ name, unit: "score", endsAt: used.endsAt },
        label: fillLabel(MEASURE_LABELS.gravity, { decay: used.label }),
        compute: (reached) => gravityOf(reached, used),
      },
      cutoffSeconds === undefined ? rest : { cutoff: cutoffSeconds, ...rest },
    );
  });
}

/** Sums up supply × weight for every origin. */
export function gravityOf({ table, supply }: Reached, decay: Pick<Decay, "weight">): Float64Array {
  const values = new Float64Array(table.originCount);
  eachWeight(table, decay, (origin, row, weight) => {
    values[origin] += supply[row] * weight;
  });
  return values;
}
