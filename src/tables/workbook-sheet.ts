/** What a column holds, and so how it is shown. */
export type ColumnKind = "text" | "count" | "share" | "tenths" | "hundredths";

/** One sheet: a header, and rows of plain values. `null` = nothing is known. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly kind: ColumnKind; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** So many columns stay in sight when scrolling to the right. */
  readonly frozenColumns: number;
}

type Column = WorkbookSheet["columns"][number];
/** One row. */
export type Cells = WorkbookSheet["rows"][number];

/** Describes a column; texts are wider than numbers. */
export function column(header: string, kind: ColumnKind = "text", width: number = kind === "text" ? 16 : 12): Column {
  return { header, kind, width };
}

/** Converts seconds to minutes; `null` where nothing is known. */
export function toMinutes(seconds: number | null | undefined): number | null {
  return seconds == null ? null : seconds / 60;
}

/** Fills rows up with empty cells. */
export function padded(rows: readonly Cells[], length: number): Cells[] {
  return rows.map((cells) => [...cells, ...Array.from({ length: length - cells.length }, () => null)]);
}
