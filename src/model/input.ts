// What is given at the front door.

import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Diagnostic } from "../base/diagnostics.js";
import type { Datum, Layer, PropertyRole } from "../base/layers.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { Meters } from "../base/units.js";
import type {
  Barrier,
  FacilityRecord,
  GroupId,
  LandArea,
  Neighborhood,
  PopulationReading,
  Reading,
  StreetsReading,
} from "./facts.js";
import type { Mode } from "./mode.js";
import type { CountryCode, Standard } from "./standard.js";
import type { Progress } from "./travel.js";

/** A collection, a single feature, or a list of features; or the text of a file, which is read fastest as UTF-8 bytes. */
export type GeoJsonInput = FeatureCollection<Geometry | null> | FeatureReading | object | string | Uint8Array;

/**
 * What the reader of a file format gives (`readShapefile` and its like), and what is taken wherever GeoJSON is: features with their
 * properties, longitude and latitude in degrees, and the books of the file.
 */
export interface FeatureReading {
  readonly type: "FeatureReading";
  readonly features: readonly Feature<Geometry | null>[];
  /** The datum of the coordinates, where the caller or the file says it. Whoever prepares a city may say another. Default: `wgs84`. */
  readonly datum?: Datum;
  /** Objects of the file that gave no feature, by the code that says why: they count as given and as left out. */
  readonly leftOut: Readonly<Partial<Record<DiagnosticCode, number>>>;
  /** What was found in the file: reasons for what is left out, what was assumed. Their layer is filled in by whoever reads a layer of it. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The layers of a city, longitude and latitude in degrees. Each is GeoJSON (an object, a text or bytes), or what a reader gave
 * before (`readStreets` and its like): they may be mixed.
 */
export interface CityInput {
  /** Polygons or MultiPolygons; properties: `id`?, `name`?, `population`?. */
  readonly neighborhoods: GeoJsonInput | Reading<Neighborhood>;
  /** Any geometry; properties: `category`, or OSM tags, or Amap `typecode` / text `type`. */
  readonly facilities: GeoJsonInput | Reading<FacilityRecord>;
  /** Lines with OSM tags, if there are any. Without streets, distances are straight lines, and the report says so. */
  readonly streets?: GeoJsonInput | StreetsReading;
  /** Points or polygons with `population`. */
  readonly population?: GeoJsonInput | PopulationReading;
  /**
   * Outlines of buildings, with OSM tags or `levels` or `height` of their own: over those in which people live, the own `population` of
   * neighborhoods is spread by floor area. Not used where a population is given, or where neighborhoods that tell their people overlap.
   */
  readonly buildings?: GeoJsonInput | Reading<FacilityRecord>;
  /** Points or polygons with `jobs`: how many people work there. */
  readonly jobs?: GeoJsonInput | PopulationReading;
  /** Polygons with `landuse` (OSM), `use`, or a code of a Chinese plan under 用地性质 and its like: those where people live count. */
  readonly landUse?: GeoJsonInput | Reading<LandArea>;
  /** Lines and areas that people do not cross, with OSM tags if there are any: rail, motorways, rivers, walls, private ground. */
  readonly barriers?: GeoJsonInput | Reading<Barrier>;
}

/** Names of the properties to read, where they are not the usual ones. */
export interface PropertyNames extends Readonly<Partial<Record<PropertyRole, string>>> {
  /**
   * Of a population layer: by a group's name the property with the number of its people (`{ elderly: "pop65" }`), or a value of each place
   * by which all people are split into groups as large as each other (`{ income: { value: "median_income", parts: 5 } }`: from
   * `income-1of5`, who live where it is lowest, to `income-5of5`).
   */
  readonly groups?: Readonly<Record<GroupId, string | ValueGroups>>;
}

/** People split into as many groups by a value of the places where they live. */
export interface ValueGroups {
  /** The property. */
  readonly value: string;
  /** How many groups, 2 to 100. */
  readonly parts: number;
}

/** How the input is to be read; used once, when a city is prepared. */
export interface PrepareOptions {
  /** The standard whose categories are looked for. Default: `chengduFourCircles`. */
  readonly standard?: Standard;
  /**
   * The country where the data lie, by its two letters of ISO 3166: `"PT"`. Where the standard is made for another, the report says so.
   * Default: a look at the outlines tells whether they lie in China, and no more.
   */
  readonly country?: CountryCode;
  /**
   * Distance between lattice points, in metres, for all neighborhoods. Default: chosen for each by its size, 100 m for those of 1.4 km²
   * and more, down to 12.5 m; coarser where that would be more than two million points.
   */
  readonly originSpacingMeters?: Meters;
  /** Networks shorter than this that are connected to nothing are avoided when places are attached. Default: 500. */
  readonly smallFragmentMeters?: Meters;
  /**
   * Ends of streets this near to another street are joined to it, and streets that cross on one level without a position in
   * common get one. Default: 0, nothing is joined; the diagnostics count what lies within 1 m.
   */
  readonly joinStreetsMeters?: Meters;
  /** Per layer. Default: `wgs84`. Never guessed from the values. */
  readonly datum?: Readonly<Partial<Record<Layer, Datum>>>;
  /**
   * Per layer. Default: `id`, `name`, `population`, `category`, `jobs`, `use` (of land: `landuse`, too); but for categories, without one
   * of them the only property that is called so in another way (`OBJECTID`, 社区名称, `POP10`, 用地性质), and the report says which.
   */
  readonly properties?: Readonly<Partial<Record<Layer, PropertyNames>>>;
  /**
   * `report` (default): harmless repairs are made and listed, invalid polygons are left out and listed. `fix`: invalid
   * polygons are used by the even-odd rule. `none`: whatever needs a repair is left out.
   */
  readonly repair?: "none" | "report" | "fix";
  /** `loose`: broad tags (any school, any hospital) count without a keyword in the name. Default: `strict`. */
  readonly classification?: "strict" | "loose";
  /**
   * The day that the report is about, `YYYY-MM-DD`: facilities that ended before it (`end_date`) do not count. Nothing asks a clock.
   * Default: the day of this version, 2026-11-30.
   */
  readonly on?: string;
  /** Ways of moving that profiles may name, besides those of the library. */
  readonly modes?: readonly Mode[];
  readonly onProgress?: (progress: Progress) => void;
}
