import { aboveCurve, type CurvePoint, curveOf } from "./curves.js";
import { type PeopleByValue, sumOver, toPeople } from "./people-by-value.js";

/** Which of people of the same rank comes first: none, they share it; or as the rows stand (the R package accessibility). */
export type Ties = "average" | "byId";

/** Inequality by something else than what is told: access by income. */
export interface Concentration {
  /** -1 (only the lowest have something) to 1 (only the highest). */
  readonly index: number;
  /** 4μ / (most - least) × index, for values within bounds; `null` where all values are equal. */
  readonly erreygers: number | null;
  readonly curve: readonly CurvePoint[];
}

const POOREST = 0.4;
const RICHEST = 0.9;

/**
 * Computes the concentration index and its curve.
 *
 * @param people in the order of their rank
 * @see E. van Doorslaer and X. Koolman, "Explaining the differences in income-related health inequalities across European countries", Health
 *   Economics 13, 2004; G. Erreygers, "Correcting the concentration index", Journal of Health Economics 28, 2009
 */
export function concentrationOf(people: PeopleByValue, [least, most]: readonly [number, number]): Concentration {
  const index = aboveCurve(people);
  const erreygers = most > least ? (4 * people.mean * index) / (most - least) : null;
  return { index, erreygers, curve: curveOf(people) };
}

/** Sorts people by rank. Averaged: people of the same rank are one, who has what they have in the mean. */
export function byRank(rows: readonly number[], columns: RankColumns, ties: Ties): PeopleByValue {
  const { values, people, rank } = columns;
  const inTies = (a: number, b: number) => (ties === "byId" ? a - b : values[a] - values[b] || people[a] - people[b]);
  const sorted = Uint32Array.from([...rows].sort((a, b) => rank[a] - rank[b] || inTies(a, b)));
  const own = Float64Array.from(sorted, (row) => values[row]);
  const weights = Float64Array.from(sorted, (row) => people[row]);
  if (ties === "byId") return toPeople(sorted, own, weights);
  const firsts = [...sorted.keys()].filter((i) => i === 0 || rank[sorted[i]] !== rank[sorted[i - 1]]);
  const parts = firsts.map((first, i) => {
    const end = firsts[i + 1] ?? sorted.length;
    return toPeople(sorted.subarray(first, end), own.subarray(first, end), weights.subarray(first, end));
  });
  return toPeople(
    Uint32Array.from(firsts, (first) => sorted[first]),
    Float64Array.from(parts, ({ mean }) => mean),
    Float64Array.from(parts, (part) => part.people),
  );
}

/** Columns by row. */
export interface RankColumns {
  readonly values: Float64Array;
  readonly people: Float64Array;
  readonly rank: Float64Array;
}

/**
 * Computes the Palma ratio: what those above the ninth decile of the rank have in the mean, by what those up to the fourth have. `null`
 * where one of them is nobody, or the latter have nothing.
 *
 * @param rows that count
 * @see A. Cobham and A. Sumner, "Is it all about the tails? The Palma measure of income inequality", 2013; quantiles as `wtd.quantile` of
 *   the R package Hmisc
 */
export function palmaOf(rows: readonly number[], { values, people, rank }: RankColumns): number | null {
  const sorted = [...rows].sort((a, b) => rank[a] - rank[b] || values[a] - values[b] || people[a] - people[b]);
  const all = sumOver(sorted.length, (i) => people[sorted[i] as number]);
  const rankAt = (position: number) => {
    let sum = 0;
    for (const row of sorted) {
      sum += people[row];
      if (sum >= position) return rank[row];
    }
    return rank[sorted[sorted.length - 1] as number];
  };
  const quantile = (share: number) => {
    const order = 1 + (all - 1) * share;
    const low = Math.max(Math.floor(order), 1);
    const part = order - Math.floor(order);
    return (1 - part) * rankAt(low) + part * rankAt(Math.min(low + 1, all));
  };
  const meanOf = (isIn: (row: number) => boolean) => {
    const some = sorted.filter(isIn);
    const living = sumOver(some.length, (i) => people[some[i] as number]);
    return sumOver(some.length, (i) => people[some[i] as number] * values[some[i] as number]) / living;
  };
  const [low, high] = [quantile(POOREST), quantile(RICHEST)];
  const ratio = meanOf((row) => rank[row] > high) / meanOf((row) => rank[row] <= low);
  return Number.isFinite(ratio) ? ratio : null;
}
