import type { AttachedFacilities } from "../attach/attach-facilities.js";
import type { AttachedOrigins } from "../attach/attach-origins.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { Diagnostic } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import type { FacilityIndex } from "../facilities/facility-index.js";
import type { CategoryId, Facility, Neighborhood, Origins } from "../model/facts.js";
import type {
  CostUnit,
  NearestTable,
  ReachRequest,
  ReachTable,
  TravelProfile,
  TravelRequest,
  TravelSummary,
} from "../model/travel.js";

/** The streets of a city as one mode has them, and its places on them. */
export interface CityStreets {
  readonly modeNetwork: ModeNetwork;
  /** Attached up to this distance; remembered for each distance. */
  readonly attachedOrigins: (maxAccessMeters: Meters) => AttachedOrigins;
  readonly attachedFacilities: (maxAccessMeters: Meters) => AttachedFacilities;
}

/** What a travel model may look at. */
export interface TravelCity {
  readonly origins: Origins;
  /** In a fixed order by place; `facilityRow` counts in it. */
  readonly facilities: readonly Facility[];
  /** The neighborhoods that `origins.neighborhoodRow` counts in. Left out: there are none. */
  readonly neighborhoods?: readonly Pick<Neighborhood, "polygons">[];
  /** Gives the facilities by place, as the crow flies. */
  readonly facilityIndex: () => FacilityIndex;
  /** As the mode of the profile has them that this city was made ready for; `null` where there are none. */
  readonly streets: CityStreets | null;
  /** Whether facilities come and go: a model may know of some that are not there now. Default: false. */
  readonly facilitiesComeAndGo?: boolean;
  /**
   * Which of the city's origins these are, where they are not all of them: the row of each in the city, `of` so many. `null`: they
   * are other places.
   */
  readonly originPart?: { readonly rows: Uint32Array; readonly of: number } | null;
  /** Whether the facilities are other places than the city's. Default: false. */
  readonly hasOtherFacilities?: boolean;
  /** What is known of the whole, where these are the streets and facilities of a part of a city. Left out: they are all there are. */
  readonly whole?: WholeFacilities;
}

/** What a part of a city cannot see: whether there are facilities beyond it, and ways to them. */
export interface WholeFacilities {
  readonly has: (category: CategoryId) => boolean;
  /** From where there is a way, however long, to a facility of a category: islands and nodes are those of the part. */
  readonly waysTo: (category: CategoryId) => {
    readonly islands: ReadonlySet<number>;
    /** Per node, 1 = there is a way; asked for on those islands only. `null`: from all of them. */
    readonly hasWay: Uint8Array | null;
  };
}

/** A travel model made ready for one city and one profile. */
export interface PreparedTravel {
  readonly summary: TravelSummary;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Fills the table; a column depends on the facilities of its own category only, whatever else is asked for or there is. `onCategory`
   * is called after each category.
   */
  readonly fillTable: (request: TravelRequest, onCategory?: (done: number) => void) => NearestTable;
  /**
   * Tells how far, at most, one gets for a cost: in metres as the crow flies, so that data that end there are known to be too
   * small. `null`, or left out: the model cannot tell.
   */
  readonly reachMeters?: (cost: number, unit: CostUnit) => Meters | null;
  /**
   * Given by a model whose costs are those of one mode along the streets at one speed everywhere: what it was prepared from. Seconds and
   * metres follow from each other then, and a scenario repairs such tables where an edit changes them. Whoever passes on what another
   * model prepared, from another city or with other tables, is not taken for it.
   */
  readonly oneSpeed?: OneSpeed;
  /**
   * Fills the reach table: all facilities within the cutoff. Left out, it is derived from nearest tables of ever more ranks,
   * which takes much longer.
   *
   * @throws {CoverageError} `LIMIT_EXCEEDED` for more pairs than the request allows
   */
  readonly fillReach?: (request: ReachRequest) => ReachTable;
}

/** A search along the streets at one speed everywhere. */
export interface OneSpeed {
  readonly city: TravelCity;
  readonly profile: TravelProfile;
  readonly fillTable: PreparedTravel["fillTable"];
}

/** Anything that fills the table: a way to get from origins to facilities. */
export interface TravelModel {
  readonly id: string;
  /** Says all that the model depends on: two of one key give the same answers. Left out: the model equals nothing but itself. */
  readonly key?: string;
  /** The units it can answer in; it is not asked in others. Default: both. */
  readonly units?: readonly CostUnit[];
  /** @throws {CoverageError} if the city lacks what the model needs */
  readonly prepare: (city: TravelCity, profile: TravelProfile) => PreparedTravel;
}
