import { CoverageError } from "../base/errors.js";
import { describeValue, isJsonObject, ownValue } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { PopulationPlace, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { checkPolygons } from "./check-polygons.js";
import { makeIdsUnique } from "./feature-ids.js";
import { namesOf, propertiesOf, readPopulationValue } from "./feature-properties.js";
import { reasonForNothing } from "./geometry-parts.js";
import { guardReading } from "./guard-reading.js";
import { listFeatures } from "./list-features.js";
import { parseIfText } from "./parse-if-text.js";
import { type ReadableFeature, type RowOrDefect, readLayer } from "./read-layer.js";
import type { ReadOptions } from "./read-options.js";

/** What a property with the number of people may be called, the surest first. */
const LIKELY_NAMES: readonly RegExp[] = [
  /^(pop|population|people|persons|residents|inhabitants)$/i,
  /pop.*tot|tot.*pop|人口|人数/i,
  /pop/i,
  /people|persons|residents|inhabitants/i,
];

/**
 * Reads people at points or spread over polygons, in the order of the file.
 *
 * @throws {CoverageError} INVALID_ARGUMENT if no feature has the population property
 * @throws {CoverageError} INVALID_JSON, INVALID_ENCODING, INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, PROJECTED_COORDINATES, SWAPPED_COORDINATES
 *   for input that cannot be what it is given as
 */
export function readPopulation(input: GeoJsonInput, options: ReadOptions = {}): Reading<PopulationPlace> {
  const property = options.properties?.population ?? "population";
  const parsed = parseIfText(input, "population");
  guardReading("population", parsed, () => assertPopulationProperty(listFeatures(parsed, "population"), property));
  const { drafts, tally } = readLayer(parsed, "population", options, (feature) => toPlace(feature, property, options));
  const rows = makeIdsUnique(drafts, "population", true, tally.diagnostics);
  return { rows, counts: tally.counts(), diagnostics: tally.diagnostics.list() };
}

function toPlace(
  { id, properties, parts }: ReadableFeature,
  property: string,
  options: ReadOptions,
): RowOrDefect<PopulationPlace> {
  const { points, lines, polygons } = parts;
  const isPoint = points.length === 1 && polygons.length === 0;
  if (!isPoint && polygons.length === 0) return reasonForNothing(parts);
  if (lines.length > 0 || (!isPoint && points.length > 0)) parts.findings.set("geometry.parts", null);
  const defect = checkPolygons(parts, options);
  if (defect !== null) return defect;
  const given = ownValue(properties, property);
  const population = readPopulationValue(given);
  if (population === null) return { code: "population.invalid", example: describeValue(given) };
  return { row: { id, population, location: isPoint ? (points[0] ?? null) : null, polygons } };
}

function assertPopulationProperty(features: readonly unknown[], property: string): void {
  const all = features.filter(isJsonObject).map(propertiesOf);
  if (all.length === 0 || all.some((properties) => Object.hasOwn(properties, property))) return;
  const numeric = namesOf(all, (value) => readPopulationValue(value) !== null);
  const suggested = LIKELY_NAMES.map((likely) => numeric.find((name) => likely.test(name))).find(Boolean) ?? numeric[0];
  throw new CoverageError("INVALID_ARGUMENT", say("population.noProperty", { property: JSON.stringify(property) }), {
    path: "population",
    hint:
      suggested === undefined
        ? say("population.noNumbers.hint")
        : say("population.similar.hint", {
            suggested,
            setting: `{ population: { population: ${JSON.stringify(suggested)} } }`,
            numeric: numeric.join(", "),
          }),
  });
}
