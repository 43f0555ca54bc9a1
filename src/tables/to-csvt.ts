import { guardShape } from "../base/guard-call.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { isNumeric } from "./column-meanings.js";
import { listAreaColumns } from "./csv-columns.js";

/**
 * Writes the types of the columns of `toCsv`, for QGIS and GDAL: they read it beside a CSV file of the same name.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report
 */
export function toCsvt(report: CoverageReport): string {
  return guardShape("toCsvt", () => {
    assertRendering(report, {});
    const types = listAreaColumns(report, "en").map(({ meaning }) => (isNumeric(meaning) ? '"Real"' : '"String"'));
    return `${types.join(",")}\r\n`;
  });
}
