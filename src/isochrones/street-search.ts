import type { Seconds } from "../base/units.js";
import { type ArcTimes, computeArcTimes } from "./arc-times.js";
import { BucketQueue } from "./bucket-queue.js";
import type { LocalStreets } from "./local-streets.js";
import type { Entry, Reach, Start } from "./reach.js";

/**
 * A search along the streets from some starts up to a limit, to be used again and again for one network.
 *
 * Only what is reached is touched, however large the network. The same streets give the same times to the last bit,
 * in whatever order and direction they were drawn: the least sum along any way does not depend on the order of search.
 *
 * @see E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959
 */
export class StreetSearch {
  readonly #streets: LocalStreets;
  readonly #queue = new BucketQueue();
  readonly #nodeSeconds: Float64Array;
  readonly #reachedNode: Uint32Array;
  #reachedNodeCount = 0;
  #speeds: Float64Array = new Float64Array(0);
  #times: ArcTimes | null = null;
  #reach: GrowingReach;

  constructor(streets: LocalStreets) {
    const { nodeCount, edgeCount } = streets;
    this.#streets = streets;
    this.#nodeSeconds = new Float64Array(nodeCount).fill(Infinity);
    this.#reachedNode = new Uint32Array(nodeCount);
    this.#reach = emptyReach(1024, new Int32Array(edgeCount));
  }

  /**
   * Walks anew. What the walk before has found is overwritten. Times up to `limitSeconds`, inclusive, are reached.
   *
   * @param speeds by rows of speeds, from `speedRowsOf`
   */
  run(starts: readonly Start[], speeds: Float64Array, limitSeconds: Seconds): Reach {
    const times = this.#timesOf(speeds);
    const startsOf = this.#startsByEdge(starts);
    this.#forget();
    this.#queue.reset(times.meanOpenSeconds, limitSeconds);
    for (const [edge, entries] of startsOf) this.#leaveEdge(edge, entries, times, limitSeconds);
    this.#searchNodes(times, limitSeconds);
    for (const edge of startsOf.keys()) this.#addEdge(edge, times);
    this.#reach.startEdgeCount = this.#reach.count - 1;
    this.#reach.entries = [...startsOf.values()].map((entries, i) => [
      { fraction: 0, seconds: this.#reach.westSeconds[i + 1] },
      ...entries,
      { fraction: 1, seconds: this.#reach.eastSeconds[i + 1] },
    ]);
    const { firstOut, outArc } = this.#streets;
    for (let i = 0; i < this.#reachedNodeCount; i++) {
      const node = this.#reachedNode[i];
      for (let out = firstOut[node]; out < firstOut[node + 1]; out++) this.#addEdge(outArc[out] >> 1, times);
    }
    return this.#reach;
  }

  /** The times of the speeds before are kept: one after another mostly has the same. */
  #timesOf(speeds: Float64Array): ArcTimes {
    const isKnown = this.#speeds.length === speeds.length && this.#speeds.every((speed, at) => speed === speeds[at]);
    if (this.#times !== null && isKnown) return this.#times;
    this.#speeds = speeds;
    this.#times = computeArcTimes(this.#streets, speeds);
    return this.#times;
  }

  #startsByEdge(starts: readonly Start[]): Map<number, Entry[]> {
    const startsOf = new Map<number, Entry[]>();
    for (const { attachment, seconds } of starts) {
      const { fraction } = attachment;
      const edge = this.#streets.localEdge[attachment.edge];
      // a fraction from the other end has lost some bits: they are taken from both alike
      const entry = { fraction: 1 - (this.#streets.isDrawnWestward[edge] === 1 ? fraction : 1 - fraction), seconds };
      const known = startsOf.get(edge);
      if (known === undefined) startsOf.set(edge, [entry]);
      else known.push(entry);
    }
    for (const entries of startsOf.values()) entries.sort((a, b) => a.fraction - b.fraction || a.seconds - b.seconds);
    return startsOf;
  }

  #leaveEdge(edge: number, entries: readonly Entry[], { seconds: arcSeconds }: ArcTimes, limitSeconds: Seconds): void {
    for (const { fraction, seconds } of entries) {
      this.#offer(this.#streets.east[edge], seconds + (1 - fraction) * arcSeconds[2 * edge], limitSeconds);
      this.#offer(this.#streets.west[edge], seconds + fraction * arcSeconds[2 * edge + 1], limitSeconds);
    }
  }

