/**
 * The vocabulary: every domain type on one page. Read this first.
 *
 * Facts (plain data) stand above the waist, {@link NearestTable} is the waist, and the report stands below it.
 */
import type { FeatureCollection, Geometry } from "geojson";
import type { DiagnosticCode } from "./diagnostic-texts.js";
import type { Diagnostic } from "./diagnostics.js";
import type { Meters, MetersPerSecond, Seconds, SquareMeters } from "./units.js";

// ---------------------------------------------------------------------------------------------- words

/** The four kinds of input. */
export type Layer = "neighborhoods" | "facilities" | "streets" | "population";
/** A geodetic datum. Amap, Tencent: `gcj02`. Baidu: `bd09`. GPS, OpenStreetMap: `wgs84`. Tianditu, plans: `cgcs2000`. */
export type Datum = "wgs84" | "gcj02" | "bd09" | "cgcs2000";
export type Locale = "zh" | "en";
/** A text that people read, in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
/** Where something is from: a document by its number or title. A plain text is shown in both languages. */
export type Source = string | Label;
/** `[longitude, latitude]` in degrees, WGS 84. Longitudes may run past ±180 so that a city across the antimeridian is in one piece. */
export type LonLat = readonly [lon: number, lat: number];
/** A closed line; the last position repeats the first. */
export type Ring = readonly LonLat[];
/** An outer ring, then its holes. Winding carries no meaning: inside is decided by the even-odd rule. */
export type Polygon = readonly Ring[];
export type Tags = Readonly<Record<string, unknown>>;

export type CategoryId = string;
export type CircleId = string;
export type RequirementId = string;
export type GradeId = string;

// ---------------------------------------------------------------------------------------------- facts

/** A polygon to report on. */
export interface Neighborhood {
  readonly id: string;
  readonly name: string | null;
  /** People who live here, if its own properties say so. */
  readonly population: number | null;
  readonly polygons: readonly Polygon[];
}

/** A place that people go to. */
export interface Facility {
  readonly id: string;
  readonly name: string | null;
  /** Every category whose table row it matches; never empty. */
  readonly categories: readonly CategoryId[];
  /** Where to draw it: the point itself, or a point on the outline. */
  readonly location: LonLat;
  /** Where it can be entered: the point itself, or its mapped entrances. Empty: enter through the outline. */
  readonly entrances: readonly LonLat[];
  /** Rings of an area, or the course of a line. Empty for a point. */
  readonly outline: readonly (readonly LonLat[])[];
  /** Whether the outline encloses ground (a park) or is only a line (a greenway). */
  readonly isArea: boolean;
  /** `null` where the input gives only a point or a line. */
  readonly areaSquareMeters: SquareMeters | null;
}

/** A facility as read: not yet known of what category. */
export interface FacilityRecord extends Omit<Facility, "categories"> {
  /** All properties of the feature; OSM tags under `tags` are laid on top. */
  readonly tags: Tags;
}

/**
 * Lines that may be walked, or not, as columns: a city has fifty thousand of them, with ten vertices each.
 *
 * The vertices of street `s` are `firstVertex[s]` to `firstVertex[s + 1] - 1`.
 */
export interface Streets {
  readonly count: number;
  /** CSR offsets, `count + 1` of them. */
  readonly firstVertex: Uint32Array;
  /** One per vertex. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /**
   * OSM node ids, one per vertex: vertices of one id are one place. `NaN`: the street has none, and joins where
   * coordinates are equal. Empty if no street has any. If some are texts, all are replaced by their rank among the ids.
   */
  readonly nodeIds: Float64Array;
  /** One per street. */
  readonly ids: readonly string[];
  /** Row in the input of the feature that each street is a line of. */
  readonly featureRow: Uint32Array;
  /** Row in `tagSets` of each street. */
  readonly tagSetRow: Uint32Array;
  /** The sets of tags that occur, of those tags only that decide about walking. */
  readonly tagSets: readonly Tags[];
}

/** People at a point, or spread over polygons. */
export interface PopulationPlace {
  readonly id: string;
  readonly population: number;
  readonly location: LonLat | null;
  readonly polygons: readonly Polygon[];
}

