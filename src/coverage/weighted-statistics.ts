import { sortRowsByValue } from "./sort-rows.js";

/** Values with weights, sorted once and read many times. */
export interface SortedWeights {
  /** Rows of the values, ascending by value; rows without weight are left out unless no row has any. */
  readonly rows: Uint32Array;
  readonly totalWeight: number;
  readonly weightOf: (row: number) => number;
}

/**
 * Sorts rows by a finite value, for weighted quantiles.
 *
 * Rows whose value is not finite are left out. `tieBreak` decides among equal values, so that the row at a quantile is
 * always the same one.
 */
export function sortByValue(
  rows: Uint32Array,
  values: Float64Array,
  weights: Float64Array,
  tieBreak: (a: number, b: number) => number,
): SortedWeights {
  const finite = rows.filter((row) => values[row] < Infinity);
  const weighted = finite.filter((row) => weights[row] > 0);
  const used = weighted.length > 0 ? weighted : finite;
  sortRowsByValue(used, values);
  sortTies(used, values, tieBreak);
  const weightOf = weighted.length > 0 ? (row: number) => weights[row] : () => 1;
  let totalWeight = 0;
  for (const row of used) totalWeight += weightOf(row);
  return { rows: used, totalWeight, weightOf };
}

/**
 * Finds the row at a quantile: the first whose own and smaller values hold at least `share` of the weight.
 *
 * @param share 0 to 1
 * @returns `null` if there are no rows
 */
export function rowAtQuantile({ rows, totalWeight, weightOf }: SortedWeights, share: number): number | null {
  // a hair less: the same people in other units (or summed in another order) must give the same row
  const enough = share * totalWeight * (1 - 1e-12);
  let sum = 0;
  for (const row of rows) {
    sum += weightOf(row);
    if (sum >= enough) return row;
  }
  return rows.at(-1) ?? null;
}

function sortTies(rows: Uint32Array, values: Float64Array, tieBreak: (a: number, b: number) => number): void {
  for (let first = 0, end = 1; first < rows.length; first = end++) {
    while (end < rows.length && values[rows[end]] === values[rows[first]]) end++;
    if (end - first > 1) rows.subarray(first, end).sort(tieBreak);
  }
}

/** Sums numbers in ascending order, so that the sum does not depend on the order in which they were given. */
export function sumInOrder(values: Iterable<number>): number {
  return Float64Array.from(values)
    .sort()
    .reduce((sum, value) => sum + value, 0);
}
