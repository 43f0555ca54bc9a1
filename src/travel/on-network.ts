import { CoverageError } from "../errors.js";
import { MAX_OWNERS } from "../hierarchy/kernels.js";
import type { CategoryId, NearestTable, TravelProfile, TravelRequest } from "../model.js";
import type { Network } from "../network/network.js";
import { Search } from "../network/search.js";
import { buildSearchGraph } from "../network/search-graph.js";
import { paysHierarchy } from "./choose-search.js";
import { fillBySearch } from "./fill-by-search.js";
import { HierarchyTravel } from "./hierarchy-travel.js";
import { islandsOf, markUnreached } from "./mark-unreached.js";
import { emptyTable } from "./nearest-table.js";
import { computeNetworkCosts, entriesOf, type NetworkCosts } from "./network-costs.js";
import { OriginCosts } from "./origin-costs.js";
import type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "./travel-model.js";

export interface OnNetworkOptions {
  /**
   * How the streets are searched: one search of the network for each category, or a hierarchy, built first, that answers
   * for all categories at once. The answers are the same, bit for bit. Default: `auto`, whichever is faster by estimate.
   */
  readonly search?: "auto" | "network" | "hierarchy";
}

/**
 * Makes the travel model that walks along the streets.
 *
 * Edge-exact: places lie at a point of an edge, the off-street legs are walked too, and two places on one edge are
 * joined along it. The nearest facility of every origin comes from one search per category, from all its facilities
 * at once, against the direction of travel.
 */
export function onNetwork({ search = "auto" }: OnNetworkOptions = {}): TravelModel {
  if (!["auto", "network", "hierarchy"].includes(search))
    throw new CoverageError("INVALID_ARGUMENT", `onNetwork: options.search is ${JSON.stringify(search)}.`, {
      path: "search",
      hint: 'Give "auto", "network" or "hierarchy", or leave it out.',
    });
  return {
    id: "onNetwork",
    prepare: (city, profile) => {
      if (city.streets === null)
        throw new CoverageError("NO_STREETS", "The travel model onNetwork needs streets, and the city has none.", {
          hint: "Give streets, or use straightLine().",
        });
      return prepareNetworkTravel(city, city.streets, { profile, search });
    },
  };
}

function prepareNetworkTravel(
  city: TravelCity,
  streets: CityStreets,
  { profile, search }: { readonly profile: TravelProfile } & Required<OnNetworkOptions>,
): PreparedTravel {
  const { walkNetwork } = streets;
  const originsOnNetwork = streets.originsOnNetwork(profile.maxAccessMeters);
  const facilitiesOnNetwork = streets.facilitiesOnNetwork(profile.maxAccessMeters);
  const onCosts = new Map<string, CostsOnNetwork>();
  const costsFor = (request: TravelRequest): CostsOnNetwork => {
    const { unit } = request;
    const reach = reachOf(request);
    const key = `${unit} ${reach}`;
    const known = onCosts.get(key) ?? { costs: computeNetworkCosts(walkNetwork, profile, { unit, reach }) };
    onCosts.set(key, known);
    return known;
  };
  return {
    summary: {
      id: "onNetwork",
      label: { zh: "沿街道步行", en: "Walking along the streets" },
      method: {
        zh: "沿路网的最短时间，含到最近街道的路外步行；起终点位于街道上的准确位置。",
        en: "Shortest time along the street network, including the walk to the nearest street; places lie at the exact point along their street.",
      },
      parameters: {
        speedMetersPerSecond: profile.speedMetersPerSecond,
        stepsSpeedMetersPerSecond: profile.stepsSpeedMetersPerSecond,
        offStreetSpeedMetersPerSecond: profile.offStreetSpeedMetersPerSecond,
        maxAccessMeters: profile.maxAccessMeters,
        nodes: walkNetwork.network.nodeCount,
        edges: walkNetwork.network.edgeCount,
      },
    },
    diagnostics: [...originsOnNetwork.diagnostics, ...facilitiesOnNetwork.diagnostics],
    fillTable: (request, onCategory) =>
      fillTable({ city, streets, profile, onCosts: costsFor(request), request, prefer: search }, onCategory),
  };
}

/** How far a request looks: thresholds for counting may lie beyond the cutoff. */
function reachOf({ cutoff, countWithin }: TravelRequest): number {
  return countWithin.reduce<number>((reach, threshold) => Math.max(reach, threshold ?? 0), cutoff);
}

/** What walking costs in one unit, and what was built to search by it. */
interface CostsOnNetwork {
  readonly costs: NetworkCosts;
  search?: Search;
  /** `null`: the network is too dense for one. */
  hierarchy?: HierarchyTravel | null;
}
interface Work {
  readonly city: TravelCity;
  readonly streets: CityStreets;
  readonly profile: TravelProfile;
  readonly onCosts: CostsOnNetwork;
  readonly request: TravelRequest;
  readonly prefer: Required<OnNetworkOptions>["search"];
}

function fillTable(
  { city, streets, profile, onCosts, request, prefer }: Work,
  onCategory: ((done: number) => void) | undefined,
): NearestTable {
  const { costs } = onCosts;
  const { walkNetwork } = streets;
  const { network } = walkNetwork;
  const { attachments } = streets.facilitiesOnNetwork(profile.maxAccessMeters);
  const originsOnNetwork = streets.originsOnNetwork(profile.maxAccessMeters);
  const table = emptyTable(request, city.origins.count, costs.arcOther !== null);
  const origins = new OriginCosts(network, originsOnNetwork, costs);
  const rows = facilityRowsByCategory(city);
  const entries = request.categories.map((category) => entriesOf(rows.get(category) ?? [], attachments, costs));
  const search = () => {
    onCosts.search ??= searchBy(network, costs);
    return onCosts.search;
  };
  const facilityCounts = request.categories.map((category) => rows.get(category)?.length ?? 0);
  const canHaveHierarchy =
    costs.arcOther === null && reachOf(request) < Infinity && city.facilities.length < MAX_OWNERS;
  if (
    onCosts.hierarchy === undefined &&
    canHaveHierarchy &&
    prefer !== "network" &&
    (prefer === "hierarchy" || paysHierarchy({ nodeCount: network.nodeCount, request, facilityCounts }))
  )
    onCosts.hierarchy = HierarchyTravel.build(network, originsOnNetwork, costs, reachOf(request));
  onCosts.hierarchy?.fill(table, entries, request);
  const originIsland = islandsOf(origins, table.originCount, walkNetwork);
  entries.forEach((own, column) => {
    if (!onCosts.hierarchy)
      fillBySearch({ table, column, entries: own, search: search(), origins, request, costs, network });
    markUnreached({ table, column, entries: own, origins, originIsland, costs, walkNetwork, search });
    onCategory?.(column + 1);
  });
  return table;
}

function searchBy(network: Network, { arcCost, arcOther }: NetworkCosts): Search {
  return new Search(buildSearchGraph(network, arcCost, { direction: "toSources", arcOther: arcOther ?? undefined }));
}

/** Facility rows of each category, ascending. */
function facilityRowsByCategory({ facilities }: TravelCity): ReadonlyMap<CategoryId, number[]> {
  const byCategory = new Map<CategoryId, number[]>();
  facilities.forEach(({ categories }, row) => {
    for (const category of categories) {
      const rows = byCategory.get(category);
      if (rows === undefined) byCategory.set(category, [row]);
      else rows.push(row);
    }
  });
  return byCategory;
}