/**
 * Places where people start, as columns. Sorted by neighborhood, then by place, never by input order.
 *
 * Lattice points carry the area of their neighborhood in equal parts; people stand on lattice points (spread from
 * polygons) or on points of their own (`areaSquareMeters` 0).
 */
export interface Origins {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly population: Float64Array;
  readonly areaSquareMeters: Float64Array;
  /** Row of the neighborhood that each origin belongs to. */
  readonly neighborhoodRow: Uint32Array;
  /** CSR offsets: origins of neighborhood `n` are `firstOrigin[n]` to `firstOrigin[n + 1] - 1`. */
  readonly firstOrigin: Uint32Array;
  /** Where the people come from. `none`: no input tells of people, only areas can be judged. */
  readonly populationSource: "population layer" | "neighborhoods" | "none";
}

/** What a reader gives back: the good rows, and what was wrong with the others. */
export interface Reading<T> extends ReadingBooks {
  readonly rows: readonly T[];
}

/** What the reader of streets gives back. */
export interface StreetsReading extends ReadingBooks {
  readonly streets: Streets;
}

/** What became of the features of a layer, and what was wrong with some. */
export interface ReadingBooks {
  readonly counts: LayerCounts;
  readonly diagnostics: readonly Diagnostic[];
}

/** What became of every feature of a layer: `given = used + the sum of leftOut`. */
export interface LayerCounts {
  readonly layer: Layer;
  readonly given: number;
  readonly used: number;
  /** How many of the used ones were mended on the way. */
  readonly repaired: number;
  /** How many were left out, by the code of the diagnostic that says why. */
  readonly leftOut: Readonly<Partial<Record<DiagnosticCode, number>>>;
}

/** How a person moves. */
export interface TravelProfile {
  readonly id: string;
  readonly label: Label;
  readonly speedMetersPerSecond: MetersPerSecond;
  /** Speed on steps. */
  readonly stepsSpeedMetersPerSecond: MetersPerSecond;
  /** Speed between a place and the street it is attached to. */
  readonly offStreetSpeedMetersPerSecond: MetersPerSecond;
  /** Places farther from any street than this are not attached. */
  readonly maxAccessMeters: Meters;
  readonly source: Source;
}

// ------------------------------------------------------------------------------------------ the waist

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
  /** The other quantity (metres, if seconds were minimized) along the same way; `null` = follows from the speed. */
  readonly companion: Float64Array | null;
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

export interface Progress {
  /** What is being done now. */
  readonly stage: "read" | "network" | "attach" | "search" | "judge";
  /** Parts of this stage that are done, of `total`. */
  readonly done: number;
  readonly total: number;
}

// ------------------------------------------------------------------------------------------- the norm

/** A kind of facility, and how to recognize one. */
export interface Category {
  readonly id: CategoryId;
  readonly label: Label;
  /** Circles (besides its home) under which sources also list it. A label only: it is counted once. */
  readonly alsoIn: readonly CircleId[];
  /** OSM tags: `"amenity=pharmacy"`, several joined by `&` must all hold. */
  readonly osmTags: readonly string[];
  /** OSM tags that are too broad alone: they count only with one of `keywords` in the name. */
  readonly osmTagsWithKeyword: readonly string[];
  /** Amap type codes, by prefix: `"0906"`. */
  readonly amapCodes: readonly string[];
  readonly amapCodesWithKeyword: readonly string[];
  readonly amapCodesExcept: readonly string[];
  /** Parts of a name (or of Amap's text type) that say what it is. */
  readonly keywords: readonly string[];
  readonly keywordsExcept: readonly string[];
  /** Only areas of this size count, if given. */
  readonly minAreaSquareMeters?: SquareMeters;
  readonly maxAreaSquareMeters?: SquareMeters;
  /** Whether a facility of unknown area counts. Only read where an area limit is given. */
  readonly unknownAreaCounts?: boolean;
}

/** Must a circle have it (必备), or is it better with it (提升)? `label`: shown, counted under another circle. */
export type Necessity = "mandatory" | "optional" | "label";

