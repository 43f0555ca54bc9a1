import { CoverageError } from "../errors.js";
import { MAX_OWNERS } from "../hierarchy/kernels.js";
import type { CategoryId, NearestTable, TravelProfile, TravelRequest } from "../model.js";
import { Search } from "../network/search.js";
import { paysHierarchy } from "./choose-search.js";
import { fillBySearch } from "./fill-by-search.js";
import { HierarchyTravel } from "./hierarchy-travel.js";
import { markUnreached } from "./mark-unreached.js";
import { emptyTable } from "./nearest-table.js";
import { computeNetworkCosts, entriesOf, type NetworkCosts } from "./network-costs.js";
import { OriginCosts } from "./origin-costs.js";
import type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "./travel-model.js";

/**
 * Makes the travel model that walks along the streets.
 *
 * Edge-exact: places lie at a point of an edge, the off-street legs are walked too, and two places on one edge are
 * joined along it. The nearest facility of every origin comes from one search per category, from all its facilities
 * at once, against the direction of travel.
 */
export function onNetwork(): TravelModel {
  return {
    id: "onNetwork",
    prepare: (city, profile) => {
      if (city.streets === null)
        throw new CoverageError("NO_STREETS", "The travel model onNetwork needs streets, and the city has none.", {
          hint: "Give streets, or use straightLine().",
        });
      return prepareNetworkTravel(city, city.streets, profile);
    },
  };
}

function prepareNetworkTravel(city: TravelCity, streets: CityStreets, profile: TravelProfile): PreparedTravel {
  const { walkNetwork } = streets;
  const originsOnNetwork = streets.originsOnNetwork(profile.maxAccessMeters);
  const facilitiesOnNetwork = streets.facilitiesOnNetwork(profile.maxAccessMeters);
  const onCosts = new Map<string, CostsOnNetwork>();
  const costsFor = ({ unit, cutoff }: TravelRequest): CostsOnNetwork => {
    const key = `${unit} ${cutoff}`;
    const known = onCosts.get(key) ?? { costs: computeNetworkCosts(walkNetwork, profile, { unit, cutoff }) };
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
      fillTable({ city, streets, profile, onCosts: costsFor(request), request }, onCategory),
  };
}

/** What walking costs up to a cutoff, and what was built to search by it. */
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
}

function fillTable(
  { city, streets, profile, onCosts, request }: Work,
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
    onCosts.search ??= new Search(costs.graph);
    return onCosts.search;
  };
  const facilityCounts = request.categories.map((category) => rows.get(category)?.length ?? 0);
  const canHaveHierarchy = costs.arcOther === null && request.cutoff < Infinity && city.facilities.length < MAX_OWNERS;
  if (
    onCosts.hierarchy === undefined &&
    canHaveHierarchy &&
    paysHierarchy({ nodeCount: network.nodeCount, request, facilityCounts })
  )
    onCosts.hierarchy = HierarchyTravel.build(network, originsOnNetwork, costs, request.cutoff);
  onCosts.hierarchy?.fill(table, entries, request);
  entries.forEach((own, column) => {
    if (!onCosts.hierarchy)
      fillBySearch({ table, column, entries: own, search: search(), origins, request, costs, network });
    markUnreached({ table, column, entries: own, origins, costs, walkNetwork, search });
    onCategory?.(column + 1);
  });
  return table;
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
