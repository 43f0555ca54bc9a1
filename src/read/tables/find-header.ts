import { listPlaces } from "./find-columns.js";
import { readCoordinate } from "./read-cell.js";

/**
 * Finds the row that names columns of positions; -1 = none.
 *
 * A title may stand above. Where a heading over several columns (坐标) names positions, too, the row of names below it counts.
 *
 * @param rows the first ones
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((cells) => listPlaces(cells).length > 0);
  let row = first;
  while (row >= 0 && isHeader(rows[row + 1])) row++;
  return row;
}

/**
 * Gives the names of columns. Where cells are merged over two rows, the name of a column that has none in the row of positions stands in the
 * row above it.
 *
 * @param rows the first ones
 * @param at the row that names columns of positions
 */
export function namesOfColumns(rows: readonly (readonly string[])[], at: number): string[] {
  const names = (rows[at] ?? []).map((name) => name.trim());
  const above = (rows[at - 1] ?? []).map((name) => name.trim());
  // a title is one cell
  const isHeader = above.filter((name) => name !== "").length > 1;
  return isHeader ? names.map((name, column) => name || (above[column] ?? "")) : names;
}

/** Names, and no number among them. */
function isHeader(cells: readonly string[] | undefined): boolean {
  return (
    cells !== undefined &&
    listPlaces(cells).some(({ kind }) => kind === "axes") &&
    cells.every((cell) => Number.isNaN(readCoordinate(cell, true)))
  );
}
