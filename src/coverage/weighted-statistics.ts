import { Sum } from "../geo/sum.js";
import { sortRowsByValue } from "./sort-rows.js";

/** Values with weights, sorted once and read many times. */
export interface SortedWeights {
  /** Rows of the finite values, ascending; rows without weight are left out unless no row has any. */
  readonly rows: Uint32Array;
  /** Of all rows, those without a finite value too. */
  readonly totalWeight: number;
  /** Whether every row has a finite value. */
  readonly isComplete: boolean;
  readonly weightOf: (row: number) => number;
}

/**
 * Sorts rows by value, for weighted quantiles.
 *
 * Rows whose value is `Infinity` weigh in behind all others. `tieBreak` decides among equal values, so that the row at a
 * quantile is always the same one.
 */
export function sortByValue(
  rows: Uint32Array,
  values: Float64Array,
  weights: Float64Array,
  tieBreak: (a: number, b: number) => number,
): SortedWeights {
  const weighted = rows.filter((row) => weights[row] > 0);
  const used = weighted.length > 0 ? weighted : rows;
  const weightOf = weighted.length > 0 ? (row: number) => weights[row] : () => 1;
  const finite = used.filter((row) => values[row] < Infinity);
  sortRowsByValue(finite, values);
  sortTies(finite, values, tieBreak);
  const totalWeight = new Sum();
  for (const row of used) totalWeight.add(weightOf(row));
  return { rows: finite, totalWeight: totalWeight.value, isComplete: finite.length === used.length, weightOf };
}

/**
 * Finds the row at a quantile: the first whose own and smaller values hold at least `share` of the weight.
 *
 * @param share 0 to 1
 * @returns `null` if there are no rows, or the quantile lies among those without a finite value
 */
export function rowAtQuantile({ rows, totalWeight, weightOf }: SortedWeights, share: number): number | null {
  // a hair less: the same people in other units (or summed in another order) must give the same row
  const enough = share * totalWeight * (1 - 1e-12);
  let sum = 0;
  for (const row of rows) {
    sum += weightOf(row);
    if (sum >= enough) return row;
  }
  return null;
}

function sortTies(rows: Uint32Array, values: Float64Array, tieBreak: (a: number, b: number) => number): void {
  for (let first = 0, end = 1; first < rows.length; first = end++) {
    while (end < rows.length && values[rows[end]] === values[rows[first]]) end++;
    if (end - first > 1) rows.subarray(first, end).sort(tieBreak);
  }
}

/** Sums numbers in ascending order, so that the sum does not depend on the order in which they were given. */
export function sumInOrder(values: Iterable<number>): number {
  const sum = new Sum();
  for (const value of Float64Array.from(values).sort()) sum.add(value);
  return sum.value;
}
