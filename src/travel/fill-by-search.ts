import type { Network } from "../graph/network.js";
import type { Search, SearchSeeds } from "../graph/search.js";
import type { TravelRequest } from "../model/travel.js";
import { cellOf, insertNearest, type TableDraft } from "./nearest-table.js";
import {
  type Entry,
  entriesByEdge,
  entriesOf,
  type Goal,
  type NetworkCosts,
  partCost,
  partSecondQuantity,
} from "./network-costs.js";
import type { OriginCosts } from "./origin-costs.js";

/** What is needed to fill a column by searching the network itself. */
export interface SearchWork {
  readonly table: TableDraft;
  readonly column: number;
  readonly goals: readonly Goal[];
  readonly search: Search;
  readonly origins: OriginCosts;
  readonly request: TravelRequest;
  readonly costs: NetworkCosts;
  readonly network: Network;
}

/** Fills one column of the table: the nearest facilities of a category, and how many are within reach. */
export function fillBySearch(work: SearchWork): void {
  if (work.request.nearestCount === 1) fillNearest(work);
  fillEach(work);
}

/** Only the nearest: one search from all facilities at once. */
function fillNearest({ table, column, goals, search, origins, request, costs, network }: SearchWork): void {
  for (const { facilityRow, originsThere } of goals)
    for (const origin of originsThere)
      insertNearest(table, cellOf(table, origin, column), { cost: 0, facilityRow, secondQuantity: 0 });
  const entries = entriesOf(goals);
  search.run(seedsOf(entries, costs, network), request.cutoff);
  const direct = entriesByEdge(entries);
  for (let origin = 0; origin < table.originCount; origin++) {
    if (!origins.isAttached(origin) || !origins.isNear(origin, search, direct)) continue;
    origins.findCheapest(origin, search, direct);
    if (origins.cost <= request.cutoff) insertNearest(table, cellOf(table, origin, column), origins);
  }
}

/** Counts, and ranks beyond the first: a search from each facility on its own, no farther than needed. */
function fillEach(work: SearchWork): void {
  const { table, column, origins, request } = work;
  const countWithin = request.countWithin[column] ?? null;
  const counts = table.counts[column] ?? null;
  const ranked = request.nearestCount > 1;
  if (counts === null && !ranked) return;
  eachPairWithin(work, Math.max(ranked ? request.cutoff : 0, countWithin ?? 0), (origin) => {
    if (counts !== null && countWithin !== null && origins.cost <= countWithin) counts[origin]++;
    if (ranked && origins.cost <= request.cutoff) insertNearest(table, cellOf(table, origin, column), origins);
  });
}

/**
 * Searches from each facility on its own, as far as `limit`, and visits the origins that are there or may reach it; the way is in
 * `origins`, and may be longer than the limit.
 */
export function eachPairWithin(
  { goals, search, origins, costs, network }: Pick<SearchWork, "goals" | "search" | "origins" | "costs" | "network">,
  limit: number,
  visit: (origin: number) => void,
): void {
  for (const { facilityRow, entries, originsThere } of goals) {
    for (const origin of originsThere) {
      origins.beThere(facilityRow);
      visit(origin);
    }
    if (entries.length === 0) continue;
    search.run(seedsOf(entries, costs, network), limit);
    const direct = entriesByEdge(entries);
    const isThere = new Set(originsThere);
    for (const origin of origins.near(search, entries)) {
      if (isThere.has(origin)) continue;
      origins.findCheapest(origin, search, direct);
      if (origins.cost < Infinity) visit(origin);
    }
  }
}

/** Seeds both ends of every entry's edge, at what it costs to walk from the end to the entry. */
function seedsOf(entries: readonly Entry[], costs: NetworkCosts, network: Network): SearchSeeds {
  const seeds = { node: [] as number[], cost: [] as number[], owner: [] as number[], secondQuantity: [] as number[] };
  for (const { attachment, facilityRow, cost, secondQuantity } of entries) {
    const { edge, fraction } = attachment;
    const ends = [
      { node: network.edgeFrom[edge], arc: 2 * edge, part: fraction },
      { node: network.edgeTo[edge], arc: 2 * edge + 1, part: 1 - fraction },
    ];
    for (const { node, arc, part } of ends) {
      seeds.node.push(node);
      seeds.cost.push(cost + partCost(costs, part, arc));
      seeds.owner.push(facilityRow);
      seeds.secondQuantity.push(secondQuantity + partSecondQuantity(costs, part, arc));
    }
  }
  return seeds;
}
