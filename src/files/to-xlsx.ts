import type { CoverageReport, Locale } from "../model.js";
import { assertRendering } from "../report/check-report.js";
import { type ColumnKind, toWorkbookSheets, type WorkbookSheet } from "./workbook-sheets.js";

export interface WorkbookOptions {
  /** Of sheet names, headers and texts. Default: `en`. */
  readonly locale?: Locale;
}

const FORMATS: Readonly<Record<ColumnKind, string | undefined>> = {
  text: undefined,
  count: "#,##0",
  share: "0.0%",
  tenths: "0.0",
  hundredths: "0.00",
};
/** A workbook says when it was made; the same report must be the same bytes, so it always says this. */
const MADE = new Date(Date.UTC(2000, 0, 1));
const HEADER = { font: { bold: true }, alignment: { wrapText: true, vertical: "top" } } as const;

/**
 * Writes a report as a workbook for Excel, WPS and LibreOffice: 说明 · 指标统计表 · 社区明细 · 短板清单 · 数据来源.
 *
 * Shares are real percentages, headers stay in sight, and every sheet can be filtered. Texts are stored as texts: a name that
 * looks like a formula is not run. The same report gives the same bytes.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export async function toXLSX(report: CoverageReport, options: WorkbookOptions = {}): Promise<Uint8Array> {
  assertRendering(report, options);
  const { locale = "en" } = options;
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({
    sheets: toWorkbookSheets(report, locale).map(toSheet),
    properties: { creator: "quarterhour", created: MADE, modified: MADE },
  });
}

function toSheet({ name, columns, rows, frozenColumns }: WorkbookSheet) {
  const headers = columns.map(({ header }) => header);
  const width = letterOf(columns.length - 1);
  return {
    name,
    columns: columns.map(({ kind, width }) => ({
      width,
      ...(FORMATS[kind] === undefined ? {} : { numFmt: FORMATS[kind] }),
    })),
    rows: [headers, ...rows.map((cells) => cells.map(toCell))],
    cells: new Map(headers.map((value, row) => [`0,${row}`, { value, style: HEADER }])),
    freezePane: { rows: 1, columns: frozenColumns },
    autoFilter: { range: `A1:${width}${rows.length + 1}` },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const,
  };
}

/** Control characters cannot stand in a workbook, and one cell holds 32,767 characters at most. */
function toCell(value: string | number | null): string | number | null {
  if (typeof value !== "string") return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
  return value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "").slice(0, 32_767);
}

/** The name of a column: 0 = A, 26 = AA. */
function letterOf(row: number): string {
  const rest = Math.floor(row / 26);
  return (rest === 0 ? "" : letterOf(rest - 1)) + String.fromCharCode(65 + (row % 26));
}
