import type { ModeNetwork } from "../attach/mode-network.js";
import { linkNodes, type Network } from "../graph/network.js";

/**
 * The streets of a city, laid out for walks that touch only a small part of them: neighbors in space are mostly neighbors
 * in memory. Closed edges are left out, and every edge is told from its western end (due north–south: from its southern
 * one), so that the direction in which a street was drawn changes nothing.
 *
 * Nodes and edges have numbers of their own. An edge is two arcs: `2 * edge` eastward, `2 * edge + 1` westward.
 */
export interface LocalStreets {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  /** Nodes at the two ends of each edge. */
  readonly west: Uint32Array;
  readonly east: Uint32Array;
  readonly meters: Float64Array;
  /** Per edge: row of its speeds, there and back: that of the tags of its street, or the edge of the network where the mode knows edges. */
  readonly speedRow: Uint32Array;
  /** Per arc: 1 = open. */
  readonly open: Uint8Array;
  /** Per edge: 1 = its street is drawn from east to west. */
  readonly isDrawnWestward: Uint8Array;
  /** CSR: the arcs that leave a node, closed ones of one-way edges included. */
  readonly firstOut: Uint32Array;
  readonly outArc: Uint32Array;
  readonly outTarget: Uint32Array;
  /** Per edge of the network: its number here; -1 = closed. */
  readonly localEdge: Int32Array;
}

/** Lays out the streets of a city. */
export function layOutStreets({ mode, network, arcs, streets: { tagSetRow } }: ModeNetwork): LocalStreets {
  const { nodeCount, edgeFrom, edgeTo, edgeMeters, edgeStreetRow, firstOut, outArc } = network;
  const order = nodesInSpace(network);
  const localNode = new Uint32Array(nodeCount);
  order.forEach((node, local) => {
    localNode[node] = local;
  });
  const streets = emptyStreets(nodeCount, countOpenEdges(arcs.open), network.edgeCount);
  let edgeCount = 0;
  for (let local = 0; local < nodeCount; local++) {
    const node = order[local];
    streets.nodeLon[local] = network.nodeLon[node];
    streets.nodeLat[local] = network.nodeLat[node];
    for (let out = firstOut[node]; out < firstOut[node + 1]; out++) {
      const edge = outArc[out] >> 1;
      const isClosed = arcs.open[2 * edge] === 0 && arcs.open[2 * edge + 1] === 0;
      if (isClosed || streets.localEdge[edge] >= 0) continue;
      const number = edgeCount++;
      const isWestward = isDrawnWestward(network, edge);
      const drawn = isWestward ? 1 : 0;
      streets.localEdge[edge] = number;
      streets.isDrawnWestward[number] = drawn;
      streets.west[number] = localNode[isWestward ? edgeTo[edge] : edgeFrom[edge]];
      streets.east[number] = localNode[isWestward ? edgeFrom[edge] : edgeTo[edge]];
      streets.meters[number] = edgeMeters[edge];
      streets.speedRow[number] = mode.ground === undefined ? tagSetRow[edgeStreetRow[edge]] : edge;
      streets.open[2 * number] = arcs.open[2 * edge + drawn];
      streets.open[2 * number + 1] = arcs.open[2 * edge + 1 - drawn];
    }
  }
  return { ...streets, ...linkNodes(streets.west, streets.east, nodeCount) };
}

/** Compares two edges by the places of their ends; 0 = they lie on each other. */
export function compareEdges({ nodeLon, nodeLat, west, east }: LocalStreets, a: number, b: number): number {
  return (
    nodeLon[west[a]] - nodeLon[west[b]] ||
    nodeLat[west[a]] - nodeLat[west[b]] ||
    nodeLon[east[a]] - nodeLon[east[b]] ||
    nodeLat[east[a]] - nodeLat[east[b]]
  );
}

function isDrawnWestward({ edgeFrom, edgeTo, nodeLon, nodeLat }: Network, edge: number): boolean {
  const from = edgeFrom[edge];
  const to = edgeTo[edge];
  return nodeLon[from] > nodeLon[to] || (nodeLon[from] === nodeLon[to] && nodeLat[from] > nodeLat[to]);
}

function countOpenEdges(open: Uint8Array): number {
  let count = 0;
  for (let arc = 0; arc < open.length; arc += 2) count += open[arc] | open[arc + 1];
  return count;
}

function emptyStreets(
  nodeCount: number,
  openEdgeCount: number,
  networkEdgeCount: number,
): Omit<LocalStreets, "firstOut" | "outArc" | "outTarget"> {
  return {
    nodeCount,
    edgeCount: openEdgeCount,
    nodeLon: new Float64Array(nodeCount),
    nodeLat: new Float64Array(nodeCount),
    west: new Uint32Array(openEdgeCount),
    east: new Uint32Array(openEdgeCount),
    meters: new Float64Array(openEdgeCount),
    speedRow: new Uint32Array(openEdgeCount),
    open: new Uint8Array(2 * openEdgeCount),
    isDrawnWestward: new Uint8Array(openEdgeCount),
    localEdge: new Int32Array(networkEdgeCount).fill(-1),
  };
}

const AXIS_BITS = 13;
const AXIS_CELLS = 1 << AXIS_BITS;
/** Networks have fewer nodes than this: with the bits of both axes it makes a whole number that a double holds. */
const MAX_NODES = 1 << 27;

/**
 * Sorts nodes along a curve that fills the city: square by square, and square by square in each.
 *
 * @see G. M. Morton, "A computer oriented geodetic data base", 1966
 */
function nodesInSpace({ nodeCount, nodeLon, nodeLat }: Network): Uint32Array {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let node = 0; node < nodeCount; node++) {
    west = Math.min(west, nodeLon[node]);
    east = Math.max(east, nodeLon[node]);
    south = Math.min(south, nodeLat[node]);
    north = Math.max(north, nodeLat[node]);
  }
  const scale = (AXIS_CELLS - 1) / Math.max(east - west, north - south, 1e-9);
  const keys = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node++) {
    const x = Math.floor((nodeLon[node] - west) * scale);
    const y = Math.floor((nodeLat[node] - south) * scale);
    keys[node] = (spread(x) + 2 * spread(y)) * MAX_NODES + node;
  }
  return Uint32Array.from(keys.sort(), (key) => key % MAX_NODES);
}

/** Puts a zero between any two bits. */
function spread(value: number): number {
  let bits = value & (AXIS_CELLS - 1);
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
