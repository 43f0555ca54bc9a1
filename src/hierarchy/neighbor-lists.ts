/** A graph with one-digit numbers of arcs to each node, and what walking them costs, each way. */
export interface EliminationGraph {
  readonly nodeCount: number;
  /** CSR offsets into the other columns. */
  readonly firstArc: Uint32Array;
  readonly arcTarget: Uint32Array;
  /** Cost from the node to the target. */
  readonly outCost: Int32Array;
  /** Cost from the target to the node. The same array as `outCost` where all arcs cost the same both ways. */
  readonly backCost: Int32Array;
}

/**
 * The neighbors of every node, in lists that grow and shrink while nodes are removed.
 *
 * Entries of node `n` are `start[n]` to `start[n] + count[n] - 1`; each neighbor is in the list once. A list that outgrows its
 * room moves to the end. Open to its readers: the removal of nodes lives in the inner loop.
 */
export class NeighborLists {
  readonly start: Uint32Array;
  readonly count: Uint16Array;
  readonly isSymmetric: boolean;
  target: Uint32Array;
  out: Int32Array;
  /** The same array as `out` in a symmetric graph. */
  back: Int32Array;
  readonly #room: Uint16Array;
  #end = 0;

  /** Arcs that cost more than `limit` both ways, loops, and all but the cheapest of parallel arcs are left out. */
  constructor(graph: EliminationGraph, limit: number) {
    const { nodeCount, firstArc } = graph;
    this.isSymmetric = graph.outCost === graph.backCost;
    this.start = new Uint32Array(nodeCount);
    this.count = new Uint16Array(nodeCount);
    this.#room = new Uint16Array(nodeCount);
    const capacity = 2 * firstArc[nodeCount] + 64;
    this.target = new Uint32Array(capacity);
    this.out = new Int32Array(capacity);
    this.back = this.isSymmetric ? this.out : new Int32Array(capacity);
    for (let node = 0; node < nodeCount; node++) this.#take(graph, node, limit);
  }

  /** Gives the place of `neighbor` in the list of `node`; -1 = it is no neighbor. */
  find(node: number, neighbor: number): number {
    const start = this.start[node];
    const end = start + this.count[node];
    const { target } = this;
    for (let at = start; at < end; at++) if (target[at] === neighbor) return at;
    return -1;
  }

  append(node: number, neighbor: number, out: number, back: number): void {
    if (this.count[node] === this.#room[node]) this.#move(node);
    const at = this.start[node] + this.count[node]++;
    this.target[at] = neighbor;
    this.out[at] = out;
    if (!this.isSymmetric) this.back[at] = back;
  }

  remove(node: number, neighbor: number): void {
    const at = this.find(node, neighbor);
    const last = this.start[node] + --this.count[node];
    this.target[at] = this.target[last];
    this.out[at] = this.out[last];
    this.back[at] = this.back[last];
  }

  /** Lowers the costs of an entry to these, where these are less. */
  lower(at: number, out: number, back: number): void {
    if (out < this.out[at]) this.out[at] = out;
    if (back < this.back[at]) this.back[at] = back;
  }

  #take({ firstArc, arcTarget, outCost, backCost }: EliminationGraph, node: number, limit: number): void {
    this.start[node] = this.#end;
    const end = firstArc[node + 1];
    for (let arc = firstArc[node]; arc < end; arc++) {
      const neighbor = arcTarget[arc];
      if (neighbor === node || (outCost[arc] > limit && backCost[arc] > limit)) continue;
      let at = this.find(node, neighbor);
      if (at < 0) {
        at = this.start[node] + this.count[node]++;
        this.target[at] = neighbor;
        this.out[at] = outCost[arc];
        this.back[at] = backCost[arc];
      }
      this.lower(at, outCost[arc], backCost[arc]);
    }
    this.#room[node] = end - firstArc[node];
    this.#end += this.#room[node];
  }

  #move(node: number): void {
    const count = this.count[node];
    const room = Math.max(4, 2 * count);
    if (this.#end + room > this.target.length) this.#grow(Math.ceil(1.5 * this.target.length) + room);
    const start = this.start[node];
    const moved = this.#end;
    // a handful of entries: a loop is faster than the array's own way of copying
    for (let i = 0; i < count; i++) {
      this.target[moved + i] = this.target[start + i];
      this.out[moved + i] = this.out[start + i];
      this.back[moved + i] = this.back[start + i];
    }
    this.start[node] = moved;
    this.#room[node] = room;
    this.#end += room;
  }

  #grow(capacity: number): void {
    const target = new Uint32Array(capacity);
    target.set(this.target);
    this.target = target;
    const out = new Int32Array(capacity);
    out.set(this.out);
    const back = this.isSymmetric ? out : new Int32Array(capacity);
    if (!this.isSymmetric) back.set(this.back);
    this.out = out;
    this.back = back;
  }
}
