import { DegreeQueue } from "./degree-queue.js";
import { CLOSED } from "./hierarchy.js";
import { type EliminationGraph, NeighborLists } from "./neighbor-lists.js";

/** The order in which nodes were removed, and the arcs each had at that time: all lead to nodes removed later. */
export interface Elimination {
  /** Number of the node that was removed at each rank. */
  readonly placeOfRank: Uint32Array;
  /** CSR offsets by rank. */
  readonly firstUp: Uint32Array;
  /** Ranks. */
  readonly upTarget: Uint32Array;
  readonly upCost: Int32Array;
  readonly downCost: Int32Array;
}

/** Nodes are removed within ranges of this many first, then within pairs of ranges, and so on. */
const SMALLEST_RANGE = 1024;
/** Within a small range, nodes with more neighbors wait for the larger range: 3, and one more with each doubling. */
const SMALLEST_DEGREE_CAP = 3;
/** Streets never come near to these; what does is no street network, and is better searched without a hierarchy. */
const MAX_DEGREE = 2047;
const MAX_ARCS_PER_NODE = 24;

/**
 * Removes all nodes, few neighbors first, joining the neighbors of each by shortcuts of at most `limit`.
 *
 * Nodes must be numbered so that near ones have near numbers. They are removed by nested ranges of numbers: inside a range, only
 * those without a neighbor outside. So the order of removal is local in memory as well.
 *
 * @returns `null` if the graph is too dense for this: there would be too many shortcuts
 */
export function eliminate(graph: EliminationGraph, limit: number): Elimination | null {
  return new Eliminator(graph, limit).run();
}

class Eliminator {
  readonly #nodeCount: number;
  readonly #limit: number;
  readonly #lists: NeighborLists;
  readonly #queue: DegreeQueue;
  readonly #rankOfNode: Uint32Array;
  readonly #nodeOfRank: Uint32Array;
  readonly #firstUp: Uint32Array;
  /** Nodes, until all ranks are known. */
  #upTarget: Uint32Array;
  #upCost: Int32Array;
  #downCost: Int32Array;
  #arcCount = 0;
  #removedCount = 0;
  /** Nodes that wait for a larger range; the ranges under way use it as a stack. */
  readonly #waiting: Uint32Array;

  constructor(graph: EliminationGraph, limit: number) {
    const { nodeCount } = graph;
    this.#nodeCount = nodeCount;
    this.#limit = limit;
    this.#lists = new NeighborLists(graph, limit);
    this.#queue = new DegreeQueue(nodeCount, MAX_DEGREE);
    this.#rankOfNode = new Uint32Array(nodeCount);
    this.#nodeOfRank = new Uint32Array(nodeCount);
    this.#firstUp = new Uint32Array(nodeCount + 1);
    const capacity = 3 * nodeCount + 64;
    this.#upTarget = new Uint32Array(capacity);
    this.#upCost = new Int32Array(capacity);
    this.#downCost = this.#lists.isSymmetric ? this.#upCost : new Int32Array(capacity);
    this.#waiting = new Uint32Array(nodeCount);
  }

  run(): Elimination | null {
    const left = this.#removeRange(0, this.#nodeCount, 0);
    if (left.count > 0) return null;
    const arcs = this.#arcCount;
    this.#firstUp[this.#nodeCount] = arcs;
    const upTarget = this.#upTarget.slice(0, arcs);
    const rankOfNode = this.#rankOfNode;
    for (let arc = 0; arc < arcs; arc++) upTarget[arc] = rankOfNode[upTarget[arc]];
    const upCost = this.#upCost.slice(0, arcs);
    return {
      placeOfRank: this.#nodeOfRank,
      firstUp: this.#firstUp,
      upTarget,
      upCost,
      downCost: this.#lists.isSymmetric ? upCost : this.#downCost.slice(0, arcs),
    };
  }

