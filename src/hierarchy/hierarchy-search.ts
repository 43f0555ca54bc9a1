import { type Hierarchy, UNREACHED } from "./hierarchy.js";
import { packLabel } from "./kernels.js";
import type { ColumnSeeds, Leaves, Seeds } from "./leaves.js";
import { type KernelSet, makeKernels } from "./make-kernels.js";
import { type PlacedHierarchy, placeHierarchy } from "./placed-hierarchy.js";
import { clearRanked, insertRanked } from "./ranked-labels.js";

/** Lanes of packed labels in one pass: a row of them is one cache line. */
const OWNER_LANES = 8;
const MAX_COST_LANES = 16;

/** Packed labels of leaves for one column: that of a leaf is `labels[first + leaf * stride]`. Valid until the visit ends. */
export interface LabelColumn {
  readonly labels: Float64Array;
  readonly first: number;
  readonly stride: number;
}

/**
 * Ranked labels of rows (ranks or leaves) for one column: owner and cost in units of the `i`-nearest are `labels[2 * (row * k + i)]`
 * and the one after it; `NO_OWNER` = none. Valid until the visit ends.
 */
export interface RankedLabels {
  readonly labels: Uint32Array;
  readonly k: number;
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
    this.placed = placeHierarchy(kernelSet.memory, hierarchy);
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
    return memory.borrow(() => {
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
      const rows = memory.int32(labels, lanes * nodeCount).fill(UNREACHED);
      const marks = memory.bytes(touched, nodeCount);
      batch.forEach((ranks, lane) => {
        for (let i = 0; i < ranks.length; i++) {
          rows[ranks[i] * lanes + lane] = 0;
          marks[ranks[i]] = 1;
        }
      });
      this.#sweep("sweepCosts", vectors, labels, touched);
      kernels.planar(nodeCount, batch.length, lanes, labels, planar);
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
    memory.borrow(() => {
      const labels = memory.reserve(8 * OWNER_LANES * nodeCount);
      const touched = this.#reserveTouched();
      const placed = this.#placeLeaves(leaves, OWNER_LANES);
      for (let first = 0; first < columns.length; first += OWNER_LANES) {
        const batch = columns.slice(first, first + OWNER_LANES);
        const vectors = Math.ceil(batch.length / 2);
        const lanes = 2 * vectors;
        const rows = memory.float64(labels, lanes * nodeCount).fill(Infinity);
        const leafRows = memory.float64(placed.labels, lanes * leaves.count).fill(Infinity);
        const marks = memory.bytes(touched, nodeCount).fill(0);
        batch.forEach((seeds, lane) => {
          sow(seeds.ranks, (row, label) => {
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
    visit: (column: number, labels: RankedLabels) => void,
  ): void {
    const { memory, kernels } = this.kernelSet;
    memory.borrow(() => {
      const placed = this.#placeLeaves(leaves, k);
      this.#eachRanked(columns, k, (column, labels) => {
        const leafRows = clearRanked(memory.uint32(placed.labels, 2 * k * leaves.count));
        sowRanked((columns[column] as ColumnSeeds).leaves, leafRows, k);
        kernels.leafRanked(k, leaves.count, placed.ends, placed.costs, labels, placed.labels);
        visit(column, { labels: leafRows, k });
      });
    });
  }

  /** Finds the `k` nearest sources of different owners, for every rank. */
  nearestRankedOfRanks(
    columns: readonly ColumnSeeds[],
    k: number,
    visit: (column: number, labels: RankedLabels) => void,
  ): void {
    const { memory } = this.kernelSet;
    this.#eachRanked(columns, k, (column, labels) =>
      visit(column, { labels: memory.uint32(labels, 2 * k * this.hierarchy.nodeCount), k }),
    );
  }

  #eachRanked(columns: readonly ColumnSeeds[], k: number, visit: (column: number, labels: number) => void): void {
    const { nodeCount } = this.hierarchy;
    const { memory } = this.kernelSet;
    memory.borrow(() => {
      const labels = memory.reserve(8 * k * nodeCount);
      const touched = this.#reserveTouched();
      columns.forEach(({ ranks }, column) => {
        const rows = clearRanked(memory.uint32(labels, 2 * k * nodeCount));
        const marks = memory.bytes(touched, nodeCount).fill(0);
        sowRanked(ranks, rows, k);
        for (const rank of ranks.row) marks[rank] = 1;
        this.#sweep("sweepRanked", k, labels, touched);
        visit(column, labels);
      });
    });
  }

  #sweep(kernel: "sweepCosts" | "sweepOwners" | "sweepRanked", width: number, labels: number, touched: number): void {
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

function sowRanked({ row, units, owner }: Seeds, labels: Uint32Array, k: number): void {
  for (let i = 0; i < row.length; i++)
    insertRanked(labels, 2 * k * (row[i] as number), 2 * k, { owner: owner[i] as number, units: units[i] as number });
}