/** One line of a norm: so far, to a facility of this category. */
export interface Requirement {
  readonly id: RequirementId;
  readonly category: CategoryId;
  readonly circle: CircleId;
  readonly necessity: Necessity;
  readonly thresholdSeconds?: Seconds;
  readonly thresholdMeters?: Meters;
  /** Also satisfied by one of these within its own threshold: a small park close by. */
  readonly orElse?: readonly RequirementAlternative[];
  /** The document, by its number. */
  readonly source: Source;
  /** Whether somebody has checked the threshold against the printed document. */
  readonly verified: boolean;
}
export interface RequirementAlternative {
  readonly category: CategoryId;
  readonly thresholdSeconds?: Seconds;
  readonly thresholdMeters?: Meters;
}

export interface Circle {
  readonly id: CircleId;
  readonly label: Label;
  /** Where the name and the list come from, in one sentence. */
  readonly source: Source;
}
export interface Grade {
  readonly id: GradeId;
  readonly label: Label;
  /** Scores from here on, 0 to 100. */
  readonly minScore: number;
}

/** A norm, held as data. */
export interface Standard {
  readonly id: string;
  readonly label: Label;
  readonly source: Source;
  /** Which threshold counts where a requirement has both: minutes (`seconds`) or the norm's metres. */
  readonly judgeBy: CostUnit;
  readonly circles: readonly Circle[];
  readonly categories: readonly Category[];
  readonly requirements: readonly Requirement[];
  /** Weight of each necessity in a circle's score. */
  readonly weights: Readonly<Record<Necessity, number>>;
  /** Best first. */
  readonly grades: readonly Grade[];
  /** The best grade that a circle with a missing mandatory category can have. */
  readonly gradeCapWhenMissing: GradeId;
  /** A category within reach of a smaller share than this is missing. */
  readonly missingBelowShare: number;
}

// ----------------------------------------------------------------------------------------- the report

export interface StandardSummary {
  readonly id: string;
  readonly label: Label;
  readonly source: Source;
  readonly judgeBy: CostUnit;
  readonly circles: readonly Circle[];
  readonly grades: readonly Grade[];
  readonly gradeCapWhenMissing: GradeId;
  readonly weights: Readonly<Record<Necessity, number>>;
  readonly missingBelowShare: number;
  readonly requirements: readonly RequirementSummary[];
}
/** Where people start. */
export interface OriginSummary {
  readonly count: number;
  readonly spacingMeters: Meters;
  readonly populationSource: Origins["populationSource"];
  /** People of the population layer who live outside all neighborhoods, and are in no number of the report. */
  readonly populationOutside: number;
}
/** A requirement as it was judged. */
export interface RequirementSummary {
  readonly id: RequirementId;
  readonly category: CategoryId;
  readonly label: Label;
  readonly circle: CircleId;
  readonly alsoIn: readonly CircleId[];
  readonly necessity: Necessity;
  /** The threshold that was applied, in `unit`. */
  readonly threshold: number;
  readonly unit: CostUnit;
  /** How far was searched, in `unit`. */
  readonly cutoff: number;
  /** What else satisfies it. */
  readonly orElse: readonly {
    readonly category: CategoryId;
    readonly label: Label;
    readonly threshold: number;
    readonly unit: CostUnit;
  }[];
  readonly source: Source;
  readonly verified: boolean;
  /** How many facilities of the input count for it. */
  readonly facilityCount: number;
}

/**
 * A part of the people, or of the ground.
 *
 * `share` = `covered / (total - unknown)`, 0 to 1; `null` where nothing is known or nobody is there.
 */
export interface Share {
  readonly share: number | null;
  readonly covered: number;
  readonly total: number;
  /** People (or square metres) about whom nothing can be said: no street near them. Never counted as not covered. */
  readonly unknown: number;
}

export type CoverageStatus = "covered" | "partly" | "uncovered" | "unreachable" | "no-data";

