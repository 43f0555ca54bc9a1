import type { StreetColumns } from "./bench-network.js";

const SHORTEST_METERS = 0.001;

/**
 * Keeps the component with most nodes, its nodes renumbered in their old order.
 *
 * Loops are left out, and of parallel edges the shortest stays: a sparse matrix, which peers are given, would add
 * them up. Edges without length get a millimetre, for a matrix may take 0 for "no edge".
 */
export function largestComponent(all: StreetColumns): StreetColumns {
  const component = findComponents(all);
  const size = new Uint32Array(all.nodeCount);
  for (const root of component) size[root]++;
  const largest = size.reduce((best, count, root) => (count > size[best] ? root : best), 0);
  const newNode = new Int32Array(all.nodeCount).fill(-1);
  let nodeCount = 0;
  for (let node = 0; node < all.nodeCount; node++) if (component[node] === largest) newNode[node] = nodeCount++;
  const kept = new Map<number, number>();
  for (let edge = 0; edge < all.edgeFrom.length; edge++) {
    const from = newNode[all.edgeFrom[edge]];
    const to = newNode[all.edgeTo[edge]];
    if (from < 0 || from === to) continue;
    const pair = Math.min(from, to) * nodeCount + Math.max(from, to);
    const known = kept.get(pair);
    if (known === undefined || all.edgeMeters[edge] < all.edgeMeters[known]) kept.set(pair, edge);
  }
  const edges = Uint32Array.from(kept.values());
  const isKept = (_: number, node: number) => newNode[node] >= 0;
  return {
    nodeCount,
    nodeLon: all.nodeLon.filter(isKept),
    nodeLat: all.nodeLat.filter(isKept),
    edgeFrom: edges.map((edge) => newNode[all.edgeFrom[edge]]),
    edgeTo: edges.map((edge) => newNode[all.edgeTo[edge]]),
    edgeMeters: Float64Array.from(edges, (edge) => Math.max(SHORTEST_METERS, all.edgeMeters[edge])),
  };
}

function findComponents({ nodeCount, edgeFrom, edgeTo }: StreetColumns): Uint32Array {
  const parent = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]];
    return at;
  };
  for (let edge = 0; edge < edgeFrom.length; edge++) parent[root(edgeFrom[edge])] = root(edgeTo[edge]);
  return parent.map((_, node) => root(node));
}
