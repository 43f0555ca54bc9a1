import { invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { say } from "../base/texts/library.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import { eachPair } from "../travel/fill-reach-table.js";
import { assertPositive } from "./decay.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

/** Options of `cumulativeInterval`. */
export interface IntervalOptions extends ReachOptions {
  /** Between two cutoffs. Default: 60, a minute. */
  readonly every?: number;
  /** Whether the median is cut to a whole number, as the R package accessibility does. Default: false. */
  readonly cutToWhole?: boolean;
}

const MOST_CUTOFFS = 10_000;

/**
 * Makes the measure: the median of the opportunities within each of several cutoffs, `from` to `to`, so that no single cutoff decides.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see D. Tomasiello et al., "A time interval metric for cumulative opportunity accessibility", Applied Geography 157, 2023
 */
export function cumulativeInterval(from: number, to: number, options: IntervalOptions = {}): ReachMeasure {
  return guardLive("cumulativeInterval", [from, to, options], () => {
    assertPositive("from", from);
    assertPositive("to", to);
    const one = {
      ...{ name: `interval-${from}-${to}`, unit: "count" as const, endsAt: to, ownOptions: ["every", "cutToWhole"] },
      label: fillLabel(MEASURE_LABELS.interval, { from, to }),
    };
    const { every = 60, cutToWhole = false } = options ?? {};
    assertPositive("options.every", every);
    const count = Math.floor((to - from) / every) + 1;
    if (!(count >= 1 && count <= MOST_CUTOFFS))
      throw invalid("to", to, say("expected.wholeNumber", { most: MOST_CUTOFFS }));
    const cutoffs = Float64Array.from({ length: count }, (_, i) => from + i * every);
    return measureReached({ ...one, compute: (reached) => medians(reached, cutoffs, cutToWhole) }, options);
  });
}

function medians({ table, supply }: Reached, cutoffs: Float64Array, cutToWhole: boolean): Float64Array {
  const last = cutoffs.length;
  const within = new Float64Array(table.originCount * last);
  eachPair(table, (origin, row, cost) => {
    let first = 0;
    while (first < last && cutoffs[first] < cost) first++;
    if (first < last) within[origin * last + first] += supply[row];
  });
  const middle = Math.floor(last / 2);
  return Float64Array.from({ length: table.originCount }, (_, origin) => {
    const sums = within.subarray(origin * last, (origin + 1) * last);
    for (let i = 1; i < last; i++) sums[i] += sums[i - 1];
    // opportunities only grow with the cutoff: what is summed up is sorted
    const median = last % 2 === 1 ? sums[middle] : (sums[middle - 1] + sums[middle]) / 2;
    return cutToWhole ? Math.floor(median) : median;
  });
}
