import { assertChoice, assertKeys, assertObject, invalid, unknownKey } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { describe, isJsonObject } from "../base/json-object.js";
import { DATUMS, LAYER_IDS, LAYERS, type Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import { isCountryCode } from "../standards/made-for.js";
import { assertModes } from "../streets/modes/check-modes.js";
import { isReading } from "./is-reading.js";

/** What a question asks besides its standard: options of whoever computes, and not of whoever prepares. */
export const QUESTION_KEYS: readonly string[] = [
  ...["profile", "travel", "measures", "knownCategories", "smallGroupBelow", "about"],
];

const INPUT_KEYS: ReadonlySet<string> = new Set(LAYER_IDS);
const PROPERTY_KEYS: ReadonlySet<string> = new Set(Object.values(LAYERS).flatMap(({ properties }) => properties));
/** The options that are read when a city is prepared. */
export const PREPARE_OPTION_KEYS: ReadonlySet<string> = new Set([
  "standard",
  "country",
  "originSpacingMeters",
  "smallFragmentMeters",
  "joinStreetsMeters",
  "datum",
  "properties",
  "repair",
  "classification",
  "on",
  "modes",
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
  const { country } = options;
  if (country !== undefined && !isCountryCode(country))
    throw invalid("options.country", country, say("expected.like", { example: '"CN"' }));
  for (const key of ["originSpacingMeters", "smallFragmentMeters", "joinStreetsMeters"] as const) {
    const value: unknown = options[key];
    const least = key === "originSpacingMeters" ? 1 : 0;
    if (value !== undefined && !(typeof value === "number" && value >= least && value < Infinity))
      throw new CoverageError("INVALID_ARGUMENT", say("option.meters", { key, value: describe(value), least }), {
        path: key,
      });
  }
  for (const [layer, datum] of layerEntries("datum", options.datum))
    assertChoice(`options.datum.${layer}`, datum, DATUMS);
  for (const [layer, names] of layerEntries("properties", options.properties)) {
    assertObject(`options.properties.${layer}`, names);
    for (const [role, name] of Object.entries(names)) {
      if (role === "groups" && layer === "population") {
        assertGroups(name);
        continue;
      }
      if (!PROPERTY_KEYS.has(role)) throw unknownKey(say("name.property", { layer }), role, PROPERTY_KEYS);
      if (name !== undefined && typeof name !== "string")
        throw invalid(`options.properties.${layer}.${role}`, name, say("expected.propertyName"));
    }
  }
  const { on }: { on?: unknown } = options;
  if (on !== undefined && !(typeof on === "string" && /^\d{4}-\d\d-\d\d$/.test(on)))
    throw invalid("options.on", on, say("expected.day"));
  if (options.modes !== undefined) assertModes(options.modes);
  if (options.onProgress !== undefined && typeof options.onProgress !== "function")
    throw invalid("options.onProgress", options.onProgress, say("value.function"));
}

/** Checks the properties that are named for groups of people. */
function assertGroups(groups: unknown): void {
  if (groups === undefined) return;
  const path = "options.properties.population.groups";
  assertObject(path, groups);
  for (const [group, name] of Object.entries(groups)) {
    if (typeof name === "string") continue;
    if (!isJsonObject(name) || typeof name.value !== "string")
      throw invalid(`${path}.${group}`, name, say("expected.propertyName"));
    const { parts } = name;
    if (!(Number.isInteger(parts) && (parts as number) >= 2 && (parts as number) <= 100))
      throw invalid(`${path}.${group}.parts`, parts, say("expected.parts"));
  }
}

/**
 * Checks that a city is an object of known layers, with the two it cannot do without.
 *
 * @returns the layers, each looked up once
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`, `NO_NEIGHBORHOODS`, `NO_FACILITIES`
 */
export function assertInput(input: CityInput, options: PrepareOptions): CityInput {
  const layers = layersOf(input);
  for (const key of ["datum", "properties"] as const)
    for (const [layer] of layerEntries(key, options[key]))
      if (isReading(layers[layer as Layer], layer as Layer) && !(key === "properties" && layer === "facilities"))
        throw new CoverageError("INVALID_ARGUMENT", say("option.readBefore", { key, layer }), {
          path: `${key}.${layer}`,
          hint: say("option.readBefore.hint"),
        });
  for (const key of Object.keys(layers)) if (!INPUT_KEYS.has(key)) throw unknownLayer(key);
  if (layers.neighborhoods === undefined || layers.neighborhoods === null)
    throw new CoverageError("NO_NEIGHBORHOODS", say("city.noNeighborhoods"), {
      path: "neighborhoods",
      hint: say("city.noNeighborhoods.hint"),
    });
  if (layers.facilities === undefined || layers.facilities === null)
    throw new CoverageError("NO_FACILITIES", say("city.noFacilities"), {
      path: "facilities",
      hint: say("city.noFacilities.hint"),
    });
  return layers;
}

function layersOf(input: unknown): CityInput {
  const expected = say("expected.cityInput");
  if (!isJsonObject(input)) throw invalid("The city", input, expected);
  try {
    return { ...(input as unknown as CityInput) };
  } catch (cause) {
    throw new CoverageError("INVALID_ARGUMENT", say("city.unreadable", { expected: expected }), { cause });
  }
}

function layerEntries(key: "datum" | "properties", value: unknown): [string, unknown][] {
  if (value === undefined) return [];
  assertObject(`options.${key}`, value);
  for (const layer of Object.keys(value))
    if (!INPUT_KEYS.has(layer)) throw unknownKey(say("name.layerOf", { key }), layer, INPUT_KEYS);
  return Object.entries(value).filter(([, entry]) => entry !== undefined);
}

function unknownLayer(key: string): CoverageError {
  if (![...PREPARE_OPTION_KEYS, ...QUESTION_KEYS].includes(key)) return unknownKey(say("name.layer"), key, INPUT_KEYS);
  return new CoverageError("UNKNOWN_OPTION", say("option.amongLayers", { key }), {
    path: key,
    hint: say("option.amongLayers.hint"),
  });
}
