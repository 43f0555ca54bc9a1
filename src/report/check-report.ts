import { CoverageError, type ErrorText, say } from "../base/errors.js";

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
    isObject(report) &&
    typeof report.schemaVersion === "number" &&
    isObject(report.standard) &&
    isObject(report.profile) &&
    isObject(report.city) &&
    LISTS.every((list) => Array.isArray(report[list]));
  if (!isReport)
    throw invalid("report", "The report is none.", "Pass what computeCoverage returned, or its JSON, parsed.");
  assertSchemaVersion(report.schemaVersion as number);
  assertTextOptions(options);
}

/**
 * Checks the language and the width of a rendering.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertTextOptions(options: unknown): void {
  if (!isObject(options)) throw invalid("options", "The options are no object.", 'Write them as { locale: "zh" }.');
  const { locale, width } = options;
  if (locale !== undefined && locale !== "zh" && locale !== "en")
    throw invalid("locale", "The locale is not known.", 'Expected "zh" or "en".');
  if (width !== undefined && !(typeof width === "number" && width >= 1))
    throw invalid("width", "The width is no number of columns.", "Expected 1 or more.");
}

/**
 * Checks what a map is drawn from.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertMapCity(city: unknown): void {
  if (!isObject(city)) throw invalid("city", "The city is no object.", "Pass what prepareCity returned.");
  assertOutlines(city.neighborhoods);
}

/**
 * Checks the outlines that a rendering draws.
 *
 * @throws {CoverageError} INVALID_ARGUMENT
 */
export function assertOutlines(neighborhoods: unknown): void {
  if (Array.isArray(neighborhoods) && neighborhoods.every((one) => isObject(one) && Array.isArray(one.polygons)))
    return;
  throw invalid("neighborhoods", "The neighborhoods are no outlines.", "Pass prepareCity(…).neighborhoods.");
}

function assertSchemaVersion(version: number): void {
  if (version === SCHEMA_VERSION) return;
  throw new CoverageError(
    "UNSUPPORTED_REPORT",
    say("The report has the schema version {version}; this version of quarterhour reads {expected}.", {
      version,
      expected: SCHEMA_VERSION,
    }),
    { path: "report", hint: "Compute the report again, or render it with the version that wrote it." },
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(path: string, problem: ErrorText, hint: ErrorText): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", problem, { path, hint });
}
