import { isEdgeBeyond } from "../graph/clip-network.js";
import type { ReachRequest, ReachTable } from "../model/travel.js";
import { originsAtOf, rowsOfCategories } from "./facility-rows.js";
import { eachPairWithin } from "./fill-by-search.js";
import { groundOf, hierarchyFor, type NetworkWork, searchFor } from "./fill-network-table.js";
import { fillReachTable, type Pairs } from "./fill-reach-table.js";
import { secondOf } from "./nearest-table.js";
import { type Goal, goalsOf } from "./network-costs.js";
import { OriginCosts } from "./origin-costs.js";

/** What is needed to fill a reach table. */
export interface NetworkReachWork extends Omit<NetworkWork, "request"> {
  readonly request: ReachRequest;
}

/** Fills a reach table by walking along the streets: from each facility to whoever reaches it, by whichever way costs less. */
export function fillNetworkReach(work: NetworkReachWork): ReachTable {
  const { city, streets, profile, onCosts, request } = work;
  const { attachments } = streets.attachedFacilities(profile.maxAccessMeters);
  const { unattachedRows } = streets.attachedOrigins(profile.maxAccessMeters);
  const places = { attachments, originsAt: originsAtOf(city) };
  const goals = goalsOf(rowsOfCategories(city.facilities, request.categories), places, onCosts.costs);
  const pairs = {
    originCount: city.origins.count,
    facilities: city.facilities,
    unattachedOrigins: Uint32Array.from(unattachedRows),
    hasSecondQuantity: request.withSecondQuantity === true,
    each: pairsOf(work, goals),
  };
  return fillReachTable(pairs, request);
}

/** How far costs are to be told apart: as in the nearest table beside it. */
export function roundedReachOf({ cutoff, nearestCutoff = cutoff }: ReachRequest): number {
  return Math.max(cutoff, nearestCutoff);
}

/** Every pair is looked for twice: to count it, and to write it. */
const PASSES = 2;

function pairsOf(work: NetworkReachWork, goals: readonly Goal[]): Pairs["each"] {
  const { unit, cutoff, withSecondQuantity = false } = work.request;
  const { oneSpeed } = work.onCosts.costs;
  if (withSecondQuantity && oneSpeed === null) return pairsBySearch(work, goals);
  const effort = { wholeSearches: 0, facilitySearches: PASSES * goals.length, sweeps: 0 };
  const hierarchy = hierarchyFor(work, { unit, reach: roundedReachOf(work.request) }, effort);
  const each = hierarchy?.pairsWithin(goals, cutoff) ?? pairsBySearch(work, goals);
  if (oneSpeed === null) return each as Pairs["each"];
  return (visit) =>
    each((origin, facilityRow, cost) => visit(origin, facilityRow, cost, secondOf(unit, cost, oneSpeed)));
}

/** Searches the network itself, from each facility that is near enough to any origin. */
function pairsBySearch(work: NetworkReachWork, goals: readonly Goal[]): Pairs["each"] {
  const { streets, profile, onCosts, request } = work;
  const { unit, cutoff } = request;
  const { network } = streets.modeNetwork;
  const { costs } = onCosts;
  const ground = groundOf(work, { unit, reach: cutoff });
  const near = goals.map((goal) => ({
    ...goal,
    entries: goal.entries.filter(({ attachment }) => !isEdgeBeyond(network, attachment.edge, ground)),
  }));
  const origins = new OriginCosts(network, streets.attachedOrigins(profile.maxAccessMeters), costs);
  const search = searchFor(network, onCosts);
  return (visit) =>
    eachPairWithin({ goals: near, search, origins, costs, network }, cutoff, (origin) => {
      const { cost, facilityRow, secondQuantity } = origins;
      if (cost <= cutoff) visit(origin, facilityRow, cost, secondQuantity);
    });
}
