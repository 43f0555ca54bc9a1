import type { Meters } from "../src/base/units.js";
import type { StreetColumns } from "./networks/bench-network.js";

/**
 * A way to answer the benchmark's questions, as small as an adapter can be.
 *
 * What an engine returns must hold its answer in memory, complete, in whatever layout is natural to it; the accessors
 * of `Answer` are called by the check only, never while timing.
 */
export interface EngineUnderTest {
  readonly name: string;
  /** Default: 1. */
  readonly threads?: number;
  /** Builds all that does not depend on the facilities. Measured as "prepare". */
  prepare(streets: StreetColumns, limitMeters: Meters): MaybePromise<PreparedEngine>;
}

export type MaybePromise<T> = T | Promise<T>;

/** What is left out is not measured. */
export interface PreparedEngine {
  /** By how much a distance may be off by rounding. */
  readonly roundingMeters: Meters;
  /** The arrays that one pass of the fastest conceivable engine touches. Default: the edges, and 4 bytes a label. */
  readonly floorBytes?: FloorBytes;
  /** Every node, every category: how far to the nearest facility. */
  nearest(categories: readonly Uint32Array[]): MaybePromise<Answer>;
  /** Every node, every category: how far to each of the `count` nearest. */
  nearestSome?(categories: readonly Uint32Array[], count: number): MaybePromise<Answer>;
  /** Every node, every category: how many facilities lie within the limit. */
  countWithin?(categories: readonly Uint32Array[]): MaybePromise<Answer>;
  /** The nodes within the limit of each place. */
  within?(places: Uint32Array): MaybePromise<readonly ArrayLike<number>[]>;
  /** One category, ready for facilities to come and go. */
  edit?(facilities: Uint32Array): MaybePromise<EditableCategory>;
  /** Ends threads, if there are any. */
  close?(): MaybePromise<void>;
}

export interface Answer {
  /** Metres (`Infinity` = none within the limit) or a count; `rank` 0 = the nearest. */
  at(node: number, category: number, rank: number): number;
}

export interface FloorBytes {
  readonly arcs: number;
  readonly labels: number;
  readonly result: number;
}

/** Each step is done when the distances of all nodes are right again. */
export interface EditableCategory {
  /** Opens a facility, one of several at that node maybe. @returns its number, for `close` and `move` */
  open(node: number): number;
  close(facility: number): void;
  move(facility: number, node: number): void;
  /** The number of a facility that was there from the start. */
  facilityOf(row: number): number;
  /** Metres to the nearest; `Infinity` = none within the limit. */
  metersAt(node: number): number;
}
