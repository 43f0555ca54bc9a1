import { guardShape } from "../base/guard-call.js";
import { checkHierarchy, type Hierarchy, UNREACHED } from "./hierarchy.js";
import { packLabel } from "./kernels.js";
import { type ColumnSeeds, checkAsked, checkRows, type Leaves, type Seeds } from "./leaves.js";
import { type KernelSet, makeKernels } from "./make-kernels.js";
import { type PlacedHierarchy, placeHierarchy } from "./placed-hierarchy.js";
import { clearRanked, insertRanked, LABEL_WORDS, RANKED_LANES, type RankedLabel } from "./ranked-labels.js";

/** Lanes of packed labels in one pass: a row of them is one cache line. */
const OWNER_LANES = 8;
const MAX_COST_LANES = 16;

/** Packed labels of leaves for one column: that of a leaf is `labels[first + leaf * stride]`. Valid until the visit ends. */
export interface LabelColumn {
  readonly labels: Float64Array;
  readonly first: number;
  readonly stride: number;
}

/** Ranked labels of rows (ranks or leaves) for one column. */
export interface RankedColumn {
  readonly k: number;
  readonly words: Uint32Array;
  readonly lane: number;
}

/** Gives the `i`-nearest of a row, `i` from 0; cost `UNREACHED` and `NO_OWNER` = none. */
export function rankedAt({ words, k, lane }: RankedColumn, row: number, i: number): RankedLabel {
  const at = (row * k + i) * LABEL_WORDS + lane;
  return { units: words[at], owner: words[at + RANKED_LANES] };
}

/** Searches over a hierarchy: nearest sources of all ranks and leaves, for many columns in one pass. */
export class HierarchySearch {
  readonly hierarchy: Hierarchy;
  readonly kernelSet: KernelSet;
  /** Where its columns lie in the kernels' memory. */
  readonly placed: PlacedHierarchy;

  /** @param kernelSet made for this search alone; default: the fastest this runtime has */
  constructor(hierarchy: Hierarchy, kernelSet: KernelSet = makeKernels()) {
    this.hierarchy = hierarchy;
    this.kernelSet = kernelSet;
    this.placed = guardShape("HierarchySearch", () => {
      checkHierarchy(hierarchy);
      return placeHierarchy(kernelSet.memory, hierarchy);
    });
  }

