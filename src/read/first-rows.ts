/** Gives the first rows of a column: mostly these are all, and nothing is copied. */
export function firstRows<Column extends Float64Array | Uint32Array>(column: Column, count: number): Column {
  return count === column.length ? column : (column.slice(0, count) as Column);
}
