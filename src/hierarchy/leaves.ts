import { groupRows } from "../base/group-rows.js";

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
