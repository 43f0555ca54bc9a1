import type { NearestTable, Origins } from "../model.js";

/** The table of the origins of some neighborhoods. */
export interface PartTable {
  readonly neighborhoodRows: readonly number[];
  readonly table: NearestTable;
}

/** Puts the tables of parts of the origins together to the table of all. */
export function joinTables(parts: readonly PartTable[], { count: originCount, firstOrigin }: Origins): NearestTable {
  const first = parts[0]?.table;
  if (first === undefined) throw new Error("there is no part");
  if (parts.length === 1) return first;
  const { categories, nearestCount } = first;
  const cells = categories.length * originCount * nearestCount;
  const cost = new Float64Array(cells);
  const facilityRow = new Int32Array(cells);
  const companion = first.companion === null ? null : new Float64Array(cells);
  const counts = first.counts.map((column) => (column === null ? null : new Uint32Array(originCount)));
  for (const { neighborhoodRows, table } of parts) {
    let before = 0;
    for (const neighborhood of neighborhoodRows) {
      const start = firstOrigin[neighborhood];
      const count = firstOrigin[neighborhood + 1] - start;
      for (let column = 0; column < categories.length; column++) {
        const to = (column * originCount + start) * nearestCount;
        const from = (column * table.originCount + before) * nearestCount;
        const end = from + count * nearestCount;
        cost.set(table.cost.subarray(from, end), to);
        facilityRow.set(table.facilityRow.subarray(from, end), to);
        if (table.companion !== null) companion?.set(table.companion.subarray(from, end), to);
        const counted = table.counts[column];
        if (counted) counts[column]?.set(counted.subarray(before, before + count), start);
      }
      before += count;
    }
  }
  return { ...first, originCount, cost, facilityRow, companion, counts };
}
