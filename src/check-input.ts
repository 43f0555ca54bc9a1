import { CoverageError } from "./errors.js";
import type { CityInput, PrepareOptions } from "./model.js";

const INPUT_KEYS = new Set(["neighborhoods", "facilities", "streets", "population"]);
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
    if (value !== undefined && !(choices as readonly string[]).includes(value))
      throw new CoverageError(
        "INVALID_ARGUMENT",
        `options.${key} is ${JSON.stringify(value)}; expected one of ${choices.join(", ")}.`,
      );
  }
  for (const key of ["originSpacingMeters", "smallFragmentMeters"] as const) {
    const value = options[key];
    const least = key === "originSpacingMeters" ? 1 : 0;
    if (value !== undefined && !(value >= least && value < Infinity))
      throw new CoverageError(
        "INVALID_ARGUMENT",
        `options.${key} is ${String(value)}; expected metres, ${least} or more.`,
      );
  }
  for (const key of ["datum", "properties"] as const)
    for (const layer of Object.keys(options[key] ?? {}))
      if (!INPUT_KEYS.has(layer)) throw unknownKey(`options.${key} layer`, layer, INPUT_KEYS);
  for (const datum of Object.values(options.datum ?? {}))
    if (!["wgs84", "gcj02", "bd09", "cgcs2000"].includes(datum))
      throw new CoverageError(
        "INVALID_ARGUMENT",
        `Datum ${JSON.stringify(datum)} is not known; expected wgs84, gcj02, bd09 or cgcs2000.`,
      );
}

/**
 * Checks that an object has no misspelt options.
 *
 * @throws {CoverageError} `UNKNOWN_OPTION`
 */
export function assertKeys(options: object, known: ReadonlySet<string>): void {
  for (const key of Object.keys(options)) if (!known.has(key)) throw unknownKey("option", key, known);
}

/**
 * Checks that a city is an object of known layers, with the two it cannot do without.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`, `NO_NEIGHBORHOODS`, `NO_FACILITIES`
 */
export function assertInput(input: CityInput): void {
  if (typeof input !== "object" || input === null)
    throw new CoverageError(
      "INVALID_ARGUMENT",
      `The city is ${String(input)}; expected { neighborhoods, facilities, streets?, population? }.`,
    );
  for (const key of Object.keys(input)) if (!INPUT_KEYS.has(key)) throw unknownKey("layer", key, INPUT_KEYS);
  if (input.neighborhoods === undefined || input.neighborhoods === null)
    throw new CoverageError("NO_NEIGHBORHOODS", "The city has no neighborhoods.", {
      path: "neighborhoods",
      hint: "Give a GeoJSON FeatureCollection of polygons.",
    });
  if (input.facilities === undefined || input.facilities === null)
    throw new CoverageError("NO_FACILITIES", "The city has no facilities.", {
      path: "facilities",
      hint: "Give a GeoJSON FeatureCollection; an empty one is allowed.",
    });
}

function unknownKey(what: string, key: string, known: ReadonlySet<string>): CoverageError {
  const similar = [...known].find((name) => name.toLowerCase().startsWith(key.slice(0, 3).toLowerCase()));
  const hint = similar === undefined ? `Known: ${[...known].join(", ")}.` : `Did you mean "${similar}"?`;
  return new CoverageError("UNKNOWN_OPTION", `There is no ${what} "${key}".`, { path: key, hint });
}
