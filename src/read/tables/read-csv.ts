import { invalid } from "../../base/check-argument.js";
import { CoverageError } from "../../base/errors.js";
import { guardLive } from "../../base/guard-call.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import type { FeatureReading } from "../../model/input.js";
import { MAX_BYTES } from "../decode-text.js";
import { onlyFileOf } from "../gis/open-archive.js";
import { inTurns, Pace, ROWS_OF_STEP, type TurnOptions } from "../in-turns.js";
import { assertReadableFile } from "../recognize-file.js";
import { decodeTable } from "./decode-table.js";
import { findHeaderRow, namesOfColumns } from "./find-header.js";
import { headRows, separatorsFor } from "./find-separator.js";
import { findings, noPositions, readTable } from "./read-table.js";
import { type CsvLimits, type CsvRow, scanCsv } from "./scan-csv.js";
import { assertCsvOptions, type CsvReadOptions, SEPARATORS } from "./table-options.js";

const HEADER_ROWS = 10;

/**
 * Reads a text with separators (CSV, TSV) as features: every row with a position is one, its other cells are its properties.
 *
 * Separator, columns and decimal commas are found; what a file does not tell (the encoding, the system of metres, the datum of a table
 * of Amap or Baidu) is asked for in an error that names the option. Rows without a position are left out and counted.
 *
 * With `signal` or `onProgress` it reads in turns with whatever else is to be done, and gives a promise.
 *
 * @param input the text, or its bytes: UTF-8, UTF-16 with a byte order mark, or as the option `encoding` says; or a zip archive with it
 * @returns what is taken wherever GeoJSON is
 * @throws {CoverageError} INVALID_ENCODING, INVALID_TABLE with the line, INVALID_ARGUMENT, SWAPPED_COORDINATES,
 *   PROJECTED_COORDINATES, UNSUPPORTED_CRS, UNKNOWN_FORMAT, LIMIT_EXCEEDED; of an archive LAYER_NEEDED, DAMAGED_FILE
 *
 * @example
 * ```ts
 * import { readCsv, readFacilities } from "quarterhour/read";
 *
 * const table = "id,name,typecode,location\nB01,药店,090601,\"104.06,30.66\"\n";
 * const reading = readCsv(table, { datum: "gcj02" });
 * readFacilities(reading).rows.length; // → 1
 * ```
 */
export function readCsv(input: string | Uint8Array, options?: CsvReadOptions): FeatureReading;
export function readCsv(input: string | Uint8Array, options: CsvReadOptions & TurnOptions): Promise<FeatureReading>;
export function readCsv(
  input: string | Uint8Array,
  options: CsvReadOptions & TurnOptions = {},
): FeatureReading | Promise<FeatureReading> {
  return guardLive("readCsv", [input, options], () => {
    assertCsvOptions(options);
    const { path = "table" } = options;
    if (typeof input !== "string" && !(input instanceof Uint8Array))
      throw invalid(path, input, say("expected.textOrBytes"));
    return inTurns(options, input.length, () => readInSteps(input, path, options));
  });
}

function* readInSteps(input: string | Uint8Array, path: string, options: CsvReadOptions): Steps<FeatureReading> {
  const decoded = typeof input === "string" ? input : yield* decode(input, options, path);
  yield;
  const limits: CsvLimits = {
    maxColumns: options.maxColumns ?? 1000,
    maxRows: options.maxRows ?? 10_000_000,
    maxCellLength: options.maxCellLength ?? 10_000_000,
  };
  const { text, named } = withoutSeparatorLine(decoded.startsWith("\ufeff") ? decoded.slice(1) : decoded);
  const wanted = options.separator ?? named;
  const separators = wanted === undefined ? separatorsFor(text) : [wanted];
  const { rows, at } = yield* findRows(text, separators, limits, options);
  if (rows.length === 0) {
    throw new CoverageError("INVALID_TABLE", say("table.empty", { path }), { path, hint: say("table.empty.hint") });
  }
  const header = namesOfColumns(
    rows.slice(0, HEADER_ROWS).map(({ cells }) => cells),
    Math.max(0, at),
  );
  if (at === -1) throw noPositions(path, header);
  assertNotCut(rows, header.length, text, path);
  yield;
  return yield* readRows(rows, at + 1, header, options, path);
}

