import type { Datum } from "../base/layers.js";
import type { Degrees } from "../base/units.js";
import type { PropertyNames } from "../model/input.js";

/** How one layer is to be read. */
export interface ReadOptions {
  /** Datum of the coordinates. Default: `wgs84`. */
  readonly datum?: Datum;
  /** Names of the properties to read, where they are not the usual ones. */
  readonly properties?: PropertyNames;
  /**
   * `report` (default): harmless repairs are made and listed, invalid polygons are left out and listed. `fix`: invalid
   * polygons are used by the even-odd rule. `none`: whatever needs a repair is left out.
   */
  readonly repair?: "none" | "report" | "fix";
  /** Longitudes are turned by 360 degrees where that brings them nearer than 180 to this one. Default: as they are. */
  readonly referenceLon?: Degrees;
}

/** How streets are to be read. */
export interface StreetReadOptions extends ReadOptions {
  /**
   * The tags to keep: those that decide who may use a street and how fast, and on which level it runs. Default: those of the
   * library's modes. For other modes: `tagKeysOf(modes)`.
   */
  readonly tagKeys?: readonly string[];
}
