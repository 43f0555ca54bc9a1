// Travel: what is asked of a travel model, and the table it fills.

import type { Meters, MetersPerSecond, Seconds } from "../base/units.js";
import type { Label, Source } from "../base/words.js";
import type { CategoryId } from "./facts.js";

/** The id of a way of getting about, such as `walking`; `MODES` lists them. */
export type ModeId = string;

/** A rule that tells how a slope changes a speed. */
export type SlopeRule = "tobler" | "naismith" | "cycling";

/** How a person moves. */
export interface TravelProfile {
  readonly id: string;
  readonly label: Label;
  /** How this profile goes along streets: the id of one of the city's modes. Default: `walking`. */
  readonly mode?: ModeId;
  readonly speedMetersPerSecond: MetersPerSecond;
  /** Speed on steps, for modes that take them. Default: `speedMetersPerSecond`. */
  readonly stepsSpeedMetersPerSecond?: MetersPerSecond;
  /**
   * How a slope changes the speed, where the mode knows heights (`withElevation`). `tobler`: slower up and steeply down, fastest at 5 %
   * down (W. Tobler, 1993). `naismith`: as if every metre up were 7.92 metres more (W. W. Naismith, 1892). `cycling`: as if every metre up
   * were 20 metres more, up to a fifth faster down (our choice). Default: none, the ground is flat.
   */
  readonly slope?: SlopeRule;
  /** Part of the speed that is left on a surface, by the value of the tag `surface`, for modes that look at it. Default: all of it. */
  readonly surfaceShares?: Readonly<Record<string, number>>;
  /** How long one waits at a crossing that is mapped as a way (`footway=crossing`), for modes that look at it. Default: 0. */
  readonly crossingSeconds?: Seconds;
  /** Speed between a place and the street it is attached to. */
  readonly offStreetSpeedMetersPerSecond: MetersPerSecond;
  /** Places farther from any street than this are not attached. */
  readonly maxAccessMeters: Meters;
  readonly source: Source;
}

/** What a trip is measured in. */
export type CostUnit = "seconds" | "meters";

/**
 * What else a travel model knows of its ways: metres, if seconds were minimized, and the other way round.
 *
 * A column, cell by cell, `NaN` = not known of this way, 0 where there is none; or the one speed in metres per second by which it
 * follows from the cost; `null` = the model does not know it. Nobody else may make it up: not every way is walked.
 */
export type SecondQuantity = Float64Array | MetersPerSecond | null;

/**
 * The waist: the cost from every origin to the nearest facilities of every category.
 *
 * A cell is `(category * originCount + origin) * nearestCount + rank`; use `costTo` and `facilityTo`.
 */
export interface NearestTable {
  /** What was minimized, and the unit of `cost`. */
  readonly unit: CostUnit;
  readonly originCount: number;
  readonly categories: readonly CategoryId[];
  /** How many ranks: 1 = only the nearest. */
  readonly nearestCount: number;
  /** Searched up to here; farther facilities are not found. */
  readonly cutoff: number;
  /** In `unit`; `Infinity` = none. Ranks ascend. */
  readonly cost: Float64Array;
  /** Row in the city's facilities, or one of `NONE_WITHIN_CUTOFF`, `NO_WAY`, `NOT_ATTACHED`. */
  readonly facilityRow: Int32Array;
  /** Use `secondQuantityTo`. */
  readonly secondQuantity: SecondQuantity;
  /** One per category, in the same order. `null` where no count was asked for. */
  readonly counts: readonly (Uint32Array | null)[];
}

/** There is a way, but it is longer than the cutoff. */
export const NONE_WITHIN_CUTOFF = -1;

/** The city has such a facility, but there is no way to it from here. */
export const NO_WAY = -2;

/** The origin is too far from any street to be attached: nothing is known. */
export const NOT_ATTACHED = -3;

/** More facilities of a category than anybody compares. */
export const MAX_NEAREST_COUNT = 1000;

/** What a travel model is asked for. */
export interface TravelRequest {
  readonly unit: CostUnit;
  readonly cutoff: number;
  readonly nearestCount: number;
  readonly categories: readonly CategoryId[];
  /** Per category: count the facilities up to this cost (inclusive), or `null`. */
  readonly countWithin: readonly (number | null)[];
}

/**
 * The second waist: every facility within the cutoff of every origin, not only the nearest.
 *
 * Sparse, and in parts, so that no table is one block of memory however large it is. A pair of an origin and a facility is
 * told once, also where the facility is of several of the categories. Its costs are those of the nearest table, bit for bit.
 */
export interface ReachTable {
  /** What was minimized, and the unit of `cost`. */
  readonly unit: CostUnit;
  readonly originCount: number;
  /** A facility is in the table if it is of one of them. */
  readonly categories: readonly CategoryId[];
  /** Inclusive. */
  readonly cutoff: number;
  /** Of all parts. */
  readonly pairCount: number;
  /** Parts of consecutive origins, in order; together they hold every origin once. */
  readonly parts: readonly ReachPart[];
  /** Rows of the origins too far from any street to be attached, ascending: nothing is known of them but the facilities they are at. */
  readonly unattachedOrigins: Uint32Array;
}

/** The pairs of consecutive origins, as columns. */
export interface ReachPart {
  /** Row of its first origin. */
  readonly firstOrigin: number;
  readonly originCount: number;
  /**
   * CSR offsets, `originCount + 1` of them: the pairs of origin `firstOrigin + i` are `firstPair[i]` to
   * `firstPair[i + 1] - 1`, the cheapest first, at equal cost by facility row.
   */
  readonly firstPair: Uint32Array;
  /** Row in the city's facilities. */
  readonly facilityRow: Uint32Array;
  readonly cost: Float64Array;
  /**
   * The second quantity (metres, if seconds were minimized) along the same way; `NaN` where the model that found the way
   * does not know it. `null`: it was not asked for, or no model knows it.
   */
  readonly secondQuantity: Float64Array | null;
}

/** What a travel model is asked for to fill a reach table. */
export interface ReachRequest {
  readonly unit: CostUnit;
  /** Inclusive. */
  readonly cutoff: number;
  readonly categories: readonly CategoryId[];
  /** Whether the second quantity is wanted: it takes memory, and some models are faster without. Default: no. */
  readonly withSecondQuantity?: boolean;
  /**
   * The cutoff of the nearest table that this one stands beside. Costs may be rounded more coarsely the farther a search
   * goes; with the cutoff of the other table they are the same bits. Default: `cutoff`.
   */
  readonly nearestCutoff?: number;
  /** More pairs than this are refused. Default: 200,000,000. */
  readonly maxPairs?: number;
  /** No part has more pairs than this, unless a single origin has. Default: 4,194,304. */
  readonly maxPairsPerPart?: number;
}

/** How the costs were measured, for the report. */
export interface TravelSummary {
  readonly id: string;
  readonly label: Label;
  /** Plain words: what this model does and does not see. */
  readonly method: Label;
  readonly parameters: Readonly<Record<string, number | string>>;
}

/** How far a computation has got; for a bar, a spinner or a log. */
export interface Progress {
  /** What is being done now. */
  readonly stage: "read" | "network" | "attach" | "search" | "judge";
  /** Parts of this stage that are done, of `total`. */
  readonly done: number;
  readonly total: number;
}
