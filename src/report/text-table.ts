import { columnsOf, padToColumns, wrapToColumns } from "./text-columns.js";

/** How a table is set in plain text. */
export interface TextTableOptions {
  /** Columns of the terminal. The last column takes what the others leave, but at least 24. */
  readonly width: number;
  /** How many columns after the first one are set right; all others are set left. */
  readonly rightCount: number;
}

const GAP = "  ";
const WIDEST_FIRST = 20;
const WIDEST_CELL = 16;
const NARROWEST_LAST = 24;

/**
 * Sets rows of cells as an aligned table; the first row is the header. Cells that are too wide are broken into lines.
 *
 * @param rows of equal length, at least one; cells must be free of control characters
 */
export function toTextTable(rows: readonly (readonly string[])[], { width, rightCount }: TextTableOptions): string[] {
  const widths = columnWidths(rows, width);
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => wrapToColumns(cell, widths[column]));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell, column) =>
          padToColumns(cell[line] ?? "", widths[column], column > 0 && column <= rightCount ? "right" : "left"),
        )
        .join(GAP)
        .trimEnd(),
    );
  });
  const rule = widths.map((columns) => "-".repeat(columns)).join(GAP);
  return [...(lines[0] ?? []), rule, ...lines.slice(1).flat()];
}

function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const natural = (rows[0] ?? []).map((_, column) => Math.max(1, ...rows.map((row) => columnsOf(row[column]))));
  const widths = natural.map((columns, column) => Math.min(columns, column === 0 ? WIDEST_FIRST : WIDEST_CELL));
  const taken = widths.slice(0, -1).reduce((sum, columns) => sum + columns + GAP.length, 0);
  const lastNatural = natural.at(-1) ?? 1;
  widths[widths.length - 1] = Math.min(lastNatural, Math.max(NARROWEST_LAST, width - taken));
  return widths;
}
