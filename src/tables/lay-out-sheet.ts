import type { CellStyle, ColumnDef, SheetChart, WriteSheet } from "hucre/xlsx";
import { formatShare } from "../report/format-number.js";
import type { ColumnKind, WorkbookChart, WorkbookColumn, WorkbookSheet } from "./workbook-sheet.js";

/** A font without name and size is one of Excel's own choosing. */
const FONT = { name: "Calibri", size: 11 };
const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EDF2" } },
  alignment: { wrapText: true, vertical: "top" },
};
const TEXT_HEADER: CellStyle = { ...HEADER, alignment: { ...HEADER.alignment, horizontal: "left", indent: 1 } };
const WRAPPED: CellStyle = { alignment: { wrapText: true, horizontal: "left", indent: 1, vertical: "top" } };
/** Off the numbers to its left. */
const INDENTED: CellStyle = { alignment: { horizontal: "left", indent: 1, vertical: "top" } };
/** A cell that stays a text when somebody edits it. */
const AS_TEXT: CellStyle = { ...INDENTED, numFmt: "@" };
/** What Excel would take for a formula when the cell is edited. */
const FORMULA_START = /^[=+\-@]/;
/** In points: of one line of text, and the most that a row may have. */
const LINE_HEIGHT = 15;
const MOST_HEIGHT = 409;
/** In characters: room for the button of the filter, and the widest that a column gets by its texts. */
const FILTER_BUTTON = 3;
const HAN_WIDTH = 15;
const WIDEST = 44;
/** So many characters stand side by side on an A4 page across, at about two thirds of their size. */
const CHARACTERS_ON_A_PAGE = 200;
const BAR_COLOR = "2F6B8F";

/** What stands above and below every printed page. */
export interface PrintedFrame {
  readonly title: string;
  readonly foot: string;
  /** With `&P` for the number of the page and `&N` for how many there are. */
  readonly page: string;
}

/** Gives a sheet its looks: widths in which every header can be read, formats of numbers, and how it is printed. */
export function layOutSheet(sheet: WorkbookSheet, frame: PrintedFrame): WriteSheet {
  const { name, columns, rows, frozenColumns, charts } = sheet;
  const headers = columns.map(({ header }) => toCell(header));
  const cells = rows.map((row) => row.map(toCell));
  const widths = columns.map((one, x) => widthOf(one, x, sheet));
  const special = cells.flatMap((row, y) =>
    row.flatMap((value, x) => {
      const style = styleOf(columns[x]?.kind, value);
      return style === null ? [] : [styled(x, y + 1, value, style)];
    }),
  );
  const last = letterOf(columns.length - 1);
  return {
    name,
    columns: columns.map(({ kind }, x) => toColumn(kind, widths[x] ?? 0, sheet, x)),
    rows: [headers, ...cells],
    rowDefs: new Map(rowHeights(sheet, widths)),
    cells: new Map([
      ...headers.map((value, x) => styled(x, 0, value, isText(columns[x]) ? TEXT_HEADER : HEADER)),
      ...special,
    ]),
    freezePane: { rows: 1, columns: frozenColumns },
    ...(charts === undefined
      ? { autoFilter: { range: `A1:${last}${rows.length + 1}` } }
      : { charts: placeCharts(charts, name, columns.length) }),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: charts === undefined ? pagesAcross(widths, frozenColumns) : 1,
      fitToHeight: charts === undefined ? 0 : 1,
      printTitlesRow: "$1:$1",
      ...(frozenColumns === 0 ? {} : { printTitlesColumn: `$A:$${letterOf(frozenColumns - 1)}` }),
      margins: { left: 0.4, right: 0.4, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: `&L&9${escaped(frame.title)}&R&9&A`,
      oddFooter: `&L&8${escaped(frame.foot)}&R&8${frame.page}`,
    },
  };
}

function toColumn(kind: ColumnKind, width: number, sheet: WorkbookSheet, x: number): ColumnDef {
  if (kind === "prose") return { width, style: WRAPPED };
  if (kind === "text") return { width, style: INDENTED };
  const numFmt = formatOf(kind, sheet, x);
  return { width, style: { alignment: { vertical: "top" } }, ...(numFmt === undefined ? {} : { numFmt }) };
}

/** The heights of rows that take more than a line: the header, and prose. Programs other than Excel find none by themselves. */
function* rowHeights({ columns, rows }: WorkbookSheet, widths: readonly number[]) {
  const height = (lines: number) => ({ height: Math.min(MOST_HEIGHT, LINE_HEIGHT * lines + 3) });
  const headerLines = columns.map(({ header }, x) => countLines(header, (widths[x] ?? 0) - FILTER_BUTTON, 1.1));
  yield [0, height(Math.max(...headerLines))] as const;
  const prose = columns.flatMap(({ kind }, x) => (kind === "prose" ? [x] : []));
  for (const [y, row] of prose.length === 0 ? [] : rows.entries()) {
    const lines = Math.max(...prose.map((x) => countLines(String(row[x] ?? ""), widths[x] ?? 0, 0.95)));
    if (lines > 1) yield [y + 1, height(lines)] as const;
  }
}

/** How the numbers of a column are shown: with as many decimals as they have a meaning. */
function formatOf(kind: ColumnKind, { rows }: WorkbookSheet, x: number): string | undefined {
  const numbers = () => rows.map((row) => row[x]).filter((value) => typeof value === "number");
  switch (kind) {
    case "count":
      return "#,##0";
    case "minutes":
    case "tenths":
      return "0.0";
    case "share":
      return "0%";
    case "fineShare":
      return "0.0%";
    case "measured":
    case "area":
      return `0.${"0".repeat(decimalsOf(numbers()))}`;
    default:
      return undefined;
  }
}