  /** Removes what can be removed within a range; the nodes left lie in `#waiting` from `offset` on. */
  #removeRange(from: number, to: number, offset: number): { readonly count: number; readonly level: number } {
    let waitingCount = to - from;
    let level = 0;
    if (waitingCount <= SMALLEST_RANGE) for (let i = 0; i < waitingCount; i++) this.#waiting[offset + i] = from + i;
    else {
      const middle = (from + to) >>> 1;
      const lower = this.#removeRange(from, middle, offset);
      const upper = this.#removeRange(middle, to, offset + lower.count);
      waitingCount = lower.count + upper.count;
      level = lower.level + 1;
    }
    const isWhole = from === 0 && to === this.#nodeCount;
    const degreeCap = isWhole ? MAX_DEGREE : SMALLEST_DEGREE_CAP + level;
    return { count: this.#removeInside(from, to, offset, waitingCount, degreeCap), level };
  }

  #removeInside(from: number, to: number, offset: number, waitingCount: number, degreeCap: number): number {
    let leftCount = 0;
    for (let i = 0; i < waitingCount; i++) {
      const node = this.#waiting[offset + i];
      const degree = this.#lists.count[node];
      if (degree <= MAX_DEGREE && this.#isInside(node, from, to)) this.#queue.insert(node, degree);
      else this.#waiting[offset + leftCount++] = node;
    }
    const arcLimit = MAX_ARCS_PER_NODE * this.#nodeCount + SMALLEST_RANGE * SMALLEST_RANGE;
    while (this.#queue.size > 0 && this.#queue.leastDegree() <= degreeCap && this.#arcCount < arcLimit)
      this.#remove(this.#queue.pop());
    while (this.#queue.size > 0) this.#waiting[offset + leftCount++] = this.#queue.pop();
    return leftCount;
  }

  #isInside(node: number, from: number, to: number): boolean {
    const { start, count, target } = this.#lists;
    const end = start[node] + count[node];
    for (let at = start[node]; at < end; at++) if (target[at] < from || target[at] >= to) return false;
    return true;
  }

  #remove(node: number): void {
    const lists = this.#lists;
    this.#nodeOfRank[this.#removedCount] = node;
    this.#rankOfNode[node] = this.#removedCount;
    this.#firstUp[this.#removedCount++] = this.#arcCount;
    const count = lists.count[node];
    const start = lists.start[node];
    const first = this.#arcCount;
    if (first + count > this.#upTarget.length) this.#grow(count);
    for (let i = 0; i < count; i++) {
      this.#upTarget[first + i] = lists.target[start + i];
      this.#upCost[first + i] = lists.out[start + i];
      this.#downCost[first + i] = lists.back[start + i];
    }
    this.#arcCount = first + count;
    for (let i = first; i < first + count; i++) lists.remove(this.#upTarget[i], node);
    for (let i = first; i < first + count; i++) {
      for (let j = i + 1; j < first + count; j++) this.#join(i, j);
    }
    for (let i = first; i < first + count; i++) {
      const neighbor = this.#upTarget[i];
      this.#queue.update(neighbor, Math.min(lists.count[neighbor], MAX_DEGREE));
    }
  }

  /** Joins two neighbors of the removed node by a shortcut through it. */
  #join(i: number, j: number): void {
    const out = this.#shortcut(i, j);
    const back = this.#shortcut(j, i);
    if (out === CLOSED && back === CLOSED) return;
    const lists = this.#lists;
    const a = this.#upTarget[i];
    const b = this.#upTarget[j];
    const at = lists.find(a, b);
    if (at < 0) {
      lists.append(a, b, out, back);
      lists.append(b, a, back, out);
    } else if (out < lists.out[at] || back < lists.back[at]) {
      lists.lower(at, out, back);
      lists.lower(lists.find(b, a), back, out);
    }
  }

  /** Gives the cost from one neighbor of the removed node to another, through it; `CLOSED` beyond the limit. */
  #shortcut(from: number, to: number): number {
    const units = this.#downCost[from] + this.#upCost[to];
    return units > this.#limit ? CLOSED : units;
  }

  #grow(count: number): void {
    const capacity = Math.ceil(1.5 * this.#upTarget.length) + count;
    const upTarget = new Uint32Array(capacity);
    upTarget.set(this.#upTarget);
    const upCost = new Int32Array(capacity);
    upCost.set(this.#upCost);
    const downCost = this.#lists.isSymmetric ? upCost : new Int32Array(capacity);
    if (!this.#lists.isSymmetric) downCost.set(this.#downCost);
    [this.#upTarget, this.#upCost, this.#downCost] = [upTarget, upCost, downCost];
  }
}
