import { joinEdges, type Network } from "../graph/network.js";
import { frameOfStreets, type StreetFrame } from "../streets/sort-streets.js";
import { findMeetings } from "./meetings.js";
import { type EditedNetwork, moveEdges } from "./move-edges.js";
import { openStreet } from "./open-street.js";
import { rowsAfter, type StreetChange } from "./street-change.js";

/**
 * Lets streets go, or one street come, in a network: its edges are those that `buildNetwork` would give, in the same order, which
 * decides ties. Nodes may be numbered otherwise.
 *
 * @returns `null` where the change reaches farther than the streets themselves, and all is to be built anew: they were the
 *   outermost, by which all are sorted, or others meet otherwise without them (with it)
 */
export function editNetwork(network: Network, change: StreetChange): EditedNetwork | null {
  const { before, after, closed, opened } = change;
  const frame = frameOfStreets(before);
  if (!isSameFrame(frame, frameOfStreets(after))) return null;
  const [row] = opened;
  if (row === undefined) return findMeetings(before, closed, frame) && closeStreets(network, change);
  if (closed.length > 0 || opened.length > 1) return null;
  const meetings = findMeetings(after, opened, frame);
  return meetings && openStreet(network, after, { row, meetings, frame });
}

function isSameFrame(a: StreetFrame, b: StreetFrame): boolean {
  const isSamePlace = a.west === b.west && a.south === b.south;
  return isSamePlace && a.columnsPerDegree === b.columnsPerDegree && a.rowsPerDegree === b.rowsPerDegree;
}

function closeStreets(network: Network, change: StreetChange): EditedNetwork {
  const { edgeCount, nodeCount, edgeFrom, edgeTo } = network;
  const rowAfter = rowsAfter(change);
  const edgeAfter = new Int32Array(edgeCount);
  const isUsed = new Uint8Array(nodeCount);
  const wasUsed = new Uint8Array(nodeCount);
  let keptEdges = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const isClosed = rowAfter[network.edgeStreetRow[edge]] < 0;
    edgeAfter[edge] = isClosed ? -1 : keptEdges++;
    const used = isClosed ? wasUsed : isUsed;
    used[edgeFrom[edge]] = 1;
    used[edgeTo[edge]] = 1;
  }
  const nodeAfter = new Int32Array(nodeCount);
  let keptNodes = 0;
  for (let node = 0; node < nodeCount; node++)
    nodeAfter[node] = wasUsed[node] === 1 && isUsed[node] === 0 ? -1 : keptNodes++;
  const columns = moveEdges(network, { edgeAfter, edgeCount: keptEdges, nodeAfter, nodeCount: keptNodes, rowAfter });
  return { network: joinEdges(columns), edgeAfter };
}
