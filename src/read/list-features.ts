import { CoverageError } from "../base/errors.js";
import { describe, isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import { isFeatureReading } from "./feature-reading.js";
import { foreignFormat } from "./foreign-format.js";
import { recognizeJsonFormat } from "./foreign-json.js";
import { isLongText } from "./long-text.js";

/** The kinds of geometry that GeoJSON knows. */
export const GEOMETRY_TYPES: ReadonlySet<unknown> = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
]);

/** More than the streets and shops of the largest cities, and what fits into memory. */
export const MAX_FEATURES = 10_000_000;

/**
 * Lists the features of a collection, a single feature, a list of features or a bare geometry.
 *
 * Of a text that is parsed feature by feature: the first ones.
 *
 * What stands in the list is not looked at, except that a bare list must hold a feature somewhere.
 *
 * @param path name of the input, for messages: `"facilities"`
 * @throws {CoverageError} INVALID_GEOJSON for anything else
 * @throws {CoverageError} LIMIT_EXCEEDED for more than ten million features
 * @throws {CoverageError} UNKNOWN_FORMAT for a JSON format that is recognized, but not GeoJSON
 */
export function listFeatures(input: unknown, path: string): readonly unknown[] {
  const features = findFeatures(input, path);
  assertFeatureCount(features.length, path);
  return features;
}

/** @throws {CoverageError} LIMIT_EXCEEDED */
export function assertFeatureCount(featuresCount: number, path: string): void {
  if (featuresCount <= MAX_FEATURES) return;
  throw new CoverageError(
    "LIMIT_EXCEEDED",
    say("features.tooMany", {
      path,
      featuresCount,
      most: MAX_FEATURES,
    }),
    {
      path,
      hint: say("features.tooMany.hint"),
    },
  );
}

function findFeatures(input: unknown, path: string): readonly unknown[] {
  if (Array.isArray(input)) {
    if (input.length > MAX_FEATURES) return input;
    if (input.length === 0 || input.some((item) => isJsonObject(item) && item.type === "Feature")) return input;
  } else if (isJsonObject(input)) {
    if (isFeatureReading(input)) return input.features;
    if (isLongText(input)) return input.firstFeatures;
    if (input.type === "FeatureCollection") return featuresOfCollection(input.features, path);
    if (input.type === "Feature") return [input];
    if (GEOMETRY_TYPES.has(input.type)) return [{ type: "Feature", properties: null, geometry: input }];
  }
  throw notGeoJson(input, path);
}

function featuresOfCollection(features: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(features)) {
    throw new CoverageError("INVALID_GEOJSON", say("features.noList", { path, features: describe(features) }), {
      path: `${path}.features`,
      hint: say("features.noList.hint"),
    });
  }
  if (features.length > MAX_FEATURES) return features;
  if (features.some(isEsriFeature) && !features.some((item) => isJsonObject(item) && item.type === "Feature")) {
    throw notGeoJson({ features }, path);
  }
  return features;
}

const isEsriFeature = (item: unknown): boolean =>
  isJsonObject(item) && isJsonObject(item.attributes) && item.type === undefined;

function notGeoJson(input: unknown, path: string): CoverageError {
  const format = recognizeJsonFormat(input);
  if (format !== null) return foreignFormat(path, format);
  const problem = say("argument.wrong", { path, value: describe(input), expected: say("geojson.expected") });
  return new CoverageError("INVALID_GEOJSON", problem, {
    path,
    ...hintFor(input),
  });
}

function hintFor(input: unknown): { readonly hint?: Phrase } {
  if (ArrayBuffer.isView(input) || input instanceof ArrayBuffer) {
    return { hint: say("geojson.bytes.hint") };
  }
  if (input instanceof Promise) return { hint: say("geojson.promise.hint") };
  if (Array.isArray(input)) return { hint: say("geojson.items.hint") };
  return {};
}
