// Everyday services: how many people reach, and where one more facility would help most.

import type { LonLat } from "../base/words.js";
import type { RequirementId } from "./standard.js";

/**
 * How many everyday services a resident has within reach in time, on the average: "15 of 28". Services are the mandatory
 * requirements of the standard (where it has none, all that it judges), each counted once, also where something else satisfies it.
 */
export interface ServicesInReach {
  /**
   * The sum of their shares of people (of ground where nobody lives), 0 to `of`. Services without data, and those of which nothing is known
   * here, count as within nobody's reach, so closing a facility never raises it. `null`: nothing is known of any.
   */
  readonly value: number | null;
  /** What it would be if all were within everybody's reach that the data know nothing or hardly anything of; at least `value`. */
  readonly ceiling: number | null;
  /** How many services there are. */
  readonly of: number;
}

/** One more facility for one everyday service, at the crossing where it brings the service within reach of the most people. */
export interface Step {
  readonly requirement: RequirementId;
  /** Where it would stand: a node of the street network. */
  readonly location: LonLat;
  /** The neighborhood that it would stand in; `null`: none. */
  readonly neighborhoodId: string | null;
  /** People who gain (square metres, where nobody lives). More than 0. */
  readonly gain: number;
  /** Of the people of the city (of its ground), within reach before and after. */
  readonly shareBefore: number;
  readonly shareAfter: number;
}
