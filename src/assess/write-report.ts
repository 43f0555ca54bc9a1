import { type Diagnostic, sortDiagnostics, toReported } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import type { CityParts } from "../city/city.js";
import type { JudgedCity } from "../coverage/city-judge.js";
import {
  reportCategoryData,
  reportEdgeEffects,
  reportNeighborhoodsWithoutStreets,
  reportSlivers,
  reportStandardElsewhere,
} from "../coverage/findings.js";
import { summarizeStandard } from "../coverage/summarize-standard.js";
import { boundsOf, boundsOfPolygons } from "../geo/bounds.js";
import type { CoverageReport, NeighborhoodCoverage } from "../model/report.js";
import type { TravelProfile } from "../model/travel.js";
import type { FilledTables } from "./fill-tables.js";
import type { CityPlan } from "./plan-city.js";
import { rememberingQuestion } from "./report-question.js";
import { largest } from "./travel-answers.js";

/** The last stage: puts a report together. */
export function writeReport(
  parts: CityParts,
  plan: CityPlan,
  filled: FilledTables,
  judged: JudgedCity,
): CoverageReport {
  const { standard, profile, measures, facts, requirements } = plan;
  const { neighborhoods } = parts.city;
  const summary = summarizeStandard(standard, requirements);
  const rows = judged.areas.map((area, row) => ({
    id: neighborhoods[row]?.id ?? "",
    name: neighborhoods[row]?.name ?? null,
    ...area,
  }));
  const report: CoverageReport = {
    schemaVersion: 2,
    standard: summary,
    profile: copyProfile(profile),
    travel: filled.travel.map(({ summary }) => summary),
    origins: facts.origins,
    ...(measures.length === 0 ? {} : { measures: measures.map(({ id, label, unit }) => ({ id, label, unit })) }),
    inputs: facts.inputs,
    city: judged.city,
    neighborhoods: rows,
    diagnostics: collectFindings(parts, plan, filled, rows).map(toReported),
  };
  return rememberingQuestion(report, plan);
}

/**
 * Collects all that was found on the way to a report, with the ids of all that it was found of.
 *
 * @param areas the neighborhoods, as they were judged
 */
export function collectFindings(
  { city }: CityParts,
  plan: CityPlan,
  { tables, travel }: FilledTables,
  areas: readonly Pick<NeighborhoodCoverage, "id" | "knownShare">[],
): Diagnostic[] {
  const { standard, facts, requirements } = plan;
  const { neighborhoods, origins } = city;
  const { sliverBelowShare } = summarizeStandard(standard, requirements);
  const [table] = plan.requests.length > plan.measureRequestCount ? tables : [];
  return sortDiagnostics([
    ...facts.diagnostics,
    ...travel.flatMap(({ diagnostics }) => diagnostics),
    ...reportStandardElsewhere(standard, city.country, neighborhoods),
    ...reportCategoryData(requirements),
    ...reportSlivers(areas, sliverBelowShare),
    ...(table === undefined ? [] : reportNeighborhoodsWithoutStreets(neighborhoods, origins, table)),
    ...edgeEffects(city, plan, largest(travel.map(({ reachMeters }) => reachMeters))),
  ]);
}

/** Where no travel model can tell how far it reaches, nobody knows. */
function edgeEffects(city: CityParts["city"], plan: CityPlan, reachMeters: Meters | null): Diagnostic[] {
  if (reachMeters === null) return [];
  const { neighborhoods } = city;
  const { facilityBounds, streetBounds } = plan.facts;
  const layers = [facilityBounds ?? boundsOf([]), ...(streetBounds === null ? [] : [streetBounds])];
  const boxes = neighborhoods.map(({ polygons }) => boundsOfPolygons(polygons));
  return reportEdgeEffects(neighborhoods, boxes, layers, reachMeters);
}

/** Only the fields of the type: whatever else a caller's object holds need not be JSON. Those that are left out stay so. */
function copyProfile(profile: TravelProfile): TravelProfile {
  const { id, label, mode, speedMetersPerSecond, stepsSpeedMetersPerSecond, offStreetSpeedMetersPerSecond } = profile;
  const { slope, surfaceShares, crossingSeconds, maxAccessMeters, source } = profile;
  const fields = {
    ...{ id, label, mode, speedMetersPerSecond, stepsSpeedMetersPerSecond, slope, surfaceShares, crossingSeconds },
    ...{ offStreetSpeedMetersPerSecond, maxAccessMeters, source },
  };
  return JSON.parse(JSON.stringify(fields));
}
