import type { PlannedRequest } from "../coverage/plan.js";
import type { NearestTable, TravelRequest } from "../model/travel.js";
import { NONE_WITHIN_CUTOFF } from "../model/travel.js";
import { unitsPerCost } from "../travel/cost-units.js";
import { reachOf } from "../travel/fill-network-table.js";
import { cellOf, secondColumn } from "../travel/nearest-table.js";

/** One request that asks for all that several ask for. */
export interface MergedRequest {
  readonly request: PlannedRequest;
  /** Rows of the requests that it answers. */
  readonly rows: readonly number[];
}

/**
 * Merges requests into as few as answer all of them to the last bit: those of one reach and one grain of costs are one search, as far
 * as the farthest of them.
 */
export function mergeRequests(requests: readonly PlannedRequest[]): MergedRequest[] {
  const groups = new Map<string, number[]>();
  requests.forEach((request, row) => {
    const key = `${request.reach} ${request.nearestCount} ${unitsPerCost(reachOf(request))}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  });
  return [...groups.values()].map((rows) => ({
    request: mergeAll(rows.map((row) => requests[row] as PlannedRequest)),
    rows,
  }));
}

function mergeAll(requests: readonly PlannedRequest[]): PlannedRequest {
  const [first] = requests as readonly [PlannedRequest, ...PlannedRequest[]];
  if (requests.length === 1) return first;
  const columns = new Map(requests.flatMap(columnsOf).map((column) => [column.key, column]));
  return {
    ...first,
    cutoff: Math.max(...requests.map(({ cutoff }) => cutoff)),
    categories: [...columns.values()].map(({ category }) => category),
    countWithin: [...columns.values()].map(({ countWithin }) => countWithin),
  };
}

function columnsOf({ categories, countWithin }: TravelRequest) {
  return categories.map((category, column) => ({
    category,
    countWithin: countWithin[column] ?? null,
    key: JSON.stringify([category, countWithin[column] ?? null]),
  }));
}

/** Takes the answer to one request out of the answer to a merged one. */
export function narrowTable(table: NearestTable, merged: TravelRequest, request: TravelRequest): NearestTable {
  if (merged === request) return table;
  const { originCount, nearestCount } = table;
  const size = originCount * nearestCount;
  const rowOf = new Map(columnsOf(merged).map(({ key }, column) => [key, column]));
  const columns = columnsOf(request).map(({ key }) => rowOf.get(key) as number);
  const take = <T extends Float64Array | Int32Array>(cells: T): T => {
    const taken = new (cells.constructor as new (length: number) => T)(columns.length * size);
    columns.forEach((column, to) => {
      const first = cellOf(table, 0, column);
      taken.set(cells.subarray(first, first + size), to * size);
    });
    return taken;
  };
  const narrow: NearestTable = {
    ...table,
    categories: request.categories,
    cutoff: request.cutoff,
    cost: take(table.cost),
    facilityRow: take(table.facilityRow),
    secondQuantity: table.secondQuantity instanceof Float64Array ? take(table.secondQuantity) : table.secondQuantity,
    counts: columns.map((column) => table.counts[column] ?? null),
  };
  forgetBeyond(narrow, request.cutoff);
  return narrow;
}

/** What lies beyond the cutoff of a request would not have been found. */
function forgetBeyond(table: NearestTable, cutoff: number): void {
  const { cost, facilityRow } = table;
  const second = secondColumn(table);
  for (let cell = 0; cell < cost.length; cell++) {
    if (cost[cell] <= cutoff || cost[cell] === Infinity) continue;
    cost[cell] = Infinity;
    facilityRow[cell] = NONE_WITHIN_CUTOFF;
    if (second !== null) second[cell] = 0;
  }
}
