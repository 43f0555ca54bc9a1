import type { AttachedOrigins } from "../attach/attach-origins.js";
import type { Bounds } from "../geo/bounds.js";
import { chainsOfWhole, clipNetwork } from "../graph/clip-network.js";
import { type ChainNetwork, contractChains } from "../graph/contract-chains.js";
import type { Network } from "../graph/network.js";
import { buildHierarchy } from "../hierarchy/build-hierarchy.js";
import { type CountedSource, CountingSearch } from "../hierarchy/counting-search.js";
import { CLOSED } from "../hierarchy/hierarchy.js";
import { HierarchySearch, type LabelColumn, type RankedColumn, rankedAt } from "../hierarchy/hierarchy-search.js";
import { ownerOf, packLabel, unitsOf } from "../hierarchy/kernels.js";
import type { ColumnSeeds, Leaves } from "../hierarchy/leaves.js";
import { type PairedSource, PairSearch } from "../hierarchy/pair-search.js";
import type { TravelRequest } from "../model/travel.js";
import { ChainPlaces, type OriginsOnEdges, originsByEdge } from "./chain-places.js";
import { originEnds, seedPlaces } from "./chain-seeds.js";
import { cellOf, type TableDraft } from "./nearest-table.js";
import { arcUnitsOf, type Goal, type NetworkCosts } from "./network-costs.js";

/** Fills tables over a hierarchy of the network: all categories in a few passes. Only for costs without a second quantity. */
export class HierarchyTravel {
  readonly #costs: NetworkCosts;
  readonly #search: HierarchySearch;
  readonly #places: ChainPlaces;
  readonly #originsOnEdges: OriginsOnEdges;
  readonly #leaves: Leaves;
  #counting: CountingSearch | null = null;
  #pairs: PairSearch | null = null;

  private constructor(origins: AttachedOrigins, costs: NetworkCosts, chains: ChainNetwork, search: HierarchySearch) {
    this.#costs = costs;
    this.#search = search;
    this.#places = new ChainPlaces(chains, costs);
    this.#originsOnEdges = originsByEdge(origins, chains.chainOfEdge.length);
    const { rankOfNode } = search.hierarchy;
    const { count, endCrossing, endUnits } = originEnds(origins, this.#places);
    this.#leaves = { count, endRank: endCrossing.map((crossing) => rankOfNode[crossing]), endCost: endUnits };
  }

  /**
   * Builds the hierarchy of the crossings for costs up to `reach`.
   *
   * @param ground holds all that origins get to at that cost, and the streets they are attached to: what lies beyond is left out
   * @returns `null` if the network is too dense for one
   */
  static build(
    network: Network,
    origins: AttachedOrigins,
    costs: NetworkCosts,
    { reach, ground }: { readonly reach: number; readonly ground: Bounds },
  ): HierarchyTravel | null {
    const { network: near, arcUnits, edgeOf } = clipNetwork(network, arcUnitsOf(costs), ground);
    const chains = chainsOfWhole(contractChains(near, arcUnits), edgeOf, network.edgeCount);
    const chainUnits = new Int32Array(chains.chainUnits.length);
    for (let arc = 0; arc < chainUnits.length; arc++) chainUnits[arc] = Math.min(chains.chainUnits[arc], CLOSED);
    const limit = Math.floor(reach * costs.units);
    const hierarchy = buildHierarchy(chains.crossings, chainUnits, { direction: "toSources", limit });
    if (hierarchy === null) return null;
    return new HierarchyTravel(origins, costs, chains, new HierarchySearch(hierarchy));
  }

  /** Fills all columns of a table. @param goals the facilities of each category, in the order of their rows */
  fill(table: TableDraft, goals: readonly (readonly Goal[])[], request: TravelRequest): void {
    const columns = goals.map((own): ColumnSeeds => this.#columnSeeds(own));
    const limit = Math.floor(request.cutoff * this.#costs.units);
    if (request.nearestCount === 1)
      this.#search.nearestOwners(columns, this.#leaves, (column, labels) => this.#take(table, column, labels, limit));
    else
      this.#search.nearestRanked(columns, this.#leaves, request.nearestCount, (column, labels) =>
        this.#takeRanked(table, column, labels, limit),
      );
    this.#fillCounts(table, goals, request);
  }

  /** Prepares to visit every origin and goal that are within `cutoff` of each other, again and again. */
  pairsWithin(
    goals: readonly Goal[],
    cutoff: number,
  ): (visit: (origin: number, facilityRow: number, cost: number) => void) => void {
    const { units: perCost } = this.#costs;
    const limit = Math.floor(cutoff * perCost);
    const sources: PairedSource[] = [];
    for (const goal of goals) {
      const seeds = this.#columnSeeds([goal]);
      const isNear = seeds.ranks.row.length > 0 || seeds.leaves.row.length > 0;
      if (isNear) sources.push({ owner: goal.facilityRow, limit, ...seeds });
    }
    this.#pairs ??= new PairSearch(this.#search, this.#leaves);
    const search = this.#pairs;
    return (visit) => search.eachPair(sources, (origin, row, units) => visit(origin, row, units / perCost));
  }

  #take({ originCount, ...table }: TableDraft, column: number, { labels, first, stride }: LabelColumn, limit: number) {
    const { cost, facilityRow } = table;
    const { units } = this.#costs;
    const furthest = packLabel(limit + 1, 0);
    const firstCell = column * originCount;
    for (let origin = 0, at = first; origin < originCount; origin++, at += stride) {
      const label = labels[at];
      if (!(label < furthest)) continue;
      cost[firstCell + origin] = unitsOf(label) / units;
      facilityRow[firstCell + origin] = ownerOf(label);
    }
  }

  #takeRanked(table: TableDraft, column: number, labels: RankedColumn, limit: number): void {
    const { originCount, nearestCount, cost, facilityRow } = table;
    for (let origin = 0, cell = cellOf(table, 0, column); origin < originCount; origin++) {
      for (let i = 0; i < nearestCount; i++, cell++) {
        const { units, owner } = rankedAt(labels, origin, i);
        if (units > limit) continue;
        cost[cell] = units / this.#costs.units;
        facilityRow[cell] = owner;
      }
    }
  }

  #fillCounts(table: TableDraft, goals: readonly (readonly Goal[])[], { countWithin }: TravelRequest): void {
    const sources: CountedSource[] = [];
    goals.forEach((own, column) => {
      const threshold = countWithin[column] ?? null;
      if (threshold === null) return;
      const limit = Math.floor(threshold * this.#costs.units);
      for (const goal of own) sources.push({ column, limit, ...this.#columnSeeds([goal]) });
    });
    if (sources.length === 0) return;
    this.#counting ??= new CountingSearch(this.#search);
    const columnCount = goals.length;
    const counted = this.#counting.countForLeaves(sources, this.#leaves, columnCount);
    table.counts.forEach((counts, column) => {
      for (let origin = 0; origin < (counts?.length ?? 0); origin++)
        if (counts !== null) counts[origin] = counted[origin * columnCount + column];
    });
  }

  #columnSeeds(goals: readonly Goal[]): ColumnSeeds {
    const { rankOfNode, limit } = this.#search.hierarchy;
    const { crossings, origins } = seedPlaces(goals, this.#places, this.#originsOnEdges, limit);
    return { ranks: { ...crossings, row: crossings.row.map((crossing) => rankOfNode[crossing]) }, leaves: origins };
  }
}
