import type { AttachedOrigins } from "../attach/attach-origins.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { contractChains } from "../graph/contract-chains.js";
import { UnitQueue } from "../graph/unit-queue.js";
import { ChainPlaces, type OriginsOnEdges, originsByEdge } from "../travel/chain-places.js";
import { type OriginEnds, originEnds, seedPlaces } from "../travel/chain-seeds.js";
import { arcUnitsOf, type Entry, type NetworkCosts } from "../travel/network-costs.js";
import type { FieldFacility } from "./category-field.js";
import { buildFieldGraph, type FieldGraph } from "./field-graph.js";
import type { LocalReach } from "./local-reach.js";

/** The streets, as all fields of one unit and profile see them. */
export class FieldGround {
  readonly costs: NetworkCosts;
  readonly graph: FieldGraph;
  readonly queue: UnitQueue;
  readonly ends: OriginEnds;
  /** The order of facilities at equal cost, by row. */
  readonly rankOf: (row: number) => number;
  /** A search that fields take in turns; made when it is first needed. */
  reach: LocalReach | undefined;
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
    this.rankOf = rankOf;
    this.#places = new ChainPlaces(chains, costs);
    this.#onEdges = originsByEdge(origins, network.edgeCount);
    this.ends = originEnds(origins, this.#places);
    const { firstOrigin, originAt } = originsAtCrossings(this.ends, origins.edge, this.graph.nodeCount);
    this.#firstOrigin = firstOrigin;
    this.#originAt = originAt;
  }

  /** Sees a facility from the streets. */
  seeFacility(row: number, entries: readonly Entry[]): FieldFacility {
    return { row, ...seedPlaces(entries, this.#places, this.#onEdges, this.graph.limit) };
  }

  /** Adds the origins whose chain ends at a crossing. */
  addOriginsAt(crossing: number, origins: Set<number>): void {
    for (let at = this.#firstOrigin[crossing]; at < this.#firstOrigin[crossing + 1]; at++)
      origins.add(this.#originAt[at]);
  }
}

function originsAtCrossings({ count, endCrossing }: OriginEnds, edgeOf: Int32Array, crossingCount: number) {
  const firstOrigin = new Uint32Array(crossingCount + 1);
  for (let end = 0; end < 2 * count; end++) if (edgeOf[end >> 1] >= 0) firstOrigin[endCrossing[end] + 1]++;
  for (let crossing = 0; crossing < crossingCount; crossing++) firstOrigin[crossing + 1] += firstOrigin[crossing];
  const next = firstOrigin.slice(0, crossingCount);
  const originAt = new Uint32Array(firstOrigin[crossingCount]);
  for (let end = 0; end < 2 * count; end++) if (edgeOf[end >> 1] >= 0) originAt[next[endCrossing[end]]++] = end >> 1;
  return { firstOrigin, originAt };
}
