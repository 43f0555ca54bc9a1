import { invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import { powerOf } from "../geo/exponential.js";
import type { ReachMeasure } from "../model/measure.js";
import type { Decay } from "./decay.js";
import { eachWeight } from "./each-weight.js";
import type { Reached, ReachOptions } from "./reached.js";
import { floating, ratios } from "./two-step.js";

/** Options of `spatialAvailability`. */
export interface AvailabilityOptions extends ReachOptions {
  /** How much people weigh against each other: their number to this power. 0: every origin alike, whoever lives there. Default: 1. */
  readonly alpha?: number;
}

/**
 * Makes the measure: opportunities available to an origin, each given to the origins around it by their people and their weights:
 * Σ_j O_j P_i^α w_ij / Σ_k P_k^α w_kj. All origins together have all opportunities that somebody reaches.
 *
 * The values are of the people of an origin together, not of each of them.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see A. Soukhov et al., "Introducing spatial availability, a singly-constrained measure of competitive accessibility", PLOS ONE 18, 2023
 */
export function spatialAvailability(decay: Decay, options: AvailabilityOptions = {}): ReachMeasure {
  return guardLive("spatialAvailability", [decay, options], () => {
    const { alpha = 1 } = options ?? {};
    if (!(typeof alpha === "number" && alpha >= 0 && alpha < Infinity))
      throw invalid("options.alpha", alpha, say("expected.notNegative"));
    const compute = (reached: Reached) => divide(reached, decay, alpha);
    return floating("spatial-availability", MEASURE_LABELS.spatialAvailability, decay, compute, options, ["alpha"]);
  });
}

function divide({ table, people, supply }: Reached, decay: Decay, alpha: number): Float64Array {
  const mass = people.map((count) => (Number.isNaN(count) ? count : powerOf(count, alpha)));
  const masses = new Float64Array(supply.length);
  eachWeight(table, decay, (origin, row, weight) => {
    masses[row] += mass[origin] * weight;
  });
  const given = ratios(supply, masses);
  const values = new Float64Array(table.originCount);
  eachWeight(table, decay, (origin, row, weight) => {
    values[origin] += given[row] * mass[origin] * weight;
  });
  return values;
}
