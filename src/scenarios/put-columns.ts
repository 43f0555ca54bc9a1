import type { NearestTable, TravelRequest } from "../model/travel.js";
import { cellOf } from "../travel/nearest-table.js";

/** Asks for some of the columns of a request only. The cutoff stays, so that costs are rounded alike. */
export function pickColumns<Request extends TravelRequest>(request: Request, columns: readonly number[]): Request {
  const pick = <T>(list: readonly T[]) => columns.map((column) => list[column] as T);
  return { ...request, categories: pick(request.categories), countWithin: pick(request.countWithin) };
}

/**
 * Writes columns into a table.
 *
 * @param part these columns only, in this order; both tables have second quantities, or neither
 * @param facilityRows by row of a facility in `part`: its row in the table
 * @returns for each column the origins whose cells hold something else now, ascending
 */
export function putColumns(
  table: NearestTable,
  part: NearestTable,
  { columns, facilityRows }: { readonly columns: readonly number[]; readonly facilityRows: readonly number[] },
): number[][] {
  const size = table.originCount * table.nearestCount;
  return columns.map((column, i) => {
    const [to, from] = [cellOf(table, 0, column), cellOf(part, 0, i)];
    const changed = new Set<number>();
    const put = (cells: Writable, own: ArrayLike<number>, count: number, at: readonly [to: number, from: number]) => {
      for (let cell = 0; cell < count; cell++) {
        const value = own[at[1] + cell] as number;
        if (cells[at[0] + cell] === value) continue;
        cells[at[0] + cell] = value;
        changed.add(Math.floor((cell * table.originCount) / count));
      }
    };
    const rows = part.facilityRow
      .subarray(from, from + size)
      .map((row) => (row < 0 ? row : (facilityRows[row] as number)));
    put(table.cost, part.cost, size, [to, from]);
    put(table.facilityRow, rows, size, [to, 0]);
    if (table.secondQuantity !== null && part.secondQuantity !== null)
      put(table.secondQuantity, part.secondQuantity, size, [to, from]);
    const [counts, own] = [table.counts[column], part.counts[i]];
    if (counts && own) put(counts, own, table.originCount, [0, 0]);
    return [...changed].sort((a, b) => a - b);
  });
}

type Writable = Float64Array | Int32Array | Uint32Array;
