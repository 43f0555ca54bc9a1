// Standards, held as data.

import type { Meters, Seconds, SquareMeters } from "../base/units.js";
import type { Label, Source } from "../base/words.js";
import type { CategoryId } from "./facts.js";

/** The id of a circle within its standard, such as `convenience`. */
export type CircleId = string;

/** The id of a requirement within its standard; in the default one it is its category's. */
export type RequirementId = string;

/** Two capital letters of ISO 3166: `"CN"`. */
export type CountryCode = string;

/** The id of a grade within its standard, such as `good`. */
export type GradeId = string;

/** A kind of facility, and how to recognize one. */
export interface Category {
  readonly id: CategoryId;
  readonly label: Label;
  /** Circles (besides its home) under which sources also list it. A label only: it is counted once. */
  readonly alsoIn: readonly CircleId[];
  /**
   * OSM tags: `"amenity=pharmacy"`, several joined by `&` must all hold. `name=*` is any value but `no`; `!access=private` must not hold.
   * The first stands for Geofabrik's `fclass`, too. `isced:level` is read off all that a school says of its level.
   */
  readonly osmTags: readonly string[];
  /** OSM tags that are too broad alone: they count only with one of `keywords` in the name. */
  readonly osmTagsWithKeyword: readonly string[];
  /** Amap type codes, by prefix: `"0906"`. */
  readonly amapCodes: readonly string[];
  readonly amapCodesWithKeyword: readonly string[];
  readonly amapCodesExcept: readonly string[];
  /**
   * Parts of a name (or of Amap's text type) that say what it is, in any case, with or without accents. `_` is where a word begins or
   * ends: `_ies_` is in "I.E.S. Pérez", not in "series".
   */
  readonly keywords: readonly string[];
  readonly keywordsExcept: readonly string[];
  /** Only areas of this size count, if given. */
  readonly minAreaSquareMeters?: SquareMeters;
  readonly maxAreaSquareMeters?: SquareMeters;
  /** Whether a facility of unknown area counts. Only read where an area limit is given. */
  readonly unknownAreaCounts?: boolean;
  /** Only facilities count that tell at least so much of each, by the name of the tag that tells it: `{ beds: 30, seats: 100 }`. */
  readonly minimum?: Readonly<Record<string, number>>;
}

/** Must a circle have it (必备), or is it better with it (提升)? `label`: shown, counted under another circle. */
export type Necessity = "mandatory" | "optional" | "label";

/**
 * What is measured: how long the way takes, how long it is (`network`: along the streets, or whatever the travel model goes
 * along), the straight line, as service radii are meant; or whether it lies in the neighborhood (`inside`), wherever one starts.
 */
export type Reach = (typeof REACHES)[number];

/** Lists what can be measured; of several thresholds the first counts, unless a standard says which. */
export const REACHES = ["time", "network", "straight", "inside"] as const;

/** How far, by what is measured. Texts often give two for one thing: minutes, and the metres they stand for. At least one. */
export interface Threshold {
  readonly time?: Seconds;
  readonly network?: Meters;
  readonly straight?: Meters;
  /** Present in the neighborhood, wherever in it one starts. */
  readonly inside?: true;
}

/**
 * Of what a requirement asks for a share: people (of the ground, where nobody lives), ground, residential land, people and jobs,
 * dwellings, or buildings.
 */
export type Denominator = (typeof DENOMINATORS)[number];

/** Lists the denominators, the default first. */
export const DENOMINATORS = [
  "people",
  "area",
  "residentialLand",
  "peopleAndJobs",
  "jobs",
  "dwellings",
  "buildings",
] as const;

/** So many facilities of this category, so near. */
export interface RequirementAlternative {
  readonly category: CategoryId;
  readonly threshold: Threshold;
  /** How many must be within the threshold: the last of them decides, and its time is told. 1 to 1000. Default: 1. */
  readonly count?: number;
}

/**
 * What a field of a requirement rests on: the document, checked in print; its own text, read in a copy (a draft says so in the
 * source); a plan, notice or guide of an authority; the press; a text that quotes or sums it up; memory, while no text was seen;
 * or nothing: a choice of whoever wrote the standard.
 */
export type Basis = (typeof BASES)[number];

