// Travel: what is asked of a travel model, and the table it fills.

import type { Meters, MetersPerSecond } from "../base/units.js";
import type { Label, Source } from "../base/words.js";
import type { CategoryId } from "./facts.js";

/** The id of a way of getting about, such as `walking`; `MODES` lists them. */
export type ModeId = string;

/** How a person moves. */
export interface TravelProfile {
  readonly id: string;
  readonly label: Label;
  /** How this profile goes along streets: the id of one of the city's modes. Default: `walking`. */
  readonly mode?: ModeId;
  readonly speedMetersPerSecond: MetersPerSecond;
  /** Speed on steps, for modes that take them. Default: `speedMetersPerSecond`. */
  readonly stepsSpeedMetersPerSecond?: MetersPerSecond;
  /** Speed between a place and the street it is attached to. */
  readonly offStreetSpeedMetersPerSecond: MetersPerSecond;
  /** Places farther from any street than this are not attached. */
  readonly maxAccessMeters: Meters;
  readonly source: Source;
}

/** What a trip is measured in. */
export type CostUnit = "seconds" | "meters";

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
  /** The second quantity (metres, if seconds were minimized) along the same way; `null` = follows from the speed. */
  readonly secondQuantity: Float64Array | null;
  /** One per category, in the same order. `null` where no count was asked for. */
  readonly counts: readonly (Uint32Array | null)[];
}

/** There is a way, but it is longer than the cutoff. */
export const NONE_WITHIN_CUTOFF = -1;

/** The city has such a facility, but there is no way to it from here. */
export const NO_WAY = -2;

/** The origin is too far from any street to be attached: nothing is known. */
export const NOT_ATTACHED = -3;

/** What a travel model is asked for. */
export interface TravelRequest {
  readonly unit: CostUnit;
  readonly cutoff: number;
  readonly nearestCount: number;
  readonly categories: readonly CategoryId[];
  /** Per category: count the facilities up to this cost (inclusive), or `null`. */
  readonly countWithin: readonly (number | null)[];
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
