import { sortRowsByValue } from "../base/sort-rows.js";
import { Sum } from "../geo/sum.js";

/** A limit is a hair lower: the same people in other units (or summed in another order) must give the same row. */
export const A_HAIR_LESS: number = 1 - 1e-12;

/** Values with weights, sorted once and read many times. */
export interface SortedWeights {
  /** Rows of the finite values, ascending. */
  readonly rows: Uint32Array;
  /** Of all rows, those without a finite value too. */
  readonly totalWeight: number;
  /** Whether every row has a finite value. */
  readonly isComplete: boolean;
  readonly weights: Float64Array;
}

/**
 * Sorts rows by value, for weighted quantiles.
 *
 * Rows whose value is `Infinity` weigh in behind all others. `tieBreak` decides among equal values, so that the row at a
 * quantile is always the same one.
 *
 * @param weights by row, more than 0
 */
export function sortByValue(
  rows: Uint32Array,
  values: Float64Array,
  weights: Float64Array,
  tieBreak: (a: number, b: number) => number,
): SortedWeights {
  const totalWeight = new Sum();
  const withValue = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows) {
    totalWeight.add(weights[row]);
    if (values[row] < Infinity) withValue[count++] = row;
  }
  const finite = sortRows(withValue.subarray(0, count), values, tieBreak);
  return { rows: finite, totalWeight: totalWeight.value, isComplete: count === rows.length, weights };
}

/**
 * Finds the row at a quantile: the first whose own and smaller values hold at least `share` of the weight.
 *
 * @param share 0 to 1
 * @returns `null` if there are no rows, or the quantile lies among those without a finite value
 */
export function rowAtQuantile({ rows, totalWeight, weights }: SortedWeights, share: number): number | null {
  const enough = share * totalWeight * A_HAIR_LESS;
  let sum = 0;
  for (const row of rows) {
    sum += weights[row];
    if (sum >= enough) return row;
  }
  return null;
}

/** Sorts rows by value in place; rows of equal value by the tie-break. */
export function sortRows(
  rows: Uint32Array,
  values: Float64Array,
  tieBreak: (a: number, b: number) => number,
): Uint32Array {
  sortRowsByValue(rows, values);
  for (let first = 0, end = 1; first < rows.length; first = end++) {
    while (end < rows.length && values[rows[end]] === values[rows[first]]) end++;
    if (end - first > 1) rows.subarray(first, end).sort(tieBreak);
  }
  return rows;
}

/** Sums numbers in ascending order, so that the sum does not depend on the order in which they were given. */
export function sumInOrder(values: Iterable<number>): number {
  const sum = new Sum();
  for (const value of Float64Array.from(values).sort()) sum.add(value);
  return sum.value;
}
