import type { MetersPerSecond } from "../base/units.js";
import type { NearestTable } from "../model/travel.js";
import { insertNearest, secondColumn, secondQuantityIn } from "./nearest-table.js";

/**
 * Joins the tables of several travel models: for every cell the cheapest way, whichever model has found it.
 *
 * Models remember what they filled, so no table is changed. All must answer the same request. Counts are the larger ones: a lower
 * bound, since two models may have found different facilities. A second quantity is known of a way if the model knows it that has
 * found it; but seconds, by which origins are put in order, of all ways or of none.
 */
export function cheapestOf(tables: readonly [NearestTable, ...NearestTable[]]): NearestTable {
  const [only, ...others] = tables;
  if (others.length === 0) return only;
  const first = copyOf(only, jointSecondQuantity(tables));
  const column = secondColumn(first);
  for (const other of others) {
    for (let cell = 0; cell < other.cost.length; cell += other.nearestCount) {
      for (let rank = cell; rank < cell + other.nearestCount; rank++) {
        const facilityRow = other.facilityRow[rank];
        const known = first.facilityRow.subarray(cell, cell + first.nearestCount).indexOf(facilityRow);
        if (facilityRow < 0) {
          // where neither knows a way, the one that knows more wins: too far > no way > not attached
          if (first.cost[rank] === Infinity) first.facilityRow[rank] = Math.max(first.facilityRow[rank], facilityRow);
          continue;
        }
        const found = {
          cost: other.cost[rank],
          facilityRow,
          secondQuantity: column === null ? 0 : secondQuantityIn(other, rank),
        };
        if (known < 0) insertNearest(first, cell, found);
        else if (found.cost < first.cost[cell + known]) replaceNearest(first, cell, cell + known, found);
      }
    }
    other.counts.forEach((counts, column) => {
      const own = first.counts[column];
      counts?.forEach((count, origin) => {
        if (own !== null && own !== undefined && count > own[origin]) own[origin] = count;
      });
    });
  }
  return first;
}

/** How the second quantity is known of ways that several models have found. */
function jointSecondQuantity(tables: readonly [NearestTable, ...NearestTable[]]): "column" | MetersPerSecond | null {
  const [{ unit, secondQuantity: first }] = tables;
  const isAlike = !(first instanceof Float64Array) && tables.every(({ secondQuantity }) => secondQuantity === first);
  if (isAlike) return first;
  const isPartly = tables.some(({ secondQuantity }) => secondQuantity === null);
  return isPartly && unit === "meters" ? null : "column";
}

function copyOf(table: NearestTable, secondQuantity: "column" | MetersPerSecond | null): NearestTable {
  return {
    ...table,
    cost: table.cost.slice(),
    facilityRow: table.facilityRow.slice(),
    secondQuantity: secondQuantity === "column" ? toColumn(table) : secondQuantity,
    counts: table.counts.map((counts) => counts?.slice() ?? null),
  };
}

function toColumn(table: NearestTable): Float64Array {
  return table.cost.map((cost, cell) => (cost === Infinity ? 0 : secondQuantityIn(table, cell)));
}

function replaceNearest(
  table: NearestTable,
  firstCell: number,
  at: number,
  found: Parameters<typeof insertNearest>[2],
): void {
  const second = secondColumn(table);
  // the old, dearer way to the same facility moves out of the list before the new one moves in
  for (let cell = at; cell + 1 < firstCell + table.nearestCount; cell++) {
    table.cost[cell] = table.cost[cell + 1];
    table.facilityRow[cell] = table.facilityRow[cell + 1];
    if (second !== null) second[cell] = second[cell + 1];
  }
  table.cost[firstCell + table.nearestCount - 1] = Infinity;
  insertNearest(table, firstCell, found);
}
