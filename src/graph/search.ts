import type { SearchGraph } from "./search-graph.js";

/** Where a search begins: nodes, with what it costs to be there and whose they are. */
export interface SearchSeeds {
  readonly node: readonly number[];
  readonly cost: readonly number[];
  /** A number that travels along: which facility this is. The smaller wins a tie. */
  readonly owner: readonly number[];
  /** Of each seed, to be summed up along the way; all 0 where the graph has none. */
  readonly secondQuantity: readonly number[];
}

const NO_ENTRY = -1;
const MAX_BUCKETS = 1 << 22;

/**
 * A reusable shortest-path search from many seeds at once, up to a cutoff.
 *
 * Labels are (cost, owner, second quantity), compared in this order, so that the answer is unique: it depends neither on the
 * order of the seeds nor on the numbering of the nodes. A bucket queue as wide as a mean edge; a node that improves
 * within its bucket is settled again.
 *
 * @see E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959
 * @see R. B. Dial, "Algorithm 360: Shortest-path forest with topological ordering", 1969
 */
export class Search {
  /** Per node; `Infinity` = not reached. */
  readonly cost: Float64Array;
  /** Per node; -1 = none. */
  readonly owner: Int32Array;
  /** Per node: the second quantity along the cheapest way. */
  readonly secondQuantity: Float64Array;
  /** The nodes that were reached: the first `reachedCount` entries, in no meaningful order. */
  readonly reached: Uint32Array;
  reachedCount = 0;

  readonly #graph: SearchGraph;
  readonly #bucketsPerCost: number;
  #bucketHead = new Int32Array(1024).fill(NO_ENTRY);
  #lastBucket = -1;
  #entryNode = new Uint32Array(1024);
  #entryCost = new Float64Array(1024);
  #entryNext = new Int32Array(1024);
  #entryCount = 0;

  constructor(graph: SearchGraph) {
    this.#graph = graph;
    this.#bucketsPerCost = 1 / meanFiniteCost(graph.outCost);
    this.cost = new Float64Array(graph.nodeCount).fill(Infinity);
    this.owner = new Int32Array(graph.nodeCount).fill(-1);
    this.secondQuantity = new Float64Array(graph.nodeCount);
    this.reached = new Uint32Array(graph.nodeCount);
  }

  /** Searches anew; what the search before has found is forgotten. Costs up to `cutoff`, inclusive, are reached. */
  run(seeds: SearchSeeds, cutoff: number): void {
    this.#forget();
    for (let i = 0; i < seeds.node.length; i++) {
      const cost = seeds.cost[i] as number;
      if (cost <= cutoff)
        this.#offer(seeds.node[i] as number, cost, seeds.owner[i] as number, seeds.secondQuantity[i] as number);
    }
    // relaxing may add to the bucket that is being emptied, and to later ones
    for (let bucket = 0; bucket <= this.#lastBucket; bucket++) {
      for (let entry = this.#bucketHead[bucket]; entry !== NO_ENTRY; entry = this.#bucketHead[bucket]) {
        this.#bucketHead[bucket] = this.#entryNext[entry];
        const node = this.#entryNode[entry];
        // stale: a cheaper way to this node was found meanwhile
        if (this.#entryCost[entry] === this.cost[node]) this.#relaxFrom(node, cutoff);
      }
    }
  }

  #relaxFrom(node: number, cutoff: number): void {
    const { firstOut, outTarget, outCost, outSecondQuantity } = this.#graph;
    const cost = this.cost[node];
    const owner = this.owner[node];
    const secondQuantity = this.secondQuantity[node];
    const end = firstOut[node + 1];
    for (let out = firstOut[node]; out < end; out++) {
      const arrival = cost + outCost[out];
      // the common case first: too far, or no better
      if (arrival > cutoff || arrival > this.cost[outTarget[out]]) continue;
      this.#offer(
        outTarget[out],
        arrival,
        owner,
        outSecondQuantity === null ? 0 : secondQuantity + outSecondQuantity[out],
      );
    }
  }

  #offer(node: number, cost: number, owner: number, secondQuantity: number): void {
    const known = this.cost[node];
    if (cost > known) return;
    if (cost === known) {
      if (owner > this.owner[node] || cost === Infinity) return;
      if (owner === this.owner[node] && secondQuantity >= this.secondQuantity[node]) return;
    }
    if (known === Infinity) this.reached[this.reachedCount++] = node;
    this.cost[node] = cost;
    this.owner[node] = owner;
    this.secondQuantity[node] = secondQuantity;
    this.#push(node, cost);
  }

  #push(node: number, cost: number): void {
    const bucket = Math.min(Math.floor(cost * this.#bucketsPerCost), MAX_BUCKETS);
    if (bucket >= this.#bucketHead.length) {
      const grown = new Int32Array(Math.max(bucket + 1, 2 * this.#bucketHead.length)).fill(NO_ENTRY);
      grown.set(this.#bucketHead);
      this.#bucketHead = grown;
    }
    if (bucket > this.#lastBucket) this.#lastBucket = bucket;
    if (this.#entryCount === this.#entryNode.length) this.#growEntries();
    const entry = this.#entryCount++;
    this.#entryNode[entry] = node;
    this.#entryCost[entry] = cost;
    this.#entryNext[entry] = this.#bucketHead[bucket];
    this.#bucketHead[bucket] = entry;
  }

  #growEntries(): void {
    const capacity = 2 * this.#entryNode.length;
    const grow = <A extends Uint32Array | Int32Array | Float64Array>(old: A, grown: A): A => {
      grown.set(old);
      return grown;
    };
    this.#entryNode = grow(this.#entryNode, new Uint32Array(capacity));
    this.#entryCost = grow(this.#entryCost, new Float64Array(capacity));
    this.#entryNext = grow(this.#entryNext, new Int32Array(capacity));
  }

  #forget(): void {
    for (let i = 0; i < this.reachedCount; i++) {
      this.cost[this.reached[i]] = Infinity;
      this.owner[this.reached[i]] = -1;
    }
    this.reachedCount = 0;
    this.#bucketHead.fill(NO_ENTRY, 0, this.#lastBucket + 1);
    this.#lastBucket = -1;
    this.#entryCount = 0;
  }
}

function meanFiniteCost(costs: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let out = 0; out < costs.length; out++) {
    if (costs[out] === Infinity) continue;
    sum += costs[out];
    count++;
  }
  return sum > 0 && sum < Infinity ? sum / count : 1;
}
