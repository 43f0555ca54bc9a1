import type { Network } from "../network/network.js";

/** The edges of a network, each told from its western end (due north–south: from its southern one). */
export interface StreetLines {
  readonly network: Network;
  /** Node at the western end of each edge. */
  readonly west: Uint32Array;
  readonly east: Uint32Array;
  /** Per edge: 1 = it is drawn from east to west. */
  readonly isDrawnWestward: Uint8Array;
}

/** Tells every edge from its western end, so that the direction in which a street was drawn changes nothing. */
export function orientStreets(network: Network): StreetLines {
  const { edgeCount, edgeFrom, edgeTo, nodeLon, nodeLat } = network;
  const west = new Uint32Array(edgeCount);
  const east = new Uint32Array(edgeCount);
  const isDrawnWestward = new Uint8Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = edgeFrom[edge];
    const to = edgeTo[edge];
    const isWestward = nodeLon[from] > nodeLon[to] || (nodeLon[from] === nodeLon[to] && nodeLat[from] > nodeLat[to]);
    isDrawnWestward[edge] = isWestward ? 1 : 0;
    west[edge] = isWestward ? to : from;
    east[edge] = isWestward ? from : to;
  }
  return { network, west, east, isDrawnWestward };
}

/** Compares two edges by the places of their ends; 0 = they lie on each other. */
export function compareLines({ network, west, east }: StreetLines, a: number, b: number): number {
  const { nodeLon, nodeLat } = network;
  return (
    nodeLon[west[a]] - nodeLon[west[b]] ||
    nodeLat[west[a]] - nodeLat[west[b]] ||
    nodeLon[east[a]] - nodeLon[east[b]] ||
    nodeLat[east[a]] - nodeLat[east[b]]
  );
}
