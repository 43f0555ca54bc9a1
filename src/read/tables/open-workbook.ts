import { zipSync } from "fflate";
import { readXlsx as readWorkbook } from "hucre/xlsx";
import { CoverageError } from "../../base/errors.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { unpackInSteps } from "../gis/unpack-entry.js";
import { listZipEntries } from "../gis/zip-directory.js";
import type { Cell } from "./read-cell.js";
import { measureSheet } from "./sheet-extent.js";

/** One sheet: rows as they stand, empty ones too. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
}

/** The content of a workbook, unpacked, is never longer than this: half a million rows with a dozen columns. */
export const MAX_WORKBOOK_BYTES = 536_870_912;
/** The package lays sheets out from corner to corner. More places than this are too many, unless a quarter of them is filled. */
const MAX_EMPTY_CELLS = 20_000_000;

/**
 * Opens the sheets of a workbook (.xlsx, .xlsm). It stands in a file of its own: nothing else knows which library reads workbooks.
 *
 * @param parts what {@link unpackWorkbook} gives
 * @throws whatever the library throws for damaged ones
 */
export async function openWorkbook(parts: WorkbookParts): Promise<WorkbookSheet[]> {
  const { sheets } = await readWorkbook(zipSync(parts, { level: 0 }));
  return sheets.map(({ name, rows, hidden, veryHidden }) => {
    for (const row of rows as unknown[][]) for (let i = 0; i < row.length; i++) row[i] = toCell(row[i]);
    return { name, isHidden: hidden === true || veryHidden === true, rows: rows as Cell[][] };
  });
}

/** The files of a workbook, unpacked. */
type WorkbookParts = Record<string, Uint8Array>;

/**
 * Unpacks a workbook, with lengths and checksums checked: the library inflates in the background, and a damaged stream ends the program.
 *
 * @throws {CoverageError} DAMAGED_FILE, LIMIT_EXCEEDED, UNKNOWN_FORMAT
 */
export function* unpackWorkbook(bytes: Uint8Array, path: string): Steps<WorkbookParts> {
  const parts: WorkbookParts = {};
  let total = 0;
  for (const entry of listZipEntries(bytes, path)) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    total += entry.size;
    if (total > MAX_WORKBOOK_BYTES)
      throw new CoverageError(
        "LIMIT_EXCEEDED",
        say("table.tooLong", { path, bytes: total, most: MAX_WORKBOOK_BYTES }),
        {
          path,
          hint: say("table.tooLong.hint"),
        },
      );
    const content = yield* unpackInSteps(bytes, entry, MAX_WORKBOOK_BYTES, path);
    assertExtent(content, `${path}/${entry.name}`); // sheets may be called anything
    parts[entry.name] = content;
    yield;
  }
  return parts;
}

/** @throws {CoverageError} LIMIT_EXCEEDED for a sheet of mostly nothing that would fill the memory */
function assertExtent(xml: Uint8Array, path: string): void {
  const { rows, columns, cells } = measureSheet(xml);
  const places = rows * columns;
  if (places > MAX_EMPTY_CELLS && places > 4 * cells)
    throw new CoverageError("LIMIT_EXCEEDED", say("table.places", { path, rows, columns, cells }), {
      path,
      hint: say("table.places.hint"),
    });
}

function toCell(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null || !("toJSON" in value)) return null;
  // a day, as text: 2026-11-30
  return (JSON.parse(JSON.stringify(value)) as string | null)?.replace("T00:00:00.000Z", "") ?? null;
}
