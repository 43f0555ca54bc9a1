import type { AttachedOrigins } from "../attach/attach-origins.js";
import type { Network } from "../graph/network.js";
import type { Search } from "../graph/search.js";
import { type Entry, type NetworkCosts, partCost, partSecondQuantity } from "./network-costs.js";

/** Reads the costs of origins off a finished search: an origin lies on an edge, the search labels its ends. */
export class OriginCosts {
  /** The answer of `findCheapest`, or of `beThere`. */
  cost: number = Number.POSITIVE_INFINITY;
  facilityRow: number = -1;
  secondQuantity: number = 0;

  readonly #network: Network;
  readonly #origins: AttachedOrigins;
  readonly #costs: NetworkCosts;
  /** Which call of `near` has seen an origin last. */
  readonly #seenBy: Uint32Array;
  #call = 0;

  constructor(network: Network, origins: AttachedOrigins, costs: NetworkCosts) {
    this.#network = network;
    this.#origins = origins;
    this.#costs = costs;
    this.#seenBy = new Uint32Array(origins.edge.length);
  }

  isAttached(origin: number): boolean {
    return this.#origins.edge[origin] >= 0;
  }

  /** Tells whether a search has come near an origin: to an end of its edge, or from an entry on it. */
  isNear(origin: number, search: Search, direct: ReadonlyMap<number, readonly Entry[]>): boolean {
    const edge = this.#origins.edge[origin];
    return (
      search.cost[this.#network.edgeFrom[edge]] < Infinity ||
      search.cost[this.#network.edgeTo[edge]] < Infinity ||
      direct.has(edge)
    );
  }

  /**
   * Finds the cheapest way from an attached origin: over either end of its edge, or straight along the edge to an
   * entry on it. Ties go to the smaller facility row, as in the search.
   *
   * The answer is in `cost` (`Infinity` = none), `facilityRow` and `secondQuantity`, until the next call: millions of
   * answers are read, none is kept.
   */
  findCheapest(origin: number, search: Search, direct: ReadonlyMap<number, readonly Entry[]>): void {
    const edge = this.#origins.edge[origin];
    const fraction = this.#origins.fraction[origin];
    const from = this.#network.edgeFrom[edge];
    const to = this.#network.edgeTo[edge];
    this.cost = Infinity;
    this.facilityRow = -1;
    this.secondQuantity = 0;
    this.#offer(fraction, 2 * edge + 1, search.cost[from], search.owner[from], search.secondQuantity[from]);
    this.#offer(1 - fraction, 2 * edge, search.cost[to], search.owner[to], search.secondQuantity[to]);
    const own = direct.get(edge);
    if (own !== undefined) {
      for (const { attachment, facilityRow, cost, secondQuantity } of own) {
        const ahead = attachment.fraction - fraction;
        this.#offer(ahead < 0 ? -ahead : ahead, ahead < 0 ? 2 * edge + 1 : 2 * edge, cost, facilityRow, secondQuantity);
      }
    }
    const meters = this.#origins.accessMeters[origin];
    this.cost += this.#costs.legCost(meters);
    this.secondQuantity += this.#costs.legSecondQuantity(meters);
  }

  /** Gives the way of whoever is at a facility already. */
  beThere(facilityRow: number): void {
    this.cost = 0;
    this.facilityRow = facilityRow;
    this.secondQuantity = 0;
  }

  /** Considers to walk `part` of an arc and then on from its end. */
  #offer(part: number, arc: number, toCost: number, facilityRow: number, toSecondQuantity: number): void {
    const cost = toCost + partCost(this.#costs, part, arc);
    if (cost > this.cost || cost === Infinity) return;
    const secondQuantity = toSecondQuantity + partSecondQuantity(this.#costs, part, arc);
    if (cost === this.cost) {
      if (facilityRow > this.facilityRow) return;
      if (facilityRow === this.facilityRow && secondQuantity >= this.secondQuantity) return;
    }
    this.cost = cost;
    this.facilityRow = facilityRow;
    this.secondQuantity = secondQuantity;
  }

  /** Lists, once each, the origins on edges that a search has reached and on the entries' own edges. */
  near(search: Search, entries: readonly Entry[]): number[] {
    const origins: number[] = [];
    const call = ++this.#call;
    const { firstOriginAtNode, originAtNode } = this.#origins.atNodes();
    const visit = (node: number) => {
      for (let i = firstOriginAtNode[node]; i < firstOriginAtNode[node + 1]; i++) {
        const origin = originAtNode[i];
        if (this.#seenBy[origin] === call) continue;
        this.#seenBy[origin] = call;
        origins.push(origin);
      }
    };
    for (let i = 0; i < search.reachedCount; i++) visit(search.reached[i]);
    for (const { attachment } of entries) visit(this.#network.edgeFrom[attachment.edge]);
    return origins;
  }
}
