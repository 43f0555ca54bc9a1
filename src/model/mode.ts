// Modes: what a way is to somebody.

import type { MetersPerSecond } from "../base/units.js";
import type { Label, Tags } from "../base/words.js";
import type { ModeId, TravelProfile } from "./travel.js";

/** Whether a street may be used, in the direction in which it is drawn and back. */
export interface WayAccess {
  readonly forward: boolean;
  readonly backward: boolean;
  /** The tag that decided where it is closed, for people: `"highway=motorway"`. */
  readonly because: string;
}

/** How fast one is along a street, in the direction in which it is drawn and back; more than 0 where it is open. */
export interface WaySpeed {
  readonly forward: MetersPerSecond;
  readonly backward: MetersPerSecond;
}

/** A way of moving along streets: on foot, by bicycle, by car. All functions are pure. */
export interface Mode {
  readonly id: ModeId;
  readonly label: Label;
  /** The keys of all tags that the functions look at. Streets are read with these tags only: others are not seen. */
  readonly tagKeys: readonly string[];
  /** Decides by its tags who of this mode may use a street: the same for every profile. */
  readonly accessOf: (tags: Tags) => WayAccess;
  /** Tells how fast a profile is: one number where it is so along every street and both ways, else by the tags of a street. */
  readonly speedOf: (profile: TravelProfile) => MetersPerSecond | ((tags: Tags) => WaySpeed);
}