  #searchNodes({ outSeconds }: ArcTimes, limitSeconds: Seconds): void {
    const { firstOut, outTarget } = this.#streets;
    const nodeSeconds = this.#nodeSeconds;
    for (let node = this.#queue.take(); node >= 0; node = this.#queue.take()) {
      const seconds = nodeSeconds[node];
      if (this.#queue.takenSeconds > seconds) continue; // a faster way here was found meanwhile
      const end = firstOut[node + 1];
      for (let out = firstOut[node]; out < end; out++) {
        const arrival = seconds + outSeconds[out];
        // the common case first: too far, or no better
        if (arrival <= limitSeconds && arrival < nodeSeconds[outTarget[out]])
          this.#offer(outTarget[out], arrival, limitSeconds);
      }
    }
  }

  #offer(node: number, seconds: Seconds, limitSeconds: Seconds): void {
    const known = this.#nodeSeconds[node];
    if (seconds > limitSeconds || seconds >= known) return;
    if (known === Infinity) this.#reachedNode[this.#reachedNodeCount++] = node;
    this.#nodeSeconds[node] = seconds;
    this.#queue.push(node, seconds);
  }

  #addEdge(edge: number, { seconds }: ArcTimes): void {
    const reach = this.#reach;
    if (reach.slotOfEdge[edge] > 0) return;
    if (reach.count === reach.edge.length) this.#reach = grownReach(reach);
    const { slotOfEdge, westSeconds, eastSeconds, eastwardSeconds, westwardSeconds, edge: edges } = this.#reach;
    const slot = this.#reach.count++;
    slotOfEdge[edge] = slot;
    edges[slot] = edge;
    westSeconds[slot] = this.#nodeSeconds[this.#streets.west[edge]];
    eastSeconds[slot] = this.#nodeSeconds[this.#streets.east[edge]];
    eastwardSeconds[slot] = seconds[2 * edge];
    westwardSeconds[slot] = seconds[2 * edge + 1];
  }

  #forget(): void {
    for (let i = 0; i < this.#reachedNodeCount; i++) this.#nodeSeconds[this.#reachedNode[i]] = Infinity;
    this.#reachedNodeCount = 0;
    const { slotOfEdge, edge, count } = this.#reach;
    for (let slot = 1; slot < count; slot++) slotOfEdge[edge[slot]] = 0;
    this.#reach.count = 1;
    this.#reach.startEdgeCount = 0;
  }
}

type GrowingReach = { -readonly [K in keyof Reach]: Reach[K] };

function emptyReach(capacity: number, slotOfEdge: Int32Array): GrowingReach {
  return {
    count: 1,
    startEdgeCount: 0,
    edge: new Uint32Array(capacity),
    slotOfEdge,
    westSeconds: new Float64Array(capacity),
    eastSeconds: new Float64Array(capacity),
    eastwardSeconds: new Float64Array(capacity),
    westwardSeconds: new Float64Array(capacity),
    entries: [],
  };
}

function grownReach(old: GrowingReach): GrowingReach {
  const grown = emptyReach(2 * old.edge.length, old.slotOfEdge);
  grown.count = old.count;
  grown.startEdgeCount = old.startEdgeCount;
  grown.entries = old.entries;
  for (const column of ["edge", "westSeconds", "eastSeconds", "eastwardSeconds", "westwardSeconds"] as const)
    grown[column].set(old[column]);
  return grown;
}
