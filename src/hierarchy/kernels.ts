/**
 * The inner loops over a hierarchy. Compiled from `kernels/` to WebAssembly with SIMD, or in TypeScript where that is
 * missing (`plain-sweeps.ts`, `plain-counts.ts`): both leave the same bits in memory.
 *
 * All arguments are numbers; pointers are bytes into one `KernelMemory`. Columns are those of a `Hierarchy`: offsets and targets
 * are u32, costs i32. A row of labels belongs to a rank (or a leaf) and has one label a lane:
 *
 * - costs: i32 units, `UNREACHED` = not reached; `4 * vectors` lanes
 * - owners: f64, packed by `packLabel`, `Infinity` = not reached; `2 * vectors` lanes
 * - ranked: 4 lanes of `k` labels, ascending by cost and owner; a label is the costs of all lanes (i32 units), then their owners
 *   (u32); `UNREACHED` and `NO_OWNER` = no more
 *
 * `touched` has a byte for each rank, 1 = the row holds a label, 0 = what the row holds is not looked at; the sources' rows come
 * with theirs.
 * A leaf is a place on an edge: `ends` has the ranks of its two ends, `costs` the costs from the ends to it, two by two.
 */
export interface Kernels {
  /** Spreads packed labels from the ranks that have some to all others: one pass up, one pass down. `vectors`: 1 to 4. */
  sweepOwners(
    vectors: number,
    nodeCount: number,
    firstUp: number,
    upTarget: number,
    upCost: number,
    downCost: number,
    labels: number,
    touched: number,
  ): void;
  /** Spreads costs, and lays those of the first `lanes` out lane by lane: `out[lane * nodeCount + rank]`. `vectors`: 1 to 4. */
  sweepCosts(...args: [...Parameters<Kernels["sweepOwners"]>, lanes: number, out: number]): void;
  /** Lowers the packed labels of leaves to what they are over their ends. */
  leafOwners(vectors: number, leafCount: number, ends: number, costs: number, labels: number, leafLabels: number): void;
  /** Spreads ranked labels, of different owners in a row; `k` in place of `vectors`. */
  sweepRanked: Kernels["sweepOwners"];
  leafRanked: Kernels["leafOwners"];
  /**
   * Spreads costs in 16 lanes, touching only ranks that some lane reaches within its limit. A cost here is what it is over the
   * limit, so that what is within the limit is negative, whatever the limit of the lane is.
   *
   * @param ranks bitmap of the ranks that have labels, those of the sources at first; empty at the end
   * @param words bitmap of the words of `ranks` that are not 0
   * @param reached where to write the reached ranks, u32
   * @returns how many ranks were reached
   */
  spread(
    nodeCount: number,
    firstUp: number,
    upTarget: number,
    upCost: number,
    firstDown: number,
    downTarget: number,
    downCost: number,
    labels: number,
    ranks: number,
    words: number,
    reached: number,
  ): number;
  /** Adds 1 for each lane that reaches a rank: at `counts + rank * rowBytes + columns[lane]`; u32. */
  countNodes(
    reachedCount: number,
    reached: number,
    labels: number,
    columns: number,
    counts: number,
    rowBytes: number,
  ): void;
  /** Adds 1 for each lane that reaches a leaf over its ends. CSR: the leaf ends (`2 * leaf + side`) at each rank. */
  countLeaves(
    reachedCount: number,
    reached: number,
    labels: number,
    columns: number,
    counts: number,
    rowBytes: number,
    firstLeafEnd: number,
    leafEnd: number,
    ends: number,
    costs: number,
  ): void;
  /** Sets the rows of 16 lanes of reached ranks back to `UNREACHED`. */
  forget(reachedCount: number, reached: number, labels: number): void;
}

/** The owner in a ranked label of a row that reaches fewer than `k`; its cost is `UNREACHED`. */
export const NO_OWNER: number = 0xffff_ffff;

/** Packed labels have room for this many owners. */
export const MAX_OWNERS: number = 0x40_0000;

/** Packs a cost in units and an owner so that the lesser number is the lesser cost, or the lesser owner at equal cost. */
export function packLabel(units: number, owner: number): number {
  return units * MAX_OWNERS + owner;
}

/** Gives the cost of a packed label, in units. */
export function unitsOf(label: number): number {
  return Math.floor(label / MAX_OWNERS);
}

/** Gives the owner of a packed label. */
export function ownerOf(label: number): number {
  return label - unitsOf(label) * MAX_OWNERS;
}
