import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { Circle, Grade, Requirement, Standard } from "../model/standard.js";
import type { KnownRequirement } from "./knowledge.js";
import { isBelowShare, ROUNDING_SHARE } from "./shares.js";
import { decidingShare, type Shares } from "./summarize-requirement.js";

/** A circle and what is asked of it. */
export interface AskedCircle {
  readonly circle: Circle;
  readonly standard: Standard;
  /** In the standard's order. */
  readonly own: readonly KnownRequirement[];
  /** Mandatory ones first, then optional ones. */
  readonly counted: readonly KnownRequirement[];
}

/** Finds what a standard asks of each of its circles, in its order. */
export function askedCircles(standard: Standard, requirements: readonly KnownRequirement[]): AskedCircle[] {
  return standard.circles.map((circle) => {
    const held = heldCircles(circle, standard);
    const own = requirements.filter(({ requirement }) => held.has(requirement.circle));
    const ownOf = (wanted: Requirement["necessity"]) =>
      own.filter(({ requirement }) => requirement.necessity === wanted);
    return { circle, standard, own, counted: [...ownOf("mandatory"), ...ownOf("optional")] };
  });
}

/** Lists a circle and all that it includes, and that those include. */
function heldCircles(circle: Circle, { circles }: Standard): ReadonlySet<string> {
  const held = new Set([circle.id]);
  for (const id of held) for (const other of circles.find((one) => one.id === id)?.includes ?? []) held.add(other);
  return held;
}

/** Sums up a circle over an area (or the city) from its judged requirements. @param complete for whom it is complete */
export function summarizeCircle(
  { standard, own, counted }: AskedCircle,
  requirements: AreaCoverage["requirements"],
  complete: Shares,
): CircleCoverage {
  const lines = own.map((planned) => toLine(planned, requirements[planned.requirement.id], standard));
  const isKnown = decidingShare(complete) !== null || lines.some(({ hasData, known }) => hasData && known !== null);
  const scores = isKnown ? scoresOf(lines, standard) : null;
  const mandatory = lines.filter(({ necessity }) => necessity === "mandatory");
  const hasPlaces = !own.some(({ hasHardlyPlaces }) => hasHardlyPlaces);
  const isGraded = hasPlaces && (mandatory.length === 0 || mandatory.some(({ hasData }) => hasData));
  const ofMandatory = isKnown ? scoresOf(mandatory, standard) : null;
  const gradeBy = (bound: Bound) =>
    isGraded
      ? gradeOf(Math.max(scores?.[bound] ?? -1, ofMandatory?.[bound] ?? -1), standard, {
          isCapped: mandatory.some((line) => isBelow(line[bound], standard.missingBelowShare)),
        })
      : null;
  const missing = counted.filter(({ requirement: { id } }) => isMissing(requirements[id], standard));
  const noData = counted.filter(({ requirement: { id } }) => requirements[id]?.status === "no-data");
  return {
    score: scores?.known ?? null,
    scoreCeiling: scores?.ceiling ?? null,
    grade: gradeBy("known"),
    gradeCeiling: gradeBy("ceiling"),
    ...complete,
    missing: missing.map(({ requirement }) => requirement.id),
    noData: noData.map(({ requirement }) => requirement.id),
  };
}

/** What is known, and what would be if all were met that the data know nothing or hardly anything of. */
type Bound = "known" | "ceiling";

/** What a requirement contributes. */
interface Line extends Readonly<Record<Bound, number | null>> {
  readonly necessity: Requirement["necessity"];
  readonly weight: number;
  readonly hasData: boolean;
}

/** Without data it counts as not met; where nobody is near a street it does not count. */
function toLine(
  { requirement: { necessity }, data }: KnownRequirement,
  coverage: RequirementCoverage | undefined,
  { scoring }: Standard,
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
function scoresOf(lines: readonly Line[], { scoring }: Standard): Readonly<Record<Bound, number>> | null {
  if (scoring === undefined) return null;
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
  { grades, gradeCapWhenMissing }: Standard,
  { isCapped }: { readonly isCapped: boolean },
): Grade["id"] | null {
  if (score < 0 || grades === undefined) return null;
  const cap = grades.findIndex(({ id }) => id === gradeCapWhenMissing);
  const earned = grades.findIndex(({ minScore }) => score >= minScore - 100 * ROUNDING_SHARE);
  return grades[isCapped ? Math.max(earned, cap) : earned]?.id ?? null;
}

/** Missing: within reach of less than `missingBelowShare` of the people. */
function isMissing(requirement: RequirementCoverage | undefined, { missingBelowShare }: Standard): boolean {
  const share = requirement === undefined ? null : decidingShare(requirement);
  return share !== null && isBelow(share, missingBelowShare);
}

function isBelow(share: number | null, limit: number): boolean {
  return share !== null && isBelowShare(share, limit);
}
