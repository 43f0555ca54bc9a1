import { CoverageError } from "../base/errors.js";
import { describeValue, isJsonObject, ownValue } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { LonLat } from "../base/words.js";
import type { PopulationReading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { checkPolygons } from "./check-polygons.js";
import { makeIdsUnique } from "./feature-ids.js";
import { namesOf, propertiesOf, readPopulationValue } from "./feature-properties.js";
import { type GeometryDefect, reasonForNothing } from "./geometry-parts.js";
import { guardReading } from "./guard-reading.js";
import type { LayerTally } from "./layer-tally.js";
import { listFeatures } from "./list-features.js";
import { reportNested } from "./nested-people.js";
import { NestedPlaces } from "./nested-places.js";
import { parseIfText } from "./parse-if-text.js";
import { type PlaceDraft, PopulationColumns } from "./population-columns.js";
import { LayerReader, type ReadableFeature } from "./read-layer.js";
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
 * Whoever names `properties.groups` gets the people of each group, too; where a place does not tell, it has none of them, and the
 * books say so.
 *
 * @throws {CoverageError} INVALID_ARGUMENT if no feature has the population property, or one that is named
 * @throws {CoverageError} INVALID_JSON, INVALID_ENCODING, INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, PROJECTED_COORDINATES, SWAPPED_COORDINATES
 *   for input that cannot be what it is given as
 */
export function readPopulation(input: GeoJsonInput, options: ReadOptions = {}): PopulationReading {
  const { population: property = "population", groups = {} } = options.properties ?? {};
  const parsed = parseIfText(input, "population");
  guardReading("population", parsed, () => assertPopulationProperty(listFeatures(parsed, "population"), property));
  const columns = new PopulationColumns(Object.keys(groups));
  const firsts: LonLat[] = [];
  const areNumbers: boolean[] = [];
  const nested = new NestedPlaces();
  const reader = new LayerReader("population", options, (feature, tally) => {
    const draft = toPlace(feature, property, options);
    if ("code" in draft) return draft;
    columns.add(draft, readGroups(feature, Object.values(groups), tally));
    nested.add(draft.id, feature.properties, draft.population);
    firsts.push(feature.first);
    areNumbers.push(feature.isNumber);
    return null;
  });
  guardReading("population", parsed, () => reader.readAll(parsed));
  const { tally } = reader;
  const hasTwins = new Set(columns.ids).size < columns.ids.length;
  const drafts = () =>
    columns.ids.map((_, place) => ({
      ...{ row: columns.draftAt(place), first: firsts[place] as LonLat, isNumber: areNumbers[place] as boolean },
    }));
  const ids = hasTwins
    ? makeIdsUnique(drafts(), "population", true, tally.diagnostics).map(({ id }) => id)
    : columns.ids;
  const places = columns.finish(ids);
  if (!nested.report(tally)) reportNested(places, tally.diagnostics);
  return { places, counts: tally.counts(), diagnostics: tally.diagnostics.list() };
}

function toPlace(
  { id, properties, parts }: ReadableFeature,
  property: string,
  options: ReadOptions,
): PlaceDraft | GeometryDefect {
  const { points, lines, polygons } = parts;
  const isPoint = points.length === 1 && polygons.length === 0;
  if (!isPoint && polygons.length === 0) return reasonForNothing(parts);
  if (lines.length > 0 || (!isPoint && points.length > 0)) parts.findings.set("geometry.parts", null);
  const defect = checkPolygons(parts, options);
  if (defect !== null) return defect;
  const given = ownValue(properties, property);
  const population = readPopulationValue(given);
  if (population === null) return { code: "population.invalid", example: describeValue(given) };
  return { id, population, location: isPoint ? (points[0] ?? null) : null, polygons };
}

/** The people of each group; who is not told of is nobody. */
function readGroups({ id, properties }: ReadableFeature, names: readonly string[], tally: LayerTally): number[] {
  return names.map((name) => {
    const given = ownValue(properties, name);
    const people = readPopulationValue(given);
    if (people === null) tally.note("population.groupInvalid", id, `${name}: ${describeValue(given)}`);
    return people ?? 0;
  });
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
