import { assertChoice } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import type { Decay } from "./decay.js";
import { eachWeight } from "./each-weight.js";
import type { Reached } from "./reached.js";
import { type ChoiceOptions, weightsOfOrigins } from "./three-step.js";
import { floating, ratios } from "./two-step.js";

/**
 * Makes the measure BFCA: no person and no bed counts twice. Demand is divided among places by w_ij / Σ_k w_ik, the ratios of places among
 * origins by w_ij / Σ_k w_kj: the demand of all places is all people, the values of all origins add up to the ratios of all places.
 *
 * The values are ratios of places, divided: they depend on how finely people are cut into origins.
 *
 * @param options `among` is `"all"` by default, as in the R package accessibility
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see A. Páez, C. D. Higgins and S. F. Vivona, "Demand and level of service inflation in Floating Catchment Area (FCA) methods", PLOS ONE 14, 2019
 */
export function balanced(decay: Decay, options: ChoiceOptions = {}): ReachMeasure {
  return guardLive("balanced", [decay, options], () => {
    const { among = "all" } = options ?? {};
    assertChoice("options.among", among, ["supplied", "all"]);
    return floating("bfca", MEASURE_LABELS.balanced, decay, (reached) => balance(reached, decay, among), options, [
      "among",
    ]);
  });
}

function balance(reached: Reached, decay: Decay, among: "supplied" | "all"): Float64Array {
  const { table, people, supply } = reached;
  const ofOrigin = weightsOfOrigins(reached, decay, among);
  const ofPlace = new Float64Array(supply.length);
  const demand = new Float64Array(supply.length);
  eachWeight(table, decay, (origin, row, weight) => {
    ofPlace[row] += weight;
    if (supply[row] !== 0 || among === "all") demand[row] += people[origin] * (weight / ofOrigin[origin]);
  });
  const given = ratios(supply, demand);
  const values = new Float64Array(table.originCount);
  eachWeight(table, decay, (origin, row, weight) => {
    if (supply[row] !== 0) values[origin] += given[row] * (weight / ofPlace[row]);
  });
  return values;
}
