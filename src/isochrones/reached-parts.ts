import type { Meters, Seconds } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { LocalStreets } from "./local-streets.js";
import type { Runs } from "./runs.js";

/** A part of an edge, in the direction in which it is walked: the time at its start is the earlier one. */
export interface ReachedPart {
  readonly start: LonLat;
  readonly end: LonLat;
  readonly startSeconds: Seconds;
  readonly endSeconds: Seconds;
  readonly meters: Meters;
}

/**
 * Lists the parts of edges that are reached: exact to the point, each point once, at its earliest time.
 *
 * Sorted by place, so that neither the order of the streets nor their direction changes anything.
 */
export function listReachedParts(streets: LocalStreets, runs: Runs): ReachedPart[] {
  const parts: ReachedPart[] = [];
  for (let run = 0; run < runs.count; run++) {
    const edge = runs.edge[run];
    const extent = runs.extent[run];
    const startSeconds = runs.startSeconds[run];
    const start = placeOnEdge(streets, edge, runs.startFraction[run]);
    const end = placeOnEdge(streets, edge, runs.startFraction[run] + extent);
    if (start[0] === end[0] && start[1] === end[1]) continue; // walkers who meet at a crossing, but for a rounding
    const share = Math.abs(extent);
    const endSeconds = startSeconds + share * runs.secondsPerEdge[run];
    parts.push({ start, end, startSeconds, endSeconds, meters: share * streets.meters[edge] });
  }
  return parts.sort(compareParts);
}

/** Gives the place at a point of an edge: exactly its ends at 0 and 1. */
function placeOnEdge({ nodeLon, nodeLat, west, east }: LocalStreets, edge: number, fraction: number): LonLat {
  const a = west[edge];
  const b = east[edge];
  if (fraction === 1) return [nodeLon[b], nodeLat[b]];
  return [nodeLon[a] + fraction * (nodeLon[b] - nodeLon[a]), nodeLat[a] + fraction * (nodeLat[b] - nodeLat[a])];
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
