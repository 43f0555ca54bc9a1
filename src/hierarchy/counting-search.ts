import { guardShape } from "../base/guard-call.js";
import { BATCH_LANES, type BatchSpace, BatchSpread, type SpreadSource } from "./batch-spread.js";
import type { HierarchySearch } from "./hierarchy-search.js";
import { checkLeaves, checkRows, checkSeeds, type Leaves, leafEndsByRank } from "./leaves.js";

/** One thing to be counted: a facility of a category, with all its entrances. */
export interface CountedSource extends SpreadSource {
  /** Column of the answer that it counts in. */
  readonly column: number;
}

/** Pointers to what a count works with. */
interface Workspace extends BatchSpace {
  readonly columns: number;
  readonly counts: number;
}

/** Counts the sources within reach. */
export class CountingSearch {
  readonly #spread: BatchSpread;

  constructor(search: HierarchySearch) {
    this.#spread = guardShape("CountingSearch", () => new BatchSpread(search));
  }

  /** Counts for every rank. @returns `[rank * columnCount + column]`, in the kernels' memory: valid until the next search */
  countForRanks(sources: readonly CountedSource[], columnCount: number): Uint32Array {
    const { memory, kernels } = this.#spread.search.kernelSet;
    const { nodeCount } = this.#spread.search.hierarchy;
    return this.#guarded(() => {
      this.#checkAsked(sources, Infinity, columnCount);
      const space = this.#workspace(nodeCount * columnCount);
      const rowBytes = 4 * columnCount;
      this.#eachBatch(sources, space, (_, count) =>
        kernels.countNodes(count, space.reached, space.labels, space.columns, space.counts, rowBytes),
      );
      return memory.uint32(space.counts, nodeCount * columnCount);
    });
  }

  /** Counts for every leaf. @returns `[leaf * columnCount + column]`, in the kernels' memory: valid until the next search */
  countForLeaves(sources: readonly CountedSource[], leaves: Leaves, columnCount: number): Uint32Array {
    const { memory, kernels } = this.#spread.search.kernelSet;
    return this.#guarded(() => {
      checkLeaves(leaves, this.#spread.search.hierarchy.nodeCount);
      this.#checkAsked(sources, leaves.count, columnCount);
      const { firstLeafEnd, leafEnd } = leafEndsByRank(leaves, this.#spread.search.hierarchy.nodeCount);
      const placed = [
        memory.place(firstLeafEnd),
        memory.place(leafEnd),
        memory.place(leaves.endRank),
        memory.place(leaves.endCost),
      ] as const;
      const space = this.#workspace(leaves.count * columnCount);
      const rowBytes = 4 * columnCount;
      this.#eachBatch(sources, space, (batch, count) => {
        kernels.countLeaves(...[count, space.reached, space.labels, space.columns, space.counts, rowBytes], ...placed);
        this.#countBesides(batch, leaves, space, columnCount);
      });
      return memory.uint32(space.counts, leaves.count * columnCount);
    });
  }

  /** Runs a count, gives back what it reserves, and makes typed errors of what it is asked wrongly. */
  #guarded<T>(count: () => T): T {
    return guardShape("CountingSearch", () => this.#spread.search.kernelSet.memory.borrow(count));
  }

  #checkAsked(sources: readonly CountedSource[], leafCount: number, columnCount: number): void {
    for (const source of sources) checkSeeds(source, this.#spread.search.hierarchy.nodeCount, leafCount);
    checkRows(
      "column",
      sources.map(({ column }) => column),
      columnCount,
    );
  }

  #eachBatch(
    sources: readonly CountedSource[],
    space: Workspace,
    count: (batch: readonly CountedSource[], reachedCount: number) => void,
  ): void {
    const columns = this.#spread.search.kernelSet.memory.uint32(space.columns, BATCH_LANES);
    this.#spread.eachBatch(sources, space, (batch, reachedCount) => {
      batch.forEach(({ column }, lane) => {
        columns[lane] = 4 * column;
      });
      count(batch, reachedCount);
    });
  }

  /** Counts sources that reach leaves along the leaf's own edge only. */
  #countBesides(batch: readonly CountedSource[], leaves: Leaves, space: Workspace, columnCount: number): void {
    const { hierarchy, kernelSet } = this.#spread.search;
    const labels = kernelSet.memory.int32(space.labels, BATCH_LANES * hierarchy.nodeCount);
    const counts = kernelSet.memory.uint32(space.counts, leaves.count * columnCount);
    batch.forEach(({ column, limit, leaves: seeds }, lane) => {
      const isWithin = (end: number) => labels[BATCH_LANES * leaves.endRank[end] + lane] + leaves.endCost[end] < 0;
      const near = seeds.row.filter((_, i) => (seeds.units[i] as number) <= limit);
      for (const leaf of new Set(near))
        if (!isWithin(2 * leaf) && !isWithin(2 * leaf + 1)) counts[leaf * columnCount + column]++;
    });
  }

  #workspace(countCells: number): Workspace {
    const { memory } = this.#spread.search.kernelSet;
    const space = {
      ...this.#spread.reserve(),
      columns: memory.reserve(4 * BATCH_LANES),
      counts: memory.reserve(4 * countCells),
    };
    memory.uint32(space.counts, countCells).fill(0);
    return space;
  }
}
