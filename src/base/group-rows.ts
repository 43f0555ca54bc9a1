/** Rows by group, as CSR: those of group `g` are `rows[first[g]]` to `rows[first[g + 1] - 1]`, ascending. */
export interface GroupedRows {
  readonly first: Uint32Array<ArrayBuffer>;
  readonly rows: Uint32Array<ArrayBuffer>;
}

/**
 * Groups the rows of a column by what stands there.
 *
 * @param groupOf per row, the number of its group, less than `groupCount`; negative: it is in none
 */
export function groupRows(groupOf: Uint32Array | Int32Array, groupCount: number): GroupedRows {
  const first = new Uint32Array(groupCount + 1);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row] >= 0) first[groupOf[row] + 1]++;
  for (let group = 0; group < groupCount; group++) first[group + 1] += first[group];
  const next = first.slice(0, groupCount);
  const rows = new Uint32Array(first[groupCount]);
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row] >= 0) rows[next[groupOf[row]]++] = row;
  return { first, rows };
}
