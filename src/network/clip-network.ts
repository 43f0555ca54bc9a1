import { type Bounds, isInBox } from "../geo/bounds.js";
import type { ChainNetwork } from "./contract-chains.js";
import { joinEdges, type Network } from "./network.js";

/** The part of a network in a box, numbered on its own. */
export interface ClippedNetwork {
  readonly network: Network;
  /** Cost per arc of the part. */
  readonly arcUnits: Float64Array;
  /** Number in the whole of each edge of the part; `null`: the part is the whole, and what lies beyond is closed. */
  readonly edgeOf: Uint32Array | null;
}

/** Where more of a network than this is in the box, its other edges are closed in place: to number the rest would take longer. */
const MOSTLY = 0.75;

/** Leaves out the edges that lie wholly beyond a box. @param arcUnits cost per arc; may be changed */
export function clipNetwork(network: Network, arcUnits: Float64Array, box: Bounds): ClippedNetwork {
  const { west, south, east, north } = box;
  const { edgeCount, nodeCount, edgeFrom, edgeTo, nodeLon, nodeLat } = network;
  const edges = new Uint32Array(edgeCount);
  const beyond = new Uint8Array(edgeCount);
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = edgeFrom[edge];
    const to = edgeTo[edge];
    const isBeyond =
      (nodeLon[from] < west && nodeLon[to] < west) ||
      (nodeLon[from] > east && nodeLon[to] > east) ||
      (nodeLat[from] < south && nodeLat[to] < south) ||
      (nodeLat[from] > north && nodeLat[to] > north);
    if (!isBeyond) edges[count++] = edge;
    else beyond[edge] = 1;
  }
  if (count > MOSTLY * edgeCount) {
    for (let edge = 0; edge < edgeCount; edge++)
      if (beyond[edge] === 1) arcUnits.fill(Infinity, 2 * edge, 2 * edge + 2);
    return { network, arcUnits, edgeOf: null };
  }
  const edgeOf = edges.slice(0, count);
  /** Number of each node in the part, + 1; 0 = none yet. */
  const numberOf = new Uint32Array(nodeCount);
  let nodes = 0;
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const units = new Float64Array(2 * count);
  for (let edge = 0; edge < count; edge++) {
    const whole = edgeOf[edge];
    if (numberOf[edgeFrom[whole]] === 0) numberOf[edgeFrom[whole]] = ++nodes;
    if (numberOf[edgeTo[whole]] === 0) numberOf[edgeTo[whole]] = ++nodes;
    from[edge] = numberOf[edgeFrom[whole]] - 1;
    to[edge] = numberOf[edgeTo[whole]] - 1;
    units[2 * edge] = arcUnits[2 * whole];
    units[2 * edge + 1] = arcUnits[2 * whole + 1];
  }
  const lon = new Float64Array(nodes);
  const lat = new Float64Array(nodes);
  for (let node = 0; node < nodeCount; node++) {
    if (numberOf[node] === 0) continue;
    lon[numberOf[node] - 1] = nodeLon[node];
    lat[numberOf[node] - 1] = nodeLat[node];
  }
  const none = { edgeMeters: new Float64Array(count), edgeStreetRow: new Uint32Array(count) };
  const columns = { nodeCount: nodes, nodeLon: lon, nodeLat: lat, edgeFrom: from, edgeTo: to, ...none };
  return { network: joinEdges(columns), arcUnits: units, edgeOf };
}

/** Counts the nodes in a box. */
export function countNodesIn({ nodeCount, nodeLon, nodeLat }: Network, box: Bounds): number {
  let count = 0;
  for (let node = 0; node < nodeCount; node++) if (isInBox(box, nodeLon[node], nodeLat[node])) count++;
  return count;
}

/** Tells of the chains of a part by the edges of the whole; what lies beyond is on no chain. */
export function chainsOfWhole(chains: ChainNetwork, edgeOf: Uint32Array | null, edgeCount: number): ChainNetwork {
  if (edgeOf === null) return chains;
  const chainOfEdge = new Int32Array(edgeCount).fill(-1);
  const startUnits = new Float64Array(edgeCount);
  const isForward = new Uint8Array(edgeCount);
  for (let edge = 0; edge < edgeOf.length; edge++) {
    const whole = edgeOf[edge];
    chainOfEdge[whole] = chains.chainOfEdge[edge];
    startUnits[whole] = chains.startUnits[edge];
    isForward[whole] = chains.isForward[edge];
  }
  const chainEdge = chains.chainEdge.map((edge) => edgeOf[edge]);
  return { ...chains, chainOfEdge, startUnits, isForward, chainEdge };
}
