import type { NearestTable } from "../model.js";

/** Puts the tables of parts of the origins, in order, together to the table of all. */
export function joinTables(parts: readonly NearestTable[]): NearestTable {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error("there is no part");
  if (others.length === 0) return first;
  const originCount = parts.reduce((sum, part) => sum + part.originCount, 0);
  const { categories, nearestCount } = first;
  const cells = categories.length * originCount * nearestCount;
  const cost = new Float64Array(cells);
  const facilityRow = new Int32Array(cells);
  const companion = first.companion === null ? null : new Float64Array(cells);
  const counts = first.counts.map((column) => (column === null ? null : new Uint32Array(originCount)));
  let before = 0;
  for (const part of parts) {
    const size = part.originCount * nearestCount;
    for (let column = 0; column < categories.length; column++) {
      const to = (column * originCount + before) * nearestCount;
      const from = column * size;
      cost.set(part.cost.subarray(from, from + size), to);
      facilityRow.set(part.facilityRow.subarray(from, from + size), to);
      if (part.companion !== null) companion?.set(part.companion.subarray(from, from + size), to);
      const counted = part.counts[column];
      if (counted) counts[column]?.set(counted, before);
    }
    before += part.originCount;
  }
  return { ...first, originCount, cost, facilityRow, companion, counts };
}
