import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";

/** Where scanning stops, with an error. */
export interface CsvLimits {
  readonly maxColumns: number;
  readonly maxRows: number;
  readonly maxCellLength: number;
}

/** One row, as it stands in the text. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** The line on which it begins, from 1. */
  readonly number: number;
  /** Where the next one begins in the text. */
  readonly end: number;
}

const QUOTE = 0x22;
const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Takes a text with separators apart, row by row; rows without anything are passed over.
 *
 * A cell that begins with a quote ends with one: separators and ends of lines within are its own, and two quotes are one. Quotes
 * elsewhere are quotes, but in `="050100"`, which is the text 050100. Lines end with LF, CRLF or CR.
 *
 * @throws {CoverageError} INVALID_TABLE with the line, for a quote that does not end or is followed by more; LIMIT_EXCEEDED
 * @see RFC 4180, 2005
 */
export function* scanCsv(text: string, separator: string, limits: CsvLimits, path: string): Generator<CsvRow> {
  const mark = separator.charCodeAt(0);
  let at = 0;
  let line = 1;
  let rows = 0;
  while (at < text.length) {
    const cells: string[] = [];
    const firstLine = line;
    for (let isOpen = true; isOpen; ) {
      let end: number;
      if (text.charCodeAt(at) === QUOTE) {
        const closing = findClosingQuote(text, at + 1);
        if (closing === -1) throw wrongQuote("openQuote", line, path);
        const inner = text.slice(at + 1, closing);
        cells.push(inner.includes('"') ? plainText(inner.replaceAll('""', '"')) : inner);
        line += countLines(inner);
        end = closing + 1;
        if (end < text.length && !isEnd(text.charCodeAt(end), mark)) throw wrongQuote("afterQuote", line, path);
      } else {
        end = at;
        while (end < text.length && !isEnd(text.charCodeAt(end), mark)) end++;
        cells.push(plainText(text.slice(at, end)));
      }
      if ((cells[cells.length - 1] as string).length > limits.maxCellLength)
        throw tooMuch("cellTooLong", line, limits.maxCellLength, path);
      if (cells.length > limits.maxColumns) throw tooMuch("tooManyColumns", line, limits.maxColumns, path);
      isOpen = end < text.length && text.charCodeAt(end) === mark;
      at = isOpen ? end + 1 : end;
    }
    if (text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    at++;
    line++;
    if (cells.every((cell) => cell === "")) continue;
    if (++rows > limits.maxRows) throw tooMuch("tooManyRows", firstLine, limits.maxRows, path);
    yield { cells, number: firstLine, end: at };
  }
}

/** `="050100"` is how exports keep a spreadsheet from taking a text for a number. */
function plainText(cell: string): string {
  if (cell.charCodeAt(0) !== EQUALS || cell.charCodeAt(1) !== QUOTE) return cell;
  return cell.length > 2 && cell.endsWith('"') ? cell.slice(2, -1).replaceAll('""', '"') : cell;
}

function isEnd(code: number, mark: number): boolean {
  return code === mark || code === LINE_FEED || code === RETURN;
}

function findClosingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function countLines(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) count++;
  }
  return count;
}

function wrongQuote(problem: "openQuote" | "afterQuote", line: number, path: string): CoverageError {
  return new CoverageError("INVALID_TABLE", say(`table.${problem}`, { path, line }), {
    path,
    hint: say(`table.${problem}.hint`),
  });
}

/** Says that a table is larger than a limit. */
export function tooMuch(
  problem: "cellTooLong" | "tooManyColumns" | "tooManyRows",
  line: number,
  most: number,
  path: string,
): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say(`table.${problem}`, { path, line, most }), {
    path,
    hint: say(`table.${problem}.hint`),
  });
}
