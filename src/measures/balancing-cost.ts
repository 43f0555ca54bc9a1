import { assertChoice, invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import { eachPair } from "../travel/fill-reach-table.js";
import { costs } from "./cost-to-amount.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

/** Options of `balancingCost`. */
export interface BalancingOptions extends ReachOptions {
  /** Costs are rounded up to whole multiples of this: 60 for whole minutes, as in the R package accessibility. Default: as they are. */
  readonly every?: number;
  /**
   * When supply balances demand: `"exceeds"`: when it is more than the people of the place (accessibility, R), `"equals"`: already when
   * it is as much. Default: `"exceeds"`.
   */
  readonly when?: "exceeds" | "equals";
}

/**
 * Makes the measure: the least cost at which as much is within reach as people live at the place. 0 where nobody does; `Infinity` where
 * so much is not within the cutoff.
 *
 * The people of a place are those of one origin, so it tells of places of about the same size: hexagons, points of a grid.
 *
 * @param options `cutoff` is needed
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see M. H. C. Barboza et al., "Balancing time: using a new accessibility measure in Rio de Janeiro", Journal of Transport Geography 90, 2021
 */
export function balancingCost(options: BalancingOptions): ReachMeasure {
  return guardLive("balancingCost", [options], () => {
    const { every = 0, when = "exceeds" } = options ?? {};
    if (!(typeof every === "number" && every >= 0)) throw invalid("options.every", every, say("expected.notNegative"));
    assertChoice("options.when", when, ["exceeds", "equals"]);
    const one = {
      ...costs("balancing-cost", options),
      label: MEASURE_LABELS.balancingCost,
      ownOptions: ["every", "when"],
    };
    return measureReached({ ...one, compute: (reached) => balance(reached, every, when === "equals") }, options);
  });
}

function balance({ table, supply, people }: Reached, every: number, equalIsEnough: boolean): Float64Array {
  const values = Float64Array.from({ length: table.originCount }, (_, origin) =>
    people[origin] === 0 ? 0 : people[origin] > 0 ? Infinity : Number.NaN,
  );
  const sums = new Float64Array(table.originCount);
  eachPair(table, (origin, row, cost) => {
    if (values[origin] !== Infinity) return;
    sums[origin] += supply[row];
    const isEnough = sums[origin] > people[origin] || (equalIsEnough && sums[origin] === people[origin]);
    if (Number.isNaN(supply[row])) values[origin] = Number.NaN;
    else if (isEnough) values[origin] = every > 0 ? Math.ceil(cost / every) * every : cost;
  });
  return values;
}
