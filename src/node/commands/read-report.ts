import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import type { CoverageReport } from "../../model/report.js";
import { assertRendering } from "../../report/check-report.js";
import { readJsonObject } from "../command-line/resolve-settings.js";

/**
 * Reads a saved report.json.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` when the file holds no report; `FILE_MISSING`, `FILE_UNREADABLE`, `INVALID_JSON`, `UNSUPPORTED_REPORT`
 */
export function readReport(path: string): CoverageReport {
  const report: unknown = readJsonObject(path);
  try {
    assertRendering(report, {});
  } catch (error) {
    if (error instanceof CoverageError && error.code === "UNSUPPORTED_REPORT") throw error;
    throw new CoverageError("INVALID_ARGUMENT", say("usage.report", { path }), {
      path,
      hint: say("usage.report.hint"),
    });
  }
  return report as CoverageReport;
}
