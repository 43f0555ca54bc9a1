import type { LonLat } from "../model.js";
import type { Meters, Seconds } from "../units.js";
import { type Entry, placeOnEdge, type WalkedEdge } from "./walked-edges.js";

/** A part of an edge, in the direction in which it is walked: the time at its start is the earlier one. */
export interface ReachedPart {
  readonly start: LonLat;
  readonly end: LonLat;
  readonly startSeconds: Seconds;
  readonly endSeconds: Seconds;
  readonly meters: Meters;
}

/**
 * Lists the parts of edges that are reached within a limit: exact to the point, each point once, at its earliest time.
 *
 * Sorted by place, so that neither the order of the streets nor their direction changes anything.
 */
export function listReachedParts(walked: ReadonlyMap<number, WalkedEdge>, limitSeconds: Seconds): ReachedPart[] {
  const parts: ReachedPart[] = [];
  for (const edge of walked.values())
    for (const { startFraction, extent, startSeconds, secondsPerEdge } of listRuns(edge, limitSeconds)) {
      const share = Math.abs(extent);
      const start = placeOnEdge(edge, startFraction);
      const end = placeOnEdge(edge, startFraction + extent);
      if (start[0] === end[0] && start[1] === end[1]) continue; // walkers who meet at a crossing, but for a rounding
      const endSeconds = startSeconds + share * secondsPerEdge;
      parts.push({ start, end, startSeconds, endSeconds, meters: share * edge.meters });
    }
  return parts.sort(compareParts);
}

/** A stretch of an edge that is walked one way. */
export interface Run {
  /** Where it begins, from the western end of the edge. */
  readonly startFraction: number;
  /** How far it goes, as a fraction of the edge: positive = to the east. */
  readonly extent: number;
  readonly startSeconds: Seconds;
  readonly secondsPerEdge: Seconds;
}

/** Lists the runs of an edge: between two neighboring entries from the west, from the east, or from both until they meet. */
export function listRuns({ entries, eastwardSeconds, westwardSeconds }: WalkedEdge, limitSeconds: Seconds): Run[] {
  const runs: Run[] = [];
  const fromWest = earliest(entries, eastwardSeconds);
  const fromEast = earliest([...entries].reverse(), westwardSeconds).reverse();
  const add = (startFraction: number, extent: number, { seconds, perEdge }: Walker) => {
    if (extent !== 0) runs.push({ startFraction, extent, startSeconds: seconds, secondsPerEdge: perEdge });
  };
  for (let i = 1; i < entries.length; i++) {
    const west = (entries[i - 1] as Entry).fraction;
    const east = (entries[i] as Entry).fraction;
    const eastward: Walker = { seconds: fromWest[i - 1] as Seconds, perEdge: eastwardSeconds };
    const westward: Walker = { seconds: fromEast[i] as Seconds, perEdge: westwardSeconds };
    const width = east - west;
    const meeting = meetingPoint(width, eastward, westward);
    add(west, Math.min(meeting, reachOf(eastward, limitSeconds)), eastward);
    add(east, -Math.min(width - meeting, reachOf(westward, limitSeconds)), westward);
  }
  return runs;
}

/** The earliest time at each entry, walking from the first one on. */
function earliest(entries: readonly Entry[], perEdge: Seconds): Seconds[] {
  const times: Seconds[] = [];
  entries.forEach(({ fraction, seconds }, i) => {
    const before = entries[i - 1];
    const walked =
      before === undefined || perEdge === Infinity
        ? Infinity
        : (times[i - 1] as Seconds) + Math.abs(fraction - before.fraction) * perEdge;
    times.push(Math.min(seconds, walked));
  });
  return times;
}

interface Walker {
  readonly seconds: Seconds;
  readonly perEdge: Seconds;
}

/** How far from the western entry the two walkers meet, as a fraction of the edge. */
function meetingPoint(width: number, eastward: Walker, westward: Walker): number {
  if (eastward.seconds === Infinity || eastward.perEdge === Infinity) return 0;
  if (westward.seconds === Infinity || westward.perEdge === Infinity) return width;
  const both = eastward.perEdge + westward.perEdge;
  if (both === 0) return eastward.seconds <= westward.seconds ? width : 0;
  const meeting = (westward.seconds - eastward.seconds + width * westward.perEdge) / both;
  return Math.max(0, Math.min(width, meeting));
}

function reachOf({ seconds, perEdge }: Walker, limitSeconds: Seconds): number {
  if (!(seconds <= limitSeconds) || perEdge === Infinity) return 0;
  return perEdge === 0 ? 1 : (limitSeconds - seconds) / perEdge;
}

/** Any two parts that tie are drawn alike. */
function compareParts(a: ReachedPart, b: ReachedPart): number {
  return (
    a.start[0] - b.start[0] ||
    a.start[1] - b.start[1] ||
    a.end[0] - b.end[0] ||
    a.end[1] - b.end[1] ||
    a.startSeconds - b.startSeconds ||
    a.endSeconds - b.endSeconds
  );
}
