import { UNREACHED } from "./hierarchy.js";
import type { HierarchySearch } from "./hierarchy-search.js";
import { type Leaves, leafEndsByRank, type Seeds } from "./leaves.js";
import { type PlacedDownArcs, placeDownArcs } from "./placed-hierarchy.js";

const LANES = 16;
const ROW_BYTES = 4 * LANES;

/** One thing to be counted: a facility of a category, with all its entrances. */
export interface CountedSource {
  /** Column of the answer that it counts in. */
  readonly column: number;
  /** Counted where it is reached at this cost or less; in units, at most the limit of the hierarchy. */
  readonly limit: number;
  /** `owner` is not read. */
  readonly ranks: Seeds;
  readonly leaves: Seeds;
}

/** Pointers to what a count works with. */
interface Workspace {
  readonly labels: number;
  readonly columns: number;
  readonly ranks: number;
  readonly words: number;
  readonly reached: number;
  readonly counts: number;
}

/** Counts the sources within reach: 16 of them at a time, near ones together, touching only what they reach. */
export class CountingSearch {
  readonly #search: HierarchySearch;
  readonly #down: PlacedDownArcs;

  constructor(search: HierarchySearch) {
    this.#search = search;
    this.#down = placeDownArcs(search.kernelSet.memory, search.hierarchy);
  }

  /** Counts for every rank. @returns `[rank * columnCount + column]`, in the kernels' memory: valid until the next search */
  countForRanks(sources: readonly CountedSource[], columnCount: number): Uint32Array {
    const { memory, kernels } = this.#search.kernelSet;
    const { nodeCount } = this.#search.hierarchy;
    return memory.borrow(() => {
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
    const { memory, kernels } = this.#search.kernelSet;
    return memory.borrow(() => {
      const { firstLeafEnd, leafEnd } = leafEndsByRank(leaves, this.#search.hierarchy.nodeCount);
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

  /** Calls `count` with the labels of each batch of sources spread out. */
  #eachBatch(
    sources: readonly CountedSource[],
    space: Workspace,
    count: (batch: readonly CountedSource[], reachedCount: number) => void,
  ): void {
    const { kernels } = this.#search.kernelSet;
    const { nodeCount } = this.#search.hierarchy;
    const { firstUp, upTarget, upCost } = this.#search.placed;
    const { firstDown, downTarget, downArcCost } = this.#down;
    const inOrder = this.#nearOnesTogether(sources);
    for (let first = 0; first < inOrder.length; first += LANES) {
      const batch = inOrder.slice(first, first + LANES);
      this.#sow(batch, space);
      const reachedCount = kernels.spread(
        ...[nodeCount, firstUp, upTarget, upCost, firstDown, downTarget, downArcCost],
        ...[space.labels, space.ranks, space.words, space.reached],
      );
      count(batch, reachedCount);
      kernels.forget(reachedCount, space.reached, space.labels);
    }
  }

  /** In the order of the places, not of the ranks: those of one batch then reach much the same ranks. */
  #nearOnesTogether(sources: readonly CountedSource[]): readonly CountedSource[] {
    const { nodeCount, placeOfRank } = this.#search.hierarchy;
    const placeOf = ({ ranks }: CountedSource) =>
      ranks.row.reduce((least, rank) => Math.min(least, placeOfRank[rank]), nodeCount);
    return sources
      .map((source) => ({ source, place: placeOf(source) }))
      .sort((a, b) => a.place - b.place)
      .map(({ source }) => source);
  }

  #sow(batch: readonly CountedSource[], space: Workspace): void {
    const { memory } = this.#search.kernelSet;
    const { nodeCount } = this.#search.hierarchy;
    const labels = memory.int32(space.labels, LANES * nodeCount);
    const columns = memory.uint32(space.columns, LANES);
    const ranks = memory.uint32(space.ranks, Math.ceil(nodeCount / 32));
    const words = memory.uint32(space.words, Math.ceil(nodeCount / 1024));
    batch.forEach(({ column, limit, ranks: seeds }, lane) => {
      columns[lane] = 4 * column;
      seeds.row.forEach((rank, i) => {
        const units = seeds.units[i] as number;
        if (units > limit) return;
        labels[LANES * rank + lane] = Math.min(units - limit - 1, labels[LANES * rank + lane]);
        ranks[rank >> 5] |= 1 << (rank & 31);
        words[rank >> 10] |= 1 << ((rank >> 5) & 31);
      });
    });
  }

  /** Counts sources that reach leaves along the leaf's own edge only. */
  #countBesides(batch: readonly CountedSource[], leaves: Leaves, space: Workspace, columnCount: number): void {
    const { memory } = this.#search.kernelSet;
    const labels = memory.int32(space.labels, LANES * this.#search.hierarchy.nodeCount);
    const counts = memory.uint32(space.counts, leaves.count * columnCount);
    batch.forEach(({ column, limit, leaves: seeds }, lane) => {
      const isWithin = (end: number) => labels[LANES * leaves.endRank[end] + lane] + leaves.endCost[end] < 0;
      const near = seeds.row.filter((_, i) => (seeds.units[i] as number) <= limit);
      for (const leaf of new Set(near))
        if (!isWithin(2 * leaf) && !isWithin(2 * leaf + 1)) counts[leaf * columnCount + column]++;
    });
  }

  #workspace(countCells: number): Workspace {
    const { memory } = this.#search.kernelSet;
    const { nodeCount } = this.#search.hierarchy;
    const bitmapBytes = 4 * Math.ceil(nodeCount / 32);
    const space = {
      labels: memory.reserve(ROW_BYTES * nodeCount),
      columns: memory.reserve(ROW_BYTES),
      ranks: memory.reserve(bitmapBytes),
      words: memory.reserve(bitmapBytes),
      reached: memory.reserve(4 * nodeCount),
      counts: memory.reserve(4 * countCells),
    };
    memory.int32(space.labels, LANES * nodeCount).fill(UNREACHED);
    memory.bytes(space.ranks, bitmapBytes).fill(0);
    memory.bytes(space.words, bitmapBytes).fill(0);
    memory.uint32(space.counts, countCells).fill(0);
    return space;
  }
}
