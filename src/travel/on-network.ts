import { CoverageError } from "../errors.js";
import {
  type CategoryId,
  type CostUnit,
  NO_WAY,
  NOT_ATTACHED,
  type TravelProfile,
  type TravelRequest,
} from "../model.js";
import { Search, type SearchSeeds } from "../network/search.js";
import type { WalkNetwork } from "../network/walk-network.js";
import { cellOf, emptyTable, insertNearest, type TableDraft } from "./nearest-table.js";
import { computeNetworkCosts, type Entry, entriesOf, type NetworkCosts, partOf } from "./network-costs.js";
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
  const costs = new Map<CostUnit, { readonly costs: NetworkCosts; readonly search: Search }>();
  const costsIn = (unit: CostUnit) => {
    let known = costs.get(unit);
    if (known === undefined) {
      const computed = computeNetworkCosts(walkNetwork, profile, unit);
      known = { costs: computed, search: new Search(computed.graph) };
      costs.set(unit, known);
    }
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
    fillTable: (request, onCategory) => {
      const { costs: unitCosts, search } = costsIn(request.unit);
      const table = emptyTable(request, city.origins.count, unitCosts.arcOther !== null);
      const origins = new OriginCosts(walkNetwork.network, originsOnNetwork, unitCosts);
      request.categories.forEach((category, column) => {
        const rows = facilityRowsOf(city, category);
        const entries = entriesOf(rows, facilitiesOnNetwork.attachments, unitCosts);
        const work = { table, column, entries, search, origins, request, costs: unitCosts, walkNetwork };
        if (request.nearestCount === 1) fillNearest(work);
        fillEach(work);
        markUnreached(work);
        onCategory?.(column + 1);
      });
      return table;
    },
  };
}

interface Work {
  readonly table: TableDraft;
  readonly column: number;
  readonly entries: readonly Entry[];
  readonly search: Search;
  readonly origins: OriginCosts;
  readonly request: TravelRequest;
  readonly costs: NetworkCosts;
  readonly walkNetwork: WalkNetwork;
}

/** Only the nearest: one search from all facilities at once. */
function fillNearest({ table, column, entries, search, origins, request, costs, walkNetwork }: Work): void {
  search.run(seedsOf(entries, costs, walkNetwork), request.cutoff);
  const direct = origins.entriesByEdge(entries);
  for (let origin = 0; origin < table.originCount; origin++) {
    if (!origins.isAttached(origin) || !origins.isNear(origin, search, direct)) continue;
    origins.findCheapest(origin, search, direct);
    if (origins.cost <= request.cutoff) insertNearest(table, cellOf(table, origin, column), origins);
  }
}

/** Counts, and ranks beyond the first: a search from each facility on its own, no farther than needed. */
function fillEach({ table, column, entries, search, origins, request, costs, walkNetwork }: Work): void {
  const countWithin = request.countWithin[column] ?? null;
  const counts = table.counts[column] ?? null;
  const ranked = request.nearestCount > 1;
  if (counts === null && !ranked) return;
  const limit = Math.max(ranked ? request.cutoff : 0, countWithin ?? 0);
  for (let first = 0, end = 0; first < entries.length; first = end) {
    while (end < entries.length && entries[end]?.facilityRow === entries[first]?.facilityRow) end++;
    const own = entries.slice(first, end);
    search.run(seedsOf(own, costs, walkNetwork), limit);
    const direct = origins.entriesByEdge(own);
    for (const origin of origins.near(search, own)) {
      origins.findCheapest(origin, search, direct);
      if (counts !== null && countWithin !== null && origins.cost <= countWithin) counts[origin]++;
      if (ranked && origins.cost <= request.cutoff) insertNearest(table, cellOf(table, origin, column), origins);
    }
  }
}

/** Seeds both ends of every entry's edge, at what it costs to walk from the end to the entry. */
function seedsOf(
  entries: readonly Entry[],
  { arcCost, arcOther }: NetworkCosts,
  { network }: WalkNetwork,
): SearchSeeds {
  const seeds = { node: [] as number[], cost: [] as number[], owner: [] as number[], other: [] as number[] };
  for (const { attachment, facilityRow, cost, other } of entries) {
    const { edge, fraction } = attachment;
    const ends = [
      { node: network.edgeFrom[edge], arc: 2 * edge, part: fraction },
      { node: network.edgeTo[edge], arc: 2 * edge + 1, part: 1 - fraction },
    ];
    for (const { node, arc, part } of ends) {
      seeds.node.push(node);
      seeds.cost.push(cost + partOf(part, arcCost[arc]));
      seeds.owner.push(facilityRow);
      seeds.other.push(arcOther === null ? 0 : other + partOf(part, arcOther[arc]));
    }
  }
  return seeds;
}

/**
 * Tells apart, where nothing was found: not attached, no way at all, or only too far.
 *
 * Both ways open, the island decides. Where some arcs run one way, a search without a cutoff does.
 */
function markUnreached({ table, column, entries, search, origins, costs, walkNetwork }: Work): void {
  const { network, islands, arcs } = walkNetwork;
  const { edgeFrom } = network;
  const { nodeIsland } = islands;
  const isServed = new Uint8Array(network.nodeCount);
  for (const { attachment } of entries) isServed[nodeIsland[edgeFrom[attachment.edge]]] = 1;
  const direct = origins.entriesByEdge(entries);
  let searchedAll = false;
  const hasWay = (origin: number): boolean => {
    if (isServed[nodeIsland[edgeFrom[origins.edgeOf(origin)]]] === 0) return false;
    if (!arcs.someOneWay) return true;
    if (!searchedAll) search.run(seedsOf(entries, costs, walkNetwork), Infinity);
    searchedAll = true;
    origins.findCheapest(origin, search, direct);
    return origins.cost < Infinity;
  };
  for (let origin = 0; origin < table.originCount; origin++) {
    const cell = cellOf(table, origin, column);
    if (table.cost[cell] !== Infinity) continue;
    const why = !origins.isAttached(origin) ? NOT_ATTACHED : hasWay(origin) ? null : NO_WAY;
    if (why !== null) table.facilityRow.fill(why, cell, cell + table.nearestCount);
  }
}

function facilityRowsOf({ facilities }: TravelCity, category: CategoryId): number[] {
  const rows: number[] = [];
  facilities.forEach(({ categories }, row) => {
    if (categories.includes(category)) rows.push(row);
  });
  return rows;
}