/** Lists the bases, the firmest first. */
export const BASES = ["print", "copy", "guide", "press", "secondary", "recalled", "ours"] as const;

/** What each field of a requirement rests on. */
export interface RequirementBasis {
  /** That it is asked for at all. */
  readonly listing: Basis;
  readonly necessity: Basis;
  /** Of `time` in its thresholds; needed where there is one. */
  readonly minutes?: Basis;
  /** Of `network` and `straight` in its thresholds; needed where there is one. */
  readonly metres?: Basis;
}

/** One line of a standard. */
export interface Requirement extends RequirementAlternative {
  readonly id: RequirementId;
  readonly circle: CircleId;
  readonly necessity: Necessity;
  /** Of what the share is that decides. Where its layer is absent the requirement is not computable. Default: `people`. */
  readonly denominator?: Denominator;
  /** Also satisfied by one of these: a small park close by. */
  readonly orElse?: readonly RequirementAlternative[];
  /** The documents, by their numbers; first the one that the threshold is from, if any. */
  readonly source: Source;
  readonly basis: RequirementBasis;
  /** Of which date the first document is: `"2018"`, `"2018-12"` or `"2018-12-01"`. Left out: there is none, or nobody knows. */
  readonly edition?: string;
}

/** A group of requirements that is judged together, such as the public transport circle. */
export interface Circle {
  readonly id: CircleId;
  readonly label: Label;
  /** Where the name and the list come from, in one sentence. */
  readonly source: Source;
  /** Circles whose requirements are judged here, too: a wider tier that holds a narrower one. None may lead back here. */
  readonly includes?: readonly CircleId[];
}

/** A class of scores, with the name that the standard gives it. */
export interface Grade {
  readonly id: GradeId;
  readonly label: Label;
  /** Scores from here on, 0 to 100. */
  readonly minScore: number;
}

/** How requirements add up to the score of a circle, 0 to 100. */
export interface Scoring {
  /** Weight of each necessity, 0 to 1,000,000. */
  readonly weights: Readonly<Record<Necessity, number>>;
  /** Where the weights are from, and the share below which something is missing. */
  readonly source?: Source;
}

/** A class of areas by how many requirements they meet, such as "high: 7 of 9". */
export interface LineClass {
  readonly id: string;
  readonly label: Label;
  /** So many must be met, by necessity, or of all that are judged. Empty: any area. */
  readonly atLeast: Readonly<Partial<Record<"mandatory" | "optional" | "all", number>>>;
}

/** How areas are classed by the number of requirements they meet: those that are within reach of `missingBelowShare` or more. */
export interface LineClasses {
  readonly source: Source;
  /** Best first; an area is of the first whose numbers it reaches. */
  readonly classes: readonly LineClass[];
}

/** A standard, held as data. */
export interface Standard {
  readonly id: string;
  readonly label: Label;
  readonly source: Source;
  /** The country it is made for, by its two letters of ISO 3166: `"CN"`. Left out: any. */
  readonly country?: CountryCode;
  /** Which threshold counts where a requirement has several; where it lacks this one, the first of time, network, straight. */
  readonly judgeBy: Reach;
  readonly circles: readonly Circle[];
  readonly categories: readonly Category[];
  readonly requirements: readonly Requirement[];
  /** Left out: circles have no scores. */
  readonly scoring?: Scoring;
  /** Of scores, best first. Left out: circles have no grades. */
  readonly grades?: readonly Grade[];
  /** Where the grades are from, and the cap on them. */
  readonly gradesSource?: Source;
  /** The best grade that a circle with a missing mandatory category can have. Left out: any. */
  readonly gradeCapWhenMissing?: GradeId;
  /** Left out: areas are not classed by the number of requirements they meet. */
  readonly lineClasses?: LineClasses;
  /** A category within reach of a smaller share than this is missing. */
  readonly missingBelowShare: number;
  /** An area of whose people (or ground) a smaller share than this was judged is marked as judged on a sliver. Default: 0.5. */
  readonly sliverBelowShare?: number;
  /**
   * Says why nothing can be computed of it: its text gives no category, or no threshold, that could be judged. It is shown with its
   * sources, has no circles and requirements, and is refused by whatever computes.
   */
  readonly frame?: Label;
}
