import { toDecimals } from "../report/format-number.js";
import { escapeControls } from "../report/visible-text.js";
import type { ColumnMeaning } from "./column-meanings.js";

/** A number is written as it is, a text is guarded and quoted, `null` is an empty cell. */
export type Cell = { readonly text: string } | { readonly number: string } | null;

/** One column of a CSV file: what it is called, and how it is read off a row. */
export interface PlainColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => Cell;
}

/** A column that the data dictionary tells of. */
export interface CsvColumn<Row> extends PlainColumn<Row> {
  readonly meaning: ColumnMeaning;
}

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";
/** What makes a spreadsheet read a text as a formula, also as full-width characters. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Writes rows as CSV (RFC 4180, UTF-8 with a byte order mark, CRLF). A text that a spreadsheet would run as a formula gets a
 * leading apostrophe; control characters are written as `\\u001B`.
 */
export function toCsvText<Row>(columns: readonly PlainColumn<Row>[], rows: Iterable<Row>): string {
  return [...csvLines(columns, rows)].join("");
}

/** Writes the same line by line: all of them may be longer than one text can be. */
export function* csvLines<Row>(columns: readonly PlainColumn<Row>[], rows: Iterable<Row>): Generator<string> {
  yield BYTE_ORDER_MARK + columns.map((column) => toField(textCell(column.header))).join(",") + LINE_END;
  for (const row of rows) yield columns.map(({ cell }) => toField(cell(row))).join(",") + LINE_END;
}

export function textCell(text: string): Cell {
  return { text };
}

export function numberCell(value: number | null | undefined, digits: number): Cell {
  return value === null || value === undefined ? null : { number: toDecimals(value, digits) };
}

/** Seconds, as minutes with two decimals. */
export function minutesCell(seconds: number | null | undefined): Cell {
  return seconds === null || seconds === undefined ? null : { number: (seconds / 60).toFixed(2) };
}

/** Also quotes what some spreadsheets take for a separator: a formula must not begin behind one. */
function toField(cell: Cell): string {
  if (cell === null) return "";
  if ("number" in cell) return cell.number;
  const text = escapeControls(cell.text);
  const guarded = FORMULA_START.test(cell.text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
