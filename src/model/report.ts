// The report.

import type { Diagnostic } from "../base/diagnostics.js";
import type { Meters, Seconds, SquareMeters } from "../base/units.js";
import type { Label, Source } from "../base/words.js";
import type { CategoryId, LayerCounts, Origins } from "./facts.js";
import type { MeasureSummary } from "./measure.js";
import type { Circle, CircleId, Grade, GradeId, Necessity, Reach, RequirementId, Scoring } from "./standard.js";
import type { CostUnit, TravelProfile, TravelSummary } from "./travel.js";

/** The standard that a report was judged by, as far as a reader of the report needs it. */
export interface StandardSummary {
  readonly id: string;
  readonly label: Label;
  readonly source: Source;
  readonly judgeBy: Reach;
  readonly circles: readonly Circle[];
  /** `null`: the standard has no scores. */
  readonly scoring: Scoring | null;
  /** Best first; empty: the standard has no grades. */
  readonly grades: readonly Grade[];
  readonly gradeCapWhenMissing: GradeId | null;
  readonly missingBelowShare: number;
  readonly requirements: readonly RequirementSummary[];
}

/** Where people start. */
export interface OriginSummary {
  readonly count: number;
  /** Distance between the lattice points of the largest neighborhoods. */
  readonly spacingMeters: Meters;
  /** Distance between those of the smallest: the spacing is chosen for each neighborhood, unless it is asked for. */
  readonly finestSpacingMeters: Meters;
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
  /** What was measured. */
  readonly reach: Reach;
  /** The threshold that was applied, in `unit`. */
  readonly threshold: number;
  readonly unit: CostUnit;
  /** How many must be within the threshold. */
  readonly count: number;
  /** How far was searched, in `unit`. */
  readonly cutoff: number;
  /** What else satisfies it. */
  readonly orElse: readonly AlternativeSummary[];
  readonly source: Source;
  readonly verified: boolean;
  /** How many facilities of the input count for it. */
  readonly facilityCount: number;
}

/** What else satisfies a requirement. */
export interface AlternativeSummary
  extends Pick<RequirementSummary, "category" | "label" | "reach" | "threshold" | "unit" | "count"> {}

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

/**
 * What was found for one requirement in an area, by its people (by its area where nobody lives): `covered` is all of them,
 * `partly` some, `uncovered` nobody in time, `unreachable` nobody at all, `no-data` that the input has no such facility anywhere.
 */
export type CoverageStatus = "covered" | "partly" | "uncovered" | "unreachable" | "no-data";

/** The facility that decides for an origin, and the way there; `null` = the travel model does not tell that quantity. */
export interface NearestFacility {
  readonly facilityId: string;
  readonly seconds: Seconds | null;
  readonly meters: Meters | null;
}

/** How far one requirement is met in an area. */
export interface RequirementCoverage {
  readonly status: CoverageStatus;
  readonly population: Share;
  readonly area: Share;
  /**
   * Of the population-weighted median origin: its nearest facility, or the last of those needed; `null` where that one has
   * none within the cutoff.
   */
  readonly nearest: NearestFacility | null;
  /**
   * Time to the nearest (to the last of those needed), over all people about whom something is known; a number is `null` where it lies beyond the
   * cutoff. `null` as a whole: nobody has one within the cutoff, or the travel model tells no times.
   */
  readonly seconds: {
    readonly median: Seconds | null;
    readonly p90: Seconds | null;
    readonly worst: Seconds | null;
  } | null;
  /** Facilities within the threshold. */
  readonly within: { readonly min: number; readonly median: number; readonly max: number } | null;
}

/** How far one circle is met in an area. */
export interface CircleCoverage {
  /** 0–100; `null`: nothing is known, or the standard has no scores. */
  readonly score: number | null;
  /** Of the score; `null`: it has none, or the standard has no grades. */
  readonly grade: GradeId | null;
  /** Complete: every mandatory category within reach. */
  readonly population: Share;
  readonly area: Share;
  /** Mandatory ones first, then optional ones; each in the standard's order. */
  readonly missing: readonly RequirementId[];
  readonly noData: readonly RequirementId[];
}

/**
 * How far shares of an area may be off because it is looked at from so many places and no more: nineteen of twenty lie within this of
 * what ever finer lattices tend to. A share, 0–1: of the ground, and of the people (0 where they stand at places of their own; `null`
 * where no input tells of people). A score may be off by 100 times as much as the shares it is made of.
 */
export interface Uncertainty {
  readonly population: number | null;
  readonly area: number;
}

/** What people of one area reach: the whole city, or a neighborhood. */
export interface AreaCoverage {
  /** `null` = no input tells. */
  readonly population: number | null;
  readonly areaSquareMeters: SquareMeters;
  readonly uncertainty: Uncertainty;
  readonly circles: Readonly<Record<CircleId, CircleCoverage>>;
  readonly requirements: Readonly<Record<RequirementId, RequirementCoverage>>;
  /** Only there when measures were asked for. */
  readonly measures?: Readonly<Record<string, MeasureSummary>>;
}

/** What people of one neighborhood reach; its id is the one that the input gives, or was made for it. */
export interface NeighborhoodCoverage extends AreaCoverage {
  readonly id: string;
  readonly name: string | null;
}

/** The answer of `computeCoverage`: JSON, `null` for what is not known, the same bytes for the same input. */
export interface CoverageReport {
  readonly schemaVersion: 2;
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
