import type {
  AreaCoverage,
  Circle,
  CircleCoverage,
  Grade,
  Requirement,
  RequirementCoverage,
  RequirementId,
  Share,
  Standard,
} from "../model.js";
import { COVERED, NOT_COVERED, type OriginFindings, UNKNOWN } from "./judge-requirements.js";
import { decidingShare } from "./summarize-requirement.js";

/** Shares are quotients of sums: exactly half of the people may come out a rounding below one half. */
const ROUNDING_SHARE = 1e-12;

type Requirements = AreaCoverage["requirements"];

/**
 * Tells for every origin whether a circle is complete: every mandatory requirement that has data is covered.
 *
 * `null` = no mandatory requirement of the circle has data, so nothing can be said.
 */
export function judgeCircle(
  circle: Circle,
  standard: Standard,
  findingsOf: ReadonlyMap<RequirementId, OriginFindings>,
): Uint8Array | null {
  const mandatory = standard.requirements
    .filter(({ necessity, circle: id }) => necessity === "mandatory" && id === circle.id)
    .map(({ id }) => findingsOf.get(id))
    .filter((findings) => findings !== undefined);
  const [first, ...others] = mandatory;
  if (first === undefined) return null;
  const complete = first.verdict.slice();
  for (const { verdict } of others) {
    for (let origin = 0; origin < complete.length; origin++) {
      if (verdict[origin] === UNKNOWN) complete[origin] = UNKNOWN;
      else if (verdict[origin] === NOT_COVERED && complete[origin] === COVERED) complete[origin] = NOT_COVERED;
    }
  }
  return complete;
}

/**
 * Sums up a circle over an area.
 *
 * Score = 100 × Σ weight × share / Σ weight over its requirements with data; the grade follows from the score, and a
 * missing mandatory requirement caps it. Missing: within reach of less than `missingBelowShare` of the people.
 */
export function summarizeCircle(
  circle: Circle,
  standard: Standard,
  requirements: Requirements,
  complete: { readonly population: Share; readonly area: Share },
): CircleCoverage {
  const own = standard.requirements.filter((requirement) => requirement.circle === circle.id);
  const counted = own.filter(({ necessity }) => necessity !== "label");
  const score = scoreOf(own, standard, requirements);
  const missing = byNecessity(counted).filter(({ id }) => isMissing(requirements[id], standard));
  return {
    score,
    grade: gradeOf(score, standard, missing),
    ...complete,
    missing: missing.map(({ id }) => id),
    noData: byNecessity(counted)
      .filter(({ id }) => requirements[id]?.status === "no-data")
      .map(({ id }) => id),
  };
}

function scoreOf(own: readonly Requirement[], { weights }: Standard, requirements: Requirements): number | null {
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

function gradeOf(
  score: number | null,
  { grades, gradeCapWhenMissing }: Standard,
  missing: readonly Requirement[],
): Grade["id"] | null {
  if (score === null) return null;
  const cap = grades.findIndex(({ id }) => id === gradeCapWhenMissing);
  const earned = grades.findIndex(({ minScore }) => score >= minScore - 100 * ROUNDING_SHARE);
  const capped = missing.some(({ necessity }) => necessity === "mandatory") ? Math.max(earned, cap) : earned;
  return grades[capped]?.id ?? null;
}

function isMissing(requirement: RequirementCoverage | undefined, { missingBelowShare }: Standard): boolean {
  const share = requirement === undefined ? null : decidingShare(requirement);
  return share !== null && share < missingBelowShare - ROUNDING_SHARE;
}

function byNecessity(requirements: readonly Requirement[]): Requirement[] {
  const rank = ({ necessity }: Requirement) => (necessity === "mandatory" ? 0 : 1);
  return [...requirements].sort((a, b) => rank(a) - rank(b));
}
