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
  const { edgeCount, nodeCount, edgeFrom, edgeTo, nodeLon, nodeLat } = network;
  const edges = new Uint32Array(edgeCount);
  const beyond: number[] = [];
  let count = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (isEdgeBeyond(network, edge, box)) beyond.push(edge);
    else edges[count++] = edge;
  }
  if (count > MOSTLY * edgeCount) {
    for (const edge of beyond) arcUnits.fill(Infinity, 2 * edge, 2 * edge + 2);
    return { network, arcUnits, edgeOf: null };
  }
  const edgeOf = edges.slice(0, count);
  /** Number of each node in the part, + 1; 0 = none yet. */
  const numberOf = new Uint32Array(nodeCount);
  const nodeOf: number[] = [];
  const toNumber = (node: number) => {
    if (numberOf[node] === 0) numberOf[node] = nodeOf.push(node);
    return numberOf[node] - 1;
  };
  const part = joinEdges({
    edgeFrom: edgeOf.map((edge) => toNumber(edgeFrom[edge])),
    edgeTo: edgeOf.map((edge) => toNumber(edgeTo[edge])),
    nodeCount: nodeOf.length,
    nodeLon: Float64Array.from(nodeOf, (node) => nodeLon[node]),
    nodeLat: Float64Array.from(nodeOf, (node) => nodeLat[node]),
    edgeMeters: new Float64Array(count),
  });
  const partUnits = new Float64Array(2 * count).map((_, arc) => arcUnits[2 * edgeOf[arc >> 1] + (arc & 1)]);
  return { network: part, arcUnits: partUnits, edgeOf };
}

/** Tells whether an edge lies wholly beyond a box. */
export function isEdgeBeyond(network: Network, edge: number, { west, south, east, north }: Bounds): boolean {
  const { edgeFrom, edgeTo, nodeLon, nodeLat } = network;
  const [a, b] = [edgeFrom[edge], edgeTo[edge]];
  return (
    Math.max(nodeLon[a], nodeLon[b]) < west ||
    Math.min(nodeLon[a], nodeLon[b]) > east ||
    Math.max(nodeLat[a], nodeLat[b]) < south ||
    Math.min(nodeLat[a], nodeLat[b]) > north
  );
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
  edgeOf.forEach((whole, edge) => {
    chainOfEdge[whole] = chains.chainOfEdge[edge];
    startUnits[whole] = chains.startUnits[edge];
    isForward[whole] = chains.isForward[edge];
  });
  const chainEdge = chains.chainEdge.map((edge) => edgeOf[edge]);
  return { ...chains, chainOfEdge, startUnits, isForward, chainEdge };
}
