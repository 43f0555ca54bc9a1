import type { AttachedOrigins } from "../attach/attach-origins.js";
import { groupRows } from "../base/group-rows.js";
import type { Meters } from "../base/units.js";
import type { ChainNetwork } from "../graph/contract-chains.js";
import { type Entry, type NetworkCosts, partCost } from "./network-costs.js";

/** Places on edges, seen from the ends of their chains. Costs are in units. */
export class ChainPlaces {
  readonly #chains: ChainNetwork;
  readonly #costs: NetworkCosts;

  constructor(chains: ChainNetwork, costs: NetworkCosts) {
    this.#chains = chains;
    this.#costs = costs;
  }

  /** Gives the cost of an off-street leg. */
  legUnits(accessMeters: Meters): number {
    return this.#costs.legCost(accessMeters) * this.#costs.units;
  }

  /** Tells whether an edge is part of a chain: not closed, nor beyond the ground. */
  isOpen(edge: number): boolean {
    return this.#chains.chainOfEdge[edge] >= 0;
  }

  /** Gives the crossing at the start (`side` 0) or end (1) of the chain of an edge. */
  crossing(edge: number, side: number): number {
    const { crossings, chainOfEdge } = this.#chains;
    return (side === 0 ? crossings.edgeFrom : crossings.edgeTo)[chainOfEdge[edge]];
  }

  /** Gives the cost of walking between a place on an edge and the start (`side` 0) or end (1) of its chain. */
  cost(place: { readonly edge: number; readonly fraction: number }, side: number, walk: Walk): number {
    const { edge } = place;
    return this.#within(place, side, walk) + this.#beyond(edge, side);
  }

  /**
   * Visits the origins on the chain of an entry that reach it along the chain at no more than `limit`, its access leg not
   * counted.
   */
  eachOnChain({ attachment }: Entry, onEdges: OriginsOnEdges, limit: number, visit: OriginVisit): void {
    const { chainOfEdge, firstChainEdge, chainEdge } = this.#chains;
    const { edge } = attachment;
    this.#eachOnEdge(attachment, onEdges, visit);
    const chain = chainOfEdge[edge];
    const own = chainEdge.indexOf(edge, firstChainEdge[chain]);
    for (const [step, side] of [
      [-1, 0],
      [1, 1],
    ] as const) {
      const base = this.#within(attachment, side, "fromEnd");
      let between = 0;
      for (let at = own + step; at >= firstChainEdge[chain] && at < firstChainEdge[chain + 1]; at += step) {
        if (base + between > limit) break;
        this.#eachOf(chainEdge[at], onEdges, (origin, place) =>
          visit(origin, base + between + this.#within(place, 1 - side, "toEnd")),
        );
        between += this.#edgeUnits(chainEdge[at]);
      }
    }
  }

  #eachOnEdge({ edge, fraction }: Entry["attachment"], onEdges: OriginsOnEdges, visit: OriginVisit): void {
    this.#eachOf(edge, onEdges, (origin, place) => {
      const ahead = fraction - place.fraction;
      const arc = ahead < 0 ? 2 * edge + 1 : 2 * edge;
      visit(origin, partCost(this.#costs, Math.abs(ahead), arc) * this.#costs.units);
    });
  }

  #eachOf(
    edge: number,
    { first, origin, fraction }: OriginsOnEdges,
    visit: (origin: number, place: { readonly edge: number; readonly fraction: number }) => void,
  ): void {
    for (let at = first[edge]; at < first[edge + 1]; at++) visit(origin[at], { edge, fraction: fraction[origin[at]] });
  }

  /** Along the place's own edge. */
  #within(place: { readonly edge: number; readonly fraction: number }, side: number, walk: Walk): number {
    const { edge, fraction } = place;
    const towardFrom = (side === 0) === (this.#chains.isForward[edge] === 1);
    const part = towardFrom ? fraction : 1 - fraction;
    const arc = towardFrom === (walk === "fromEnd") ? 2 * edge : 2 * edge + 1;
    return partCost(this.#costs, part, arc) * this.#costs.units;
  }

  /** Along the other edges of the chain, which cost the same both ways. */
  #beyond(edge: number, side: number): number {
    const { chainOfEdge, startUnits, chainUnits, firstChainEdge } = this.#chains;
    if (side === 0) return startUnits[edge];
    const chain = chainOfEdge[edge];
    const isAlone = firstChainEdge[chain + 1] - firstChainEdge[chain] === 1;
    return isAlone ? 0 : chainUnits[2 * chain] - startUnits[edge] - this.#edgeUnits(edge);
  }

  #edgeUnits(edge: number): number {
    return this.#costs.arcCost[2 * edge] * this.#costs.units;
  }
}

/** `toEnd`: from the place to the end of the chain; `fromEnd`: the other way. */
export type Walk = "toEnd" | "fromEnd";
export type OriginVisit = (origin: number, units: number) => void;

/** The origins on each edge, as CSR. */
export interface OriginsOnEdges {
  readonly first: Uint32Array;
  readonly origin: Uint32Array;
  /** Of each origin. */
  readonly fraction: Float64Array;
  readonly accessMeters: Float64Array;
}

/** Lists origins by their edges. */
export function originsByEdge({ edge, fraction, accessMeters }: AttachedOrigins, edgeCount: number): OriginsOnEdges {
  const { first, rows: origin } = groupRows(edge, edgeCount);
  return { first, origin, fraction, accessMeters };
}
