import type { Streets } from "../model/facts.js";

/** Gives some of the streets, in this order. */
export function pickStreets(streets: Streets, rows: ArrayLike<number>): Streets {
  const { firstVertex } = streets;
  const count = rows.length;
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    starts[i + 1] = starts[i] + firstVertex[row + 1] - firstVertex[row];
  }
  const vertices = (column: Float64Array) => {
    const picked = new Float64Array(column.length === 0 ? 0 : starts[count]);
    // streets that follow each other are copied at once
    for (let first = 0, end = 0; first < count && column.length > 0; first = end) {
      do end++;
      while (end < count && rows[end] === (rows[end - 1] as number) + 1);
      const [from, to] = [firstVertex[rows[first] as number], firstVertex[(rows[end - 1] as number) + 1]];
      picked.set(column.subarray(from, to), starts[first]);
    }
    return picked;
  };
  return {
    ...streets,
    count,
    firstVertex: starts,
    lon: vertices(streets.lon),
    lat: vertices(streets.lat),
    nodeIds: vertices(streets.nodeIds),
    ids: Array.from(rows, (row) => streets.ids[row] as string),
    featureRow: Uint32Array.from(rows, (row) => streets.featureRow[row]),
    tagSetRow: Uint32Array.from(rows, (row) => streets.tagSetRow[row]),
  };
}
