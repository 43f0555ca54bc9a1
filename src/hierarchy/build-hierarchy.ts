import { checkColumns, guardShape } from "../base/guard-call.js";
import { hilbertOrder } from "../geo/hilbert-order.js";
import { checkNetwork, type Network } from "../graph/network.js";
import { eliminate } from "./eliminate.js";
import { CLOSED, type Hierarchy, MAX_LIMIT } from "./hierarchy.js";
import type { EliminationGraph } from "./neighbor-lists.js";

/**
 * Builds the hierarchy of a network for one cost and one direction of search.
 *
 * @param network the streets as a graph
 * @param arcUnits cost per arc (`2 * edge` forward, `2 * edge + 1` back) in whole units, >= 0; more than `limit` = closed
 * @param options `direction`: `fromSources`, trips start at the sources, or `toSources`, trips end there; `limit`: ways that cost more
 *   than this are not found; in units, at most `MAX_LIMIT`
 * @throws {CoverageError} `INVALID_ARGUMENT` if the columns do not match, or the limit is no whole number up to `MAX_LIMIT`
 * @returns `null` if the network is too dense for a hierarchy (no street network is)
 */
export function buildHierarchy(
  network: Network,
  arcUnits: Int32Array,
  options: { readonly direction: "fromSources" | "toSources"; readonly limit: number },
): Hierarchy | null {
  return guardShape("buildHierarchy", () => {
    checkNetwork(network);
    checkColumns("arcs", { arcUnits }, { arcUnits: 2 * network.edgeCount });
    const { direction, limit } = options;
    if (!(Number.isInteger(limit) && limit >= 0 && limit <= MAX_LIMIT))
      throw new TypeError(`limit: ${limit}, of at most ${MAX_LIMIT}`);
    const order = hilbertOrder(network.nodeLon, network.nodeLat);
    const place = new Uint32Array(network.nodeCount);
    for (let i = 0; i < order.length; i++) place[order[i]] = i;
    const elimination = eliminate(
      inOrder(network, arcUnits, { order, place, flip: direction === "toSources" ? 1 : 0, limit }),
      limit,
    );
    if (elimination === null) return null;
    const { firstUp, upTarget, upCost, downCost, placeOfRank } = elimination;
    const nodeOfRank = new Uint32Array(order.length);
    const rankOfNode = new Uint32Array(order.length);
    for (let rank = 0; rank < order.length; rank++) {
      const node = order[placeOfRank[rank]];
      nodeOfRank[rank] = node;
      rankOfNode[node] = rank;
    }
    const { nodeCount } = network;
    return { nodeCount, limit, nodeOfRank, rankOfNode, placeOfRank, firstUp, upTarget, upCost, downCost };
  });
}

interface Layout {
  /** Node at each place, and place of each node. */
  readonly order: Uint32Array;
  readonly place: Uint32Array;
  readonly flip: number;
  readonly limit: number;
}

/** Lays the arcs out by the places of their nodes. */
function inOrder(
  { nodeCount, firstOut, outArc, outTarget }: Network,
  arcUnits: Int32Array,
  { order, place, flip, limit }: Layout,
): EliminationGraph {
  const firstArc = new Uint32Array(nodeCount + 1);
  const arcTarget = new Uint32Array(outArc.length);
  const outCost = new Int32Array(outArc.length);
  const isSymmetric = costsSameBothWays(arcUnits);
  const backCost = isSymmetric ? outCost : new Int32Array(outArc.length);
  let count = 0;
  for (let i = 0; i < nodeCount; i++) {
    const node = order[i];
    for (let at = firstOut[node]; at < firstOut[node + 1]; at++) {
      const out = arcUnits[outArc[at] ^ flip];
      const back = arcUnits[outArc[at] ^ flip ^ 1];
      arcTarget[count] = place[outTarget[at]];
      outCost[count] = out > limit ? CLOSED : out;
      if (!isSymmetric) backCost[count] = back > limit ? CLOSED : back;
      count++;
    }
    firstArc[i + 1] = count;
  }
  return { nodeCount, firstArc, arcTarget, outCost, backCost };
}

function costsSameBothWays(arcUnits: Int32Array): boolean {
  for (let arc = 0; arc < arcUnits.length; arc += 2) if (arcUnits[arc] !== arcUnits[arc + 1]) return false;
  return true;
}
