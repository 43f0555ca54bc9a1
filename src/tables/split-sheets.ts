import type { WorkbookSheet } from "./workbook-sheet.js";

/** So many rows a sheet of a workbook holds, the header among them. */
export const SHEET_ROWS = 1_048_576;

/** A sheet that did not fit, and those in which it goes on. */
export interface Continuation {
  readonly sheet: string;
  readonly goesOnIn: readonly string[];
}

/** Splits sheets that are too long for a workbook: `Shortfalls`, `Shortfalls (2)`, … No row is lost. */
export function splitSheets(
  sheets: readonly WorkbookSheet[],
  mostRows: number = SHEET_ROWS,
): { readonly sheets: readonly WorkbookSheet[]; readonly continuations: readonly Continuation[] } {
  const parts = sheets.map((sheet) => splitSheet(sheet, mostRows - 1));
  const continuations = parts.flatMap(([first, ...rest]) =>
    first === undefined || rest.length === 0 ? [] : [{ sheet: first.name, goesOnIn: rest.map(({ name }) => name) }],
  );
  return { sheets: parts.flat(), continuations };
}

function splitSheet(sheet: WorkbookSheet, most: number): WorkbookSheet[] {
  if (sheet.rows.length <= most) return [sheet];
  return Array.from({ length: Math.ceil(sheet.rows.length / most) }, (_, part) => ({
    ...sheet,
    name: part === 0 ? sheet.name : `${sheet.name} (${part + 1})`,
    rows: sheet.rows.slice(part * most, (part + 1) * most),
  }));
}
