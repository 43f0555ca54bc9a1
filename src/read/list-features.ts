import { CoverageError, type ErrorText, say, toPhrase } from "../base/errors.js";
import { describe, isJsonObject } from "../base/json-object.js";
import { recognizeJsonFormat } from "./foreign-json.js";

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
 * What stands in the list is not looked at, except that a bare list must hold a feature somewhere.
 *
 * @param path name of the input, for messages: `"facilities"`
 * @throws {CoverageError} INVALID_GEOJSON for anything else
 * @throws {CoverageError} LIMIT_EXCEEDED for more than ten million features
 * @throws {CoverageError} UNKNOWN_FORMAT for a JSON format that is recognized, but not GeoJSON
 */
export function listFeatures(input: unknown, path: string): readonly unknown[] {
  const features = findFeatures(input, path);
  if (features.length <= MAX_FEATURES) return features;
  throw new CoverageError(
    "LIMIT_EXCEEDED",
    say("{path} has {featuresCount} features; at most {most} can be read.", {
      path,
      featuresCount: features.length,
      most: MAX_FEATURES,
    }),
    {
      path,
      hint: "Cut the data to the city and its surroundings.",
    },
  );
}

function findFeatures(input: unknown, path: string): readonly unknown[] {
  if (Array.isArray(input)) {
    if (input.length > MAX_FEATURES) return input;
    if (input.length === 0 || input.some((item) => isJsonObject(item) && item.type === "Feature")) return input;
  } else if (isJsonObject(input)) {
    if (input.type === "FeatureCollection") return featuresOfCollection(input.features, path);
    if (input.type === "Feature") return [input];
    if (GEOMETRY_TYPES.has(input.type)) return [{ type: "Feature", properties: null, geometry: input }];
  }
  throw notGeoJson(input, path);
}

function featuresOfCollection(features: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(features)) {
    throw new CoverageError(
      "INVALID_GEOJSON",
      say("{path}.features is {features}, not a list.", { path, features: describe(features) }),
      {
        path: `${path}.features`,
        hint: "A FeatureCollection lists its features, even if there are none: { features: [] }.",
      },
    );
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
  if (format !== null) {
    return new CoverageError(
      "UNKNOWN_FORMAT",
      say("{path}: this is {name}, not GeoJSON.", { path, name: toPhrase(format.name) }),
      {
        path,
        hint: format.hint,
      },
    );
  }
  const expected = say("Expected a GeoJSON FeatureCollection, a Feature, a list of features or a geometry.");
  return new CoverageError(
    "INVALID_GEOJSON",
    say("{path} is {input}. {expected}", { path, input: describe(input), expected }),
    {
      path,
      ...hintFor(input),
    },
  );
}

function hintFor(input: unknown): { readonly hint?: ErrorText } {
  if (ArrayBuffer.isView(input) || input instanceof ArrayBuffer) {
    return { hint: "Give the bytes of a file as a Uint8Array." };
  }
  if (input instanceof Promise) return { hint: "Wait for the data first: await it." };
  if (Array.isArray(input)) return { hint: 'Make each item a feature: { type: "Feature", properties, geometry }.' };
  return {};
}
