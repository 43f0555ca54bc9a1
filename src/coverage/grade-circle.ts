import type { RequirementCoverage } from "../model/report.js";
import type { Grade, GradeId, Necessity, Scoring } from "../model/standard.js";
import type { DataState } from "../model/standard-summary.js";
import { isBelowShare, ROUNDING_SHARE } from "./shares.js";
import { decidingShare } from "./summarize-requirement.js";

/** What a standard, or its summary in a report, says of scores and grades. */
export interface Rules {
  readonly scoring?: Scoring | null;
  readonly grades?: readonly Grade[];
  readonly gradeCapWhenMissing?: GradeId | null;
  readonly missingBelowShare: number;
}

/**
 * Scores and grades a circle by its lines: the better of two, by the mandatory ones and by all, capped where a mandatory one is missing. Not
 * graded where no mandatory one has data.
 */
export function gradeCircle(
  lines: readonly Line[],
  rules: Rules,
): {
  readonly scores: Readonly<Record<Bound, number>> | null;
  readonly grade: GradeId | null;
  readonly gradeCeiling: GradeId | null;
} {
  const scores = scoresOf(lines, rules);
  const mandatory = lines.filter(({ necessity }) => necessity === "mandatory");
  const isGraded = mandatory.length === 0 || mandatory.some(({ hasData }) => hasData);
  const ofMandatory = scoresOf(mandatory, rules);
  const gradeBy = (bound: Bound) =>
    isGraded
      ? gradeOf(Math.max(scores?.[bound] ?? -1, ofMandatory?.[bound] ?? -1), rules, {
          isCapped: mandatory.some((line) => isBelow(line[bound], rules.missingBelowShare)),
        })
      : null;
  return { scores, grade: gradeBy("known"), gradeCeiling: gradeBy("ceiling") };
}

/** What is known, and what would be if all were met that the data know nothing or hardly anything of. */
export type Bound = "known" | "ceiling";

/** What a requirement contributes. */
export interface Line extends Readonly<Record<Bound, number | null>> {
  readonly necessity: Necessity;
  readonly weight: number;
  readonly hasData: boolean;
}

/** Without data it counts as not met; where nobody is near a street it does not count. */
export function toLine(
  { necessity, data }: { readonly necessity: Necessity; readonly data: DataState },
  coverage: RequirementCoverage | undefined,
  { scoring }: Rules,
): Line {
  const hasData = coverage !== undefined && coverage.status !== "no-data";
  const share = hasData ? decidingShare(coverage) : 0;
  return {
    ...{ necessity, weight: scoring?.weights[necessity] ?? 0, hasData },
    known: share,
    ceiling: share !== null && (!hasData || data === "hardlyKnown") ? 1 : share,
  };
}

/** Score = 100 × Σ weight × share / Σ weight; `null`: nothing has a share and a weight. */
function scoresOf(lines: readonly Line[], { scoring }: Rules): Readonly<Record<Bound, number>> | null {
  if (scoring === undefined || scoring === null) return null;
  let known = 0;
  let ceiling = 0;
  let weightSum = 0;
  for (const line of lines) {
    if (line.known === null || line.ceiling === null) continue;
    known += line.weight * line.known;
    ceiling += line.weight * line.ceiling;
    weightSum += line.weight;
  }
  return weightSum > 0 ? { known: (100 * known) / weightSum, ceiling: (100 * ceiling) / weightSum } : null;
}

/** The grade follows from a score, and a missing mandatory requirement caps it. @param score below 0 = none */
function gradeOf(
  score: number,
  { grades = [], gradeCapWhenMissing }: Rules,
  { isCapped }: { readonly isCapped: boolean },
): Grade["id"] | null {
  if (score < 0 || grades.length === 0) return null;
  const cap = grades.findIndex(({ id }) => id === gradeCapWhenMissing);
  const earned = grades.findIndex(({ minScore }) => score >= minScore - 100 * ROUNDING_SHARE);
  return grades[isCapped ? Math.max(earned, cap) : earned]?.id ?? null;
}

function isBelow(share: number | null, limit: number): boolean {
  return share !== null && isBelowShare(share, limit);
}
