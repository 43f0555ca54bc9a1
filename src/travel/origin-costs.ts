import type { Network } from "../network/network.js";
import type { Search } from "../network/search.js";
import type { OriginsOnNetwork } from "../network/walk-network.js";
import { type Entry, type NetworkCosts, partOf } from "./network-costs.js";

/** The cheapest way found from an origin. */
export interface FoundWay {
  readonly cost: number;
  readonly facilityRow: number;
  readonly companion: number;
}

const NO_ENTRIES: readonly Entry[] = [];

/** Reads the costs of origins off a finished search: an origin lies on an edge, the search labels its ends. */
export class OriginCosts {
  readonly #network: Network;
  readonly #origins: OriginsOnNetwork;
  readonly #costs: NetworkCosts;
  /** Which call of `near` has seen an origin last. */
  readonly #seenBy: Uint32Array;
  #call = 0;

  constructor(network: Network, origins: OriginsOnNetwork, costs: NetworkCosts) {
    this.#network = network;
    this.#origins = origins;
    this.#costs = costs;
    this.#seenBy = new Uint32Array(origins.edge.length);
  }

  isAttached(origin: number): boolean {
    return this.#origins.edge[origin] >= 0;
  }

  edgeOf(origin: number): number {
    return this.#origins.edge[origin];
  }

  /** Groups entries by their edge, to find those on the origin's own edge. */
  entriesByEdge(entries: readonly Entry[]): ReadonlyMap<number, readonly Entry[]> {
    const byEdge = new Map<number, Entry[]>();
    for (const entry of entries) {
      const known = byEdge.get(entry.attachment.edge);
      if (known === undefined) byEdge.set(entry.attachment.edge, [entry]);
      else known.push(entry);
    }
    return byEdge;
  }

  /**
   * Finds the cheapest way from an attached origin: over either end of its edge, or straight along the edge to an
   * entry on it. Ties go to the smaller facility row, as in the search.
   */
  cheapest(origin: number, search: Search, direct: ReadonlyMap<number, readonly Entry[]>): FoundWay {
    const { edge: edges, fraction: fractions, accessMeters } = this.#origins;
    const { arcCost, arcOther } = this.#costs;
    const edge = edges[origin];
    const fraction = fractions[origin];
    let cost = Infinity;
    let facilityRow = -1;
    let companion = 0;
    const offer = (offered: number, row: number, other: number) => {
      if (offered > cost || (offered === cost && (row > facilityRow || (row === facilityRow && other >= companion))))
        return;
      cost = offered;
      facilityRow = row;
      companion = other;
    };
    const walk = (part: number, arc: number, toCost: number, row: number, toOther: number) => {
      if (toCost === Infinity) return;
      offer(toCost + partOf(part, arcCost[arc]), row, arcOther === null ? 0 : toOther + partOf(part, arcOther[arc]));
    };
    const from = this.#network.edgeFrom[edge];
    const to = this.#network.edgeTo[edge];
    walk(fraction, 2 * edge + 1, search.cost[from], search.owner[from], search.other[from]);
    walk(1 - fraction, 2 * edge, search.cost[to], search.owner[to], search.other[to]);
    for (const { attachment, facilityRow: row, cost: leg, other } of direct.get(edge) ?? NO_ENTRIES) {
      const ahead = attachment.fraction - fraction;
      walk(ahead < 0 ? -ahead : ahead, ahead < 0 ? 2 * edge + 1 : 2 * edge, leg, row, other);
    }
    const meters = accessMeters[origin];
    return {
      cost: cost + this.#costs.legCost(meters),
      facilityRow,
      companion: companion + this.#costs.legOther(meters),
    };
  }

  /** Lists, once each, the origins on edges that a search has reached and on the entries' own edges. */
  near(search: Search, entries: readonly Entry[]): number[] {
    const origins: number[] = [];
    const call = ++this.#call;
    const { firstOriginAtNode, originAtNode } = this.#origins;
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
