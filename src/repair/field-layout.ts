import type { AttachedOrigins } from "../attach/attach-origins.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { groupRows } from "../base/group-rows.js";
import { once } from "../base/once.js";
import { contractChains } from "../graph/contract-chains.js";
import { UnitQueue } from "../graph/unit-queue.js";
import { ChainPlaces, type OriginsOnEdges, originsByEdge } from "../travel/chain-places.js";
import { type OriginEnds, originEnds, type PlaceSeeds, seedPlaces } from "../travel/chain-seeds.js";
import { arcUnitsOf, type Goal, type NetworkCosts } from "../travel/network-costs.js";
import { buildFieldGraph, type FieldGraph } from "./field-graph.js";
import { LocalReach } from "./local-reach.js";
import type { FieldSeed } from "./nearest-field.js";

/** A facility as a field sees it. */
export interface FieldFacility {
  readonly row: number;
  readonly crossings: PlaceSeeds;
  readonly origins: PlaceSeeds;
}

/** The streets laid out for all fields of one unit and profile: crossings, chains between them, and the origins on those. */
export class FieldLayout {
  readonly costs: NetworkCosts;
  readonly graph: FieldGraph;
  readonly queue: UnitQueue;
  readonly ends: OriginEnds;
  /** The order of facilities at equal cost, by row. */
  readonly rankOf: (row: number) => number;
  /** A search that fields take in turns; made when it is first needed. */
  readonly #reach: () => LocalReach;
  readonly #places: ChainPlaces;
  readonly #onEdges: OriginsOnEdges;
  /** CSR: the origins at each crossing. */
  readonly #firstOrigin: Uint32Array;
  readonly #originAt: Uint32Array;

  constructor(
    { network }: ModeNetwork,
    origins: AttachedOrigins,
    { costs, reach, rankOf }: { costs: NetworkCosts; reach: number; rankOf: (row: number) => number },
  ) {
    const chains = contractChains(network, arcUnitsOf(costs));
    const limit = Math.floor(reach * costs.units);
    this.costs = costs;
    this.graph = buildFieldGraph(chains.crossings, chains.chainUnits, limit);
    this.queue = new UnitQueue(limit);
    this.#reach = once(() => new LocalReach(this.graph, this.queue));
    this.rankOf = rankOf;
    this.#places = new ChainPlaces(chains, costs);
    this.#onEdges = originsByEdge(origins, network.edgeCount);
    this.ends = originEnds(origins, this.#places);
    const { firstOrigin, originAt } = originsAtCrossings(this.ends, origins.edge, this.graph.nodeCount);
    this.#firstOrigin = firstOrigin;
    this.#originAt = originAt;
  }

  /** Sees a facility from the streets. */
  seeFacility(row: number, goals: readonly Goal[]): FieldFacility {
    return { row, ...seedPlaces(goals, this.#places, this.#onEdges, this.graph.limit) };
  }

  /** Adds the origins whose chain ends at a crossing. */
  addOriginsAt(crossing: number, origins: Set<number>): void {
    for (let at = this.#firstOrigin[crossing]; at < this.#firstOrigin[crossing + 1]; at++)
      origins.add(this.#originAt[at]);
  }

  /** Finds the origins that reach a facility at `limit` units or less. */
  originsWithin({ crossings, origins }: FieldFacility, limit: number): number[] {
    const { endCrossing, endUnits } = this.ends;
    const reach = this.#reach();
    reach.run(toSeeds(crossings), limit);
    const found = new Set<number>();
    origins.row.forEach((origin, i) => {
      if ((origins.units[i] as number) <= limit) found.add(origin);
    });
    const near = new Set<number>();
    for (let i = 0; i < reach.count; i++) this.addOriginsAt(reach.nodes[i], near);
    for (const origin of near)
      for (let end = 2 * origin; end < 2 * origin + 2; end++)
        if (reach.units[endCrossing[end]] + endUnits[end] <= limit) found.add(origin);
    return [...found];
  }
}

/** Gives where places are, and at what cost, one by one. */
export function toSeeds({ row, units }: PlaceSeeds): FieldSeed[] {
  return row.map((node, i) => ({ node, units: units[i] as number }));
}

function originsAtCrossings({ endCrossing }: OriginEnds, edgeOf: Int32Array, crossingCount: number) {
  const crossingOf = new Int32Array(endCrossing.length);
  for (let end = 0; end < crossingOf.length; end++) crossingOf[end] = edgeOf[end >> 1] < 0 ? -1 : endCrossing[end];
  const { first: firstOrigin, rows } = groupRows(crossingOf, crossingCount);
  return { firstOrigin, originAt: rows.map((end) => end >> 1) };
}
