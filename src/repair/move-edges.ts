import type { Network, NetworkColumns } from "../graph/network.js";

/** A network after some streets went, or one came. */
export interface EditedNetwork {
  readonly network: Network;
  /** Number that each edge of before has now; -1 = it is gone. */
  readonly edgeAfter: Int32Array;
}

/** Where edges and nodes go. */
export interface EdgeMoves {
  readonly edgeAfter: Int32Array;
  readonly edgeCount: number;
  /** -1 = gone. `null`: nodes stay. */
  readonly nodeAfter: Int32Array | null;
  readonly nodeCount: number;
  /** `null`: rows stay. */
  readonly rowAfter: Int32Array | null;
}

/** Moves what belongs to edges and nodes to where they are now. */
export function moveEdges(
  network: Network,
  { edgeAfter, edgeCount, nodeAfter, nodeCount, rowAfter }: EdgeMoves,
): Required<NetworkColumns> {
  const moved = (number: number, after: Int32Array | null) => (after === null ? number : after[number]);
  const edgeFrom = new Uint32Array(edgeCount);
  const edgeTo = new Uint32Array(edgeCount);
  const edgeMeters = new Float64Array(edgeCount);
  const edgeStreetRow = new Uint32Array(edgeCount);
  for (let edge = 0; edge < edgeAfter.length; edge++) {
    const to = edgeAfter[edge];
    if (to < 0) continue;
    edgeFrom[to] = moved(network.edgeFrom[edge], nodeAfter);
    edgeTo[to] = moved(network.edgeTo[edge], nodeAfter);
    edgeMeters[to] = network.edgeMeters[edge];
    edgeStreetRow[to] = moved(network.edgeStreetRow[edge], rowAfter);
  }
  const nodeLon = new Float64Array(nodeCount);
  const nodeLat = new Float64Array(nodeCount);
  for (let node = 0; node < network.nodeCount; node++) {
    const to = moved(node, nodeAfter);
    if (to < 0) continue;
    nodeLon[to] = network.nodeLon[node];
    nodeLat[to] = network.nodeLat[node];
  }
  return { nodeCount, nodeLon, nodeLat, edgeFrom, edgeTo, edgeMeters, edgeStreetRow };
}
