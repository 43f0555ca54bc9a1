import type { Seconds } from "../base/units.js";
import { CLOSED_SECONDS, type Entry, type Reach } from "./reach.js";

/**
 * Stretches of edges that are each walked one way, as columns: the first `count` of each.
 *
 * Every point of a street that is reached is on one of them, at its earliest time.
 */
export interface Runs {
  readonly count: number;
  readonly edge: Uint32Array;
  /** Where the run begins, from the western end of the edge. */
  readonly startFraction: Float64Array;
  /** How far it goes, as a fraction of the edge: positive = to the east. */
  readonly extent: Float64Array;
  readonly startSeconds: Float64Array;
  readonly secondsPerEdge: Float64Array;
}

/** Walkers who meet so near to an end, as a fraction of the edge, meet there but for a rounding. */
const MEETING_SLACK = 1e-9;

/** Who comes along an edge from one of its ends, or from an entry. */
interface Walker {
  readonly seconds: Seconds;
  readonly perEdge: Seconds;
}

/** A list of runs, to be filled again and again. */
export class RunList implements Runs {
  count = 0;
  edge: Uint32Array = new Uint32Array(1024);
  startFraction: Float64Array = new Float64Array(1024);
  extent: Float64Array = new Float64Array(1024);
  startSeconds: Float64Array = new Float64Array(1024);
  secondsPerEdge: Float64Array = new Float64Array(1024);

  /** Lists the runs of all edges up to a limit: from the west, from the east, or from both until they meet. */
  fill(reach: Reach, limitSeconds: Seconds): void {
    this.count = 0;
    for (let slot = 1; slot <= reach.startEdgeCount; slot++) this.#addStartEdge(reach, slot, limitSeconds);
    const { edge, westSeconds, eastSeconds, eastwardSeconds, westwardSeconds } = reach;
    for (let slot = reach.startEdgeCount + 1; slot < reach.count; slot++) {
      const west = westSeconds[slot];
      const east = eastSeconds[slot];
      const eastward = eastwardSeconds[slot];
      const westward = westwardSeconds[slot];
      // mostly one end was reached from the other along this very edge: soon told
      if (west + eastward === east && east <= limitSeconds) {
        this.#add(edge[slot], 0, 1, west, eastward);
        continue;
      }
      if (east + westward === west && west <= limitSeconds) {
        this.#add(edge[slot], 1, -1, east, westward);
        continue;
      }
      const meeting = meetingPoint(1, west, eastward, east, westward);
      this.#add(edge[slot], 0, Math.min(meeting, reachOf(west, eastward, limitSeconds)), west, eastward);
      this.#add(edge[slot], 1, -Math.min(1 - meeting, reachOf(east, westward, limitSeconds)), east, westward);
    }
  }

  /** Between two neighboring entries, as between the ends of any other edge. */
  #addStartEdge(reach: Reach, slot: number, limitSeconds: Seconds): void {
    const entries = reach.entries[slot - 1] as readonly Entry[];
    const edge = reach.edge[slot];
    const eastward = reach.eastwardSeconds[slot];
    const westward = reach.westwardSeconds[slot];
    const fromWest = earliest(entries, eastward);
    const fromEast = earliest([...entries].reverse(), westward).reverse();
    for (let i = 1; i < entries.length; i++) {
      const west = (entries[i - 1] as Entry).fraction;
      const east = (entries[i] as Entry).fraction;
      const a: Walker = { seconds: fromWest[i - 1] as Seconds, perEdge: eastward };
      const b: Walker = { seconds: fromEast[i] as Seconds, perEdge: westward };
      const width = east - west;
      const meeting = meetingPoint(width, a.seconds, a.perEdge, b.seconds, b.perEdge);
      this.#add(edge, west, Math.min(meeting, reachOf(a.seconds, a.perEdge, limitSeconds)), a.seconds, a.perEdge);
      const back = Math.min(width - meeting, reachOf(b.seconds, b.perEdge, limitSeconds));
      this.#add(edge, east, -back, b.seconds, b.perEdge);
    }
  }

  #add(edge: number, startFraction: number, extent: number, startSeconds: Seconds, secondsPerEdge: Seconds): void {
    if (extent === 0) return;
    if (this.count === this.edge.length) this.#grow();
    const run = this.count++;
    this.edge[run] = edge;
    this.startFraction[run] = startFraction;
    this.extent[run] = extent;
    this.startSeconds[run] = startSeconds;
    this.secondsPerEdge[run] = secondsPerEdge;
  }

  #grow(): void {
    const capacity = 2 * this.edge.length;
    const edge = new Uint32Array(capacity);
    edge.set(this.edge);
    this.edge = edge;
    for (const column of ["startFraction", "extent", "startSeconds", "secondsPerEdge"] as const) {
      const grown = new Float64Array(capacity);
      grown.set(this[column]);
      this[column] = grown;
    }
  }
}

/** The earliest time at each entry, walking from the first one on. */
function earliest(entries: readonly Entry[], perEdge: Seconds): Seconds[] {
  const times: Seconds[] = [];
  entries.forEach(({ fraction, seconds }, i) => {
    const before = entries[i - 1];
    const walked =
      before === undefined ? Infinity : (times[i - 1] as Seconds) + Math.abs(fraction - before.fraction) * perEdge;
    times.push(Math.min(seconds, walked));
  });
  return times;
}

/** How far from the western entry the two walkers meet, as a fraction of the edge. */
function meetingPoint(width: number, west: Seconds, eastward: Seconds, east: Seconds, westward: Seconds): number {
  if (west >= CLOSED_SECONDS || eastward === CLOSED_SECONDS) return 0;
  if (east >= CLOSED_SECONDS || westward === CLOSED_SECONDS) return width;
  const both = eastward + westward;
  if (both === 0) return west <= east ? width : 0;
  const meeting = (east - west + width * westward) / both;
  return meeting <= MEETING_SLACK ? 0 : meeting >= width - MEETING_SLACK ? width : meeting;
}

function reachOf(seconds: Seconds, perEdge: Seconds, limitSeconds: Seconds): number {
  if (!(seconds <= limitSeconds) || perEdge === CLOSED_SECONDS) return 0;
  return perEdge === 0 ? 1 : (limitSeconds - seconds) / perEdge;
}