/** What a cell has of its own: texts that look like formulas, and shares that would seem to be nobody's or everybody's. */
function styleOf(kind: ColumnKind | undefined, value: string | number | null): CellStyle | null {
  if (typeof value === "string") return FORMULA_START.test(value) ? AS_TEXT : null;
  if (typeof value !== "number" || (kind !== "share" && kind !== "fineShare")) return null;
  const text = formatShare(value, kind === "share" ? 0 : 1);
  return /[<>]/.test(text) ? { numFmt: `"${text}"`, alignment: { vertical: "top", horizontal: "right" } } : null;
}

function isText(column: WorkbookColumn | undefined): boolean {
  return column?.kind === "text" || column?.kind === "prose";
}

/** Two decimals, or as many as let the smallest number have two digits; six at most. */
function decimalsOf(numbers: readonly number[]): number {
  const least = numbers.reduce((min, value) => (value > 0 && value < min ? value : min), 1);
  let decimals = 2;
  for (let part = least; part < 0.1 && decimals < 6; part *= 10) decimals++;
  return decimals;
}

/** In characters: as wide as is said, as the longest word of the header, and, unless they are wrapped, as its texts. */
function widthOf({ header, kind, width }: WorkbookColumn, x: number, { rows }: WorkbookSheet): number {
  const word = Math.max(...header.split(/[\s/]+/).map((part) => Math.min(countCharacters(part), WIDEST)));
  // bold letters are wider; Chinese breaks between any two characters
  const least = Math.max(width, /\p{Script=Han}/u.test(header) ? HAN_WIDTH : Math.ceil(word * 1.1) + FILTER_BUTTON);
  if (kind !== "text") return least;
  const longest = rows.reduce((most, row) => {
    const value = row[x];
    return typeof value === "string" ? Math.max(most, countCharacters(value) + 3) : most;
  }, least);
  return Math.min(longest, Math.max(least, WIDEST));
}

/**
 * How many lines a text takes in a column: words are not broken unless they are longer, Chinese anywhere.
 *
 * @param stretch how much wider its letters are than plain ones
 */
function countLines(text: string, width: number, stretch: number): number {
  const parts = text.match(/\n|\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];
  let lines = 1;
  let used = 0;
  for (const part of parts) {
    const length = countCharacters(part) * stretch;
    if (part === "\n" || (used > 0 && used + length > width)) {
      lines++;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used += (length % width) + (/\p{Script=Han}/u.test(part) ? 0 : 1);
  }
  return lines;
}

/** Chinese characters take two places. */
function countCharacters(text: string): number {
  let count = 0;
  for (const sign of text) count += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
  return count;
}

function pagesAcross(widths: readonly number[], frozenColumns: number): number {
  const sum = (list: readonly number[]) => list.reduce((all, width) => all + width, 0);
  const repeated = sum(widths.slice(0, frozenColumns));
  return Math.max(1, Math.ceil((sum(widths) - repeated) / Math.max(1, CHARACTERS_ON_A_PAGE - repeated)));
}

/** Puts charts to the right of the columns, each as high as its bars need. */
function placeCharts(charts: readonly WorkbookChart[], sheet: string, columnCount: number): SheetChart[] {
  let row = 1;
  return charts.map(({ title, nameColumn, valueColumn, rowCount }): SheetChart => {
    const from = { row, col: columnCount + 1 };
    const to = { row: row + Math.max(12, rowCount + 5), col: columnCount + 11 };
    row = to.row + 2;
    const range = (x: number) => `'${sheet.replaceAll("'", "''")}'!$${letterOf(x)}$2:$${letterOf(x)}$${rowCount + 1}`;
    return {
      type: "bar",
      title,
      titleFontSize: 12,
      altText: title,
      anchor: { from, to },
      legend: false,
      gapWidth: 40,
      series: [{ name: title, categories: range(nameColumn), values: range(valueColumn), color: BAR_COLOR }],
      dataLabels: { showValue: true, numberFormat: { formatCode: "0%" }, fontSize: 8 },
      axes: {
        // the first row on top, as in the table
        x: { reverse: true, labelFontSize: 8, tickLblSkip: 1 },
        y: {
          scale: { min: 0, max: 1, majorUnit: 0.25 },
          numberFormat: { formatCode: "0%" },
          labelFontSize: 8,
          gridlines: { major: true },
          tickLblPos: "high",
        },
      },
    };
  });
}

function styled(x: number, y: number, value: string | number | null, style: CellStyle) {
  return [`${y},${x}`, { value, style }] as const;
}

/**
 * Control characters cannot stand in a workbook, one cell holds 32,767 characters at most, and `_x0041_` would be read as
 * the character of that number: its first sign is written so itself.
 */
function toCell<Value extends string | number | null>(value: Value): Value | string {
  if (typeof value !== "string") return value;
  const plain = value
    .replaceAll("\r\n", "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be taken out
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
  return plain.slice(0, 32_767).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}

/** In headers and footers `&` begins an instruction, and 255 characters are the most. */
function escaped(text: string): string {
  return text.slice(0, 100).replaceAll("&", "&&");
}

/** The name of a column: 0 = A, 26 = AA. */
function letterOf(row: number): string {
  const rest = Math.floor(row / 26);
  return (rest === 0 ? "" : letterOf(rest - 1)) + String.fromCharCode(65 + (row % 26));
}
