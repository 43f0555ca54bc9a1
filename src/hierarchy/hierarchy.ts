import { checkColumns } from "../base/guard-call.js";

/** The label of what is not reached, in units. Labels and arc costs add up within a signed 32-bit number. */
export const UNREACHED: number = 0x4000_0000;
/** The cost of an arc that is closed in one direction: more than any limit. */
export const CLOSED: number = UNREACHED - 1;
/** The largest limit of a hierarchy, in units. */
export const MAX_LIMIT: number = CLOSED - 1;

/**
 * A network whose nodes were removed one after the other, least connected first; between the neighbors of a removed node
 * remain shortcuts through it.
 *
 * Nodes are called by their rank, the place in that order. Every arc leads up, to a node that was removed later. The
 * cheapest way between any two nodes, if it costs at most `limit`, is a way up followed by a way down: two passes over the
 * ranks, one upward, one downward, find what is nearest to every node.
 *
 * @see J. Dibbelt, B. Strasser, D. Wagner, "Customizable Contraction Hierarchies", 2016 (elimination without witnesses)
 * @see D. Delling, A. Goldberg, A. Nowatzyk, R. Werneck, "PHAST", 2011 (queries as linear passes)
 */
export interface Hierarchy {
  readonly nodeCount: number;
  /** Costs are whole numbers of units; ways that cost more than this are not kept. At most `MAX_LIMIT`. */
  readonly limit: number;
  readonly rankOfNode: Uint32Array;
  readonly nodeOfRank: Uint32Array;
  /** Place of each rank along a Hilbert curve: near ones have near places, which ranks of the top do not. */
  readonly placeOfRank: Uint32Array;
  /** CSR offsets: the arcs up from rank `r` are `firstUp[r]` to `firstUp[r + 1] - 1`. */
  readonly firstUp: Uint32Array;
  /** Rank that each arc leads up to. */
  readonly upTarget: Uint32Array;
  /** Cost of walking the arc up, in the direction of the search; `CLOSED` = not in this direction. */
  readonly upCost: Int32Array;
  /** Cost of walking the arc down. The same array as `upCost` where both directions always cost the same. */
  readonly downCost: Int32Array;
}

/** Checks, within `guardShape`, that a hierarchy has the columns it should have. @throws {TypeError} */
export function checkHierarchy(hierarchy: Hierarchy): void {
  const { nodeCount, firstUp } = hierarchy;
  checkColumns("hierarchy", hierarchy, {
    ...{ rankOfNode: nodeCount, nodeOfRank: nodeCount, placeOfRank: nodeCount, firstUp: nodeCount + 1 },
  });
  const arcCount = firstUp[nodeCount] as number;
  checkColumns("hierarchy", hierarchy, { upTarget: arcCount, upCost: arcCount, downCost: arcCount });
}
