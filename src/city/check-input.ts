import { assertChoice, assertKeys, assertObject, invalid, unknownKey } from "../base/check-argument.js";
import { CoverageError, say, toPhrase } from "../base/errors.js";
import { describe } from "../base/json-object.js";
import type { CityInput, PrepareOptions } from "../model/input.js";

const INPUT_KEYS = new Set(["neighborhoods", "facilities", "streets", "population"]);
const PROPERTY_KEYS = new Set(["id", "name", "population", "category"]);
const DATUMS = ["wgs84", "gcj02", "bd09", "cgcs2000"] as const;
/** The options that are read when a city is prepared. */
export const PREPARE_OPTION_KEYS: ReadonlySet<string> = new Set([
  "standard",
  "originSpacingMeters",
  "smallFragmentMeters",
  "datum",
  "properties",
  "repair",
  "classification",
  "onProgress",
]);
const CHOICES = {
  repair: ["none", "report", "fix"],
  classification: ["strict", "loose"],
} as const;

/**
 * Checks the options by which a city is read.
 *
 * @throws {CoverageError} `UNKNOWN_OPTION`, `INVALID_ARGUMENT`
 */
export function assertPrepareOptions(options: PrepareOptions): void {
  assertKeys(options, PREPARE_OPTION_KEYS);
  for (const [key, choices] of Object.entries(CHOICES)) {
    const value = options[key as keyof typeof CHOICES];
    if (value !== undefined) assertChoice(`options.${key}`, value, choices);
  }
  for (const key of ["originSpacingMeters", "smallFragmentMeters"] as const) {
    const value: unknown = options[key];
    const least = key === "originSpacingMeters" ? 1 : 0;
    if (value !== undefined && !(typeof value === "number" && value >= least && value < Infinity))
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("options.{key} is {value}; expected metres, {least} or more.", { key, value: describe(value), least }),
        { path: key },
      );
  }
  for (const [layer, datum] of layerEntries("datum", options.datum))
    assertChoice(`options.datum.${layer}`, datum, DATUMS);
  for (const [layer, names] of layerEntries("properties", options.properties)) {
    assertObject(`options.properties.${layer}`, names);
    for (const [role, name] of Object.entries(names)) {
      if (!PROPERTY_KEYS.has(role))
        throw unknownKey(say("options.properties.{layer} entry", { layer }), role, PROPERTY_KEYS);
      if (name !== undefined && typeof name !== "string")
        throw invalid(`options.properties.${layer}.${role}`, name, "the name of a property");
    }
  }
  if (options.onProgress !== undefined && typeof options.onProgress !== "function")
    throw invalid("options.onProgress", options.onProgress, "a function");
}

/**
 * Checks that a city is an object of known layers, with the two it cannot do without.
 *
 * @returns the layers, each looked up once
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`, `NO_NEIGHBORHOODS`, `NO_FACILITIES`
 */
export function assertInput(input: CityInput): CityInput {
  const layers = layersOf(input);
  for (const key of Object.keys(layers)) if (!INPUT_KEYS.has(key)) throw unknownLayer(key);
  if (layers.neighborhoods === undefined || layers.neighborhoods === null)
    throw new CoverageError("NO_NEIGHBORHOODS", "The city has no neighborhoods.", {
      path: "neighborhoods",
      hint: "Give a GeoJSON FeatureCollection of polygons.",
    });
  if (layers.facilities === undefined || layers.facilities === null)
    throw new CoverageError("NO_FACILITIES", "The city has no facilities.", {
      path: "facilities",
      hint: "Give a GeoJSON FeatureCollection; an empty one is allowed.",
    });
  return layers;
}

function layersOf(input: unknown): CityInput {
  const expected = "{ neighborhoods, facilities, streets?, population? }";
  if (typeof input !== "object" || input === null || Array.isArray(input)) throw invalid("The city", input, expected);
  try {
    return { ...(input as CityInput) };
  } catch (cause) {
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("The city cannot be read; expected {expected}.", { expected: toPhrase(expected) }),
      { cause },
    );
  }
}

function layerEntries(key: "datum" | "properties", value: unknown): [string, unknown][] {
  if (value === undefined) return [];
  assertObject(`options.${key}`, value);
  for (const layer of Object.keys(value))
    if (!INPUT_KEYS.has(layer)) throw unknownKey(say("options.{key} layer", { key }), layer, INPUT_KEYS);
  return Object.entries(value).filter(([, entry]) => entry !== undefined);
}

function unknownLayer(key: string): CoverageError {
  if (![...PREPARE_OPTION_KEYS, "profile", "travel", "measures"].includes(key))
    return unknownKey("layer", key, INPUT_KEYS);
  return new CoverageError("UNKNOWN_OPTION", say('"{key}" is an option, not a layer.', { key }), {
    path: key,
    hint: "Pass it in the second argument.",
  });
}
