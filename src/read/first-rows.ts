/** Gives the first rows of a column: mostly these are all, and nothing is copied. */
export function firstRows(column: Float64Array, count: number): Float64Array {
  return count === column.length ? column : column.slice(0, count);
}
