import { checkObject } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { describeValue, isJsonObject, ownValue } from "../base/json-object.js";
import { NumberColumn } from "../base/number-column.js";
import { say } from "../base/texts/core.js";
import type { PopulationPlaces, PopulationReading } from "../model/facts.js";
import type { GeoJsonInput, PropertyNames } from "../model/input.js";
import { checkPolygons } from "./check-polygons.js";
import { propertiesOf, readPopulationValue, valuesOf } from "./feature-properties.js";
import { findProperties, listNumbers } from "./find-properties.js";
import { type GeometryDefect, reasonForNothing } from "./geometry-parts.js";
import { guardReading } from "./guard-reading.js";
import type { LayerTally } from "./layer-tally.js";
import { listFeatures } from "./list-features.js";
import { reportNested } from "./nested-people.js";
import { NestedPlaces } from "./nested-places.js";
import { parseIfText } from "./parse-if-text.js";
import { type PlaceDraft, PopulationColumns } from "./population-columns.js";
import { LayerReader, type ReadableFeature } from "./read-layer.js";
import { usesDecimalComma } from "./read-number.js";
import type { ReadOptions } from "./read-options.js";
import { findUniqueIds, type NamedRows } from "./unique-ids.js";
import { ValueSplit } from "./value-split.js";

/**
 * Reads people at points or spread over polygons, in the order of the file.
 *
 * Whoever names `properties.groups` gets the people of each group, too; where a place does not tell, it has none of them, and the
 * books say so.
 *
 * The number of people is read from `population`, or from the one property that is called so in another way (`POP10`, 常住人口).
 *
 * @throws {CoverageError} INVALID_ARGUMENT if no feature has such a property, or several may be meant
 * @throws {CoverageError} INVALID_JSON, INVALID_ENCODING, INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, PROJECTED_COORDINATES, SWAPPED_COORDINATES
 *   for input that cannot be what it is given as
 */
export function readPopulation(input: GeoJsonInput, options: ReadOptions = {}): PopulationReading {
  return guardLive("readPopulation", [input, options], () => {
    checkObject("options", options);
    const { groups = {} } = options.properties ?? {};
    const parsed = parseIfText(input, "population");
    const counted = Object.entries(groups).flatMap(([id, of]) => (typeof of === "string" ? [[id, of] as const] : []));
    const split = Object.entries(groups).flatMap(([id, of]) =>
      typeof of === "string" ? [] : [new ValueSplit(id, of)],
    );
    const columns = new PopulationColumns(counted.map(([id]) => id));
    /** By place: 1 if its id is a number, 2 more if it is its own. */
    const idKinds = new NumberColumn();
    const nested = new NestedPlaces();
    let style: PeopleStyle | undefined;
    const reader = new LayerReader("population", options, (feature, tally) => {
      style ??= styleOf(listFeatures(parsed, "population"), reader.names);
      const draft = toPlace(feature, style, options);
      if ("code" in draft) return draft;
      const names = counted.map(([, name]) => name);
      columns.add(draft, readGroups(feature, names, tally));
      for (const one of split) one.add(feature, tally);
      idKinds.push((feature.isNumber ? 1 : 0) + (feature.isOwn ? 2 : 0));
      nested.add(draft.id, feature.properties, draft.population);
      return null;
    });
    guardReading("population", parsed, () => reader.readAll(parsed));
    const { tally } = reader;
    const named: NamedRows = {
      ...{ count: columns.ids.length, idOf: (row) => columns.ids[row] as string, comparer: () => columns.comparer() },
      ...{ isNumber: (row) => (idKinds.at(row) & 1) !== 0, isOwn: (row) => (idKinds.at(row) & 2) !== 0 },
    };
    const ids = findUniqueIds(named, "population", true, tally.diagnostics) ?? columns.ids;
    const unreadable = tally.counts().leftOut["population.invalid"] ?? 0;
    if (columns.ids.length === 0) tally.diagnostics.addMany("population.unreadable", "population", unreadable);
    const places = columns.finish(ids);
    const read = split.length === 0 ? places : { ...places, groups: withSplit(places, split, tally) };
    if (!nested.report(tally)) reportNested(read, tally.diagnostics);
    return { places: read, counts: tally.counts(), diagnostics: tally.findings() };
  });
}

function toPlace(
  { id, properties, parts }: ReadableFeature,
  { property, hasDecimalComma }: PeopleStyle,
  options: ReadOptions,
): PlaceDraft | GeometryDefect {
  const { points, lines, polygons } = parts;
  const isPoint = points.length === 1 && polygons.length === 0;
  if (!isPoint && polygons.length === 0) return reasonForNothing(parts);
  if (lines.length > 0 || (!isPoint && points.length > 0)) parts.findings.set("geometry.parts", null);
  const defect = checkPolygons(parts, options);
  if (defect !== null) return defect;
  const given = ownValue(properties, property);
  const population = readPopulationValue(given, hasDecimalComma);
  if (population === null) return { code: "population.invalid", example: describeValue(given) };
  return { id, population, location: isPoint ? (points[0] ?? null) : null, polygons };
}

/** The groups that were named, and those that people are split into. */
function withSplit(
  places: PopulationPlaces,
  split: readonly ValueSplit[],
  tally: LayerTally,
): PopulationPlaces["groups"] {
  const made = split.flatMap((one) => one.finish(places.population, tally));
  return Object.fromEntries([...Object.entries(places.groups), ...made]);
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

/** Where people are told, and how. */
interface PeopleStyle {
  readonly property: string;
  /** As {@link usesDecimalComma} tells. */
  readonly hasDecimalComma: boolean;
}

/** @throws {CoverageError} INVALID_ARGUMENT if no property can be meant, or several */
function styleOf(features: readonly unknown[], { population: property = "population" }: PropertyNames): PeopleStyle {
  const hasOne = features.some((feature) => isJsonObject(feature) && Object.hasOwn(propertiesOf(feature), property));
  if (hasOne) return { property, hasDecimalComma: usesDecimalComma(valuesOf(features, property)) };
  const { unclear } = findProperties(features, "population", {});
  const likely = unclear.map((text) => text.slice("population: ".length));
  const listed = likely.length > 0 ? likely : listNumbers(features);
  const [first = ""] = listed;
  const suggested = first.slice(0, first.lastIndexOf(" ("));
  throw new CoverageError("INVALID_ARGUMENT", say("population.noProperty", { property: JSON.stringify(property) }), {
    path: "population",
    hint:
      listed.length === 0
        ? say("population.noNumbers.hint")
        : say("population.similar.hint", {
            suggested,
            setting: `{ population: { population: ${JSON.stringify(suggested)} } }`,
            listed: listed.join(", "),
          }),
  });
}
