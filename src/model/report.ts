// The report.

import type { Diagnostic } from "../base/diagnostics.js";
import type { Meters, Seconds, SquareMeters } from "../base/units.js";
import type { GroupId, LayerCounts, Origins } from "./facts.js";
import type { MeasureAbout, MeasureSummary } from "./measure.js";
import type { CircleReason } from "./reason.js";
import type { ReportAbout } from "./report-about.js";
import type { Sensitivity } from "./sensitivity.js";
import type { ServicesInReach, Step } from "./services.js";
import type { CircleId, Denominator, GradeId, RequirementId } from "./standard.js";
import type { StandardSummary } from "./standard-summary.js";
import type { TravelProfile, TravelSummary } from "./travel.js";

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
  /** Of what the share is that decides (see `amount`); not there: of the people, or of the ground where nobody lives. */
  readonly judgedBy?: Denominator;
  /** Of the residential land (in square metres), the jobs, dwellings or buildings; only there where one of them decides. */
  readonly amount?: Share;
  /** Of the people of each group; only there where groups were named. `null`: so few live here that nothing is told of them. */
  readonly groups?: Readonly<Record<GroupId, Share | null>>;
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
  /**
   * 0–100: what is known to be within reach. Requirements without data count as not met, so closing a facility never raises it.
   * `null`: nothing is known, or the standard has no scores.
   */
  readonly score: number | null;
  /** What the score would be if all were met that the data know nothing or hardly anything of; at least `score`. */
  readonly scoreCeiling: number | null;
  /**
   * The better of two: by the mandatory requirements alone, and by all; capped where a mandatory one is missing or has no data.
   * `null`: no mandatory one has data, or the standard has no grades.
   */
  readonly grade: GradeId | null;
  /** The same by the ceiling: at least `grade`. */
  readonly gradeCeiling: GradeId | null;
  /** Complete: every mandatory category within reach. One without data is within nobody's. */
  readonly population: Share;
  readonly area: Share;
  /** The same for each group of people. */
  readonly groups?: Readonly<Record<GroupId, Share | null>>;
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

/** How many requirements an area meets, those that are within reach of `missingBelowShare` or more, and its class by them. */
export interface LinesMet {
  readonly mandatory: number;
  readonly optional: number;
  /** The id of a class; `null`: it meets too few for any. */
  readonly lineClass: string | null;
  /** What the class would be if all were met that the data know nothing or hardly anything of. */
  readonly lineClassCeiling: string | null;
}

/** What people of one area reach: the whole city, or a neighborhood. */
export interface AreaCoverage {
  /** `null` = no input tells. */
  readonly population: number | null;
  readonly areaSquareMeters: SquareMeters;
  readonly uncertainty: Uncertainty;
  readonly services: ServicesInReach;
  readonly circles: Readonly<Record<CircleId, CircleCoverage>>;
  readonly requirements: Readonly<Record<RequirementId, RequirementCoverage>>;
  /** Only there when measures were asked for. */
  readonly measures?: Readonly<Record<string, MeasureSummary>>;
  /** The same of the people of each group; only there where groups were named, too. `null`: fewer than are told. */
  readonly groupMeasures?: Readonly<Record<GroupId, Readonly<Record<string, MeasureSummary>> | null>>;
  /** Only there where the standard has `lineClasses`. */
  readonly lines?: LinesMet;
  /** People of each group; only there where groups were named. `null`: fewer than are told. */
  readonly groups?: Readonly<Record<GroupId, number | null>>;
  /**
   * The part of its people (of its ground where nobody lives) that is near a street and was judged, 0 to 1; `null`: nothing was
   * judged. Below the standard's `sliverBelowShare` what is told stands for a sliver of the area only.
   */
  readonly knownShare: number | null;
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
  /** What was asked for beside the standard, in that order; only there when measures were. */
  readonly measures?: readonly MeasureAbout[];
  /** What became of every feature of the input. */
  readonly inputs: readonly LayerCounts[];
  readonly city: AreaCoverage;
  /** In input order. */
  readonly neighborhoods: readonly NeighborhoodCoverage[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where one more facility would help most, the most helpful first; only there where `withSteps` has put it. */
  readonly steps?: readonly Step[];
  /** How far headline numbers move with what was assumed; only there where `withSensitivity` has put it. */
  readonly sensitivity?: Sensitivity;
  /** Why circles are not complete, by neighborhood; only there where `withReasons` has put it. */
  readonly reasons?: readonly CircleReason[];
  /** Only there where the question (`about`) or the command has said it: every rendering tells it. */
  readonly about?: ReportAbout;
}
