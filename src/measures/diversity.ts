import { assertChoice } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import { exponentialOf, logarithmOf } from "../geo/exponential.js";
import type { ReachMeasure } from "../model/measure.js";
import { eachPair } from "../travel/fill-reach-table.js";
import { assertPositive } from "./decay.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

/**
 * How diversity is told, of the shares p of the categories among what is within reach.
 *
 * `richness`: how many categories, Hill's number of order 0. `shannon`: -Σ p ln p. `hill1`: e to the power of that. `hill2`: 1 / Σ p².
 * `giniSimpson`: 1 - Σ p². `evenness`: Shannon's by the logarithm of the richness. All are 0 where nothing is within reach, `evenness` also
 * where only one category is.
 */
export type DiversityIndex = "richness" | "shannon" | "hill1" | "hill2" | "giniSimpson" | "evenness";

/** Options of `diversity`. */
export interface DiversityOptions extends ReachOptions {
  /** Default: `"shannon"`. */
  readonly index?: DiversityIndex;
}

const INDEXES: Readonly<Record<DiversityIndex, (shares: readonly number[]) => number>> = {
  richness: (shares) => shares.length,
  shannon: shannonOf,
  hill1: (shares) => (shares.length === 0 ? 0 : exponentialOf(shannonOf(shares))),
  hill2: (shares) => (shares.length === 0 ? 0 : 1 / squaresOf(shares)),
  giniSimpson: (shares) => (shares.length === 0 ? 0 : 1 - squaresOf(shares)),
  evenness: (shares) => (shares.length <= 1 ? 0 : shannonOf(shares) / logarithmOf(shares.length)),
};

/**
 * Makes the measure: how diverse the facilities within `end`, inclusive, are by category. One of several categories counts in each.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see C. E. Shannon, "A mathematical theory of communication", 1948; M. O. Hill, "Diversity and evenness: a unifying notation and its
 *   consequences", Ecology 54, 1973
 */
export function diversity(end: number, options: DiversityOptions = {}): ReachMeasure {
  return guardLive("diversity", [end, options], () => {
    assertPositive("end", end);
    const { index = "shannon" } = options ?? {};
    assertChoice("options.index", index, Object.keys(INDEXES));
    const one = {
      ...{ name: `diversity-${index}-${end}`, unit: "score" as const, endsAt: end, ownOptions: ["index"] },
      label: fillLabel(MEASURE_LABELS.diversity, { within: end, index }),
    };
    return measureReached({ ...one, compute: (reached) => diversityOf(reached, end, INDEXES[index]) }, options);
  });
}

function diversityOf(
  { table, supply, places: { facilities } }: Reached,
  end: number,
  indexOf: (shares: readonly number[]) => number,
): Float64Array {
  const { categories, originCount } = table;
  const columnOf = new Map(categories.map((category, column) => [category, column]));
  const columns = facilities.map((facility) => facility.categories.flatMap((category) => columnOf.get(category) ?? []));
  const amounts = new Float64Array(originCount * categories.length);
  eachPair(table, (origin, row, cost) => {
    if (cost > end) return;
    for (const column of columns[row] ?? []) amounts[origin * categories.length + column] += supply[row];
  });
  return Float64Array.from({ length: originCount }, (_, origin) => {
    const own = amounts.subarray(origin * categories.length, (origin + 1) * categories.length);
    const sum = own.reduce((total, amount) => total + amount, 0);
    if (Number.isNaN(sum)) return Number.NaN;
    return indexOf([...own].filter((amount) => amount > 0).map((amount) => amount / sum));
  });
}

function shannonOf(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total - share * logarithmOf(share), 0);
  return sum === 0 ? 0 : sum;
}

function squaresOf(shares: readonly number[]): number {
  return shares.reduce((total, share) => total + share * share, 0);
}
