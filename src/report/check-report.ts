import { assertChoice, assertObject, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/renderings.js";
import { SURFACE_NAMES } from "../base/texts/surfaces.js";

/** The form of reports that renderings read; 0.1.0 wrote 1. */
const SCHEMA_VERSION = 2;
const LISTS = ["neighborhoods", "diagnostics", "travel", "inputs"] as const;

/**
 * Checks what every rendering is given: a report, and options with a language that there is.
 *
 * @throws {CoverageError} INVALID_ARGUMENT, UNSUPPORTED_REPORT
 */
export function assertRendering(report: unknown, options: unknown): void {
  const isReport =
    isJsonObject(report) &&
    typeof report.schemaVersion === "number" &&
    isJsonObject(report.standard) &&
    isJsonObject(report.profile) &&
    isJsonObject(report.city) &&
    LISTS.every((list) => Array.isArray(report[list]));
  if (!isReport) throw invalid("report", report, say("expected.report"));
  assertSchemaVersion(report.schemaVersion as number);
  assertTextOptions(options);
}

/**
 * Checks the language, the reader and the width of a rendering.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertTextOptions(options: unknown): void {
  assertObject("options", options);
  const { locale, surface, width } = options;
  if (locale !== undefined) assertChoice("locale", locale, ["zh", "en"]);
  if (surface !== undefined) assertChoice("surface", surface, SURFACE_NAMES);
  if (width !== undefined && !(Number.isInteger(width) && Number(width) >= 1))
    throw invalid("width", width, say("expected.columns"));
}

/**
 * Checks what a map is drawn from.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertMapCity(city: unknown): void {
  if (!isJsonObject(city)) throw invalid("city", city, say("expected.preparedCity"));
  assertOutlines(city.neighborhoods);
}

/**
 * Checks the outlines that a rendering draws.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertOutlines(neighborhoods: unknown): void {
  if (Array.isArray(neighborhoods) && neighborhoods.every((one) => isJsonObject(one) && Array.isArray(one.polygons)))
    return;
  throw invalid("neighborhoods", neighborhoods, say("expected.outlines"));
}

function assertSchemaVersion(version: number): void {
  if (version === SCHEMA_VERSION) return;
  throw new CoverageError(
    "UNSUPPORTED_REPORT",
    say("report.version", {
      version,
      expected: SCHEMA_VERSION,
    }),
    { path: "report", hint: say("report.version.hint") },
  );
}
