import type { Network } from "../graph/network.js";
import { rowsAfter, type StreetChange } from "./street-change.js";

/** Matches the edges of a network that was built anew with those of before: those of the same street between the same places. */
export function matchEdges(before: Network, after: Network, change: StreetChange): Int32Array {
  const firstEdge = firstEdges(after, change.after.count);
  const rowAfter = rowsAfter(change);
  const edgeAfter = new Int32Array(before.edgeCount).fill(-1);
  const isSameNode = (a: number, b: number) =>
    before.nodeLon[a] === after.nodeLon[b] && before.nodeLat[a] === after.nodeLat[b];
  let lastRow = -1;
  let next = 0;
  for (let edge = 0; edge < before.edgeCount; edge++) {
    const row = rowAfter[before.edgeStreetRow[edge]];
    if (row < 0) continue;
    if (row !== lastRow) next = firstEdge[row];
    lastRow = row;
    const isSame =
      after.edgeStreetRow[next] === row &&
      isSameNode(before.edgeFrom[edge], after.edgeFrom[next]) &&
      isSameNode(before.edgeTo[edge], after.edgeTo[next]);
    if (isSame) edgeAfter[edge] = next++;
  }
  return edgeAfter;
}

/** By row of a street: its first edge; -1 = it has none. The edges of a street follow each other. */
export function firstEdges({ edgeCount, edgeStreetRow }: Network, streetCount: number): Int32Array {
  const firstEdge = new Int32Array(streetCount).fill(-1);
  for (let edge = edgeCount - 1; edge >= 0; edge--) firstEdge[edgeStreetRow[edge]] = edge;
  return firstEdge;
}
