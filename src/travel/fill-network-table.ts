import type { Meters } from "../base/units.js";
import { type Bounds, boundsOfColumns, widenBounds } from "../geo/bounds.js";
import { countNodesIn } from "../graph/clip-network.js";
import type { Network } from "../graph/network.js";
import { Search } from "../graph/search.js";
import { buildSearchGraph } from "../graph/search-graph.js";
import { MAX_OWNERS } from "../hierarchy/kernels.js";
import type { CategoryId, Facility, Origins } from "../model/facts.js";
import type { NearestTable, TravelProfile, TravelRequest } from "../model/travel.js";
import { paysHierarchy } from "./choose-search.js";
import { fillBySearch } from "./fill-by-search.js";
import { HierarchyTravel } from "./hierarchy-travel.js";
import { markUnreached } from "./mark-unreached.js";
import { emptyTable } from "./nearest-table.js";
import { entriesOf, type NetworkCosts } from "./network-costs.js";
import { OriginCosts } from "./origin-costs.js";
import type { CityStreets, TravelCity } from "./travel-model.js";

/** How far a request looks: thresholds for counting may lie beyond the cutoff. */
export function reachOf({ cutoff, countWithin }: TravelRequest): number {
  return countWithin.reduce<number>((reach, threshold) => Math.max(reach, threshold ?? 0), cutoff);
}

/** How far a request looks in metres, for somebody who walks at one speed. */
export function reachMetersOf(request: TravelRequest, { speedMetersPerSecond }: TravelProfile): Meters {
  return reachOf(request) * (request.unit === "seconds" ? speedMetersPerSecond : 1);
}

/** What walking costs in one unit, and what was built to search by it. */
export interface CostsOnNetwork {
  readonly costs: NetworkCosts;
  search?: Search;
  /** `null`: the network is too dense for one. */
  hierarchy?: HierarchyTravel | null;
  /** The last answer: a prepared city is often asked the same again, for another rendering or a changed norm. */
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
  const table = emptyTable(request, city.origins.count, costs.arcSecondQuantity !== null);
  const origins = new OriginCosts(network, attachedOrigins, costs);
  const rows = facilityRowsByCategory(city.facilities);
  const entries = request.categories.map((category) => entriesOf(rows.get(category) ?? [], attachments, costs));
  const facilityCounts = request.categories.map((category) => rows.get(category)?.length ?? 0);
  const canHaveHierarchy =
    costs.arcSecondQuantity === null && reachOf(request) < Infinity && city.facilities.length < MAX_OWNERS;
  if (onCosts.hierarchy === undefined && canHaveHierarchy && prefer !== "network") {
    const ground = groundOf(city.origins, profile, request);
    const effort = {
      nodeCount: network.nodeCount,
      nearNodeCount: countNodesIn(network, ground),
      request,
      facilityCounts,
    };
    if (prefer === "hierarchy" || paysHierarchy(effort))
      onCosts.hierarchy = HierarchyTravel.build(network, attachedOrigins, costs, { reach: reachOf(request), ground });
  }
  onCosts.hierarchy?.fill(table, entries, request);
  entries.forEach((own, column) => {
    if (!onCosts.hierarchy) {
      onCosts.search ??= searchBy(network, costs);
      fillBySearch({ table, column, entries: own, search: onCosts.search, origins, request, costs, network });
    }
    markUnreached({ table, column, entries: own, origins: attachedOrigins, modeNetwork });
    onCategory?.(column + 1);
  });
  return table;
}

function searchBy(network: Network, { arcCost, arcSecondQuantity }: NetworkCosts): Search {
  return new Search(buildSearchGraph(network, arcCost, { direction: "toSources", arcSecondQuantity }));
}

/** The box that holds all that origins can get to: nobody is faster than along a straight line. */
function groundOf({ lon, lat }: Origins, profile: TravelProfile, request: TravelRequest): Bounds {
  return widenBounds(boundsOfColumns(lon, lat), Math.max(reachMetersOf(request, profile), profile.maxAccessMeters));
}

/** Facility rows of each category, ascending. */
export function facilityRowsByCategory(facilities: readonly Facility[]): ReadonlyMap<CategoryId, number[]> {
  const byCategory = new Map<CategoryId, number[]>();
  facilities.forEach(({ categories }, row) => {
    for (const category of categories) {
      const rows = byCategory.get(category) ?? [];
      rows.push(row);
      byCategory.set(category, rows);
    }
  });
  return byCategory;
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
