import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import type { CoverageReport } from "../../model/report.js";
import { assertRendering } from "../../report/check-report.js";
import { readJsonObject } from "../command-line/resolve-settings.js";

/**
 * Reads a saved report.json.
 *
 * @throws {CoverageError} `INVALID_REPORT` when the file holds no report; `FILE_MISSING`, `FILE_UNREADABLE`, `INVALID_JSON`, `UNSUPPORTED_REPORT`
 */
export function readReport(path: string): CoverageReport {
  const report: unknown = readJsonObject(path);
  try {
    assertRendering(report, {});
  } catch (error) {
    if (error instanceof CoverageError && error.code === "UNSUPPORTED_REPORT") throw error;
    throw new CoverageError("INVALID_REPORT", say("usage.report", { path }), {
      path,
      hint: say("usage.report.hint"),
    });
  }
  return report as CoverageReport;
}

/**
 * Does something with saved reports; if their content is not what a report has, it is the file that is wrong, not the command.
 *
 * @throws {CoverageError} `INVALID_REPORT`, and what the work throws
 */
export function inReport<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CoverageError) || error.code !== "INVALID_ARGUMENT") throw error;
    throw new CoverageError("INVALID_REPORT", say("usage.report.inside", { path, problem: error.problem.message }), {
      path,
      hint: say("usage.report.hint"),
      cause: error,
    });
  }
}
