import { groupRows } from "../base/group-rows.js";
import { checkColumns } from "../base/guard-call.js";

/** Places on edges, as the hierarchy sees them: each hangs on the two ends of its edge. */
export interface Leaves {
  readonly count: number;
  /** Ranks of the two ends of each leaf's edge: `endRank[2 * leaf]` and `endRank[2 * leaf + 1]`. */
  readonly endRank: Uint32Array;
  /** Cost between that end and the leaf, in the direction of the search, in units; `CLOSED` = no way. */
  readonly endCost: Int32Array;
}

/** What starts at a rank, or lies beside a leaf: parallel columns. */
export interface Seeds {
  /** Ranks, or rows of leaves. */
  readonly row: readonly number[];
  /** Cost to be there, in units. */
  readonly units: readonly number[];
  /** Whose seed it is: less than `MAX_OWNERS`. */
  readonly owner: readonly number[];
}

/** The seeds of one column of answers: one category. */
export interface ColumnSeeds {
  readonly ranks: Seeds;
  /** Seeds that reach leaves without passing a node: along the leaf's own edge. */
  readonly leaves: Seeds;
}

/** Lists the leaf ends (`2 * leaf + side`) at each rank, as CSR. */
export function leafEndsByRank(
  { count, endRank }: Leaves,
  nodeCount: number,
): { readonly firstLeafEnd: Uint32Array; readonly leafEnd: Uint32Array } {
  const { first: firstLeafEnd, rows: leafEnd } = groupRows(endRank.subarray(0, 2 * count), nodeCount);
  return { firstLeafEnd, leafEnd };
}

/** Checks, within `guardShape`, that leaves hang on ranks that are there. @throws {TypeError} */
export function checkLeaves(leaves: Leaves, nodeCount: number): void {
  checkColumns("leaves", leaves, { endRank: 2 * leaves.count, endCost: 2 * leaves.count });
  checkRows("leaves.endRank", leaves.endRank, Math.max(1, nodeCount)); // one that has no street hangs on rank 0, closed
}

/** Checks, within `guardShape`, that seeds lie at ranks and leaves that are there. @throws {TypeError} */
export function checkSeeds({ ranks, leaves }: ColumnSeeds, nodeCount: number, leafCount: number): void {
  checkRows("ranks.row", ranks.row, nodeCount);
  checkRows("leaves.row", leaves.row, leafCount);
}

/** Checks, within `guardShape`, that rows are less than a number. @throws {TypeError} */
export function checkRows(name: string, rows: ArrayLike<number>, end: number): void {
  if (!(rows.length >= 0)) throw new TypeError(`${name}: no list`);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (!(Number.isInteger(row) && row >= 0 && row < end)) throw new TypeError(`${name}[${i}]: ${row}, of ${end}`);
  }
}

/** Checks, within `guardShape`, what a search is asked. @param k how many are wanted. @throws {TypeError} */
export function checkAsked(columns: readonly ColumnSeeds[], leaves: Leaves | null, nodeCount: number, k: number): void {
  if (!(Number.isInteger(k) && k > 0)) throw new TypeError(`k: ${k}`);
  if (leaves !== null) checkLeaves(leaves, nodeCount);
  for (const seeds of columns) checkSeeds(seeds, nodeCount, leaves?.count ?? Infinity);
}
