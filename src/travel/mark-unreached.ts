import { NO_WAY, NOT_ATTACHED } from "../model.js";
import type { Search } from "../network/search.js";
import type { WalkNetwork } from "../network/walk-network.js";
import { cellOf, type TableDraft } from "./nearest-table.js";
import type { Entry, NetworkCosts } from "./network-costs.js";
import type { OriginCosts } from "./origin-costs.js";
import { seedsOf } from "./seeds.js";

/** What is needed to tell why an origin has no facility. */
export interface UnreachedWork {
  readonly table: TableDraft;
  readonly column: number;
  readonly entries: readonly Entry[];
  readonly origins: OriginCosts;
  readonly costs: NetworkCosts;
  readonly walkNetwork: WalkNetwork;
  /** Gives a search that may be used at will. */
  readonly search: () => Search;
}

/**
 * Tells apart, where nothing was found: not attached, no way at all, or only too far.
 *
 * Both ways open, the island decides. Where some arcs run one way, a search without a cutoff does.
 */
export function markUnreached({ table, column, entries, origins, costs, walkNetwork, ...work }: UnreachedWork): void {
  const { network, islands, arcs } = walkNetwork;
  const { edgeFrom } = network;
  const { nodeIsland } = islands;
  const isServed = new Uint8Array(islands.islandMeters.length);
  for (const { attachment } of entries) isServed[nodeIsland[edgeFrom[attachment.edge]]] = 1;
  const direct = origins.entriesByEdge(entries);
  let search: Search | null = null;
  const hasWay = (origin: number): boolean => {
    if (isServed[nodeIsland[edgeFrom[origins.edgeOf(origin)]]] === 0) return false;
    if (!arcs.someOneWay) return true;
    if (search === null) {
      search = work.search();
      search.run(seedsOf(entries, costs, network), Infinity);
    }
    origins.findCheapest(origin, search, direct);
    return origins.cost < Infinity;
  };
  const { nearestCount, cost, facilityRow } = table;
  for (let origin = 0, cell = cellOf(table, 0, column); origin < table.originCount; origin++, cell += nearestCount) {
    if (cost[cell] !== Infinity) continue;
    const why = !origins.isAttached(origin) ? NOT_ATTACHED : hasWay(origin) ? null : NO_WAY;
    if (why !== null) facilityRow.fill(why, cell, cell + nearestCount);
  }
}
