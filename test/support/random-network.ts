import { buildNetworkFromEdges, type Network } from "../../src/graph/network.js";

/** A network of no town at all: with everything that a hierarchy might get wrong. */
export interface RandomNetwork {
  readonly network: Network;
  /** Whole units; -1 = closed. */
  readonly arcUnits: Int32Array;
}

/**
 * Makes a network with islands, several edges between the same nodes, loops, edges of no length, dead ends, closed arcs and, with
 * `directed`, costs that differ by direction. Few different lengths, so that ties are common.
 */
export function randomNetwork(random: () => number, nodeCount: number, directed: boolean): RandomNetwork {
  const pick = (count: number) => Math.floor(random() * count);
  const edgeCount = pick(3 * nodeCount) + 1;
  const nodeLon = Float64Array.from({ length: nodeCount }, () => pick(20) / 1000);
  const nodeLat = Float64Array.from({ length: nodeCount }, () => pick(20) / 1000);
  const edgeFrom = Uint32Array.from({ length: edgeCount }, () => pick(nodeCount));
  const near = (node: number) => (random() < 0.7 ? (node + pick(4)) % nodeCount : pick(nodeCount));
  const edgeTo = edgeFrom.map(near);
  const lengths = random() < 0.5 ? [0, 1, 2, 3] : [0, 5, 7, 100, 1000];
  const length = () => (random() < 0.1 ? pick(2000) : (lengths[pick(lengths.length)] ?? 0));
  const arcUnits = new Int32Array(2 * edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    arcUnits[2 * edge] = length();
    arcUnits[2 * edge + 1] = directed && random() < 0.5 ? length() : arcUnits[2 * edge];
    if (directed && random() < 0.2) arcUnits[2 * edge + pick(2)] = -1;
    if (random() < 0.05) arcUnits.fill(-1, 2 * edge, 2 * edge + 2);
  }
  const edgeMeters = Float64Array.from({ length: edgeCount }, (_, edge) => Math.max(0, arcUnits[2 * edge] ?? 0));
  return { network: buildNetworkFromEdges({ nodeCount, nodeLon, nodeLat, edgeFrom, edgeTo, edgeMeters }), arcUnits };
}
