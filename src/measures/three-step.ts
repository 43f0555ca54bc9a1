import { assertChoice } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import type { Decay } from "./decay.js";
import { eachWeight } from "./each-weight.js";
import type { Reached, ReachOptions } from "./reached.js";
import { floating, ratios } from "./two-step.js";

/** Options of measures in which people choose among places. */
export interface ChoiceOptions extends ReachOptions {
  /**
   * Which places people choose among: `"supplied"`: those that have something to give (or of which it is not known); `"all"`: every facility in the table, also
   * those of no supply. Each measure says its default: published programs differ.
   */
  readonly among?: "supplied" | "all";
}

/**
 * Makes the measure 3SFCA: people divide themselves among the places within reach by their weights, G_ij = w_ij / Σ_k w_ik, in both
 * steps: R_j = O_j / Σ G P w, A_i = Σ G R w.
 *
 * @param options `among` is `"supplied"` by default; `"all"` as in the package access (PySAL)
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see N. Wan, B. Zou and T. Sternberg, "A three-step floating catchment area method for analyzing spatial access to health services",
 *   International Journal of Geographical Information Science 26, 2012
 */
export function threeStep(decay: Decay, options: ChoiceOptions = {}): ReachMeasure {
  return guardLive("threeStep", [decay, options], () => {
    const { among = "supplied" } = options ?? {};
    assertChoice("options.among", among, ["supplied", "all"]);
    return floating("3sfca", MEASURE_LABELS.threeStep, decay, (reached) => choose(reached, decay, among), options, [
      "among",
    ]);
  });
}

function choose(reached: Reached, decay: Decay, among: "supplied" | "all"): Float64Array {
  const { table, people, supply } = reached;
  const ofOrigin = weightsOfOrigins(reached, decay, among);
  const demand = new Float64Array(supply.length);
  eachWeight(table, decay, (origin, row, weight) => {
    if (supply[row] !== 0 || among === "all") demand[row] += people[origin] * (weight / ofOrigin[origin]) * weight;
  });
  const given = ratios(supply, demand);
  const values = new Float64Array(table.originCount);
  eachWeight(table, decay, (origin, row, weight) => {
    if (supply[row] !== 0) values[origin] += (weight / ofOrigin[origin]) * given[row] * weight;
  });
  return values;
}

/** Sums up the weights of all places that each origin chooses among. */
export function weightsOfOrigins(
  { table, supply }: Reached,
  decay: Pick<Decay, "weight">,
  among: "supplied" | "all",
): Float64Array {
  const sums = new Float64Array(table.originCount);
  eachWeight(table, decay, (origin, row, weight) => {
    if (supply[row] !== 0 || among === "all") sums[origin] += weight;
  });
  return sums;
}
