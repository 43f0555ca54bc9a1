import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import { assertDecay, type Decay } from "./decay.js";
import { eachWeight } from "./each-weight.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

/**
 * Makes the measure: what there is for each person, where those who live around share it: 2SFCA with `step`, E2SFCA with any other decay.
 *
 * First each place divides its supply by all people around it, then each origin adds up what it reaches:
 * R_j = O_j / Σ P_i w_ij, A_i = Σ R_j w_ij. All that is given, Σ P_i A_i, is all that there is, of places that somebody reaches.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see W. Luo and F. Wang, "Measures of spatial accessibility to health care in a GIS environment", Environment and Planning B 30, 2003;
 *   W. Luo and Y. Qi, "An enhanced two-step floating catchment area method", Health & Place 15, 2009
 *
 * @example
 * ```ts
 * import { computeCoverage, minutes } from "quarterhour";
 * import { step, twoStep } from "quarterhour/measures";
 *
 * const clinics = twoStep(step(minutes(15)), { categories: ["community_health_station"], id: "clinics" });
 * const { city: all } = computeCoverage(city, { measures: [clinics] });
 * (1e5 * (all.measures?.clinics?.mean ?? 0)).toFixed(2); // → "7.80"
 * ```
 */
export function twoStep(decay: Decay, options: ReachOptions = {}): ReachMeasure {
  return floating("2sfca", MEASURE_LABELS.twoStep, decay, (reached) => share(reached, decay, decay), options);
}

/**
 * Makes the measure M2SFCA: as `twoStep`, but with w² in the second step, so that supply that is far from everybody is lost:
 * never more than E2SFCA.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see P. L. Delamater, "Spatial accessibility in suboptimally configured health care systems", Health & Place 24, 2013
 */
export function modifiedTwoStep(decay: Decay, options: ReachOptions = {}): ReachMeasure {
  const squared = { weight: (cost: number) => decay.weight(cost) * decay.weight(cost) };
  return floating(
    "m2sfca",
    MEASURE_LABELS.modifiedTwoStep,
    decay,
    (reached) => share(reached, decay, squared),
    options,
  );
}

/** Makes a floating catchment of its computation. */
export function floating(
  name: string,
  label: { readonly zh: string; readonly en: string },
  decay: Decay,
  compute: (reached: Reached) => Float64Array,
  options: ReachOptions,
  ownOptions: readonly string[] = [],
): ReachMeasure {
  return guardLive(name, [decay, options], () => {
    assertDecay("decay", decay);
    const filled = fillLabel(label as typeof MEASURE_LABELS.twoStep, { decay: decay.label });
    const { id, endsAt } = decay;
    return measureReached(
      { name: `${name}-${id}`, label: filled, unit: "score", endsAt, compute, ownOptions },
      options,
    );
  });
}

function share(reached: Reached, first: Pick<Decay, "weight">, second: Pick<Decay, "weight">): Float64Array {
  const { table, people, supply } = reached;
  const demand = new Float64Array(supply.length);
  eachWeight(table, first, (origin, row, weight) => {
    demand[row] += people[origin] * weight;
  });
  const ratio = ratios(supply, demand);
  const values = new Float64Array(table.originCount);
  eachWeight(table, second, (origin, row, weight) => {
    values[origin] += ratio[row] * weight;
  });
  return values;
}

/** Divides supply by demand; a place that nobody asks for, or that has nothing, gives nothing. */
export function ratios(supply: Float64Array, demand: Float64Array): Float64Array {
  return supply.map((amount, row) => (amount === 0 || demand[row] === 0 ? amount * 0 : amount / demand[row]));
}
