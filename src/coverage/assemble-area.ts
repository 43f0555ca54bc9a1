import { setOwn } from "../base/json-object.js";
import type { MeasureSummary } from "../model/measure.js";
import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { AreaSums } from "./areas.js";

/** What an area's coverage is made of, by id. */
export interface AreaParts {
  readonly requirements: readonly (readonly [id: string, coverage: RequirementCoverage])[];
  /** Circles are summed up from the requirements. */
  readonly circles: readonly (readonly [id: string, summarize: (of: AreaCoverage["requirements"]) => CircleCoverage])[];
  readonly measures: readonly (readonly [id: string, summary: MeasureSummary])[];
}

/** Puts the coverage of an area (or the city) together. Without measures it has no `measures`. */
export function assembleArea({ population, areaSquareMeters, uncertainty }: AreaSums, parts: AreaParts): AreaCoverage {
  const requirements: Record<string, RequirementCoverage> = {};
  for (const [id, coverage] of parts.requirements) setOwn(requirements, id, coverage);
  const circles: Record<string, CircleCoverage> = {};
  for (const [id, summarize] of parts.circles) setOwn(circles, id, summarize(requirements));
  const coverage = { population, areaSquareMeters, uncertainty, circles, requirements };
  if (parts.measures.length === 0) return coverage;
  const measures: Record<string, MeasureSummary> = {};
  for (const [id, summary] of parts.measures) setOwn(measures, id, summary);
  return { ...coverage, measures };
}
