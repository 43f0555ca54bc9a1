import type { Facility, Neighborhood, Streets } from "../model/facts.js";

/** What a map is drawn from, besides the report. A prepared city is one. */
export interface MapCity {
  /** Outlines, by the ids of the report. Those that are missing are not drawn, but stand in the tables. */
  readonly neighborhoods: readonly Neighborhood[];
  /** A backdrop of thin lines. */
  readonly streets?: Streets | null;
  /** Dots on the map of the circle that has a requirement of the same id as one of their categories. */
  readonly facilities?: readonly Facility[];
  /** A backdrop of water: areas and courses. */
  readonly water?: readonly Pick<Facility, "outline" | "isArea">[];
}
