import { buildHierarchy } from "../hierarchy/build-hierarchy.js";
import { type CountedSource, CountingSearch } from "../hierarchy/counting-search.js";
import { CLOSED } from "../hierarchy/hierarchy.js";
import { HierarchySearch, type LabelColumn } from "../hierarchy/hierarchy-search.js";
import { MAX_OWNERS, ownerOf, unitsOf } from "../hierarchy/kernels.js";
import type { ColumnSeeds, Leaves, Seeds } from "../hierarchy/leaves.js";
import type { TravelRequest } from "../model.js";
import type { Network } from "../network/network.js";
import type { OriginsOnNetwork } from "../network/walk-network.js";
import { cellOf, type TableDraft } from "./nearest-table.js";
import { type Entry, type NetworkCosts, partCost } from "./network-costs.js";
import { seedsOf } from "./seeds.js";

/** Fills tables over a hierarchy of the network: all categories in a few passes. Only for costs without a companion. */
export class HierarchyTravel {
  readonly #network: Network;
  readonly #origins: OriginsOnNetwork;
  readonly #costs: NetworkCosts;
  readonly #search: HierarchySearch;
  readonly #leaves: Leaves;
  #counting: CountingSearch | null = null;

  private constructor(network: Network, origins: OriginsOnNetwork, costs: NetworkCosts, search: HierarchySearch) {
    this.#network = network;
    this.#origins = origins;
    this.#costs = costs;
    this.#search = search;
    this.#leaves = leavesOf(network, origins, costs, search.hierarchy.rankOfNode);
  }

  /** Builds the hierarchy for costs up to `cutoff`. @returns `null` if the network is too dense for one */
  static build(
    network: Network,
    origins: OriginsOnNetwork,
    costs: NetworkCosts,
    cutoff: number,
  ): HierarchyTravel | null {
    const arcUnits = Int32Array.from(costs.arcCost, (cost) => toUnits(cost, costs));
    const limit = Math.floor(cutoff * costs.units);
    const hierarchy = buildHierarchy(network, arcUnits, { direction: "toSources", limit });
    return hierarchy === null ? null : new HierarchyTravel(network, origins, costs, new HierarchySearch(hierarchy));
  }

  /** Fills all columns of a table. @param entries the ways into the facilities of each category, in the order of facility rows */
  fill(table: TableDraft, entries: readonly (readonly Entry[])[], request: TravelRequest): void {
    const columns = entries.map((own): ColumnSeeds => this.#columnSeeds(own));
    const limit = Math.floor(request.cutoff * this.#costs.units);
    const visit = (column: number, labels: LabelColumn) => this.#take(table, column, labels, limit);
    if (request.nearestCount === 1) this.#search.nearestOwners(columns, this.#leaves, visit);
    else this.#search.nearestRanked(columns, this.#leaves, request.nearestCount, visit);
    this.#fillCounts(table, entries, request);
  }

  #take(table: TableDraft, column: number, { labels, first, stride }: LabelColumn, limit: number): void {
    const { originCount, nearestCount, cost, facilityRow } = table;
    const { units } = this.#costs;
    const furthest = (limit + 1) * MAX_OWNERS;
    let cell = cellOf(table, 0, column);
    for (let origin = 0; origin < originCount; origin++) {
      for (let rank = 0; rank < nearestCount; rank++, cell++) {
        const label = labels[first + origin * stride + rank];
        if (!(label < furthest)) continue;
        cost[cell] = unitsOf(label) / units;
        facilityRow[cell] = ownerOf(label);
      }
    }
  }

  #fillCounts(table: TableDraft, entries: readonly (readonly Entry[])[], { countWithin }: TravelRequest): void {
    const sources: CountedSource[] = [];
    entries.forEach((own, column) => {
      const threshold = countWithin[column] ?? null;
      if (threshold === null) return;
      const limit = Math.floor(threshold * this.#costs.units);
      for (const facility of facilitiesOf(own)) sources.push({ column, limit, ...this.#columnSeeds(facility) });
    });
    if (sources.length === 0) return;
    this.#counting ??= new CountingSearch(this.#search);
    const columnCount = entries.length;
    const counted = this.#counting.countForLeaves(sources, this.#leaves, columnCount);
    table.counts.forEach((counts, column) => {
      for (let origin = 0; origin < (counts?.length ?? 0); origin++)
        if (counts !== null) counts[origin] = counted[origin * columnCount + column];
    });
  }

  #columnSeeds(entries: readonly Entry[]): ColumnSeeds {
    const { node, cost, owner } = seedsOf(entries, this.#costs, this.#network);
    const { rankOfNode } = this.#search.hierarchy;
    return {
      ranks: { row: node.map((n) => rankOfNode[n]), units: cost.map((c) => toUnits(c, this.#costs)), owner },
      leaves: this.#sameEdgeSeeds(entries),
    };
  }

  /** What is on an origin's own edge is reached along it. */
  #sameEdgeSeeds(entries: readonly Entry[]): Seeds {
    const seeds = { row: [] as number[], units: [] as number[], owner: [] as number[] };
    const { firstOriginAtNode, originAtNode, edge: edgeOf, fraction, accessMeters } = this.#origins;
    for (const { attachment, facilityRow, cost } of entries) {
      const { edge } = attachment;
      const node = this.#network.edgeFrom[edge];
      for (let i = firstOriginAtNode[node]; i < firstOriginAtNode[node + 1]; i++) {
        const origin = originAtNode[i];
        if (edgeOf[origin] !== edge) continue;
        const ahead = attachment.fraction - fraction[origin];
        const along = partCost(this.#costs, Math.abs(ahead), ahead < 0 ? 2 * edge + 1 : 2 * edge);
        seeds.row.push(origin);
        seeds.units.push(toUnits(cost + along + this.#costs.legCost(accessMeters[origin]), this.#costs));
        seeds.owner.push(facilityRow);
      }
    }
    return seeds;
  }
}

/** Origins hang on the ends of their edges; those that are not attached hang on nothing. */
function leavesOf(
  { edgeFrom, edgeTo }: Network,
  { edge: edgeOf, fraction, accessMeters }: OriginsOnNetwork,
  costs: NetworkCosts,
  rankOfNode: Uint32Array,
): Leaves {
  const count = edgeOf.length;
  const endRank = new Uint32Array(2 * count);
  const endCost = new Int32Array(2 * count).fill(CLOSED);
  for (let origin = 0; origin < count; origin++) {
    const edge = edgeOf[origin];
    if (edge < 0) continue;
    const leg = costs.legCost(accessMeters[origin]);
    endRank[2 * origin] = rankOfNode[edgeFrom[edge]];
    endRank[2 * origin + 1] = rankOfNode[edgeTo[edge]];
    endCost[2 * origin] = toUnits(partCost(costs, fraction[origin], 2 * edge + 1) + leg, costs);
    endCost[2 * origin + 1] = toUnits(partCost(costs, 1 - fraction[origin], 2 * edge) + leg, costs);
  }
  return { count, endRank, endCost };
}

function toUnits(cost: number, { units }: NetworkCosts): number {
  return Math.min(cost * units, CLOSED);
}

/** Groups entries, which come by facility. */
function* facilitiesOf(entries: readonly Entry[]): Generator<readonly Entry[]> {
  for (let first = 0, end = 0; first < entries.length; first = end) {
    while (end < entries.length && entries[end]?.facilityRow === entries[first]?.facilityRow) end++;
    yield entries.slice(first, end);
  }
}
