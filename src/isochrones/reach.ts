import type { Attachment } from "../attach/attachment.js";
import type { Seconds } from "../base/units.js";

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

/**
 * The edges that are reached, as columns: one slot per edge, in no meaningful order, the first `count` of each column.
 * Slot 0 is none.
 *
 * Edges are those of `LocalStreets`.
 */
export interface Reach {
  readonly count: number;
  /** Slots from 1 to this one are the edges on which walking begins. */
  readonly startEdgeCount: number;
  readonly edge: Uint32Array;
  /** Per edge: its slot; 0 = it is not reached. */
  readonly slotOfEdge: Int32Array;
  /** Times at the two ends; `Infinity` = not reached. */
  readonly westSeconds: Float64Array;
  readonly eastSeconds: Float64Array;
  /** Time along the whole edge; `CLOSED_SECONDS` = closed that way. */
  readonly eastwardSeconds: Float64Array;
  readonly westwardSeconds: Float64Array;
  /** Of slots 1 to `startEdgeCount`, from 0 on: all entries from west to east; the first and the last are the ends. */
  readonly entries: readonly (readonly Entry[])[];
}

/** Longer than anybody walks, yet finite: none of it (fraction 0) takes no time. */
export const CLOSED_SECONDS: Seconds = 1e300;

/** Computes the earliest time at a point of a reached edge; more than any limit = it cannot be reached. */
export function timeAt(reach: Reach, slot: number, fraction: number): Seconds {
  if (isStartSlot(reach, slot)) return timeBetweenEntries(reach, slot, fraction);
  const fromWest = reach.westSeconds[slot] + fraction * reach.eastwardSeconds[slot];
  const fromEast = reach.eastSeconds[slot] + (1 - fraction) * reach.westwardSeconds[slot];
  return fromWest < fromEast ? fromWest : fromEast;
}

/** Tells whether walking begins on an edge. */
export function isStartSlot({ startEdgeCount }: Reach, slot: number): boolean {
  return slot > 0 && slot <= startEdgeCount;
}

function timeBetweenEntries(reach: Reach, slot: number, fraction: number): Seconds {
  let earliest = Infinity;
  for (const entry of reach.entries[slot - 1] as readonly Entry[]) {
    const way = fraction - entry.fraction;
    const walk = way > 0 ? way * reach.eastwardSeconds[slot] : -way * reach.westwardSeconds[slot];
    if (entry.seconds + walk < earliest) earliest = entry.seconds + walk;
  }
  return earliest;
}
