import type { Layer } from "../base/layers.js";
import type { Seconds } from "../base/units.js";
import type { Label } from "../base/words.js";
import type { CoverageStatus } from "../model/report.js";
import type { GradeId, RequirementId } from "../model/standard.js";
import type { Basis } from "../report/shortfalls.js";

/** One thing in two reports. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

/** A circle of one area in two reports. */
export interface CircleComparison {
  readonly score: Change<number | null>;
  readonly grade: Change<GradeId | null>;
  /** The share that has every mandatory category, of people or ground (see `basis`). */
  readonly complete: Change<number | null>;
  readonly newlyMissing: readonly RequirementId[];
  readonly noLongerMissing: readonly RequirementId[];
}

/** A requirement of one area in two reports. */
export interface RequirementComparison {
  readonly status: Change<CoverageStatus>;
  /** The share within the threshold, of people or ground (see `basis`). */
  readonly share: Change<number | null>;
  readonly medianSeconds: Change<Seconds | null>;
}

/** One area in two reports. */
export interface AreaComparison {
  readonly population: Change<number | null>;
  /** How far shares of either report may be off, 0–1: the greater of the two. Half the width of an interval. */
  readonly uncertainty: number | null;
  /** Everyday services within reach: what is known, see `ServicesInReach`. */
  readonly services: Change<number | null>;
  /** How many services there are. */
  readonly servicesOf: Change<number>;
  readonly circles: Readonly<Record<string, CircleComparison>>;
  readonly requirements: Readonly<Record<string, RequirementComparison>>;
  /** Whether any number above differs. */
  readonly isChanged: boolean;
}

/** What changed in one neighborhood; `id` and `name` are those of the second report. */
export interface NeighborhoodComparison extends AreaComparison {
  readonly id: string;
  readonly name: string | null;
}

/** What differs in how two reports were made. */
export interface MethodChange extends Change<Label> {
  readonly what: "standard" | "judgeBy" | "profile" | "travel" | "originSpacing";
}

/** Two reports, one against the other. Plain data. */
export interface ReportComparison {
  readonly schemaVersion: 1;
  /** What shares are of: people, or ground where one of the reports knows of no people. */
  readonly basis: Basis;
  /** Empty: both were made the same way, so that numbers differ by the data alone. */
  readonly methodChanges: readonly MethodChange[];
  /** Whether one of the two has scores: whether it is by a standard that scores. */
  readonly hasScores: boolean;
  /** Features used, by layer, where the two differ. */
  readonly inputChanges: readonly (Change<number> & { readonly layer: Layer })[];
  /** What both have, in the order of the second, with its labels. */
  readonly circles: readonly { readonly id: string; readonly label: Label }[];
  readonly requirements: readonly { readonly id: string; readonly label: Label; readonly circle: string }[];
  readonly city: AreaComparison;
  /** Those in both, by id, in the order of the second. */
  readonly neighborhoods: readonly NeighborhoodComparison[];
  /** What only one of the two has, by id. */
  readonly onlyBefore: OnlyInOne;
  readonly onlyAfter: OnlyInOne;
}

/** What stands in one of two reports and not in the other: it is not compared. */
export interface OnlyInOne {
  readonly neighborhoods: readonly { readonly id: string; readonly name: string | null }[];
  readonly circles: readonly string[];
  readonly requirements: readonly string[];
}

/** Tells whether the two reports differ in it. */
export function isDifferent({ before, after }: Change<unknown>): boolean {
  return before !== after;
}