export interface RequirementCoverage {
  readonly status: CoverageStatus;
  readonly population: Share;
  readonly area: Share;
  /** Of the population-weighted median origin; `null` where that one has none within the cutoff. */
  readonly nearest: { readonly facilityId: string; readonly seconds: number; readonly meters: number } | null;
  /**
   * Time to the nearest, over all people about whom something is known; a number is `null` where it lies beyond the
   * cutoff. `null` as a whole: nobody has one within the cutoff.
   */
  readonly seconds: {
    readonly median: Seconds | null;
    readonly p90: Seconds | null;
    readonly worst: Seconds | null;
  } | null;
  /** Facilities within the threshold. */
  readonly within: { readonly min: number; readonly median: number; readonly max: number } | null;
}
export interface CircleCoverage {
  /** 0–100. */
  readonly score: number | null;
  readonly grade: GradeId | null;
  /** Complete: every mandatory category within reach. */
  readonly population: Share;
  readonly area: Share;
  /** Mandatory ones first, then optional ones; each in the standard's order. */
  readonly missing: readonly RequirementId[];
  readonly noData: readonly RequirementId[];
}
export interface AreaCoverage {
  /** `null` = no input tells. */
  readonly population: number | null;
  readonly areaSquareMeters: SquareMeters;
  readonly circles: Readonly<Record<CircleId, CircleCoverage>>;
  readonly requirements: Readonly<Record<RequirementId, RequirementCoverage>>;
  /** Only there when metrics were asked for. */
  readonly metrics?: Readonly<Record<string, MetricSummary>>;
}
export interface NeighborhoodCoverage extends AreaCoverage {
  readonly id: string;
  readonly name: string | null;
}
export interface CoverageReport {
  readonly schemaVersion: 1;
  readonly standard: StandardSummary;
  readonly profile: TravelProfile;
  readonly travel: readonly TravelSummary[];
  readonly origins: OriginSummary;
  /** What became of every feature of the input. */
  readonly inputs: readonly LayerCounts[];
  readonly city: AreaCoverage;
  /** In input order. */
  readonly neighborhoods: readonly NeighborhoodCoverage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A number per origin, computed from the table alone. */
export interface Metric {
  readonly id: string;
  readonly label: Label;
  readonly unit: "share" | "seconds" | "meters" | "count" | "score";
  readonly tableUnit: CostUnit;
  readonly nearestCount: number;
  readonly cutoff: number;
  /** One value per origin, 0 or more; `NaN` = unknown (left out), `Infinity` = beyond what was searched. */
  readonly perOrigin: (table: NearestTable) => Float64Array;
}
/** A metric over the people of an area (over its ground where nobody lives); `null` = unknown, or beyond what was searched. */
export interface MetricSummary {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}

// -------------------------------------------------------------------------------------- the front door

/** A collection, a single feature, or a list of features; or the text of a file, which is read fastest as UTF-8 bytes. */
export type GeoJsonInput = FeatureCollection<Geometry | null> | object | string | Uint8Array;

export interface CityInput {
  /** Polygons or MultiPolygons; properties: `id`?, `name`?, `population`?. */
  readonly neighborhoods: GeoJsonInput;
  /** Any geometry; properties: `category`, or OSM tags, or Amap `typecode` / text `type`. */
  readonly facilities: GeoJsonInput;
  /** Lines with OSM tags, if there are any. Without streets, distances are straight lines, and the report says so. */
  readonly streets?: GeoJsonInput;
  /** Points or polygons with `population`. */
  readonly population?: GeoJsonInput;
}

/** Names of the properties to read, where they are not the usual ones. */
export interface PropertyNames {
  readonly id?: string;
  readonly name?: string;
  readonly population?: string;
  readonly category?: string;
}

/** How the input is to be read; used once, when a city is prepared. */
export interface PrepareOptions {
  /** The norm whose categories are looked for. Default: `chengduFourCircles`. */
  readonly standard?: Standard;
  /** Distance between lattice points, in metres. Default: 100. */
  readonly originSpacingMeters?: Meters;
  /** Networks shorter than this that are connected to nothing are avoided when places are attached. Default: 500. */
  readonly smallFragmentMeters?: Meters;
  /** Per layer. Default: `wgs84`. Never guessed from the values. */
  readonly datum?: Readonly<Partial<Record<Layer, Datum>>>;
  /** Per layer. Default: `id`, `name`, `population`, `category`. */
  readonly properties?: Readonly<Partial<Record<Layer, PropertyNames>>>;
  /**
   * `report` (default): harmless repairs are made and listed, invalid polygons are left out and listed. `fix`: invalid
   * polygons are used by the even-odd rule. `none`: whatever needs a repair is left out.
   */
  readonly repair?: "none" | "report" | "fix";
  /** `loose`: broad tags (any school, any hospital) count without a keyword in the name. Default: `strict`. */
  readonly classification?: "strict" | "loose";
  readonly onProgress?: (progress: Progress) => void;
}
