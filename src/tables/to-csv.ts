import { guardShape } from "../base/guard-call.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { listAreaColumns, listAreaRows } from "./csv-columns.js";
import { csvLines, toCsvText } from "./csv-table.js";

/** Options of the CSV tables. */
export interface CsvOptions {
  /** Of headers, labels and statuses. Default: `en`. */
  readonly locale?: Locale;
}

/**
 * Writes a report as CSV (RFC 4180, UTF-8 with a byte order mark, CRLF): the whole city, then one row per neighborhood.
 *
 * Shares are 0 to 1, times minutes, distances metres, areas square metres. An unknown number is an empty cell, never 0;
 * status and grade columns tell "no data". A text that a spreadsheet would run as a formula gets a leading apostrophe, and
 * control characters, which a terminal would obey, are written as `\\u001B`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 *
 * @example
 * ```ts
 * import { toCsv } from "quarterhour";
 *
 * const lines = toCsv(report).split("\r\n");
 * lines[0]?.split(",").slice(1, 3); // → ["Name","Population"]
 * lines[2]?.split(",").slice(0, 3); // → ["JC01","文昌社区","4430"]
 * ```
 */
export function toCsv(report: CoverageReport, options: CsvOptions = {}): string {
  return guardShape("toCsv", () => {
    assertRendering(report, options);
    const { locale = "en" } = options;
    return toCsvText(listAreaColumns(report, locale), listAreaRows(report, locale));
  });
}

/** Writes the same line by line, for tables that are longer than a text can be. */
export function toCsvLines(report: CoverageReport, locale: Locale): Iterable<string> {
  return csvLines(listAreaColumns(report, locale), listAreaRows(report, locale));
}
