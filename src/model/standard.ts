// Standards, held as data.

import type { Meters, Seconds, SquareMeters } from "../base/units.js";
import type { Label, Source } from "../base/words.js";
import type { CategoryId } from "./facts.js";

/** The id of a circle within its standard, such as `convenience`. */
export type CircleId = string;

/** The id of a requirement within its standard; in the default one it is its category's. */
export type RequirementId = string;

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
}

/** Must a circle have it (必备), or is it better with it (提升)? `label`: shown, counted under another circle. */
export type Necessity = "mandatory" | "optional" | "label";

/**
 * What is measured: how long the way takes, how long it is (`network`: along the streets, or whatever the travel model goes
 * along), or the straight line, as service radii are meant.
 */
export type Reach = (typeof REACHES)[number];

/** Lists what can be measured; of several thresholds the first counts, unless a standard says which. */
export const REACHES = ["time", "network", "straight"] as const;

/** How far, by what is measured. Texts often give two for one thing: minutes, and the metres they stand for. At least one. */
export interface Threshold {
  readonly time?: Seconds;
  readonly network?: Meters;
  readonly straight?: Meters;
}

/** So many facilities of this category, so near. */
export interface RequirementAlternative {
  readonly category: CategoryId;
  readonly threshold: Threshold;
  /** How many must be within the threshold: the last of them decides, and its time is told. 1 to 1000. Default: 1. */
  readonly count?: number;
}

/** One line of a standard. */
export interface Requirement extends RequirementAlternative {
  readonly id: RequirementId;
  readonly circle: CircleId;
  readonly necessity: Necessity;
  /** Also satisfied by one of these: a small park close by. */
  readonly orElse?: readonly RequirementAlternative[];
  /** The document, by its number. */
  readonly source: Source;
  /** Whether somebody has checked the threshold against the printed document. */
  readonly verified: boolean;
}

/** A group of requirements that is judged together, such as the public transport circle. */
export interface Circle {
  readonly id: CircleId;
  readonly label: Label;
  /** Where the name and the list come from, in one sentence. */
  readonly source: Source;
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
}

/** A standard, held as data. */
export interface Standard {
  readonly id: string;
  readonly label: Label;
  readonly source: Source;
  /** Which threshold counts where a requirement has several; where it lacks this one, the first of time, network, straight. */
  readonly judgeBy: Reach;
  readonly circles: readonly Circle[];
  readonly categories: readonly Category[];
  readonly requirements: readonly Requirement[];
  /** Left out: circles have no scores. */
  readonly scoring?: Scoring;
  /** Of scores, best first. Left out: circles have no grades. */
  readonly grades?: readonly Grade[];
  /** The best grade that a circle with a missing mandatory category can have. Left out: any. */
  readonly gradeCapWhenMissing?: GradeId;
  /** A category within reach of a smaller share than this is missing. */
  readonly missingBelowShare: number;
}
