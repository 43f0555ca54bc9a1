// Modes: what a way is to somebody.

import type { Diagnostic } from "../base/diagnostics.js";
import type { MetersPerSecond } from "../base/units.js";
import type { Label, Tags } from "../base/words.js";
import type { Streets } from "./facts.js";
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
  /** What the tags of a street do not tell: slopes, waits. Left out: they tell all. */
  readonly ground?: ModeGround;
}

/** The network that a mode goes along, as columns: edge `e` has the arcs `2 * e`, from `edgeFrom` to `edgeTo`, and `2 * e + 1`, back. */
export interface ModeWays {
  readonly network: {
    readonly edgeCount: number;
    readonly nodeLon: Float64Array;
    readonly nodeLat: Float64Array;
    readonly edgeFrom: Uint32Array;
    readonly edgeTo: Uint32Array;
    readonly edgeMeters: Float64Array;
    /** The street of each edge. */
    readonly edgeStreetRow: Uint32Array;
  };
  readonly streets: Streets;
}

/** What a mode knows of single edges. All functions are pure. */
export interface ModeGround {
  /** Finds the edges that are closed both ways though their tags open them; and what is to be said of the ground. */
  readonly closedEdges?: (ways: ModeWays) => {
    readonly edges: readonly number[];
    readonly diagnostics: readonly Diagnostic[];
  };
  /**
   * Gives the seconds along each arc for a profile.
   *
   * @param seconds by length and tags alone, `Infinity` = closed; not changed
   */
  readonly arcSeconds: (ways: ModeWays, profile: TravelProfile, seconds: Float64Array) => Float64Array;
}

/** Heights on a grid, as columns: the cell in column `c` and row `r` stands at `r * columnCount + c`. */
export interface Heights {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Height of each cell in metres; `NaN`: not known. */
  readonly meters: Float32Array;
  /** Center of each cell, in degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}
