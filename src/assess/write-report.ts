import { type Diagnostic, sortDiagnostics, toReported } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import type { City, CityParts } from "../city/city.js";
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
  const { neighborhoods } = parts.city;
  const rows = nameAreas(neighborhoods, judged);
  return assembleReport(plan, {
    travel: filled.travel,
    city: judged.city,
    neighborhoods: rows,
    diagnostics: collectFindings(parts, plan, filled, rows),
  });
}

/** Puts the id and the name of each neighborhood before what was found of it. */
export function nameAreas(
  neighborhoods: readonly Pick<NeighborhoodCoverage, "id" | "name">[],
  { areas }: Pick<JudgedCity, "areas">,
): NeighborhoodCoverage[] {
  return areas.map((area, row) => ({
    id: neighborhoods[row]?.id ?? "",
    name: neighborhoods[row]?.name ?? null,
    ...area,
  }));
}

/** Puts what was found together with what was asked. */
export function assembleReport(
  asked: Pick<CityPlan, "standard" | "profile" | "measures" | "facts" | "requirements" | "about"> &
    Partial<Pick<CityPlan, "travel">>,
  found: Pick<CoverageReport, "city" | "neighborhoods" | "diagnostics"> & Pick<FilledTables, "travel">,
): CoverageReport {
  const { standard, profile, measures, facts, requirements, travel, about } = asked;
  const report: CoverageReport = {
    schemaVersion: 2,
    standard: summarizeStandard(standard, requirements),
    profile: copyProfile(profile),
    travel: found.travel.map(({ summary }) => summary),
    origins: facts.origins,
    ...(measures.length === 0 ? {} : { measures: measures.map(({ id, label, unit }) => ({ id, label, unit })) }),
    inputs: facts.inputs,
    city: found.city,
    neighborhoods: found.neighborhoods,
    diagnostics: found.diagnostics.map(toReported),
    ...(about === null ? {} : { about: { ...about } }),
  };
  return rememberingQuestion(report, { standard, measures, ...(travel && { travel }) });
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
  return sortDiagnostics([
    ...findingsOfWhole(city, plan, travel),
    ...findingsOfAreas(plan, areas),
    ...findingsOfTables(city, plan, tables),
  ]);
}

/** What is found by looking at the whole input, before anybody travels. @param travel of each model, what it found on the way */
export function findingsOfWhole(
  city: Pick<City, "neighborhoods" | "country">,
  plan: CityPlan,
  travel: FilledTables["travel"],
): Diagnostic[] {
  const { standard, facts, requirements } = plan;
  return [
    ...facts.diagnostics,
    ...travel.flatMap(({ diagnostics }) => diagnostics),
    ...reportStandardElsewhere(standard, city.country, city.neighborhoods),
    ...reportCategoryData(requirements),
    ...edgeEffects(city, plan, largest(travel.map(({ reachMeters }) => reachMeters))),
  ];
}

/** What is found by looking at judged neighborhoods. */
export function findingsOfAreas(
  { standard, requirements }: Pick<CityPlan, "standard" | "requirements">,
  areas: readonly Pick<NeighborhoodCoverage, "id" | "knownShare">[],
): Diagnostic[] {
  return reportSlivers(areas, summarizeStandard(standard, requirements).sliverBelowShare);
}

/** What is found by looking at the tables of some neighborhoods. */
export function findingsOfTables(
  { neighborhoods, origins }: Pick<City, "neighborhoods" | "origins">,
  { requests, measureRequestCount }: CityPlan,
  tables: FilledTables["tables"],
): Diagnostic[] {
  const [table] = requests.length > measureRequestCount ? tables : [];
  return table === undefined ? [] : reportNeighborhoodsWithoutStreets(neighborhoods, origins, table);
}

/** Where no travel model can tell how far it reaches, nobody knows. */
function edgeEffects(
  { neighborhoods }: Pick<City, "neighborhoods">,
  plan: CityPlan,
  reachMeters: Meters | null,
): Diagnostic[] {
  if (reachMeters === null) return [];
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
