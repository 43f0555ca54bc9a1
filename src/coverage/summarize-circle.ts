import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { Circle, Grade, Requirement, Standard } from "../model/standard.js";
import { decidingShare, type Shares } from "./summarize-requirement.js";

/** Shares are quotients of sums: exactly half of the people may come out a rounding below one half. */
const ROUNDING_SHARE = 1e-12;

/** A circle and what is asked of it. */
export interface AskedCircle {
  readonly circle: Circle;
  readonly standard: Standard;
  /** In the standard's order. */
  readonly own: readonly Requirement[];
  /** Mandatory ones first, then optional ones. */
  readonly counted: readonly Requirement[];
}

/** Finds what a standard asks of each of its circles, in its order. */
export function askedCircles(standard: Standard): AskedCircle[] {
  return standard.circles.map((circle) => {
    const own = standard.requirements.filter((requirement) => requirement.circle === circle.id);
    const ownOf = (wanted: Requirement["necessity"]) => own.filter(({ necessity }) => necessity === wanted);
    return { circle, standard, own, counted: [...ownOf("mandatory"), ...ownOf("optional")] };
  });
}

/** Sums up a circle over an area (or the city) from its judged requirements. @param complete for whom it is complete */
export function summarizeCircle(
  { standard, own, counted }: AskedCircle,
  requirements: AreaCoverage["requirements"],
  complete: Shares,
): CircleCoverage {
  const score = scoreOf(own, standard, requirements);
  const missing = counted.filter(({ id }) => isMissing(requirements[id], standard));
  const noData = counted.filter(({ id }) => requirements[id]?.status === "no-data");
  return {
    score,
    grade: gradeOf(score, standard, missing),
    ...complete,
    missing: missing.map(({ id }) => id),
    noData: noData.map(({ id }) => id),
  };
}

/** Score = 100 × Σ weight × share / Σ weight over the requirements with data. */
function scoreOf(
  own: readonly Requirement[],
  { scoring }: Standard,
  requirements: AreaCoverage["requirements"],
): number | null {
  if (scoring === undefined) return null;
  const { weights } = scoring;
  let sum = 0;
  let weightSum = 0;
  for (const { id, necessity } of own) {
    const requirement = requirements[id];
    const share = requirement === undefined ? null : decidingShare(requirement);
    if (share === null) continue;
    sum += weights[necessity] * share;
    weightSum += weights[necessity];
  }
  return weightSum > 0 ? (100 * sum) / weightSum : null;
}

/** The grade follows from the score, and a missing mandatory requirement caps it. */
function gradeOf(
  score: number | null,
  { grades, gradeCapWhenMissing }: Standard,
  missing: readonly Requirement[],
): Grade["id"] | null {
  if (score === null || grades === undefined) return null;
  const cap = grades.findIndex(({ id }) => id === gradeCapWhenMissing);
  const earned = grades.findIndex(({ minScore }) => score >= minScore - 100 * ROUNDING_SHARE);
  const capped = missing.some(({ necessity }) => necessity === "mandatory") ? Math.max(earned, cap) : earned;
  return grades[capped]?.id ?? null;
}

/** Missing: within reach of less than `missingBelowShare` of the people. */
function isMissing(requirement: RequirementCoverage | undefined, { missingBelowShare }: Standard): boolean {
  const share = requirement === undefined ? null : decidingShare(requirement);
  return share !== null && share < missingBelowShare - ROUNDING_SHARE;
}
