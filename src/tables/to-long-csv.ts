import { guardShape } from "../base/guard-call.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { type Cell, type CsvColumn, csvLines, numberCell, textCell, toCsvText } from "./csv-table.js";
import { eachRow, ROW_COLUMNS, type Row } from "./rows.js";
import type { CsvOptions } from "./to-csv.js";

/**
 * Writes a report as a long CSV table, for pivot tables, R and pandas: the rows of `rows`. Unknown numbers and formulas are as in `toCsv`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function toLongCsv(report: CoverageReport, options: CsvOptions = {}): string {
  return guardShape("toLongCsv", () => {
    assertRendering(report, options);
    return toCsvText(LONG_COLUMNS, eachRow(report, options.locale ?? "en"));
  });
}

/** Writes the same line by line, for tables that are longer than a text can be. */
export function toLongCsvLines(report: CoverageReport, locale: Locale): Iterable<string> {
  return csvLines(LONG_COLUMNS, eachRow(report, locale));
}

/** The columns of the long table. */
export const LONG_COLUMNS: readonly CsvColumn<Row>[] = Object.entries(ROW_COLUMNS).map(
  ([header, { meaning, digits }]) => ({
    header,
    meaning,
    cell: (row: Row): Cell => {
      const value = row[header as keyof Row];
      if (value === null) return null;
      return digits === null ? textCell(value as string) : numberCell(value as number, digits);
    },
  }),
);
