import type { CellStyle } from "hucre/xlsx";
import { guardShape } from "../base/guard-call.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { neighborhoodSheet, shortfallSheet } from "./workbook-area-sheets.js";
import { aboutSheet, indicatorSheet, sourceSheet } from "./workbook-city-sheets.js";
import type { ColumnKind, WorkbookSheet } from "./workbook-sheet.js";

/** Options of `toXlsx`. */
export interface WorkbookOptions {
  /** Of sheet names, headers and texts. Default: `en`. */
  readonly locale?: Locale;
  /** Who reads it, and so what is recommended: options of functions, or flags of the command. Default: `library`. */
  readonly surface?: Surface;
}

const FORMATS: Readonly<Record<ColumnKind, string | undefined>> = {
  text: undefined,
  count: "#,##0",
  share: "0.0%",
  tenths: "0.0",
  hundredths: "0.00",
};
/** A font without name and size is one of Excel's own choosing. */
const HEADER: CellStyle = {
  font: { bold: true, name: "Calibri", size: 11 },
  alignment: { wrapText: true, vertical: "top" },
};
/** A cell that stays a text when somebody edits it. */
const AS_TEXT: CellStyle = { numFmt: "@" };
/** What Excel would take for a formula when the cell is edited. */
const FORMULA_START = /^[=+\-@]/;

/**
 * Writes a report as a workbook for Excel, WPS and LibreOffice: 说明 · 指标统计表 · 社区明细 · 短板清单 · 数据来源.
 *
 * Shares are real percentages, headers stay in sight, and every sheet can be filtered. Texts are stored as texts: a name that
 * looks like a formula is not run. The same report gives the same bytes.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 *
 * @example
 * ```ts
 * import { writeFileSync } from "node:fs";
 * import { toXlsx } from "quarterhour/tables";
 *
 * const bytes = await toXlsx(report, { locale: "zh" });
 * writeFileSync("report.xlsx", bytes);
 * String.fromCharCode(...bytes.subarray(0, 2)); // → "PK"
 * ```
 */
export async function toXlsx(report: CoverageReport, options: WorkbookOptions = {}): Promise<Uint8Array> {
  return guardShape("toXlsx", async () => {
    assertRendering(report, options);
    const { locale = "en", surface = "library" } = options;
    const { packWorkbook } = await import("./pack-workbook.js");
    return packWorkbook(toWorkbookSheets(report, locale, surface).map(toSheet));
  });
}

/** Lays a report out as the five sheets of the workbook, in one language. */
export function toWorkbookSheets(report: CoverageReport, locale: Locale, surface: Surface): readonly WorkbookSheet[] {
  return [
    aboutSheet(report, locale, surface),
    indicatorSheet(report, locale),
    neighborhoodSheet(report, locale),
    shortfallSheet(report, locale),
    sourceSheet(report, locale, surface),
  ];
}

function toSheet({ name, columns, rows, frozenColumns }: WorkbookSheet) {
  const headers = columns.map(({ header }) => header);
  const width = letterOf(columns.length - 1);
  const cells = rows.map((row) => row.map(toCell));
  const guarded = cells.flatMap((row, y) =>
    row.flatMap((value, x) =>
      typeof value === "string" && FORMULA_START.test(value) ? [styled(x, y + 1, value, AS_TEXT)] : [],
    ),
  );
  return {
    name,
    columns: columns.map(({ kind, width }) => ({
      width,
      ...(FORMATS[kind] === undefined ? {} : { numFmt: FORMATS[kind] }),
    })),
    rows: [headers, ...cells],
    cells: new Map([...headers.map((value, x) => styled(x, 0, value, HEADER)), ...guarded]),
    freezePane: { rows: 1, columns: frozenColumns },
    autoFilter: { range: `A1:${width}${rows.length + 1}` },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const,
  };
}

function styled(x: number, y: number, value: string, style: CellStyle) {
  return [`${y},${x}`, { value, style }] as const;
}

/**
 * Control characters cannot stand in a workbook, one cell holds 32,767 characters at most, and `_x0041_` would be read as
 * the character of that number: its first sign is written so itself.
 */
function toCell(value: string | number | null): string | number | null {
  if (typeof value !== "string") return value;
  const plain = value
    .replaceAll("\r\n", "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  return plain.slice(0, 32_767).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** The name of a column: 0 = A, 26 = AA. */
function letterOf(row: number): string {
  const rest = Math.floor(row / 26);
  return (rest === 0 ? "" : letterOf(rest - 1)) + String.fromCharCode(65 + (row % 26));
}
