import type { AreaCoverage } from "../model/report.js";
import type { ServicesInReach } from "../model/services.js";
import type { Requirement } from "../model/standard.js";
import type { KnownRequirement } from "./knowledge.js";
import { decidingShare } from "./summarize-requirement.js";

/**
 * Lists the requirements that count as everyday services: the mandatory ones; where a standard has none, whatever it judges.
 * One that something else satisfies, too (`orElse`), is one.
 */
export function everydayServices<T extends { readonly necessity: Requirement["necessity"] }>(
  lines: readonly T[],
): readonly T[] {
  const of = (wanted: Requirement["necessity"]) => lines.filter(({ necessity }) => necessity === wanted);
  return [of("mandatory"), of("optional")].find(({ length }) => length > 0) ?? lines;
}

/** Adds up how many everyday services people of an area (or the city) have within reach. */
export function summarizeServices(
  known: readonly KnownRequirement[],
  requirements: AreaCoverage["requirements"],
): ServicesInReach {
  const counted = everydayServices(known.map(({ requirement, data }) => ({ ...requirement, data })));
  let value = 0;
  let ceiling = 0;
  let isKnown = false;
  for (const { id, data } of counted) {
    const coverage = requirements[id];
    const share = coverage === undefined || coverage.status === "no-data" ? null : decidingShare(coverage);
    value += share ?? 0;
    ceiling += share === null || data === "hardlyKnown" ? 1 : share;
    if (share !== null) isKnown = true;
  }
  const of = counted.length;
  return isKnown ? { value, ceiling, of } : { value: null, ceiling: null, of };
}
