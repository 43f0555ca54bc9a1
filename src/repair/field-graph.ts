import type { Network } from "../graph/network.js";

/** The label of a node that nothing reaches. Labels and costs add up within a signed 32-bit number. */
export const NOT_REACHED: number = 0x4000_0000;

/** A network laid out for fields that change: costs in whole units, each way. */
export interface FieldGraph {
  readonly nodeCount: number;
  /** CSR offsets into the other columns. */
  readonly firstOut: Uint32Array;
  readonly outTarget: Uint32Array;
  /** Cost of walking on from a node to the target, in the direction of the search; more than `limit` = closed. */
  readonly outUnits: Int32Array;
  /** Cost from the target to the node. */
  readonly backUnits: Int32Array;
  /** Nothing that costs more is reached. */
  readonly limit: number;
}

/**
 * Lays a network out for searches that end at facilities: arcs are walked backward.
 *
 * @param arcUnits cost per arc in whole units; `Infinity` = closed
 * @param limit less than `NOT_REACHED`
 */
export function buildFieldGraph(network: Network, arcUnits: Float64Array, limit: number): FieldGraph {
  const { nodeCount, firstOut, outArc, outTarget } = network;
  const outUnits = new Int32Array(outArc.length);
  const backUnits = new Int32Array(outArc.length);
  for (let at = 0; at < outArc.length; at++) {
    outUnits[at] = Math.min(arcUnits[outArc[at] ^ 1], NOT_REACHED - 1);
    backUnits[at] = Math.min(arcUnits[outArc[at]], NOT_REACHED - 1);
  }
  return { nodeCount, firstOut, outTarget, outUnits, backUnits, limit };
}
