import { setOwn } from "../base/json-object.js";
import type { MeasureSummary } from "../model/measure.js";
import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { AreaSums } from "./areas.js";
import type { KnownRequirement } from "./knowledge.js";
import { summarizeServices } from "./summarize-services.js";

/** What an area's coverage is made of, by id. */
export interface AreaParts {
  /** What was asked. */
  readonly asked: readonly KnownRequirement[];
  readonly requirements: readonly (readonly [id: string, coverage: RequirementCoverage])[];
  /** Circles are summed up from the requirements. */
  readonly circles: readonly (readonly [id: string, summarize: (of: AreaCoverage["requirements"]) => CircleCoverage])[];
  readonly measures: readonly (readonly [id: string, summary: MeasureSummary])[];
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
export function assembleArea({ population, areaSquareMeters, uncertainty }: AreaSums, parts: AreaParts): AreaCoverage {
  const requirements: Record<string, RequirementCoverage> = {};
  for (const [id, coverage] of parts.requirements) setOwn(requirements, id, coverage);
  const circles: Record<string, CircleCoverage> = {};
  for (const [id, summarize] of parts.circles) setOwn(circles, id, summarize(requirements));
  const knownShare = knownShareOf(parts);
  const services = summarizeServices(parts.asked, requirements);
  const coverage = { population, areaSquareMeters, uncertainty, knownShare, services, circles, requirements };
  if (parts.measures.length === 0) return coverage;
  const measures: Record<string, MeasureSummary> = {};
  for (const [id, summary] of parts.measures) setOwn(measures, id, summary);
  return { ...coverage, measures };
}
