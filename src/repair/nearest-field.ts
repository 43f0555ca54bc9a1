import type { UnitQueue } from "../graph/unit-queue.js";
import { type FieldGraph, NOT_REACHED } from "./field-graph.js";

/** Where a facility begins to be reached: at a node, at a cost. */
export interface FieldSeed {
  readonly node: number;
  readonly units: number;
}

const NOBODY = -1;

/**
 * The nearest facility of every node, kept while facilities come and go: each change repairs only what it changes.
 *
 * Labels are (units, order of the owner), compared in this order. So the field depends on the facilities alone, not on the way
 * it came about: repaired or built anew, it has the same bits.
 *
 * @see G. Ramalingam, T. Reps, "An incremental algorithm for a generalization of the shortest-path problem", 1996
 */
export class NearestField {
  /** Per node; `NOT_REACHED` = nothing within the limit. */
  readonly units: Int32Array;
  /** Per node; -1 = none. */
  readonly owner: Int32Array;
  /** Nodes whose label may have changed since `clearChanges`, once each: the first `changedCount` entries. */
  readonly changed: Uint32Array;
  changedCount = 0;

  readonly #graph: FieldGraph;
  readonly #queue: UnitQueue;
  readonly #orderOf: (owner: number) => number;
  readonly #isChanged: Uint8Array;
  readonly #seeds = new Map<number, readonly FieldSeed[]>();
  readonly #ownersAtNode = new Map<number, number[]>();

  /**
   * @param queue may be shared by fields of one graph
   * @param orderOf at equal cost the owner of the lesser order wins; different for every owner, and never changing
   */
  constructor(graph: FieldGraph, queue: UnitQueue, orderOf: (owner: number) => number) {
    this.#graph = graph;
    this.#queue = queue;
    this.#orderOf = orderOf;
    this.units = new Int32Array(graph.nodeCount).fill(NOT_REACHED);
    this.owner = new Int32Array(graph.nodeCount).fill(NOBODY);
    this.changed = new Uint32Array(graph.nodeCount);
    this.#isChanged = new Uint8Array(graph.nodeCount);
  }

  /** Opens facilities; none of them may be open. */
  add(facilities: readonly { readonly owner: number; readonly seeds: readonly FieldSeed[] }[]): void {
    for (const { owner, seeds } of facilities) {
      this.#seeds.set(owner, seeds);
      for (const { node, units } of seeds) {
        const owners = this.#ownersAtNode.get(node);
        if (owners === undefined) this.#ownersAtNode.set(node, [owner]);
        else owners.push(owner);
        this.#offer(node, units, owner);
      }
    }
    this.#flow();
  }

  /** Closes a facility: what it was nearest to is emptied, and filled again from around. */
  remove(owner: number): void {
    const seeds = this.#seeds.get(owner) ?? [];
    this.#seeds.delete(owner);
    for (const { node } of seeds) {
      const owners = (this.#ownersAtNode.get(node) ?? []).filter((other) => other !== owner);
      if (owners.length === 0) this.#ownersAtNode.delete(node);
      else this.#ownersAtNode.set(node, owners);
    }
    const emptied = this.#empty(seeds, owner);
    for (const node of emptied) this.#fillFromAround(node);
    this.#flow();
  }

  clearChanges(): void {
    for (let i = 0; i < this.changedCount; i++) this.#isChanged[this.changed[i]] = 0;
    this.changedCount = 0;
  }

  /** Empties the nodes of an owner. They hang together: whoever is nearest to a node is so all along the way. */
  #empty(seeds: readonly FieldSeed[], owner: number): number[] {
    const { firstOut, outTarget } = this.#graph;
    const emptied: number[] = [];
    const empty = (node: number) => {
      if (this.owner[node] !== owner) return;
      this.#set(node, NOT_REACHED, NOBODY);
      emptied.push(node);
    };
    for (const { node } of seeds) empty(node);
    for (let i = 0; i < emptied.length; i++) {
      const node = emptied[i] as number;
      for (let at = firstOut[node]; at < firstOut[node + 1]; at++) empty(outTarget[at]);
    }
    return emptied;
  }

  #fillFromAround(node: number): void {
    const { firstOut, outTarget, backUnits } = this.#graph;
    for (let at = firstOut[node]; at < firstOut[node + 1]; at++) {
      const from = outTarget[at];
      if (this.owner[from] !== NOBODY) this.#offer(node, this.units[from] + backUnits[at], this.owner[from]);
    }
    for (const owner of this.#ownersAtNode.get(node) ?? [])
      for (const seed of this.#seeds.get(owner) ?? []) if (seed.node === node) this.#offer(node, seed.units, owner);
  }

  #flow(): void {
    const { firstOut, outTarget, outUnits, limit } = this.#graph;
    const queue = this.#queue;
    for (let node = queue.pop(); node >= 0; node = queue.pop()) {
      const units = this.units[node];
      // stale: a cheaper way was found meanwhile
      if (units !== queue.units) continue;
      const owner = this.owner[node];
      const end = firstOut[node + 1];
      for (let at = firstOut[node]; at < end; at++) {
        const arrival = units + outUnits[at];
        if (arrival <= limit && arrival <= this.units[outTarget[at]]) this.#offer(outTarget[at], arrival, owner);
      }
    }
  }

  #offer(node: number, units: number, owner: number): void {
    const known = this.units[node];
    if (units > known || units > this.#graph.limit) return;
    if (units === known && this.#orderOf(owner) >= this.#orderOf(this.owner[node])) return;
    this.#set(node, units, owner);
    this.#queue.push(node, units);
  }

  #set(node: number, units: number, owner: number): void {
    this.units[node] = units;
    this.owner[node] = owner;
    if (this.#isChanged[node] === 1) return;
    this.#isChanged[node] = 1;
    this.changed[this.changedCount++] = node;
  }
}
