import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import { eachPair } from "../travel/fill-reach-table.js";
import { assertPositive } from "./decay.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

/**
 * Makes the measure: the least cost at which `amount` opportunities are within reach: minutes to the third school, to a thousand jobs.
 *
 * A facility that supplies two counts twice. `Infinity` where so much is not within the cutoff.
 *
 * @param options `cutoff` is needed
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 */
export function costToAmount(amount: number, options: ReachOptions): ReachMeasure {
  return guardLive("costToAmount", [amount, options], () => {
    assertPositive("amount", amount);
    const label = fillLabel(MEASURE_LABELS.costTo, { amount });
    const compute = (reached: Reached) => leastCost(reached, (sum) => sum >= amount);
    return measureReached({ ...costs(`cost-to-${amount}`, options), label, compute }, options);
  });
}

/**
 * Makes the measure: the cost of the nearest place that alone supplies `amount` or more. `Infinity` where none is within the cutoff.
 *
 * @param options `cutoff` is needed
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 */
export function costToPlace(amount: number, options: ReachOptions): ReachMeasure {
  return guardLive("costToPlace", [amount, options], () => {
    assertPositive("amount", amount);
    const label = fillLabel(MEASURE_LABELS.nearestPlace, { amount });
    const compute = (reached: Reached) => leastCost(reached, (_, supply) => supply >= amount);
    return measureReached({ ...costs(`cost-to-place-${amount}`, options), label, compute }, options);
  });
}

/** What measures whose values are costs have in common. */
export function costs(
  name: string,
  options: ReachOptions,
): { readonly name: string; readonly unit: "seconds" | "meters"; readonly endsAt: number } {
  return { name, unit: options?.unit === "meters" ? "meters" : "seconds", endsAt: Infinity };
}

/** Finds the first pair of every origin where enough is within reach; `NaN` where that hangs on a supply that is not known. */
function leastCost(
  { table, supply }: Reached,
  isEnough: (sum: number, supply: number, origin: number) => boolean,
): Float64Array {
  const values = new Float64Array(table.originCount).fill(Infinity);
  const sums = new Float64Array(table.originCount);
  eachPair(table, (origin, row, cost) => {
    if (values[origin] !== Infinity) return;
    sums[origin] += supply[row];
    if (Number.isNaN(supply[row])) values[origin] = Number.NaN;
    else if (isEnough(sums[origin], supply[row], origin)) values[origin] = cost;
  });
  return values;
}
