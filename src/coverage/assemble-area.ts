import { setOwn } from "../base/json-object.js";
import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import { type AreaSums, mapGroups } from "./areas.js";
import { countLines } from "./count-lines.js";
import type { KnownRequirement } from "./knowledge.js";
import { summarizeServices } from "./summarize-services.js";

/** What an area's coverage is made of, by id. */
export interface AreaParts {
  /** What was asked. */
  readonly asked: readonly KnownRequirement[];
  readonly standard: Standard;
  readonly smallGroupBelow: number | undefined;
  readonly requirements: readonly (readonly [id: string, coverage: RequirementCoverage])[];
  /** Circles are summed up from the requirements. */
  readonly circles: readonly (readonly [id: string, summarize: (of: AreaCoverage["requirements"]) => CircleCoverage])[];
  readonly measured: Pick<AreaCoverage, "measures" | "groupMeasures">;
}

/** Tells whether shares of a group are told: of nobody they are not there, of too few they would tell of persons. */
export function isGroupTold(people: number, smallGroupBelow: number): boolean {
  return people === 0 || people >= smallGroupBelow;
}

function withToldGroups<Coverage extends RequirementCoverage | CircleCoverage>(
  coverage: Coverage,
  isTold: (id: string) => boolean,
): Coverage {
  const { groups } = coverage;
  return groups === undefined
    ? coverage
    : { ...coverage, groups: mapGroups(groups, (share, id) => (isTold(id) ? share : null)) };
}

/**
 * The part about which something is known for whatever was judged; `null`: nothing was. To nine digits: the last ones depend on the
 * order of sums.
 */
function knownShareOf({ requirements }: AreaParts): number | null {
  const shares = requirements.flatMap(([, { status, population, area }]) => {
    const { total, unknown } = population.total > 0 ? population : area;
    return status === "no-data" || total === 0 ? [] : [Math.max(0, total - unknown) / total];
  });
  return shares.length === 0 ? null : Math.round(1e9 * Math.min(...shares)) / 1e9;
}

/** Puts the coverage of an area (or the city) together. Without measures it has no `measures`. */
export function assembleArea(sums: AreaSums, parts: AreaParts): AreaCoverage {
  const { population, areaSquareMeters, uncertainty, groups } = sums;
  const { asked, standard, smallGroupBelow = 0 } = parts;
  const isTold = (id: string) => isGroupTold(groups?.[id] ?? 0, smallGroupBelow);
  const requirements: Record<string, RequirementCoverage> = {};
  for (const [id, coverage] of parts.requirements) setOwn(requirements, id, withToldGroups(coverage, isTold));
  const circles: Record<string, CircleCoverage> = {};
  for (const [id, summarize] of parts.circles) setOwn(circles, id, withToldGroups(summarize(requirements), isTold));
  return {
    ...{ population, areaSquareMeters, uncertainty },
    knownShare: knownShareOf(parts),
    services: summarizeServices(asked, requirements),
    ...(standard.lineClasses && { lines: countLines(asked, requirements, standard) }),
    ...(groups && { groups: mapGroups(groups, (people, id) => (isTold(id) ? people : null)) }),
    ...{ circles, requirements },
    ...parts.measured,
  };
}
