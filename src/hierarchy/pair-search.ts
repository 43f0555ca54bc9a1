import { BATCH_LANES, type BatchSpace, BatchSpread, type SpreadSource } from "./batch-spread.js";
import type { HierarchySearch } from "./hierarchy-search.js";
import { type Leaves, leafEndsByRank } from "./leaves.js";

/** A source whose pairs are asked for. */
export interface PairedSource extends SpreadSource {
  /** What the pairs are told by. */
  readonly owner: number;
}

/** Called for each pair of a source and a leaf within its limit. */
export type LeafPairVisit = (leaf: number, owner: number, units: number) => void;

/**
 * Finds all pairs of sources and leaves within reach, with their costs.
 *
 * @see S. Knopp, P. Sanders, D. Schultes, F. Schulz, D. Wagner, "Computing Many-to-Many Shortest Paths Using Highway
 *   Hierarchies", 2007 (here the sources of a batch share the sweep, and leaves are read off where it has been)
 */
export class PairSearch {
  readonly #spread: BatchSpread;
  readonly #leaves: Leaves;
  readonly #firstLeafEnd: Uint32Array;
  readonly #leafEnd: Uint32Array;
  readonly #besides: Besides;

  constructor(search: HierarchySearch, leaves: Leaves) {
    this.#spread = new BatchSpread(search);
    this.#leaves = leaves;
    const { firstLeafEnd, leafEnd } = leafEndsByRank(leaves, search.hierarchy.nodeCount);
    this.#firstLeafEnd = firstLeafEnd;
    this.#leafEnd = leafEnd;
    this.#besides = new Besides(leaves.count);
  }

  /** Visits every pair once, in an order that depends on the sources and leaves alone. */
  eachPair(sources: readonly PairedSource[], visit: LeafPairVisit): void {
    const { memory } = this.#spread.search.kernelSet;
    memory.borrow(() => {
      const space = this.#spread.reserve();
      this.#spread.eachBatch(sources, space, (batch, reachedCount) => this.#read(batch, space, reachedCount, visit));
    });
  }

  #read(batch: readonly PairedSource[], space: BatchSpace, reachedCount: number, visit: LeafPairVisit): void {
    const { hierarchy, kernelSet } = this.#spread.search;
    const { endRank, endCost } = this.#leaves;
    const labels = kernelSet.memory.int32(space.labels, BATCH_LANES * hierarchy.nodeCount);
    const reached = kernelSet.memory.uint32(space.reached, reachedCount);
    this.#besides.note(batch);
    for (const rank of reached) {
      for (let at = this.#firstLeafEnd[rank]; at < this.#firstLeafEnd[rank + 1]; at++) {
        const end = this.#leafEnd[at];
        const other = end ^ 1;
        const [row, otherRow] = [BATCH_LANES * rank, BATCH_LANES * endRank[other]];
        for (let lane = 0; lane < batch.length; lane++) {
          const over = labels[row + lane] + endCost[end];
          const overOther = labels[otherRow + lane] + endCost[other];
          // who is reached over both ends is told at the first
          if (over >= 0 || ((end & 1) === 1 && overOther < 0)) continue;
          const leaf = end >> 1;
          const least = over < overOther ? over : overOther;
          const { owner, limit } = batch[lane] as PairedSource;
          const units = least + limit + 1;
          visit(leaf, owner, this.#besides.take(leaf, lane, units));
        }
      }
    }
    this.#besides.takeRest((leaf, lane, units) => visit(leaf, (batch[lane] as PairedSource).owner, units));
  }
}

/** What reaches leaves of a batch along their own edge, without passing a node. */
class Besides {
  readonly #least = new Map<number, number>();
  /** 1 = something is beside this leaf: few have that, and all are asked. */
  readonly #has: Uint8Array;

  constructor(leafCount: number) {
    this.#has = new Uint8Array(leafCount);
  }

  /** Notes what lies beside leaves in a new batch; the one before must have been told of. */
  note(batch: readonly SpreadSource[]): void {
    batch.forEach(({ limit, leaves: { row, units } }, lane) => {
      row.forEach((leaf, i) => {
        const cost = units[i] as number;
        const key = leaf * BATCH_LANES + lane;
        if (cost > limit || cost >= (this.#least.get(key) ?? Infinity)) return;
        this.#least.set(key, cost);
        this.#has[leaf] = 1;
      });
    });
  }

  /** Gives the lesser of what is over the ends of a leaf and what is beside it; that pair is told of then. */
  take(leaf: number, lane: number, overEnds: number): number {
    if (this.#has[leaf] === 0) return overEnds;
    const key = leaf * BATCH_LANES + lane;
    const beside = this.#least.get(key) ?? Infinity;
    this.#least.delete(key);
    return Math.min(beside, overEnds);
  }

  /** Visits the pairs that were not taken, and forgets all. */
  takeRest(visit: (leaf: number, lane: number, units: number) => void): void {
    for (const [key, units] of this.#least) visit(Math.floor(key / BATCH_LANES), key % BATCH_LANES, units);
    this.#least.clear();
    this.#has.fill(0);
  }
}
