// What a report says of the standard it was judged by.

import type { Label, Source } from "../base/words.js";
import type { CategoryId } from "./facts.js";
import type {
  Basis,
  Circle,
  CircleId,
  CountryCode,
  Denominator,
  Grade,
  GradeId,
  LineClasses,
  Necessity,
  Reach,
  RequirementId,
  Scoring,
} from "./standard.js";
import type { CostUnit } from "./travel.js";

/** The standard that a report was judged by, as far as a reader of the report needs it. */
export interface StandardSummary {
  readonly id: string;
  readonly label: Label;
  readonly source: Source;
  /** The country it is made for; `null`: any. */
  readonly country: CountryCode | null;
  readonly judgeBy: Reach;
  readonly circles: readonly Circle[];
  /** `null`: the standard has no scores. */
  readonly scoring: Scoring | null;
  /** Best first; empty: the standard has no grades. */
  readonly grades: readonly Grade[];
  /** Where the grades are from; `null`: there are none, or nobody says it. */
  readonly gradesSource: Source | null;
  readonly gradeCapWhenMissing: GradeId | null;
  /** Only there where the standard classes areas by the number of requirements they meet. */
  readonly lineClasses?: LineClasses;
  readonly missingBelowShare: number;
  /** An area less of which is known is marked: see `AreaCoverage.knownShare`. */
  readonly sliverBelowShare: number;
  readonly requirements: readonly RequirementSummary[];
}

/** A category within reach, as it was judged: what satisfies a requirement. */
export interface AlternativeSummary {
  readonly category: CategoryId;
  readonly label: Label;
  /** What was measured. */
  readonly reach: Reach;
  /** The threshold that was applied, in `unit`. */
  readonly threshold: number;
  readonly unit: CostUnit;
  /** How many must be within the threshold. */
  readonly count: number;
}

/** A requirement as it was judged. */
export interface RequirementSummary extends AlternativeSummary {
  readonly id: RequirementId;
  readonly circle: CircleId;
  /** Of what the share is that decides, where the standard says it. */
  readonly denominator?: Denominator;
  readonly alsoIn: readonly CircleId[];
  readonly necessity: Necessity;
  /** How far was searched, in `unit`. */
  readonly cutoff: number;
  /** What else satisfies it. */
  readonly orElse: readonly AlternativeSummary[];
  readonly source: Source;
  readonly basis: BasisSummary;
  /** Of which date the first document of `source` is; `null`: there is none, or nobody knows. */
  readonly edition: string | null;
  /** How many facilities of the input count for it. */
  readonly facilityCount: number;
  /** What the input knows of it. */
  readonly data: DataState;
  /** How many facilities of the input might count for it, if they told what they are. */
  readonly ambiguousCount: number;
}

/** What each field of a requirement rests on; `null`: it has no such threshold. */
export interface BasisSummary {
  readonly listing: Basis;
  readonly necessity: Basis;
  readonly minutes: Basis | null;
  readonly metres: Basis | null;
}

/**
 * What the input knows of what a requirement asks for, anywhere in the city.
 *
 * - `known`: it has such facilities, or had some before an edit.
 * - `hardlyKnown`: so few for so many people (so much ground), or all so far from every neighborhood, that the data rather than the city lack them
 *   (see `HARDLY_KNOWN`); or the extract was stripped of its places, and no circle is graded. It is judged as it is; `scoreCeiling` takes it as met.
 * - `ambiguous`: none, but candidates that do not tell what they are (`ambiguousCount`).
 * - `none`: none at all.
 * - `otherUnit`: the travel models tell neither of the units of its thresholds.
 * - `noDenominator`: not computable, since the layer is absent that tells of what its share is.
 *
 * With the last four the status is `no-data`.
 */
export type DataState = "known" | "hardlyKnown" | "ambiguous" | "none" | "otherUnit" | "noDenominator";
