import type { UnitQueue } from "../graph/unit-queue.js";
import { type FieldGraph, NOT_REACHED } from "./field-graph.js";
import type { FieldSeed } from "./nearest-field.js";

/** Who reaches one facility: a search that touches only what it reaches. */
export class LocalReach {
  /** Per node, as found by the last search; `NOT_REACHED` elsewhere. */
  readonly units: Int32Array;
  /** The nodes it has reached: the first `count` entries. */
  readonly nodes: Uint32Array;
  count = 0;

  readonly #graph: FieldGraph;
  readonly #queue: UnitQueue;

  constructor(graph: FieldGraph, queue: UnitQueue) {
    this.#graph = graph;
    this.#queue = queue;
    this.units = new Int32Array(graph.nodeCount).fill(NOT_REACHED);
    this.nodes = new Uint32Array(graph.nodeCount);
  }

  /** Searches anew, up to `limit`, which is at most the graph's. */
  run(seeds: readonly FieldSeed[], limit: number): void {
    const { firstOut, outTarget, outUnits } = this.#graph;
    const queue = this.#queue;
    for (let i = 0; i < this.count; i++) this.units[this.nodes[i]] = NOT_REACHED;
    this.count = 0;
    for (const { node, units } of seeds) this.#offer(node, units, limit);
    for (let node = queue.pop(); node >= 0; node = queue.pop()) {
      const units = this.units[node];
      if (units !== queue.units) continue;
      const end = firstOut[node + 1];
      for (let at = firstOut[node]; at < end; at++) this.#offer(outTarget[at], units + outUnits[at], limit);
    }
  }

  #offer(node: number, units: number, limit: number): void {
    const known = this.units[node];
    if (units >= known || units > limit) return;
    if (known === NOT_REACHED) this.nodes[this.count++] = node;
    this.units[node] = units;
    this.#queue.push(node, units);
  }
}
