// Facts: what was read, whatever file it came from.

import type { Diagnostic } from "../base/diagnostics.js";
import type { Layer } from "../base/layers.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { SquareMeters } from "../base/units.js";
import type { LonLat, Tags } from "../base/words.js";

/** A closed line; the last position repeats the first. */
export type Ring = readonly LonLat[];

/** An outer ring, then its holes. Winding carries no meaning: inside is decided by the even-odd rule. */
export type PolygonRings = readonly Ring[];

/** The id of a kind of facility, such as `pharmacy`: one of `categories`, or of a standard of your own. */
export type CategoryId = string;

/** A polygon to report on. */
export interface Neighborhood {
  readonly id: string;
  readonly name: string | null;
  /** People who live here, if its own properties say so. */
  readonly population: number | null;
  readonly polygons: readonly PolygonRings[];
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
  /** Entrances and gates that the public may not use, where there are no others: nobody enters through the outline there. */
  readonly closedEntrances?: readonly LonLat[];
  /** Rings of an area, or the course of a line. Empty for a point. */
  readonly outline: readonly (readonly LonLat[])[];
  /** Whether the outline encloses ground (a park) or is only a line (a greenway). */
  readonly isArea: boolean;
  /** `null` where the input gives only a point or a line. */
  readonly areaSquareMeters: SquareMeters | null;
  /** How large it is by its tags (`beds`, `seats`, `capacity`, `area` in square metres, …), by the name of the tag; empty: not told. */
  readonly attributes: Readonly<Record<string, number>>;
}

/** A facility as read: not yet known of what category. */
export interface FacilityRecord extends Omit<Facility, "categories" | "attributes"> {
  /** All properties of the feature; OSM tags under `tags` are laid on top. */
  readonly tags: Tags;
}

/**
 * Lines, whoever may use them, as columns: a city has fifty thousand of them, with ten vertices each.
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
  /** The tags that were looked at when these were read: of others nothing is known. */
  readonly tagKeys: readonly string[];
  /** The sets of these tags that occur. */
  readonly tagSets: readonly Tags[];
  /** Waters that came with the streets and are no streets: nobody walks across them. Not there: there are none. */
  readonly waters?: readonly Water[];
}

/** A lake, a river, a shore: where people do not step off the streets. */
export interface Water {
  /** Whether the lines enclose water (by the even-odd rule: an islet is a ring in a ring), or are only a course or a shore. */
  readonly isArea: boolean;
  readonly lines: readonly (readonly LonLat[])[];
}

/** The name of a group of people, such as `elderly`: whatever the option says that names its property. */
export type GroupId = string;

/**
 * People at points or spread over polygons, as columns: a raster has millions of cells.
 *
 * The outline of place `p` is `polygons[firstPolygon[p]]` to `polygons[firstPolygon[p + 1] - 1]`; a place without one is a point.
 */
export interface PopulationPlaces {
  readonly count: number;
  /** One per place; empty: they have none, as the cells of a raster. */
  readonly ids: readonly string[];
  /** People at each place, 0 or more. */
  readonly population: Float64Array;
  /** The point, or the first position of the outline, in degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** CSR offsets, `count + 1` of them; empty: all places are points. */
  readonly firstPolygon: Uint32Array;
  readonly polygons: readonly PolygonRings[];
  /** People of each group at each place, 0 or more. */
  readonly groups: Readonly<Record<GroupId, Float64Array>>;
}

/**
 * What there is at origins besides people, as columns with one number for each, 0 or more; a column that no layer tells of is not there:
 * it cannot be computed, and is not 0.
 *
 * All of it stands with the cells of the lattice, at the middle of their ground: no layer of these adds or moves an origin.
 */
export interface OriginAmounts {
  /** People who work there. */
  readonly jobs?: Float64Array;
  /** Ground where people live, by the layer of land use: cut along its outlines, each place once. Never more than `areaSquareMeters`. */
  readonly residentialSquareMeters?: Float64Array;
  /** Flats and houses, where at least half of the homes of the layer of buildings tell how many they have; of the others none. */
  readonly dwellings?: Float64Array;
  /** Buildings of whatever use, where they stand; parts of others do not count. */
  readonly buildings?: Float64Array;
}

/**
 * Places where people start, as columns. Sorted by neighborhood, then by place, never by input order.
 *
 * Each stands for the ground of its neighborhood in one cell of a lattice, and for the people who were spread over that ground; or
 * for people at a place of their own (`areaSquareMeters` 0). Where neighborhoods overlap, each has origins of its own there.
 */
export interface Origins {
  readonly count: number;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly population: Float64Array;
  readonly areaSquareMeters: Float64Array;
  /**
   * The people and the ground that count for the city, where neighborhoods overlap: what several hold counts once, with the smallest
   * of them. Not there: everything counts.
   */
  readonly countedPopulation?: Float64Array;
  readonly countedSquareMeters?: Float64Array;
  /** Row of the neighborhood that each origin belongs to. */
  readonly neighborhoodRow: Uint32Array;
  /** CSR offsets: origins of neighborhood `n` are `firstOrigin[n]` to `firstOrigin[n + 1] - 1`. */
  readonly firstOrigin: Uint32Array;
  /** Where the people come from. `none`: no input tells of people, only areas can be judged. */
  readonly populationSource: "population layer" | "neighborhoods" | "none";
  /** People of each group at each origin, spread like all people; empty: the population layer was not asked for any. */
  readonly groups: Readonly<Record<GroupId, Float64Array>>;
  /** Not there: no layer tells of any. */
  readonly amounts?: OriginAmounts;
  /** What of the amounts counts for the city, where neighborhoods overlap. Not there: everything counts. */
  readonly countedAmounts?: OriginAmounts;
}

/** Ground of one use. */
export interface LandArea {
  readonly id: string;
  /** As its layer calls it: `residential`, `R21`, `二类居住用地`. */
  readonly use: string;
  readonly polygons: readonly PolygonRings[];
}

/** A line or an area that people do not cross, whatever it is. */
export interface Barrier {
  readonly id: string;
  readonly name: string | null;
  readonly kind: BarrierKind;
  /** Whether the lines enclose what is closed (by the even-odd rule), or are only a course. */
  readonly isArea: boolean;
  readonly lines: readonly (readonly LonLat[])[];
}

/** What keeps people from crossing; `other`: its layer does not tell. */
export type BarrierKind = "rail" | "motorway" | "water" | "wall" | "private" | "other";

/** What a reader gives back: the good rows, and what was wrong with the others. */
export interface Reading<T> extends ReadingBooks {
  readonly rows: readonly T[];
}

/** What the reader of streets gives back. */
export interface StreetsReading extends ReadingBooks {
  readonly streets: Streets;
}

/** What the reader of a population layer gives back, and that of jobs, whose "people" work there. */
export interface PopulationReading extends ReadingBooks {
  readonly places: PopulationPlaces;
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
