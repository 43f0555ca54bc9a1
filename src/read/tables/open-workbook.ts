import { unzipSync, zipSync } from "fflate";
import { readXlsx as readWorkbook } from "hucre/xlsx";
import type { Cell } from "./read-cell.js";

/** One sheet: rows as they stand, empty ones too. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** The content of a workbook, unpacked, is never longer than this: half a million rows with a dozen columns. */
export const MAX_WORKBOOK_BYTES = 536_870_912;

/** Thrown for a workbook whose content would be longer than {@link MAX_WORKBOOK_BYTES}. */
export class WorkbookTooLong extends Error {}

/**
 * Opens the sheets of a workbook (.xlsx, .xlsm). It stands in a file of its own: nothing else knows which library reads workbooks.
 *
 * @throws {WorkbookTooLong}, and whatever the library throws for damaged ones
 */
export async function openWorkbook(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  // unpacked here, with lengths checked before: the library inflates in the background, and a damaged stream ends the program
  let total = 0;
  const entries = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/i.test(name)) return false;
      total += originalSize;
      if (total > MAX_WORKBOOK_BYTES) throw new WorkbookTooLong();
      return true;
    },
  });
  const { sheets } = await readWorkbook(zipSync(entries, { level: 0 }));
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(toCell)) }));
}

function toCell(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null || !("toJSON" in value)) return null;
  // a day, as text: 2026-11-30
  return (JSON.parse(JSON.stringify(value)) as string | null)?.replace("T00:00:00.000Z", "") ?? null;
}