  /**
   * Finds the cost to the nearest source of each column, for every rank.
   *
   * @param columns ranks of the sources of each column
   * @returns units, column by column in the order of ranks: `column * nodeCount + rank`; `UNREACHED`, or more than the limit =
   *   none within the limit. It lies in the kernels' memory, and is valid until the next search
   */
  nearestCosts(columns: readonly ArrayLike<number>[]): Int32Array {
    const { nodeCount } = this.hierarchy;
    const { memory } = this.kernelSet;
    return this.#guarded(() => {
      for (const ranks of columns) checkRows("columns", ranks, nodeCount);
      const planar = memory.reserve(4 * columns.length * nodeCount);
      for (let first = 0; first < columns.length; first += MAX_COST_LANES)
        this.#costsOf(columns.slice(first, first + MAX_COST_LANES), planar + 4 * first * nodeCount);
      return memory.int32(planar, columns.length * nodeCount);
    });
  }

  /** Finds the costs of up to 16 columns. @param planar where to write them */
  #costsOf(batch: readonly ArrayLike<number>[], planar: number): void {
    const { nodeCount } = this.hierarchy;
    const { memory, kernels } = this.kernelSet;
    const vectors = Math.ceil(batch.length / 4);
    const lanes = 4 * vectors;
    memory.borrow(() => {
      const labels = memory.reserve(4 * lanes * nodeCount);
      const touched = this.#reserveTouched();
      const rows = memory.int32(labels, lanes * nodeCount);
      const marks = memory.bytes(touched, nodeCount);
      batch.forEach((ranks, lane) => {
        for (let i = 0; i < ranks.length; i++) {
          const rank = ranks[i];
          if (marks[rank] === 0) rows.fill(UNREACHED, rank * lanes, (rank + 1) * lanes);
          rows[rank * lanes + lane] = 0;
          marks[rank] = 1;
        }
      });
      const { firstUp, upTarget, upCost, downCost } = this.placed;
      const arcs = [firstUp, upTarget, upCost, downCost] as const;
      kernels.sweepCosts(vectors, nodeCount, ...arcs, labels, touched, batch.length, planar);
    });
  }

  /**
   * Finds the nearest source of each column and its owner, for every leaf. Ties go to the lesser owner.
   *
   * @param visit called once for each column, in order, with packed labels; `Infinity`, or more than the limit = none
   */
  nearestOwners(
    columns: readonly ColumnSeeds[],
    leaves: Leaves,
    visit: (column: number, labels: LabelColumn) => void,
  ): void {
    const { nodeCount } = this.hierarchy;
    const { memory, kernels } = this.kernelSet;
    this.#guarded(() => {
      checkAsked(columns, leaves, this.hierarchy.nodeCount, 1);
      const labels = memory.reserve(8 * OWNER_LANES * nodeCount);
      const touched = this.#reserveTouched();
      const placed = this.#placeLeaves(leaves, OWNER_LANES);
      for (let first = 0; first < columns.length; first += OWNER_LANES) {
        const batch = columns.slice(first, first + OWNER_LANES);
        const vectors = Math.ceil(batch.length / 2);
        const lanes = 2 * vectors;
        const rows = memory.float64(labels, lanes * nodeCount);
        const leafRows = memory.float64(placed.labels, lanes * leaves.count).fill(Infinity);
        const marks = memory.bytes(touched, nodeCount).fill(0);
        batch.forEach((seeds, lane) => {
          sow(seeds.ranks, (row, label) => {
            if (marks[row] === 0) rows.fill(Infinity, row * lanes, (row + 1) * lanes);
            lower(rows, row * lanes + lane, label);
            marks[row] = 1;
          });
          sow(seeds.leaves, (row, label) => lower(leafRows, row * lanes + lane, label));
        });
        this.#sweep("sweepOwners", vectors, labels, touched);
        kernels.leafOwners(vectors, leaves.count, placed.ends, placed.costs, labels, placed.labels);
        batch.forEach((_, lane) => {
          visit(first + lane, { labels: leafRows, first: lane, stride: lanes });
        });
      }
    });
  }

  /** Finds the `k` nearest sources of different owners, for every leaf. @param visit called once for each column, in order */
  nearestRanked(
    columns: readonly ColumnSeeds[],
    leaves: Leaves,
    k: number,
    visit: (column: number, labels: RankedColumn) => void,
  ): void {
    const { memory, kernels } = this.kernelSet;
    this.#guarded(() => {
      checkAsked(columns, leaves, this.hierarchy.nodeCount, k);
      const labels = memory.reserve(this.#rankedBytes(k));
      const placed = this.#placeLeaves(leaves, RANKED_LANES * k);
      for (let first = 0; first < columns.length; first += RANKED_LANES) {
        const batch = columns.slice(first, first + RANKED_LANES);
        this.#spreadRanked(batch, k, labels);
        const words = clearRanked(memory.uint32(placed.labels, k * LABEL_WORDS * leaves.count));
        batch.forEach((seeds, lane) => {
          sowRanked(seeds.leaves, { words, k, lane });
        });
        kernels.leafRanked(k, leaves.count, placed.ends, placed.costs, labels, placed.labels);
        batch.forEach((_, lane) => {
          visit(first + lane, { words, k, lane });
        });
      }
    });
  }

  /**
   * Finds the `k` nearest sources of different owners, for every rank.
   *
   * @returns the labels of each column. They lie in the kernels' memory, and are valid until the next search
   */
  nearestRankedOfRanks(columns: readonly ColumnSeeds[], k: number): RankedColumn[] {
    const { memory } = this.kernelSet;
    return this.#guarded(() => {
      checkAsked(columns, null, this.hierarchy.nodeCount, k);
      const bytes = this.#rankedBytes(k);
      const labels = memory.reserve(bytes * Math.ceil(columns.length / RANKED_LANES));
      const pointerOf = (column: number) => labels + bytes * Math.floor(column / RANKED_LANES);
      for (let first = 0; first < columns.length; first += RANKED_LANES)
        this.#spreadRanked(columns.slice(first, first + RANKED_LANES), k, pointerOf(first));
      return columns.map((_, column) => ({
        words: memory.uint32(pointerOf(column), bytes / 4),
        ...{ k, lane: column % RANKED_LANES },
      }));
    });
  }

  /** Runs a search, gives back what it reserves, and makes typed errors of what it is asked wrongly. */
  #guarded<T>(search: () => T): T {
    return guardShape("HierarchySearch", () => this.kernelSet.memory.borrow(search));
  }

  #rankedBytes(k: number): number {
    return 4 * k * LABEL_WORDS * this.hierarchy.nodeCount;
  }

  /** Spreads the labels of up to 4 columns to all ranks. */
  #spreadRanked(batch: readonly ColumnSeeds[], k: number, labels: number): void {
    const { nodeCount } = this.hierarchy;
    const { memory } = this.kernelSet;
    memory.borrow(() => {
      const touched = this.#reserveTouched();
      const words = memory.uint32(labels, k * LABEL_WORDS * nodeCount);
      const marks = memory.bytes(touched, nodeCount);
      const rowWords = k * LABEL_WORDS;
      batch.forEach(({ ranks }, lane) => {
        for (const rank of ranks.row) {
          if (marks[rank] === 0) clearRanked(words.subarray(rank * rowWords, (rank + 1) * rowWords));
          marks[rank] = 1;
        }
        sowRanked(ranks, { words, k, lane });
      });
      this.#sweep("sweepRanked", k, labels, touched);
    });
  }

  #sweep(kernel: "sweepOwners" | "sweepRanked", width: number, labels: number, touched: number): void {
    const { firstUp, upTarget, upCost, downCost } = this.placed;
    const { nodeCount } = this.hierarchy;
    this.kernelSet.kernels[kernel](width, nodeCount, firstUp, upTarget, upCost, downCost, labels, touched);
  }

  #reserveTouched(): number {
    const { memory } = this.kernelSet;
    const touched = memory.reserve(this.hierarchy.nodeCount);
    memory.bytes(touched, this.hierarchy.nodeCount).fill(0);
    return touched;
  }

  #placeLeaves({ count, endRank, endCost }: Leaves, lanes: number) {
    const { memory } = this.kernelSet;
    return { ends: memory.place(endRank), costs: memory.place(endCost), labels: memory.reserve(8 * lanes * count) };
  }
}

function sow({ row, units, owner }: Seeds, plant: (row: number, label: number) => void): void {
  for (let i = 0; i < row.length; i++) plant(row[i] as number, packLabel(units[i] as number, owner[i] as number));
}

function lower(labels: Float64Array, at: number, label: number): void {
  if (label < labels[at]) labels[at] = label;
}

function sowRanked({ row, units, owner }: Seeds, { words, k, lane }: RankedColumn): void {
  for (let i = 0; i < row.length; i++) {
    const label = { owner: owner[i] as number, units: units[i] as number };
    insertRanked(words, (row[i] as number) * k * LABEL_WORDS + lane, k, label);
  }
}
