import type { TravelRequest } from "../model/travel.js";

/** What is asked of a network. */
export interface SearchEffort {
  readonly nodeCount: number;
  /** Nodes that origins can get to in time: a hierarchy is built of these only. */
  readonly nearNodeCount: number;
  /** Searches of the whole network, from all facilities of a category at once. */
  readonly wholeSearches: number;
  /** Searches from one facility: to count it, or to find all pairs it is in. */
  readonly facilitySearches: number;
  /** Passes over a hierarchy that answer instead of the searches of the whole. */
  readonly sweeps: number;
}

/** Measured by `npm run bench`, in nanoseconds: what one node costs in a search of the network from many facilities. */
const SEARCH_NODE = 85;
/** A search from one facility: about a thousand nodes. */
const SEARCH_FACILITY = 80_000;
/** Leaving out what is beyond reach, by node; and building the hierarchy, by node that is left. */
const CLIP_NODE = 25;
const BUILD_NODE = 850;
/** A pass over the hierarchy for one category, by node; and the counting of one facility. */
const SWEEP_NODE = 6;
const COUNT_FACILITY = 8_000;

/** Tells what it takes to fill a nearest table. @param facilityCounts how many facilities each category has */
export function nearestEffort(
  { nearestCount, categories, countWithin }: TravelRequest,
  facilityCounts: readonly number[],
): Pick<SearchEffort, "wholeSearches" | "facilitySearches" | "sweeps"> {
  const counted = facilityCounts.filter((_, column) => nearestCount > 1 || (countWithin[column] ?? null) !== null);
  return {
    wholeSearches: nearestCount > 1 ? 0 : categories.length,
    facilitySearches: counted.reduce((sum, count) => sum + count, 0),
    sweeps: categories.length * nearestCount,
  };
}

/**
 * Tells whether it pays to build a hierarchy: from about ten categories on, or with many facilities to count. Both ways of
 * searching give the same bits.
 */
export function paysHierarchy(effort: SearchEffort): boolean {
  const { nodeCount, nearNodeCount, wholeSearches, facilitySearches, sweeps } = effort;
  const bySearch = wholeSearches * nodeCount * SEARCH_NODE + facilitySearches * SEARCH_FACILITY;
  const byHierarchy =
    nodeCount * CLIP_NODE + nearNodeCount * (BUILD_NODE + sweeps * SWEEP_NODE) + facilitySearches * COUNT_FACILITY;
  return byHierarchy < bySearch;
}
