import { UNREACHED } from "./hierarchy.js";
import type { HierarchySearch } from "./hierarchy-search.js";
import type { Seeds } from "./leaves.js";
import { type PlacedDownArcs, placeDownArcs } from "./placed-hierarchy.js";

/** Sources that are spread at once: a row of their labels is one cache line. */
export const BATCH_LANES = 16;
const ROW_BYTES = 4 * BATCH_LANES;

/** A source that is spread on its own, with all its entrances. */
export interface SpreadSource {
  /** Reached is what costs this or less; in units, at most the limit of the hierarchy. */
  readonly limit: number;
  /** `owner` is not read. */
  readonly ranks: Seeds;
  readonly leaves: Seeds;
}

/** Pointers to what a batch works with. */
export interface BatchSpace {
  /** A row of labels for each rank: what the source of the lane costs, less its limit, less 1; so within reach is below 0. */
  readonly labels: number;
  readonly ranks: number;
  readonly words: number;
  /** The ranks that the batch has reached. */
  readonly reached: number;
}

/** Spreads sources over a hierarchy, 16 of them at a time, near ones together, touching only what they reach. */
export class BatchSpread {
  readonly search: HierarchySearch;
  readonly #down: PlacedDownArcs;

  constructor(search: HierarchySearch) {
    this.search = search;
    this.#down = placeDownArcs(search.kernelSet.memory, search.hierarchy);
  }

  /** Reserves what batches work with; to be borrowed. */
  reserve(): BatchSpace {
    const { memory } = this.search.kernelSet;
    const { nodeCount } = this.search.hierarchy;
    const bitmapBytes = 4 * Math.ceil(nodeCount / 32);
    const space = {
      labels: memory.reserve(ROW_BYTES * nodeCount),
      ranks: memory.reserve(bitmapBytes),
      words: memory.reserve(bitmapBytes),
      reached: memory.reserve(4 * nodeCount),
    };
    memory.int32(space.labels, BATCH_LANES * nodeCount).fill(UNREACHED);
    memory.bytes(space.ranks, bitmapBytes).fill(0);
    memory.bytes(space.words, bitmapBytes).fill(0);
    return space;
  }

  /** Calls `visit` with each batch of sources, spread out: its sources are in the lanes in order. */
  eachBatch<Source extends SpreadSource>(
    sources: readonly Source[],
    space: BatchSpace,
    visit: (batch: readonly Source[], reachedCount: number) => void,
  ): void {
    const { kernels } = this.search.kernelSet;
    const { nodeCount } = this.search.hierarchy;
    const { firstUp, upTarget, upCost } = this.search.placed;
    const { firstDown, downTarget, downArcCost } = this.#down;
    const inOrder = this.#nearOnesTogether(sources);
    for (let first = 0; first < inOrder.length; first += BATCH_LANES) {
      const batch = inOrder.slice(first, first + BATCH_LANES);
      this.#sow(batch, space);
      const reachedCount = kernels.spread(
        ...[nodeCount, firstUp, upTarget, upCost, firstDown, downTarget, downArcCost],
        ...[space.labels, space.ranks, space.words, space.reached],
      );
      visit(batch, reachedCount);
      kernels.forget(reachedCount, space.reached, space.labels);
    }
  }

  /** In the order of the places, not of the ranks: those of one batch then reach much the same ranks. */
  #nearOnesTogether<Source extends SpreadSource>(sources: readonly Source[]): readonly Source[] {
    const { nodeCount, placeOfRank } = this.search.hierarchy;
    const placeOf = ({ ranks }: SpreadSource) =>
      ranks.row.reduce((least, rank) => Math.min(least, placeOfRank[rank]), nodeCount);
    return sources
      .map((source) => ({ source, place: placeOf(source) }))
      .sort((a, b) => a.place - b.place)
      .map(({ source }) => source);
  }

  #sow(batch: readonly SpreadSource[], space: BatchSpace): void {
    const { memory } = this.search.kernelSet;
    const { nodeCount } = this.search.hierarchy;
    const labels = memory.int32(space.labels, BATCH_LANES * nodeCount);
    const ranks = memory.uint32(space.ranks, Math.ceil(nodeCount / 32));
    const words = memory.uint32(space.words, Math.ceil(nodeCount / 1024));
    batch.forEach(({ limit, ranks: seeds }, lane) => {
      seeds.row.forEach((rank, i) => {
        const units = seeds.units[i] as number;
        if (units > limit) return;
        labels[BATCH_LANES * rank + lane] = Math.min(units - limit - 1, labels[BATCH_LANES * rank + lane]);
        ranks[rank >> 5] |= 1 << (rank & 31);
        words[rank >> 10] |= 1 << ((rank >> 5) & 31);
      });
    });
  }
}
