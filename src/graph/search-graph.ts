import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/core.js";
import { checkNetwork, type Network } from "./network.js";

/** A network laid out for one search direction and one cost: what the inner loop reads, in the order it reads it. */
export interface SearchGraph {
  readonly nodeCount: number;
  readonly firstOut: Uint32Array;
  readonly outTarget: Uint32Array;
  /** Cost of each step; `Infinity` = closed. */
  readonly outCost: Float64Array;
  /** A second quantity summed along the cheapest way (metres, while seconds are minimized); `null` = not needed. */
  readonly outSecondQuantity: Float64Array | null;
}

/**
 * Lays out a network for searching.
 *
 * @param network the streets as a graph
 * @param arcCost cost per arc (`2 * edge` forward, `2 * edge + 1` back), >= 0; `Infinity` = closed
 * @param options `direction`: `fromSources`, trips start at the sources, or `toSources`, trips end there (to a shop; the arcs are
 *   then walked backward); `arcSecondQuantity`: a second quantity per arc, to be summed along the cheapest way
 * @throws {CoverageError} `INVALID_ARGUMENT` if a cost is negative or not a number
 */
export function buildSearchGraph(
  network: Network,
  arcCost: Float64Array,
  options: { readonly direction: "fromSources" | "toSources"; readonly arcSecondQuantity?: Float64Array | null },
): SearchGraph {
  return guardShape("buildSearchGraph", () => {
    checkNetwork(network);
    const { direction, arcSecondQuantity } = options;
    const { nodeCount, firstOut, outArc, outTarget } = network;
    if (arcCost.length !== 2 * network.edgeCount)
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("search.arcCosts", {
          arcCostCount: arcCost.length,
          expected: 2 * network.edgeCount,
        }),
      );
    const flip = direction === "toSources" ? 1 : 0;
    const lay = (perArc: Float64Array) => {
      const laid = new Float64Array(outArc.length);
      for (let i = 0; i < outArc.length; i++) laid[i] = perArc[outArc[i] ^ flip];
      return laid;
    };
    const outCost = lay(arcCost);
    const wrong = outCost.findIndex((cost) => !(cost >= 0));
    if (wrong >= 0)
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("search.arcCost", {
          edge: outArc[wrong] >> 1,
          outCost: outCost[wrong],
        }),
      );
    return {
      nodeCount,
      firstOut,
      outTarget,
      outCost,
      outSecondQuantity: arcSecondQuantity ? lay(arcSecondQuantity) : null,
    };
  });
}
