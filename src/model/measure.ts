// Measures: further numbers per area, computed from a table alone.

import type { Label } from "../base/words.js";
import type { CategoryId, Facility, Neighborhood, Origins } from "./facts.js";
import type { CostUnit, NearestTable, ReachRequest, ReachTable, TravelRequest, TravelSummary } from "./travel.js";

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
   * out), and the weight of each, more than 0. `null` = it cannot be told. Of a group of people, `everybody` is the same of all people of
   * the area, so that its groups are told alike.
   */
  readonly compute: (
    values: Float64Array,
    weights: Float64Array,
    everybody?: readonly [values: Float64Array, weights: Float64Array],
  ) => number | null;
}

/** What every measure says of itself. */
interface MeasureOf<Table extends "nearest" | "reach"> {
  /** Its key in the report. */
  readonly id: string;
  readonly label: Label;
  /** Of its values. */
  readonly unit: "share" | "seconds" | "meters" | "count" | "score";
  /** Which table it reads, for every category that the standard asks for and the input has, or for those of `categories`. */
  readonly table: Table;
  /** The only categories that it looks at, of those that the standard asks for. Default: all. */
  readonly categories?: readonly CategoryId[];
  /** Unit of the costs in the table. */
  readonly tableUnit: CostUnit;
  /** How far is searched, in `tableUnit`. */
  readonly cutoff: number;
  /** What the report tells of an area, at least one. */
  readonly summary: readonly (StatisticName | Statistic)[];
}

/** A number per origin, computed from its nearest facilities. */
export interface NearestMeasure extends MeasureOf<"nearest"> {
  /** How many facilities of each category, 1 to 1000. */
  readonly nearestCount: number;
  /** One value per origin, 0 or more; `NaN` = unknown (left out), `Infinity` = beyond what was searched. */
  readonly perOrigin: (table: NearestTable) => Float64Array;
}

/** A number per origin, computed from every facility within the cutoff: made by `reachMeasure`. */
export interface ReachMeasure extends MeasureOf<"reach"> {
  /** One value per origin, as for the others. Rows of the table count in these places. */
  readonly perOrigin: (table: ReachTable, places: MeasuredPlaces) => Float64Array;
  /** Fills the table. It comes with the measure, so that who asks for none need not load it. */
  readonly fill: (models: readonly ReachSource[], request: ReachRequest, places: FilledPlaces) => ReachTable;
}

/** A number per origin, computed from a table alone, and how it is summed up. */
export type Measure = NearestMeasure | ReachMeasure;

/** What the rows of a reach table mean. */
export interface MeasuredPlaces {
  readonly origins: Origins;
  readonly facilities: readonly Facility[];
  /** What `origins.neighborhoodRow` counts in. Not there: the measure is computed of tables alone. */
  readonly neighborhoods?: readonly Neighborhood[];
}

/** How many origins a table has, and what its facility rows mean. */
export interface FilledPlaces {
  readonly originCount: number;
  readonly facilities: readonly Facility[];
}

/** What a reach table is filled from: a prepared travel model. */
export interface ReachSource {
  readonly summary: TravelSummary;
  readonly fillTable: (request: TravelRequest) => NearestTable;
  readonly fillReach?: (request: ReachRequest) => ReachTable;
}

/** What a report says of a measure that it tells. */
export interface MeasureAbout {
  /** Its key under `measures` of the city and of neighborhoods. */
  readonly id: string;
  readonly label: Label;
  /** Of its values, and of statistics that are values: means, medians, percentiles, equivalents. */
  readonly unit: Measure["unit"];
}

/** A measure over the people of an area (over its ground where nobody lives), by statistic; `null` = it cannot be told. */
export type MeasureSummary = Readonly<Record<string, number | null>>;
