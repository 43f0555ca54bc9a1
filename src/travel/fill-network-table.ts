import type { ModeNetwork } from "../attach/mode-network.js";
import type { Meters } from "../base/units.js";
import { type Bounds, boundsOfColumns, widenBounds } from "../geo/bounds.js";
import { countNodesIn } from "../graph/clip-network.js";
import type { Network } from "../graph/network.js";
import { Search } from "../graph/search.js";
import { buildSearchGraph } from "../graph/search-graph.js";
import { MAX_OWNERS } from "../hierarchy/kernels.js";
import type { CategoryId } from "../model/facts.js";
import type { CostUnit, NearestTable, TravelProfile, TravelRequest } from "../model/travel.js";
import { fastestOf } from "../streets/weigh.js";
import { nearestEffort, paysHierarchy, type SearchEffort } from "./choose-search.js";
import { facilityRowsByCategory, originsAtOf } from "./facility-rows.js";
import { fillBySearch } from "./fill-by-search.js";
import { HierarchyTravel } from "./hierarchy-travel.js";
import { markUnreached } from "./mark-unreached.js";
import { emptyTable } from "./nearest-table.js";
import { entriesOf, goalsOf, type NetworkCosts } from "./network-costs.js";
import { OriginCosts } from "./origin-costs.js";
import type { CityStreets, TravelCity } from "./travel-model.js";

/** How far a request looks: thresholds for counting may lie beyond the cutoff. */
export function reachOf({ cutoff, countWithin }: TravelRequest): number {
  return countWithin.reduce<number>((reach, threshold) => Math.max(reach, threshold ?? 0), cutoff);
}

/** The largest cost that is asked about. */
export interface Reach {
  readonly unit: CostUnit;
  readonly reach: number;
}

/** What walking costs in one unit, and what was built to search by it. */
export interface CostsOnNetwork {
  readonly costs: NetworkCosts;
  search?: Search;
  /** `null`: the network is too dense for one. */
  hierarchy?: HierarchyTravel | null;
  /** The last answer: a prepared city is often asked the same again, for another rendering or a changed standard. */
  last?: { readonly asked: string; readonly table: NearestTable };
}
/** What is needed to fill a table. */
export interface NetworkWork {
  readonly city: TravelCity;
  readonly streets: CityStreets;
  readonly profile: TravelProfile;
  readonly onCosts: CostsOnNetwork;
  readonly request: TravelRequest;
  readonly prefer: "auto" | "network" | "hierarchy";
}

/** Fills a table by walking along the streets, by whichever way of searching costs less. */
export function fillNetworkTable(
  { city, streets, profile, onCosts, request, prefer }: NetworkWork,
  onCategory: ((done: number) => void) | undefined,
): NearestTable {
  const { costs } = onCosts;
  const { modeNetwork } = streets;
  const { network } = modeNetwork;
  const { attachments } = streets.attachedFacilities(profile.maxAccessMeters);
  const attachedOrigins = streets.attachedOrigins(profile.maxAccessMeters);
  const table = emptyTable(request, city.origins.count, costs.oneSpeed ?? "column");
  const origins = new OriginCosts(network, attachedOrigins, costs);
  const rows = facilityRowsByCategory(city.facilities);
  const places = { attachments, originsAt: originsAtOf(city) };
  const goals = request.categories.map((category) => goalsOf(rows.get(category) ?? [], places, costs));
  const facilityCounts = request.categories.map((category) => rows.get(category)?.length ?? 0);
  const work = { city, streets, profile, onCosts, prefer };
  const reach = { unit: request.unit, reach: reachOf(request) };
  const effort = nearestEffort(request, facilityCounts);
  const hierarchy = costs.oneSpeed === null ? null : hierarchyFor(work, reach, effort);
  hierarchy?.fill(table, goals, request);
  goals.forEach((own, column) => {
    if (hierarchy === null) {
      const search = searchFor(network, onCosts);
      fillBySearch({ table, column, goals: own, search, origins, request, costs, network });
    }
    const waysToWhole = city.whole?.waysTo(request.categories[column] as CategoryId);
    markUnreached({ table, column, entries: entriesOf(own), origins: attachedOrigins, modeNetwork, waysToWhole });
    onCategory?.(column + 1);
  });
  return table;
}

/** Gives the search over the network itself. */
export function searchFor(network: Network, onCosts: CostsOnNetwork): Search {
  const { arcCost, arcSecondQuantity } = onCosts.costs;
  onCosts.search ??= new Search(buildSearchGraph(network, arcCost, { direction: "toSources", arcSecondQuantity }));
  return onCosts.search;
}

/** Gives the hierarchy of the network, if there is one or it pays to build it; it knows no second quantity. */
export function hierarchyFor(
  work: Omit<NetworkWork, "request">,
  reach: Reach,
  effort: Omit<SearchEffort, "nodeCount" | "nearNodeCount">,
): HierarchyTravel | null {
  const { city, streets, profile, onCosts, prefer } = work;
  const { network } = streets.modeNetwork;
  const canHave = reach.reach < Infinity && city.facilities.length < MAX_OWNERS && prefer !== "network";
  if (onCosts.hierarchy !== undefined || !canHave) return onCosts.hierarchy ?? null;
  const ground = groundOf(work, reach);
  const nearNodeCount = countNodesIn(network, ground);
  if (prefer !== "hierarchy" && !paysHierarchy({ nodeCount: network.nodeCount, nearNodeCount, ...effort })) return null;
  const origins = streets.attachedOrigins(profile.maxAccessMeters);
  onCosts.hierarchy = HierarchyTravel.build(network, origins, onCosts.costs, { reach: reach.reach, ground });
  return onCosts.hierarchy;
}

/** How far one gets for a cost, as the crow flies: nobody is faster than at the highest speed along a straight line. */
export function metersWithin(modeNetwork: ModeNetwork, profile: TravelProfile, { unit, reach }: Reach): Meters {
  return unit === "meters" ? reach : reach * fastestOf(modeNetwork, profile);
}

/** The box that holds all that origins can get to. */
export function groundOf(
  { city, streets, profile }: Pick<NetworkWork, "city" | "streets" | "profile">,
  reach: Reach,
): Bounds {
  const { lon, lat } = city.origins;
  const meters = metersWithin(streets.modeNetwork, profile, reach);
  return widenBounds(boundsOfColumns(lon, lat), Math.max(meters, profile.maxAccessMeters));
}

/** Fills a table of its own for a request: nothing is remembered, and the caller may change it. */
export function fillRequest(
  city: TravelCity,
  streets: CityStreets,
  how: Pick<NetworkWork, "profile" | "request" | "prefer"> & { readonly costs: NetworkCosts },
): NearestTable {
  const { profile, request, prefer, costs } = how;
  return fillNetworkTable({ city, streets, profile, onCosts: { costs }, request, prefer }, undefined);
}
