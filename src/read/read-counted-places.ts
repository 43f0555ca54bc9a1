import { CoverageError } from "../base/errors.js";
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

/** The layers of numbers at places, each by what its property is called if nobody says otherwise. */
export type CountedLayer = "population" | "jobs";

/**
 * Reads numbers at points or over polygons, in the order of the file: of people who live there, or of such as work there.
 *
 * @throws {CoverageError} INVALID_ARGUMENT if no feature has such a property, or several may be meant; and as `readPopulation`
 */
export function readCountedPlaces(input: GeoJsonInput, layer: CountedLayer, options: ReadOptions): PopulationReading {
  const { groups = {} } = options.properties ?? {};
  const parsed = parseIfText(input, layer);
  const counted = Object.entries(groups).flatMap(([id, of]) => (typeof of === "string" ? [[id, of] as const] : []));
  const names = counted.map(([, name]) => name);
  const split = Object.entries(groups).flatMap(([id, of]) => (typeof of === "string" ? [] : [new ValueSplit(id, of)]));
  const columns = new PopulationColumns(counted.map(([id]) => id));
  /** By place: 1 if its id is a number, 2 more if it is its own. */
  const idKinds = new NumberColumn();
  const nested = layer === "population" ? new NestedPlaces() : null;
  let style: PeopleStyle | undefined;
  const reader = new LayerReader(layer, options, (feature, tally) => {
    style ??= styleOf(listFeatures(parsed, layer), layer, reader.names);
    const draft = toPlace(feature, layer, style, options);
    if ("code" in draft) return draft;
    columns.add(draft, readGroups(feature, names, tally));
    for (const one of split) one.add(feature, tally);
    idKinds.push((feature.isNumber ? 1 : 0) + (feature.isOwn ? 2 : 0));
    nested?.add(draft.id, feature.properties, draft.population);
    return null;
  });
  guardReading(layer, parsed, () => reader.readAll(parsed));
  const { tally } = reader;
  const named: NamedRows = {
    ...{ count: columns.ids.length, idOf: (row) => columns.ids[row] as string, comparer: () => columns.comparer() },
    ...{ isNumber: (row) => (idKinds.at(row) & 1) !== 0, isOwn: (row) => (idKinds.at(row) & 2) !== 0 },
  };
  const ids = findUniqueIds(named, layer, true, tally.diagnostics) ?? columns.ids;
  const read = columns.finish(ids);
  const places = split.length === 0 ? read : { ...read, groups: withSplit(read, split, tally) };
  if (nested !== null) reportPeople(places, nested, tally);
  return { places, counts: tally.counts(), diagnostics: tally.findings() };
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

function reportPeople(places: PopulationPlaces, nested: NestedPlaces, tally: LayerTally): void {
  const unreadable = tally.counts().leftOut["population.invalid"] ?? 0;
  if (places.count === 0) tally.diagnostics.addMany("population.unreadable", "population", unreadable);
  if (!nested.report(tally)) reportNested(places, tally.diagnostics);
}

function toPlace(
  { id, properties, parts }: ReadableFeature,
  layer: CountedLayer,
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
  if (population === null) return { code: `${layer}.invalid`, example: describeValue(given) };
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

/** Where people are told, and how. */
interface PeopleStyle {
  readonly property: string;
  /** As {@link usesDecimalComma} tells. */
  readonly hasDecimalComma: boolean;
}

/** @throws {CoverageError} INVALID_ARGUMENT if no property can be meant, or several */
function styleOf(features: readonly unknown[], layer: CountedLayer, names: PropertyNames): PeopleStyle {
  const property = names[layer] ?? layer;
  const hasOne = features.some((feature) => isJsonObject(feature) && Object.hasOwn(propertiesOf(feature), property));
  if (hasOne) return { property, hasDecimalComma: usesDecimalComma(valuesOf(features, property)) };
  const { unclear } = findProperties(features, layer, {});
  const likely = unclear.map((text) => text.slice(`${layer}: `.length));
  const listed = likely.length > 0 ? likely : listNumbers(features);
  const [first = ""] = listed;
  const suggested = first.slice(0, first.lastIndexOf(" ("));
  throw new CoverageError(
    "INVALID_ARGUMENT",
    say("counted.noProperty", { layer, property: JSON.stringify(property) }),
    {
      path: layer,
      hint:
        listed.length === 0
          ? say("counted.noNumbers.hint")
          : say("counted.similar.hint", {
              layer,
              suggested,
              setting: `{ ${layer}: { ${layer}: ${JSON.stringify(suggested)} } }`,
              listed: listed.join(", "),
            }),
    },
  );
}
