import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { Circle, Requirement, Standard } from "../model/standard.js";
import { gradeCircle, toLine } from "./grade-circle.js";
import type { KnownRequirement } from "./knowledge.js";
import { isBelowShare } from "./shares.js";
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
export function heldCircles(circle: Circle, { circles }: Pick<Standard, "circles">): ReadonlySet<string> {
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
  const lines = own.map((planned) =>
    toLine({ ...planned.requirement, data: planned.data }, requirements[planned.requirement.id], standard),
  );
  const isKnown = decidingShare(complete) !== null || lines.some(({ hasData, known }) => hasData && known !== null);
  const hasPlaces = !own.some(({ hasHardlyPlaces }) => hasHardlyPlaces);
  const { scores, grade, gradeCeiling } = gradeCircle(isKnown ? lines : [], standard);
  const missing = counted.filter(({ requirement: { id } }) => isMissing(requirements[id], standard));
  const noData = counted.filter(({ requirement: { id } }) => requirements[id]?.status === "no-data");
  return {
    score: scores?.known ?? null,
    scoreCeiling: scores?.ceiling ?? null,
    grade: hasPlaces ? grade : null,
    gradeCeiling: hasPlaces ? gradeCeiling : null,
    ...complete,
    missing: missing.map(({ requirement }) => requirement.id),
    noData: noData.map(({ requirement }) => requirement.id),
  };
}

/** Missing: within reach of less than `missingBelowShare` of the people. */
function isMissing(requirement: RequirementCoverage | undefined, { missingBelowShare }: Standard): boolean {
  const share = requirement === undefined ? null : decidingShare(requirement);
  return share !== null && isBelowShare(share, missingBelowShare);
}
