// Measures: further numbers per area, computed from a table alone.

import type { Label } from "../base/words.js";
import type { CostUnit, NearestTable } from "./travel.js";

/**
 * How the values of an area's origins become one number; the origins weigh as many people as live there (or square metres,
 * where nobody lives).
 *
 * `mean`: `null` where some lie beyond what was searched. `median`, `p90`: the value that so many have or less.
 */
export type StatisticName = "mean" | "median" | "p90";

/** A statistic of one's own. */
export interface Statistic {
  /** Its key in the report. */
  readonly id: string;
  /**
   * Computes it from the values of an area, ascending (`Infinity`, beyond what was searched, comes last; what is unknown is left
   * out), and the weight of each, more than 0. `null` = it cannot be told.
   */
  readonly compute: (values: Float64Array, weights: Float64Array) => number | null;
}

/** A number per origin, computed from a table alone, and how it is summed up. */
export interface Measure {
  /** Its key in the report. */
  readonly id: string;
  readonly label: Label;
  /** Of its values. */
  readonly unit: "share" | "seconds" | "meters" | "count" | "score";
  /** Which table it reads: the nearest facilities of every category that the standard asks for and the input has. */
  readonly table: "nearest";
  /** Unit of the costs in the table. */
  readonly tableUnit: CostUnit;
  /** How many facilities of each category, 1 to 1000. */
  readonly nearestCount: number;
  /** How far is searched, in `tableUnit`. */
  readonly cutoff: number;
  /** One value per origin, 0 or more; `NaN` = unknown (left out), `Infinity` = beyond what was searched. */
  readonly perOrigin: (table: NearestTable) => Float64Array;
  /** What the report tells of an area, at least one. */
  readonly summary: readonly (StatisticName | Statistic)[];
}

/** A measure over the people of an area (over its ground where nobody lives), by statistic; `null` = it cannot be told. */
export type MeasureSummary = Readonly<Record<string, number | null>>;
