import { CoverageError } from "../base/errors.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { Phrase } from "../base/texts/phrase.js";
import { SURFACES } from "../base/texts/surfaces.js";

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
  if (!isReport) throw invalid("report", say("report.missing"), say("report.missing.hint"));
  assertSchemaVersion(report.schemaVersion as number);
  assertTextOptions(options);
}

/**
 * Checks the language, the reader and the width of a rendering.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertTextOptions(options: unknown): void {
  if (!isJsonObject(options)) throw invalid("options", say("report.options"), say("report.options.hint"));
  const { locale, surface, width } = options;
  if (locale !== undefined && locale !== "zh" && locale !== "en")
    throw invalid("locale", say("report.locale"), say("report.locale.hint"));
  if (surface !== undefined && !Object.hasOwn(SURFACES, String(surface)))
    throw invalid(
      "surface",
      say("report.surface"),
      say("report.surface.hint", { known: Object.keys(SURFACES).join(", ") }),
    );
  if (width !== undefined && !(typeof width === "number" && width >= 1))
    throw invalid("width", say("report.width"), say("report.width.hint"));
}

/**
 * Checks what a map is drawn from.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertMapCity(city: unknown): void {
  if (!isJsonObject(city)) throw invalid("city", say("report.city"), say("report.city.hint"));
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
  throw invalid("neighborhoods", say("report.neighborhoods"), say("report.neighborhoods.hint"));
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

function invalid(path: string, problem: Phrase, hint: Phrase): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", problem, { path, hint });
}
