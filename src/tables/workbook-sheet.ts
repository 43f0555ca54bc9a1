import type { AreaCoverage } from "../model/report.js";
import { type Digits, digitsOf, formatMinutes, formatScore } from "../report/format-number.js";
import type { Basis } from "../report/shortfalls.js";

/** What a column holds, and so how it is shown. */
export type ColumnKind =
  | "text"
  | "prose"
  | "plain"
  | "count"
  | "share"
  | "fineShare"
  | "score"
  | "tenths"
  | "minutes"
  | "measured"
  | "area";

/** One sheet: a header, and rows of plain values. `null` = nothing is known. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** So many columns stay in sight when scrolling to the right, and are repeated on every printed page. */
  readonly frozenColumns: number;
  /** Drawn to the right of the columns, one below the other. Then the sheet is printed on one page, and is not filtered. */
  readonly charts?: readonly WorkbookChart[];
}

/** One column. */
export interface WorkbookColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** At least so many characters; texts that are longer make it wider, prose is wrapped. */
  readonly width: number;
}

/** Bars of the shares in one column, named by another. */
export interface WorkbookChart {
  readonly title: string;
  readonly nameColumn: number;
  readonly valueColumn: number;
  /** How many rows of the sheet are drawn, from the first. */
  readonly rowCount: number;
}

/** One row. */
export type Cells = WorkbookSheet["rows"][number];

/** Describes a column; texts are wider than numbers. */
export function column(
  header: string,
  kind: ColumnKind = "text",
  width: number = kind === "text" ? 16 : 12,
): WorkbookColumn {
  return { header, kind, width };
}

/** Tells how shares of areas are shown: with tenths, where all of them are known so exactly. */
export function shareKind(areas: readonly AreaCoverage[], basis: Basis): ColumnKind {
  return areas.every((area) => digitsOf(area, basis) === 1) ? "fineShare" : "share";
}

/** Converts seconds to minutes, rounded up to a tenth as everywhere else; `null` where nothing is known. */
export function toMinutes(seconds: number | null | undefined): number | null {
  return seconds == null ? null : Number(formatMinutes(seconds));
}

/** Rounds a score down as everywhere else; `null` where there is none. */
export function toScore(score: number | null, digits: Digits): number | null {
  return score === null ? null : Number(formatScore(score, digits));
}

/** Fills rows up with empty cells. */
export function padded(rows: readonly Cells[], length: number): Cells[] {
  return rows.map((cells) => [...cells, ...Array.from({ length: length - cells.length }, () => null)]);
}
