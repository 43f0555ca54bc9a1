import type { TravelRequest } from "../model/travel.js";

/** What a request asks of a network. */
export interface SearchEffort {
  readonly nodeCount: number;
  /** Nodes that origins can get to in time: a hierarchy is built of these only. */
  readonly nearNodeCount: number;
  readonly request: TravelRequest;
  /** How many facilities each category has. */
  readonly facilityCounts: readonly number[];
}

/** Measured by `npm run bench`, in nanoseconds: what one node costs in a search of the network from many facilities. */
const SEARCH_NODE = 85;
/** A search from one facility for counting: about a thousand nodes. */
const SEARCH_FACILITY = 80_000;
/** Leaving out what is beyond reach, by node; and building the hierarchy, by node that is left. */
const CLIP_NODE = 25;
const BUILD_NODE = 850;
/** A pass over the hierarchy for one category, by node; and the counting of one facility. */
const SWEEP_NODE = 6;
const COUNT_FACILITY = 8_000;

/**
 * Tells whether it pays to build a hierarchy for a request: from about ten categories on, or with many facilities to
 * count. Both ways of searching give the same bits.
 */
export function paysHierarchy({ nodeCount, nearNodeCount, request, facilityCounts }: SearchEffort): boolean {
  const counted = facilityCounts.filter(
    (_, column) => request.nearestCount > 1 || (request.countWithin[column] ?? null) !== null,
  );
  const facilities = counted.reduce((sum, count) => sum + count, 0);
  const searches = request.nearestCount > 1 ? 0 : request.categories.length;
  const bySearch = searches * nodeCount * SEARCH_NODE + facilities * SEARCH_FACILITY;
  const byHierarchy =
    nodeCount * CLIP_NODE +
    nearNodeCount * (BUILD_NODE + request.categories.length * request.nearestCount * SWEEP_NODE) +
    facilities * COUNT_FACILITY;
  return byHierarchy < bySearch;
}
