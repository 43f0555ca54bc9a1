import { checkObject } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { describeValue, ownValue } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { LonLat } from "../base/words.js";
import { turnOfWesternLons } from "../geo/antimeridian.js";
import { polygonsSquareMeters } from "../geo/area.js";
import { boundsOf } from "../geo/bounds.js";
import type { Neighborhood, PolygonRings, Reading } from "../model/facts.js";
import type { GeoJsonInput, PropertyNames } from "../model/input.js";
import { checkPolygons } from "./check-polygons.js";
import { readName, readPopulationValue, valuesOf } from "./feature-properties.js";
import { reasonForNothing } from "./geometry-parts.js";
import type { LayerTally } from "./layer-tally.js";
import { listFeatures } from "./list-features.js";
import { parseIfText } from "./parse-if-text.js";
import { type ReadableFeature, type RowOrDefect, readLayer } from "./read-layer.js";
import { usesDecimalComma } from "./read-number.js";
import type { ReadOptions } from "./read-options.js";
import { isNothing } from "./tag-values.js";
import { makeIdsUnique } from "./unique-ids.js";

/** 10,000 km²: larger than any neighborhood. */
const IMPLAUSIBLE_SQUARE_METERS = 1e10;

/**
 * Reads the polygons to report on, in the order of the file.
 *
 * Without a `referenceLon`, a city on both sides of the antimeridian comes out in one piece, with longitudes beyond 180.
 *
 * @throws {CoverageError} NO_NEIGHBORHOODS if no feature can be used
 * @throws {CoverageError} DUPLICATE_ID unless `repair` is `fix`
 * @throws {CoverageError} INVALID_JSON, INVALID_ENCODING, INVALID_GEOJSON, UNKNOWN_FORMAT, UNSUPPORTED_CRS, INVALID_ARGUMENT, PROJECTED_COORDINATES,
 *   SWAPPED_COORDINATES for input that cannot be what it is given as
 */
export function readNeighborhoods(input: GeoJsonInput, options: ReadOptions = {}): Reading<Neighborhood> {
  return guardLive("readNeighborhoods", [input, options], () => {
    checkObject("options", options);
    const parsed = parseIfText(input, "neighborhoods");
    let hasDecimalComma: boolean | undefined;
    const { drafts, tally } = readLayer(parsed, "neighborhoods", options, (feature, books, names) => {
      const property = names.population ?? "population";
      hasDecimalComma ??= usesDecimalComma(valuesOf(listFeatures(parsed, "neighborhoods"), property));
      return toNeighborhood(feature, options, books, { ...names, population: property }, hasDecimalComma);
    });
    if (drafts.length === 0) {
      throw new CoverageError("NO_NEIGHBORHOODS", say("neighborhoods.unusable", { reasons: tally.reasons() }), {
        path: "neighborhoods",
        hint: say("neighborhoods.unusable.hint"),
      });
    }
    const unique = makeIdsUnique(drafts, "neighborhoods", options.repair === "fix", tally.diagnostics);
    const rows = options.referenceLon === undefined ? joinAcrossAntimeridian(unique) : unique;
    for (const { id, polygons } of rows) {
      if (polygonsSquareMeters(polygons) > IMPLAUSIBLE_SQUARE_METERS) tally.note("area.implausible", id);
    }
    return { rows, counts: tally.counts(), diagnostics: tally.findings() };
  });
}

function toNeighborhood(
  { id, properties, parts }: ReadableFeature,
  options: ReadOptions,
  tally: LayerTally,
  names: PropertyNames & { readonly population: string },
  hasDecimalComma: boolean,
): RowOrDefect<Neighborhood> {
  if (parts.polygons.length === 0) return reasonForNothing(parts);
  if (parts.points.length + parts.lines.length > 0) parts.findings.set("geometry.parts", null);
  const defect = checkPolygons(parts, options);
  if (defect !== null) return defect;
  const given = ownValue(properties, names.population);
  const population = readPopulationValue(given, hasDecimalComma);
  const isBad = population === null && (typeof given === "number" || !isNothing(given));
  if (isBad) tally.note("population.invalid", id, describeValue(given));
  return { row: { id, name: readName(properties, names.name), population, polygons: parts.polygons } };
}

function joinAcrossAntimeridian(rows: readonly Neighborhood[]): readonly Neighborhood[] {
  const extents = rows.flatMap(({ polygons }) => polygons.map((polygon) => boundsOf(polygon[0] ?? [])));
  const turn = turnOfWesternLons(extents.map(({ west, east }) => [west, east] as const));
  if (turn === 0) return rows;
  const turned = ([lon, lat]: LonLat): LonLat => [lon + turn, lat];
  const isWestern = (polygon: PolygonRings): boolean => boundsOf(polygon[0] ?? []).west < 0;
  return rows.map((row) => ({
    ...row,
    polygons: row.polygons.map((polygon) => (isWestern(polygon) ? polygon.map((ring) => ring.map(turned)) : polygon)),
  }));
}
