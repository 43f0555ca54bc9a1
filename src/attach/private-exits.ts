import FlatQueue from "flatqueue";
import type { Meters } from "../base/units.js";
import type { Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import type { Mode, WayAccess } from "../model/mode.js";
import { readPrivateWay } from "../streets/private-ways.js";

/**
 * Finds the private ways that are the only way out: those that join networks which nothing else joins.
 *
 * Of all ways over private edges from one network to another the shortest is opened, then the next shortest between networks that are
 * still apart, and so on. Two networks are joined once, so that nobody saves a way through them.
 *
 * @param islands of the open edges
 * @returns edges and how they may be used, ascending; mostly none
 * @see K. Mehlhorn, "A faster approximation algorithm for the Steiner problem in graphs", 1988: ways between networks are found from the
 *   places where their surroundings meet
 */
export function findPrivateExits(
  network: Network,
  streets: Streets,
  { mode, islands }: { readonly mode: Mode; readonly islands: Islands },
): ReadonlyMap<number, WayAccess> {
  const accessOfSet = streets.tagSets.map((tags) => readPrivateWay(tags, mode)?.access ?? null);
  const accessOf = (edge: number) => accessOfSet[streets.tagSetRow[network.edgeStreetRow[edge]]] ?? null;
  if (islands.count < 2 || accessOfSet.every((access) => access === null)) return new Map();
  const edges: number[] = [];
  for (let edge = 0; edge < network.edgeCount; edge++) if (accessOf(edge) !== null) edges.push(edge);
  const roots = surround(network, edges, islands);
  const opened = new Set<number>();
  const joined = new Map<number, number>();
  const groupOf = (island: number): number => {
    const other = joined.get(island);
    return other === undefined ? island : groupOf(other);
  };
  for (const { edge } of meetings(network, edges, roots)) {
    const ends = [network.edgeFrom[edge], network.edgeTo[edge]].map((node) => roots.wayFrom(node));
    const [a, b] = ends.map(({ island }) => groupOf(island)) as [number, number];
    if (a === b) continue;
    joined.set(Math.max(a, b), Math.min(a, b));
    opened.add(edge);
    for (const { edges: way } of ends) for (const each of way) opened.add(each);
  }
  return new Map([...opened].sort((a, b) => a - b).map((edge) => [edge, accessOf(edge) as WayAccess]));
}

/** The private edges around each network: how far every node on them is from the nearest, and which way. */
interface Surroundings {
  /** `Infinity` = no network is near. */
  readonly meters: Float64Array;
  readonly wayFrom: (node: number) => { readonly island: number; readonly edges: readonly number[] };
}

function surround(network: Network, edges: readonly number[], { nodeIsland, islandMeters }: Islands): Surroundings {
  const { nodeCount, edgeFrom, edgeTo, edgeMeters } = network;
  const edgesAt = new Map<number, number[]>();
  const meters = new Float64Array(nodeCount).fill(Infinity);
  const via = new Int32Array(nodeCount).fill(-1);
  const queue = new FlatQueue<number>();
  for (const edge of edges)
    for (const node of [edgeFrom[edge], edgeTo[edge]]) {
      const known = edgesAt.get(node);
      if (known !== undefined) known.push(edge);
      else edgesAt.set(node, [edge]);
      if (known !== undefined || islandMeters[nodeIsland[node]] === 0) continue;
      meters[node] = 0;
      queue.push(node, 0);
    }
  const otherEnd = (edge: number, node: number) => (edgeFrom[edge] === node ? edgeTo[edge] : edgeFrom[edge]);
  const isSettled = new Uint8Array(nodeCount);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isSettled[node] === 1) continue;
    isSettled[node] = 1;
    for (const edge of edgesAt.get(node) ?? []) {
      const target = otherEnd(edge, node);
      const arrival = meters[node] + edgeMeters[edge];
      // a tie goes to the lesser edge: nodes may be numbered otherwise after an edit
      if (arrival > meters[target] || (arrival === meters[target] && edge >= via[target])) continue;
      if (arrival < meters[target]) queue.push(target, arrival);
      meters[target] = arrival;
      via[target] = edge;
    }
  }
  return {
    meters,
    wayFrom: (node) => {
      const way: number[] = [];
      let at = node;
      for (; via[at] >= 0; at = otherEnd(via[at], at)) way.push(via[at]);
      return { island: nodeIsland[at], edges: way };
    },
  };
}

/** Lists the private edges where the surroundings of networks may meet, the shortest way from one to the other first. */
function meetings(
  { edgeFrom, edgeTo, edgeMeters }: Network,
  edges: readonly number[],
  { meters }: Surroundings,
): { readonly edge: number; readonly length: Meters }[] {
  return edges
    .map((edge) => ({ edge, length: meters[edgeFrom[edge]] + edgeMeters[edge] + meters[edgeTo[edge]] }))
    .filter(({ length }) => length < Infinity)
    .sort((a, b) => a.length - b.length || a.edge - b.edge);
}
