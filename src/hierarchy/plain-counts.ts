import { UNREACHED } from "./hierarchy.js";
import type { KernelMemory } from "./kernel-memory.js";
import type { Kernels } from "./kernels.js";

type Counts = Pick<Kernels, "spread" | "countNodes" | "countLeaves" | "forget">;

const LANES = 16;

/** The counting of {@link Kernels} in TypeScript: the twin of `kernels/assembly/counts.ts`. */
export function plainCounts(memory: KernelMemory): Counts {
  const u32 = (pointer: number) => new Uint32Array(memory.buffer, pointer);
  const i32 = (pointer: number) => new Int32Array(memory.buffer, pointer);
  return {
    spread: (nodeCount, firstUp, upTarget, upCost, firstDown, downTarget, downCost, ...rest) => {
      const [labels, ranks, words, reached] = rest;
      const set = new RankSet(u32(ranks), u32(words), nodeCount);
      const work = { labels: i32(labels), set };
      const up = { first: u32(firstUp), target: u32(upTarget), cost: i32(upCost) };
      const down = { first: u32(firstDown), target: u32(downTarget), cost: i32(downCost) };
      for (let rank = set.next(0); rank < nodeCount; rank = set.next(rank + 1)) relax(work, up, rank);
      const list = u32(reached);
      let count = 0;
      for (let rank = set.takeLast(); rank >= 0; rank = set.takeLast()) {
        relax(work, down, rank);
        list[count++] = rank;
      }
      return count;
    },
    countNodes: (reachedCount, reached, labels, columns, counts, rowBytes) => {
      const count = counter(u32(counts), u32(columns), rowBytes);
      const isWithin = within(i32(labels));
      const list = u32(reached);
      for (let i = 0; i < reachedCount; i++)
        for (let lane = 0; lane < LANES; lane++) if (isWithin(list[i], 0, lane)) count(list[i], lane);
    },
    countLeaves: (reachedCount, reached, labels, columns, counts, rowBytes, ...leaves) => {
      const [firstLeafEnd, leafEnd, ends, costs] = [u32(leaves[0]), u32(leaves[1]), u32(leaves[2]), i32(leaves[3])];
      const count = counter(u32(counts), u32(columns), rowBytes);
      const isWithin = within(i32(labels));
      const list = u32(reached);
      for (let i = 0; i < reachedCount; i++) {
        for (let at = firstLeafEnd[list[i]]; at < firstLeafEnd[list[i] + 1]; at++) {
          const end = leafEnd[at];
          const other = end ^ 1;
          for (let lane = 0; lane < LANES; lane++) {
            if (!isWithin(list[i], costs[end], lane)) continue;
            // who is reached over both ends is counted at the first
            if ((end & 1) === 0 || !isWithin(ends[other], costs[other], lane)) count(end >> 1, lane);
          }
        }
      }
    },
    forget: (reachedCount, reached, labels) => {
      const rows = i32(labels);
      const list = u32(reached);
      for (let i = 0; i < reachedCount; i++) rows.fill(UNREACHED, LANES * list[i], LANES * list[i] + LANES);
    },
  };
}

interface Work {
  readonly labels: Int32Array;
  readonly set: RankSet;
}
interface Arcs {
  readonly first: Uint32Array;
  readonly target: Uint32Array;
  readonly cost: Int32Array;
}

function relax({ labels, set }: Work, { first, target, cost }: Arcs, rank: number): void {
  for (let arc = first[rank]; arc < first[rank + 1]; arc++) {
    let isNear = false;
    for (let lane = 0; lane < LANES && !isNear; lane++) isNear = labels[LANES * rank + lane] + cost[arc] < 0;
    if (!isNear) continue;
    const row = LANES * target[arc];
    for (let lane = 0; lane < LANES; lane++) {
      const label = labels[LANES * rank + lane] + cost[arc];
      if (label < labels[row + lane]) labels[row + lane] = label;
    }
    set.add(target[arc]);
  }
}

function within(labels: Int32Array): (rank: number, cost: number, lane: number) => boolean {
  return (rank, cost, lane) => labels[LANES * rank + lane] + cost < 0;
}

function counter(counts: Uint32Array, columns: Uint32Array, rowBytes: number): (row: number, lane: number) => void {
  return (row, lane) => {
    counts[(row * rowBytes + columns[lane]) >> 2]++;
  };
}

/** A set of ranks as two bitmaps: a bit a rank, and a bit for each word of the first that is not 0. */
class RankSet {
  readonly #ranks: Uint32Array;
  readonly #words: Uint32Array;
  readonly #count: number;
  #last: number;

  constructor(ranks: Uint32Array, words: Uint32Array, count: number) {
    this.#ranks = ranks;
    this.#words = words;
    this.#count = count;
    this.#last = Math.ceil(count / 1024) - 1;
  }

  add(rank: number): void {
    this.#ranks[rank >> 5] |= 1 << (rank & 31);
    this.#words[rank >> 10] |= 1 << ((rank >> 5) & 31);
  }

  /** Gives the least rank of the set from `rank` on; the number of ranks if there is none. */
  next(rank: number): number {
    for (let at = rank; at < this.#count; ) {
      const word = at >> 5;
      if ((this.#words[word >> 5] & (1 << (word & 31))) === 0) {
        at = (word + 1) << 5;
        continue;
      }
      const bits = this.#ranks[word] >>> (at & 31);
      if (bits !== 0) return at + lowestBit(bits);
      at = (word + 1) << 5;
    }
    return this.#count;
  }

  /** Takes the greatest rank out of the set; -1 = it is empty. */
  takeLast(): number {
    while (this.#last >= 0 && this.#words[this.#last] === 0) this.#last--;
    if (this.#last < 0) return -1;
    const word = (this.#last << 5) + highestBit(this.#words[this.#last]);
    const rank = (word << 5) + highestBit(this.#ranks[word]);
    this.#ranks[word] &= ~(1 << (rank & 31));
    if (this.#ranks[word] === 0) this.#words[this.#last] &= ~(1 << (word & 31));
    return rank;
  }
}

function highestBit(bits: number): number {
  return 31 - Math.clz32(bits);
}

function lowestBit(bits: number): number {
  return highestBit(bits & -bits);
}