function* decode(bytes: Uint8Array, { layer, encoding }: CsvReadOptions, path: string): Steps<string> {
  const own = yield* onlyFileOf(bytes, path, layer, MAX_BYTES);
  assertReadableFile(own, path);
  yield;
  return decodeTable(own, path, encoding);
}

/** Takes a text apart by the first separator that shows a header: a title above it may hide which one that is. */
function* findRows(
  text: string,
  separators: readonly string[],
  limits: CsvLimits,
  { columns, path = "table" }: CsvReadOptions,
): Steps<{ readonly rows: readonly CsvRow[]; readonly at: number }> {
  for (const separator of separators) {
    const at = findHeader(headRows(text, separator, HEADER_ROWS), columns !== undefined);
    if (at !== -1 || separators.length === 1) return { rows: yield* allRows(text, separator, limits, path), at };
  }
  // what is wrong with its quotes is said before what is wrong with its columns
  return { rows: yield* allRows(text, separators[0] as string, limits, path), at: -1 };
}

/** Tells the character it has come to: a table of one byte for each would be as long. */
function* allRows(text: string, separator: string, limits: CsvLimits, path: string): Steps<CsvRow[]> {
  const rows: CsvRow[] = [];
  const pace = new Pace();
  for (const row of scanCsv(text, separator, limits, path)) {
    rows.push(row);
    if (pace.isDue(row.cells.length)) yield row.end;
  }
  return rows;
}

/** Whether any of the first rows names columns of positions; with columns named by an option, the first row is the header. */
function findHeader(rows: readonly CsvRow[], isNamed: boolean): number {
  return isNamed ? 0 : findHeaderRow(rows.slice(0, HEADER_ROWS).map(({ cells }) => cells));
}

function* readRows(
  rows: readonly CsvRow[],
  first: number,
  header: readonly string[],
  options: CsvReadOptions,
  path: string,
): Steps<FeatureReading> {
  const diagnostics = findings();
  // a separator inside of a cell that has no quotes moves all that follows: a position would be read from the wrong cells
  const isWhole = ({ cells }: CsvRow) => cells.length <= header.length || cells.slice(header.length).every(isBlank);
  const whole: CsvRow[] = [];
  for (let i = first; i < rows.length; i++) {
    if (i % ROWS_OF_STEP === 0) yield;
    const row = rows[i] as CsvRow;
    if (isWhole(row)) whole.push(row);
    else diagnostics.add("row.tooLong", null, `row ${row.number}`);
  }
  const reading = yield* readTable({ header, rows: whole, path }, options, diagnostics);
  const tooLong = rows.length - first - whole.length;
  return tooLong === 0 ? reading : { ...reading, leftOut: { ...reading.leftOut, "row.tooLong": tooLong } };
}

const isBlank = (cell: string): boolean => cell.trim() === "";

/** Excel's first line `sep=;`. */
function withoutSeparatorLine(text: string): { readonly text: string; readonly named?: string } {
  const [line, named = ""] = /^"?sep=(.?)"?\r?\n/i.exec(text) ?? [];
  if (line === undefined) return { text };
  return { text: text.slice(line.length), ...(SEPARATORS.includes(named) ? { named } : {}) };
}

/** @throws {CoverageError} INVALID_TABLE if the last line ends early, and without an end of line, while all others are whole */
function assertNotCut(rows: readonly CsvRow[], columnCount: number, text: string, path: string): void {
  const last = rows.at(-1);
  if (last === undefined || last.cells.length >= columnCount || /[\r\n]$/.test(text)) return;
  if (rows.some((row) => row !== last && row.cells.length < columnCount)) return;
  throw new CoverageError(
    "INVALID_TABLE",
    say("table.cut", { path, line: last.number, count: last.cells.length, columns: columnCount }),
    { path, hint: say("table.cut.hint") },
  );
}
