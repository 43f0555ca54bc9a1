import type { Attachment } from "../network/edge-index.js";
import type { Network } from "../network/network.js";
import type { Search } from "../network/search.js";
import type { Seconds } from "../units.js";

/** A part of an edge, in the direction in which it is walked: the time at its start is the earlier one. */
export interface ReachedPart {
  readonly edge: number;
  readonly startFraction: number;
  readonly endFraction: number;
  readonly startSeconds: Seconds;
  readonly endSeconds: Seconds;
}

/** A place where walking begins. */
export interface Start {
  readonly attachment: Attachment;
  /** Time to get from the place to its edge. */
  readonly seconds: Seconds;
}

/** A point of an edge from which it is entered, and when. */
interface Entry {
  readonly fraction: number;
  readonly seconds: Seconds;
}

/**
 * Lists the parts of edges that are reached within a limit: exact to the point, each point once, at its earliest time.
 *
 * @param search finished, with the costs of the nodes from the starts
 * @param arcSeconds per arc; `Infinity` = closed
 */
export function listReachedParts(
  network: Network,
  search: Search,
  {
    starts,
    arcSeconds,
    limitSeconds,
  }: { readonly starts: readonly Start[]; readonly arcSeconds: Float64Array; readonly limitSeconds: Seconds },
): ReachedPart[] {
  const startsOfEdge = new Map<number, Entry[]>();
  for (const { attachment, seconds } of starts) {
    const entry = { fraction: attachment.fraction, seconds };
    const known = startsOfEdge.get(attachment.edge);
    if (known === undefined) startsOfEdge.set(attachment.edge, [entry]);
    else known.push(entry);
  }
  const edges = new Set(startsOfEdge.keys());
  for (let i = 0; i < search.reachedCount; i++) {
    const node = search.reached[i];
    for (let out = network.firstOut[node]; out < network.firstOut[node + 1]; out++) edges.add(network.outArc[out] >> 1);
  }
  const parts: ReachedPart[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const entries = [
      { fraction: 0, seconds: search.cost[network.edgeFrom[edge]] },
      ...(startsOfEdge.get(edge) ?? []).sort((a, b) => a.fraction - b.fraction),
      { fraction: 1, seconds: search.cost[network.edgeTo[edge]] },
    ];
    addPartsOfEdge(parts, edge, entries, [arcSeconds[2 * edge], arcSeconds[2 * edge + 1]], limitSeconds);
  }
  return parts;
}

/** Between two neighboring entries the edge is walked from the left, from the right, or from both until they meet. */
function addPartsOfEdge(
  parts: ReachedPart[],
  edge: number,
  entries: readonly Entry[],
  [forward, backward]: readonly [Seconds, Seconds],
  limitSeconds: Seconds,
): void {
  const fromLeft = earliest(entries, forward);
  const fromRight = earliest([...entries].reverse(), backward).reverse();
  for (let i = 1; i < entries.length; i++) {
    const left = (entries[i - 1] as Entry).fraction;
    const right = (entries[i] as Entry).fraction;
    const width = right - left;
    const leftSeconds = fromLeft[i - 1] as Seconds;
    const rightSeconds = fromRight[i] as Seconds;
    const meeting = meetingPoint(
      width,
      { seconds: leftSeconds, perEdge: forward },
      { seconds: rightSeconds, perEdge: backward },
    );
    const walkedRight = Math.min(meeting, reachOf(leftSeconds, forward, limitSeconds));
    const walkedLeft = Math.min(width - meeting, reachOf(rightSeconds, backward, limitSeconds));
    if (walkedRight > 0)
      parts.push({
        edge,
        startFraction: left,
        endFraction: left + walkedRight,
        startSeconds: leftSeconds,
        endSeconds: leftSeconds + walkedRight * forward,
      });
    if (walkedLeft > 0)
      parts.push({
        edge,
        startFraction: right,
        endFraction: right - walkedLeft,
        startSeconds: rightSeconds,
        endSeconds: rightSeconds + walkedLeft * backward,
      });
  }
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

/** How far from the left the two walkers meet, as a fraction of the edge. */
function meetingPoint(width: number, left: Walker, right: Walker): number {
  if (left.seconds === Infinity || left.perEdge === Infinity) return 0;
  if (right.seconds === Infinity || right.perEdge === Infinity) return width;
  const both = left.perEdge + right.perEdge;
  if (both === 0) return left.seconds <= right.seconds ? width : 0;
  const meeting = (right.seconds - left.seconds + width * right.perEdge) / both;
  return Math.max(0, Math.min(width, meeting));
}

function reachOf(seconds: Seconds, perEdge: Seconds, limitSeconds: Seconds): number {
  if (!(seconds <= limitSeconds) || perEdge === Infinity) return 0;
  return perEdge === 0 ? 1 : (limitSeconds - seconds) / perEdge;
}

/** Cuts parts at an earlier limit. */
export function cutParts(parts: readonly ReachedPart[], limitSeconds: Seconds): ReachedPart[] {
  return parts
    .filter(({ startSeconds }) => startSeconds < limitSeconds)
    .map((part) => {
      if (part.endSeconds <= limitSeconds) return part;
      const share = (limitSeconds - part.startSeconds) / (part.endSeconds - part.startSeconds);
      const endFraction = part.startFraction + share * (part.endFraction - part.startFraction);
      return { ...part, endFraction, endSeconds: limitSeconds };
    });
}
