import FlatQueue from "flatqueue";
import type { LonLat, TravelProfile } from "../model.js";
import type { Attachment } from "../network/nearest-edge.js";
import type { WalkNetwork } from "../network/walk-network.js";
import type { Meters, Seconds } from "../units.js";

/** A place where walking begins. */
export interface Start {
  readonly attachment: Attachment;
  /** Time to get from the place to its edge. */
  readonly seconds: Seconds;
}

/** A point of an edge from which it is entered, and when. */
export interface Entry {
  /** 0 = the western end, 1 = the eastern one. */
  readonly fraction: number;
  /** `Infinity` = never. */
  readonly seconds: Seconds;
}

/** An edge as it is walked: always told from its western end, however the street was drawn. */
export interface WalkedEdge {
  readonly west: LonLat;
  readonly east: LonLat;
  readonly meters: Meters;
  /** Time along the whole edge; `Infinity` = closed that way. */
  readonly eastwardSeconds: Seconds;
  readonly westwardSeconds: Seconds;
  /** From west to east; the first and the last are the ends. */
  readonly entries: readonly Entry[];
}

/**
 * Walks from some starts along the streets, up to a limit.
 *
 * Only what is reached is touched, however large the network. The same streets give the same times to the last bit,
 * in whatever order and direction they were drawn.
 *
 * @returns the edges that are reached, by their number
 * @see E. W. Dijkstra, "A note on two problems in connexion with graphs", 1959
 */
export function walkEdges(
  walkNetwork: WalkNetwork,
  starts: readonly Start[],
  profile: TravelProfile,
  limitSeconds: Seconds,
): Map<number, WalkedEdge> {
  const { network } = walkNetwork;
  const arcSeconds = secondsPerArc(walkNetwork, profile);
  const startsOf = startsByEdge(walkNetwork, starts);
  const nodeSeconds = searchNodes(walkNetwork, startsOf, arcSeconds, limitSeconds);
  const edges = new Set(startsOf.keys());
  for (const node of nodeSeconds.keys())
    for (let out = network.firstOut[node]; out < network.firstOut[node + 1]; out++) edges.add(network.outArc[out] >> 1);
  const walked = new Map<number, WalkedEdge>();
  for (const edge of edges) {
    const reversed = isDrawnWestward(walkNetwork, edge);
    const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
    const [west, east] = reversed ? [to, from] : [from, to];
    const at = (node: number): LonLat => [network.nodeLon[node] as number, network.nodeLat[node] as number];
    walked.set(edge, {
      west: at(west),
      east: at(east),
      meters: network.edgeMeters[edge],
      eastwardSeconds: arcSeconds(2 * edge + (reversed ? 1 : 0)),
      westwardSeconds: arcSeconds(2 * edge + (reversed ? 0 : 1)),
      entries: [
        { fraction: 0, seconds: nodeSeconds.get(west) ?? Infinity },
        ...(startsOf.get(edge) ?? []),
        { fraction: 1, seconds: nodeSeconds.get(east) ?? Infinity },
      ],
    });
  }
  return walked;
}

/** Computes the earliest time at a point of an edge; `Infinity` = it cannot be reached. */
export function timeOnEdge(edge: WalkedEdge, fraction: number): Seconds {
  const { entries, eastwardSeconds, westwardSeconds } = edge;
  let earliest = Infinity;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    const way = fraction - entry.fraction;
    const walk = way === 0 ? 0 : way > 0 ? way * eastwardSeconds : -way * westwardSeconds;
    if (entry.seconds + walk < earliest) earliest = entry.seconds + walk;
  }
  return earliest;
}

/** Gives the place at a point of an edge: exactly its ends at 0 and 1. */
export function placeOnEdge({ west, east }: Pick<WalkedEdge, "west" | "east">, fraction: number): LonLat {
  if (fraction === 1) return east;
  return [west[0] + fraction * (east[0] - west[0]), west[1] + fraction * (east[1] - west[1])];
}

/** West to east; due north where both ends are on one meridian. */
function isDrawnWestward({ network: { edgeFrom, edgeTo, nodeLon, nodeLat } }: WalkNetwork, edge: number): boolean {
  const [from, to] = [edgeFrom[edge], edgeTo[edge]];
  return nodeLon[from] > nodeLon[to] || (nodeLon[from] === nodeLon[to] && nodeLat[from] > nodeLat[to]);
}

function secondsPerArc({ network, arcs }: WalkNetwork, profile: TravelProfile): (arc: number) => Seconds {
  return (arc) => {
    if (arcs.open[arc] === 0) return Infinity;
    const edge = arc >> 1;
    const speed = arcs.steps[edge] === 1 ? profile.stepsSpeedMetersPerSecond : profile.speedMetersPerSecond;
    return network.edgeMeters[edge] / speed;
  };
}

function startsByEdge(walkNetwork: WalkNetwork, starts: readonly Start[]): Map<number, Entry[]> {
  const startsOf = new Map<number, Entry[]>();
  for (const { attachment, seconds } of starts) {
    const { edge, fraction } = attachment;
    // a fraction from the other end has lost some bits: they are taken from both alike
    const entry = { fraction: 1 - (isDrawnWestward(walkNetwork, edge) ? fraction : 1 - fraction), seconds };
    const known = startsOf.get(edge);
    if (known === undefined) startsOf.set(edge, [entry]);
    else known.push(entry);
  }
  for (const entries of startsOf.values()) entries.sort((a, b) => a.fraction - b.fraction || a.seconds - b.seconds);
  return startsOf;
}

/** One search from all starts at once; a node that is not in the map is not reached. */
function searchNodes(
  walkNetwork: WalkNetwork,
  startsOf: ReadonlyMap<number, readonly Entry[]>,
  arcSeconds: (arc: number) => Seconds,
  limitSeconds: Seconds,
): Map<number, Seconds> {
  const { firstOut, outArc, outTarget, edgeFrom, edgeTo } = walkNetwork.network;
  const nodeSeconds = new Map<number, Seconds>();
  const queue = new FlatQueue<number>();
  const offer = (node: number, seconds: Seconds) => {
    if (seconds > limitSeconds || seconds >= (nodeSeconds.get(node) ?? Infinity)) return;
    nodeSeconds.set(node, seconds);
    queue.push(node, seconds);
  };
  for (const [edge, entries] of startsOf) {
    const reversed = isDrawnWestward(walkNetwork, edge);
    for (const { fraction, seconds } of entries) {
      const toEast = fraction === 1 ? 0 : (1 - fraction) * arcSeconds(2 * edge + (reversed ? 1 : 0));
      const toWest = fraction === 0 ? 0 : fraction * arcSeconds(2 * edge + (reversed ? 0 : 1));
      offer(reversed ? edgeFrom[edge] : edgeTo[edge], seconds + toEast);
      offer(reversed ? edgeTo[edge] : edgeFrom[edge], seconds + toWest);
    }
  }
  for (;;) {
    const seconds = queue.peekValue() as number;
    const node = queue.pop();
    if (node === undefined) return nodeSeconds;
    if (seconds > (nodeSeconds.get(node) as number)) continue; // a faster way here was found meanwhile
    for (let out = firstOut[node]; out < firstOut[node + 1]; out++)
      offer(outTarget[out], seconds + arcSeconds(outArc[out]));
  }
}
