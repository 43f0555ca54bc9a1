import { distanceMeters } from "../geo/distance.js";
import { joinEdges, type Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import { compareByPlace, frameOfStreets, type StreetFrame } from "../streets/sort-streets.js";
import { findMeetings, type Meetings } from "./meetings.js";
import { rowsAfter, type StreetChange } from "./street-change.js";

/** A network after some streets went, or one came. */
export interface EditedNetwork {
  readonly network: Network;
  /** Number that each edge of before has now; -1 = it is gone. */
  readonly edgeAfter: Int32Array;
}

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
  const columns = move(network, { edgeAfter, edgeCount: keptEdges, nodeAfter, nodeCount: keptNodes, rowAfter });
  return { network: joinEdges(columns), edgeAfter };
}

interface NewStreet {
  readonly row: number;
  readonly meetings: Meetings;
  readonly frame: StreetFrame;
}

function openStreet(network: Network, streets: Streets, street: NewStreet): EditedNetwork | null {
  const { row, meetings, frame } = street;
  const nodes = nodesOf(network, streets, meetings);
  if (nodes === null) return null;
  const { firstVertex, lon, lat } = streets;
  const first = firstVertex[row];
  /** Vertices at which an edge ends: not those that repeat the one before. */
  const ends = [...meetings.places.keys()].filter((i) => i > 0 && nodes.nodeOf[i] !== nodes.nodeOf[i - 1]);
  const at = placeAmong(network, (other) => compareByPlace(streets, frame, other, row));
  const nodeCount = network.nodeCount + nodes.added.length;
  const edgeAfter = Int32Array.from({ length: network.edgeCount }, (_, edge) =>
    edge < at ? edge : edge + ends.length,
  );
  const columns = move(network, {
    ...{ edgeAfter, edgeCount: network.edgeCount + ends.length, nodeAfter: null, nodeCount, rowAfter: null },
  });
  nodes.added.forEach((i, added) => {
    columns.nodeLon[network.nodeCount + added] = lon[first + i];
    columns.nodeLat[network.nodeCount + added] = lat[first + i];
  });
  ends.forEach((i, step) => {
    const vertex = first + i;
    columns.edgeFrom[at + step] = nodes.nodeOf[i - 1] as number;
    columns.edgeTo[at + step] = nodes.nodeOf[i] as number;
    columns.edgeMeters[at + step] = distanceMeters(lon[vertex - 1], lat[vertex - 1], lon[vertex], lat[vertex]);
    columns.edgeStreetRow[at + step] = row;
  });
  return { network: joinEdges(columns), edgeAfter };
}

/** Finds the node of each vertex of a new street; `added`: the vertices at new nodes, in the order of these. */
function nodesOf(
  network: Network,
  streets: Streets,
  { places, met }: Meetings,
): { readonly nodeOf: readonly number[]; readonly added: readonly number[] } | null {
  const firstEdge = firstEdges(network, streets.count);
  const nodeOfPlace = new Map<number, number>();
  const added: number[] = [];
  for (const [i, place] of places.entries()) {
    if (nodeOfPlace.has(place)) continue;
    const vertex = met.get(place);
    const known = vertex === undefined ? null : nodeAt(network, firstEdge, streets, vertex);
    if (vertex !== undefined && known === null) return null;
    nodeOfPlace.set(place, known ?? network.nodeCount + added.length);
    if (known === null) added.push(i);
  }
  return { nodeOf: Array.from(places, (place) => nodeOfPlace.get(place) as number), added };
}

/** Finds the node of a vertex among the ends of its street's edges; `null` = none, or several lie there. */
function nodeAt(
  { edgeCount, edgeFrom, edgeTo, edgeStreetRow, nodeLon, nodeLat }: Network,
  firstEdge: Int32Array,
  { lon, lat }: Streets,
  { row, vertex }: { readonly row: number; readonly vertex: number },
): number | null {
  const found = new Set<number>();
  for (let edge = firstEdge[row]; edge >= 0 && edge < edgeCount && edgeStreetRow[edge] === row; edge++)
    for (const node of [edgeFrom[edge], edgeTo[edge]])
      if (nodeLon[node] === lon[vertex] && nodeLat[node] === lat[vertex]) found.add(node);
  const [node = null] = found;
  return found.size === 1 ? node : null;
}

/** Finds the first edge whose street comes after another: as many edges come before it. */
function placeAmong({ edgeCount, edgeStreetRow }: Network, compareWith: (row: number) => number): number {
  let low = 0;
  let high = edgeCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWith(edgeStreetRow[middle]) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By row of a street: its first edge; -1 = it has none. The edges of a street follow each other. */
function firstEdges({ edgeCount, edgeStreetRow }: Network, streetCount: number): Int32Array {
  const firstEdge = new Int32Array(streetCount).fill(-1);
  for (let edge = edgeCount - 1; edge >= 0; edge--) firstEdge[edgeStreetRow[edge]] = edge;
  return firstEdge;
}

interface Moves {
  readonly edgeAfter: Int32Array;
  readonly edgeCount: number;
  /** -1 = gone. `null`: nodes stay. */
  readonly nodeAfter: Int32Array | null;
  readonly nodeCount: number;
  /** `null`: rows stay. */
  readonly rowAfter: Int32Array | null;
}

/** Moves what belongs to edges and nodes to where they are now. */
function move(network: Network, { edgeAfter, edgeCount, nodeAfter, nodeCount, rowAfter }: Moves) {
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
