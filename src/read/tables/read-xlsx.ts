import { invalid } from "../../base/check-argument.js";
import { CoverageError } from "../../base/errors.js";
import { guardLive } from "../../base/guard-call.js";
import { say } from "../../base/texts/files.js";
import type { FeatureReading } from "../../model/input.js";
import { onlyFileOf } from "../gis/open-archive.js";
import { checkTurnOptions, Turns } from "../in-turns.js";
import { assertReadableFile, isZip, namesInZip } from "../recognize-file.js";
import { findHeaderRow, namesOfColumns } from "./find-header.js";
import { MAX_WORKBOOK_BYTES, openWorkbook, unpackWorkbook, type WorkbookSheet } from "./open-workbook.js";
import type { Cell } from "./read-cell.js";
import { findings, noPositions, readTable } from "./read-table.js";
import { tooMuch } from "./scan-csv.js";
import type { TableRow } from "./table.js";
import { assertXlsxOptions, type XlsxReadOptions } from "./table-options.js";

/** A title may stand above the header. */
const HEADER_ROWS = 10;

/**
 * Reads a sheet of a workbook (.xlsx) as features: every row with a position is one, its other cells are its properties.
 *
 * The first sheet is read that has columns of positions in one of its first ten rows, hidden sheets last; which one, and which others there
 * are, is said. With `signal` or `onProgress` it reads in turns with whatever else is to be done; but the package that takes a workbook apart
 * does so at one go, which lasts as long as the workbook is large (some tenths of a second for fifty thousand rows). In Node, `readInWorker`
 * is ended at once.
 *
 * Of formulas the results are read that were saved with them. All else is as in `readCsv`.
 *
 * @param input the workbook, or a zip archive with it
 * @throws {CoverageError} INVALID_TABLE for a damaged workbook, and one without positions; what `readCsv` throws
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { readXlsx } from "quarterhour/read";
 *
 * const readPois = () => readXlsx(readFileSync("poi.xlsx"), { datum: "gcj02" });
 * ```
 */
export async function readXlsx(input: Uint8Array, options: XlsxReadOptions = {}): Promise<FeatureReading> {
  return await guardLive("readXlsx", [input, options], async () => {
    assertXlsxOptions(options);
    const { path = "table", columns, sheet: wanted, layer } = options;
    if (!(input instanceof Uint8Array)) throw invalid(path, input, say("table.expectedBytes"));
    // of a workbook that is cut off not even the directory is there: it is said what it was given as
    checkTurnOptions(options);
    const turns = new Turns(options, input.length);
    const bytes =
      namesInZip(input).length === 0 ? input : await turns.run(onlyFileOf(input, path, layer, MAX_WORKBOOK_BYTES));
    assertReadableFile(bytes, path);
    await turns.pause();
    const sheets = await openSheets(bytes, path, turns);
    await turns.pause(input.length);
    const shown = [...sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden));
    const named = wanted === undefined ? shown : sheets.filter(({ name }) => name === wanted);
    if (named.length === 0 && wanted !== undefined) throw noSheet(path, wanted, sheets);
    const found = named
      .map((sheet) => ({ sheet, at: findHeader(sheet, columns !== undefined) }))
      .find(({ at }) => at !== -1);
    if (found === undefined)
      throw noPositions(
        path,
        named.flatMap((sheet) => headOf(sheet)[0] ?? []),
      );
    const { sheet, at } = found;
    assertSize(sheet, options, path);
    const diagnostics = findings();
    const others = sheets.filter((other) => other !== sheet && other.rows.length > 0).map(({ name }) => name);
    if (others.length > 0 && wanted === undefined)
      diagnostics.add("table.sheetChosen", null, null, `${sheet.name} (${others.join(", ")})`);
    const header = namesOfColumns(headOf(sheet), at);
    const rows: TableRow[] = [];
    for (let row = at + 1; row < sheet.rows.length; row++) {
      const cells = sheet.rows[row] as readonly Cell[];
      if (cells.some((cell) => cell !== null && cell !== "")) rows.push({ cells, number: row + 1 });
    }
    return await turns.run(readTable({ header, rows, path }, options, diagnostics));
  });
}

async function openSheets(bytes: Uint8Array, path: string, turns: Turns): Promise<WorkbookSheet[]> {
  try {
    if (!isZip(bytes)) throw new Error("no zip archive");
    const parts = await turns.run(unpackWorkbook(bytes, path));
    return await openWorkbook(parts);
  } catch (cause) {
    turns.check(); // who ended it knows why
    if (cause instanceof CoverageError && cause.code !== "DAMAGED_FILE") throw cause;
    const reason = cause instanceof CoverageError ? cause.problem.message.values.what : undefined;
    const text = reason ?? (cause instanceof Error ? cause.message : String(cause)).slice(0, 200);
    throw new CoverageError("INVALID_TABLE", say("table.damagedWorkbook", { path, error: text }), {
      path,
      hint: say("table.damagedWorkbook.hint"),
      cause,
    });
  }
}

/** With columns named by an option, the first row that holds more than one cell is the header. */
function findHeader(sheet: WorkbookSheet, isNamed: boolean): number {
  const head = headOf(sheet);
  return isNamed ? head.findIndex((names) => names.filter((name) => name !== "").length > 1) : findHeaderRow(head);
}

function headOf({ rows }: WorkbookSheet): string[][] {
  return rows.slice(0, HEADER_ROWS).map((cells) => cells.map((cell) => String(cell ?? "")));
}

function noSheet(path: string, wanted: string, sheets: readonly WorkbookSheet[]): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", say("table.noSheet", { path, name: JSON.stringify(wanted) }), {
    path,
    hint: say("table.noSheet.hint", { listed: sheets.map(({ name }) => name).join(", ") }),
  });
}

function assertSize({ rows }: WorkbookSheet, options: XlsxReadOptions, path: string): void {
  const { maxColumns = 1000, maxRows = 10_000_000 } = options;
  const wide = rows.findIndex((cells) => cells.length > maxColumns);
  if (wide >= 0) throw tooMuch("tooManyColumns", wide + 1, maxColumns, path);
  if (rows.length > maxRows) throw tooMuch("tooManyRows", maxRows + 1, maxRows, path);
}
