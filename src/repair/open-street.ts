import { distanceMeters } from "../geo/distance.js";
import { joinEdges, type Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import { compareByPlace, type StreetFrame } from "../streets/sort-streets.js";
import { firstEdges } from "./match-edges.js";
import type { Meetings } from "./meetings.js";
import { type EditedNetwork, moveEdges } from "./move-edges.js";

/** A street that is to come into a network. */
export interface NewStreetEdges {
  /** Its row among the streets. */
  readonly row: number;
  readonly meetings: Meetings;
  readonly frame: StreetFrame;
}

/** Lets a street come. @returns `null` where a place that it shares with others is not one node */
export function openStreet(network: Network, streets: Streets, street: NewStreetEdges): EditedNetwork | null {
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
  const columns = moveEdges(network, {
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
