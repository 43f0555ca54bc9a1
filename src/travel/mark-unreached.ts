import { NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "../model.js";
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
  /** From `islandsOf`. */
  readonly originIsland: Int32Array;
  readonly costs: NetworkCosts;
  readonly walkNetwork: WalkNetwork;
  /** Gives a search that may be used at will. */
  readonly search: () => Search;
}

/**
 * Tells apart, where nothing was found: not attached, no way at all, or only too far.
 *
 * Both ways open, the island decides. Where some arcs run one way, a search without a cutoff does.
 *
 * @returns the origins of which something else was known before
 */
export function markUnreached(work: UnreachedWork): number[] {
  const { table, column, entries, originIsland } = work;
  const { network, islands, arcs } = work.walkNetwork;
  const isServed = new Uint8Array(islands.islandMeters.length);
  for (const { attachment } of entries) isServed[islands.nodeIsland[network.edgeFrom[attachment.edge]]] = 1;
  const hasWay = arcs.someOneWay ? wayFinder(work) : () => true;
  const { nearestCount, cost, facilityRow } = table;
  const changed: number[] = [];
  for (let origin = 0, cell = cellOf(table, 0, column); origin < table.originCount; origin++, cell += nearestCount) {
    if (cost[cell] !== Infinity) continue;
    const island = originIsland[origin];
    const isNear = island >= 0 && isServed[island] === 1 && hasWay(origin);
    const why = isNear ? NONE_WITHIN_CUTOFF : island < 0 ? NOT_ATTACHED : NO_WAY;
    if (facilityRow[cell] === why) continue;
    changed.push(origin);
    for (let rank = 0; rank < nearestCount; rank++) facilityRow[cell + rank] = why;
  }
  return changed;
}

/** Gives the island that each origin is on; -1 = it is not attached. */
export function islandsOf(origins: OriginCosts, originCount: number, { network, islands }: WalkNetwork): Int32Array {
  const originIsland = new Int32Array(originCount);
  for (let origin = 0; origin < originCount; origin++)
    originIsland[origin] = origins.isAttached(origin)
      ? islands.nodeIsland[network.edgeFrom[origins.edgeOf(origin)]]
      : -1;
  return originIsland;
}

/** Where some arcs run one way, only a search without a cutoff tells whether there is a way. */
function wayFinder({ entries, origins, costs, walkNetwork, ...work }: UnreachedWork): (origin: number) => boolean {
  const direct = origins.entriesByEdge(entries);
  let search: Search | null = null;
  return (origin) => {
    if (search === null) {
      search = work.search();
      search.run(seedsOf(entries, costs, walkNetwork.network), Infinity);
    }
    origins.findCheapest(origin, search, direct);
    return origins.cost < Infinity;
  };
}
