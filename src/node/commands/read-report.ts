import { CoverageError } from "../../base/errors.js";
import type { CoverageReport } from "../../model/report.js";
import { assertRendering } from "../../report/check-report.js";
import { readJsonObject } from "../command-line/resolve-settings.js";
import { UsageError } from "../command-line/usage-error.js";

/**
 * Reads a saved report.json.
 *
 * @throws {UsageError} when the file holds no report
 * @throws {CoverageError} `FILE_MISSING`, `FILE_UNREADABLE`, `INVALID_JSON`, `UNSUPPORTED_REPORT`
 */
export function readReport(path: string): CoverageReport {
  const report: unknown = readJsonObject(path);
  try {
    assertRendering(report, {});
  } catch (error) {
    if (error instanceof CoverageError && error.code === "UNSUPPORTED_REPORT") throw error;
    throw new UsageError({
      zh: `${path} 不是报告：请给出 run 写出的 report.json。`,
      en: `${path} holds no report: name a report.json that run has written.`,
    });
  }
  return report as CoverageReport;
}
