import type { AreaCoverage, LinesMet } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { KnownRequirement } from "./knowledge.js";
import { isBelowShare } from "./shares.js";
import { decidingShare } from "./summarize-requirement.js";

/** Counts the requirements that an area meets, and finds its class by them. */
export function countLines(
  asked: readonly KnownRequirement[],
  requirements: AreaCoverage["requirements"],
  { lineClasses, missingBelowShare }: Pick<Standard, "lineClasses" | "missingBelowShare">,
): LinesMet {
  const met = { mandatory: 0, optional: 0 };
  const ceiling = { mandatory: 0, optional: 0 };
  for (const { requirement, data } of asked) {
    const { id, necessity } = requirement;
    if (necessity === "label") continue;
    const coverage = requirements[id];
    const share = coverage === undefined || coverage.status === "no-data" ? null : decidingShare(coverage);
    const isMet = share !== null && !isBelowShare(share, missingBelowShare);
    if (isMet) met[necessity]++;
    if (isMet || coverage?.status === "no-data" || data === "hardlyKnown") ceiling[necessity]++;
  }
  return { ...met, lineClass: classOf(met, lineClasses), lineClassCeiling: classOf(ceiling, lineClasses) };
}

type Lines = Pick<LinesMet, "mandatory" | "optional">;

function classOf(lines: Lines, lineClasses: Standard["lineClasses"]): string | null {
  const counts = { ...lines, all: lines.mandatory + lines.optional };
  const reaches = (atLeast: Readonly<Partial<Record<keyof typeof counts, number>>>) =>
    (["mandatory", "optional", "all"] as const).every((kind) => counts[kind] >= (atLeast[kind] ?? 0));
  return lineClasses?.classes.find(({ atLeast }) => reaches(atLeast))?.id ?? null;
}
