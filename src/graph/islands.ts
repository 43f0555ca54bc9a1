import { guardShape } from "../base/guard-call.js";
import type { Meters } from "../base/units.js";
import { checkNetwork, type Network } from "./network.js";

/** The parts of a network between which there is no way. */
export interface Islands {
  /** Island of each node; nodes without an open edge are islands of their own, without length. */
  readonly nodeIsland: Uint32Array;
  /** Length of the open edges of each island. */
  readonly islandMeters: Float64Array;
  /** 1 = a fragment: shorter than the limit. The longest island never is. */
  readonly isFragment: Uint8Array;
  /** 1 = small, but no fragment: shorter than twenty times the limit, and than half of the longest island. */
  readonly isSmall: Uint8Array;
  /** Length of the longest island. */
  readonly longestMeters: Meters;
  /** Islands that have an edge. */
  readonly count: number;
  readonly fragmentCount: number;
}

const SMALL_IN_FRAGMENTS = 20;

/**
 * Finds the islands of the network of open edges; an edge open one way counts.
 *
 * @param arcOpen per arc, 1 = open
 * @param fragmentMeters islands shorter than this are fragments
 * @param longestMeters length of the longest island, where the network is a part of a larger one. Default: as found here
 */
export function findIslands(
  network: Network,
  arcOpen: Uint8Array,
  fragmentMeters: Meters,
  longestMeters?: Meters,
): Islands {
  return guardShape("findIslands", () => {
    checkNetwork(network);
    const { nodeCount, edgeCount, edgeFrom, edgeTo, edgeMeters } = network;
    const parent = new Uint32Array(nodeCount);
    for (let node = 0; node < nodeCount; node++) parent[node] = node;
    const root = (node: number): number => {
      let at = node;
      while (parent[at] !== at) at = parent[at] = parent[parent[at]];
      return at;
    };
    const isOpen = (edge: number) => arcOpen[2 * edge] === 1 || arcOpen[2 * edge + 1] === 1;
    for (let edge = 0; edge < edgeCount; edge++) {
      if (!isOpen(edge)) continue;
      const a = root(edgeFrom[edge]);
      const b = root(edgeTo[edge]);
      // the smaller number wins, so that the islands do not depend on the order of the unions
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
    const nodeIsland = new Uint32Array(nodeCount);
    const islandMeters = new Float64Array(nodeCount);
    for (let node = 0; node < nodeCount; node++) nodeIsland[node] = root(node);
    const hasEdge = new Uint8Array(nodeCount);
    for (let edge = 0; edge < edgeCount; edge++) {
      if (!isOpen(edge)) continue;
      islandMeters[nodeIsland[edgeFrom[edge]]] += edgeMeters[edge];
      hasEdge[nodeIsland[edgeFrom[edge]]] = 1;
    }
    let longest = longestMeters ?? 0;
    if (longestMeters === undefined)
      for (let island = 0; island < nodeCount; island++) longest = Math.max(longest, islandMeters[island]);
    const limit = Math.min(fragmentMeters, longest);
    const isFragment = new Uint8Array(nodeCount);
    const isSmall = new Uint8Array(nodeCount);
    const smallLimit = Math.min(SMALL_IN_FRAGMENTS * fragmentMeters, longest / 2);
    let count = 0;
    let fragmentCount = 0;
    for (let island = 0; island < nodeCount; island++) {
      if (islandMeters[island] < limit) isFragment[island] = 1;
      else if (islandMeters[island] < smallLimit) isSmall[island] = 1;
      if (hasEdge[island] === 0) continue;
      count++;
      fragmentCount += isFragment[island];
    }
    return { nodeIsland, islandMeters, isFragment, isSmall, longestMeters: longest, count, fragmentCount };
  });
}
