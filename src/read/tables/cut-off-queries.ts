import type { Diagnostics } from "../../base/diagnostics.js";
import type { Steps } from "../../base/steps.js";
import { ROWS_OF_STEP } from "../in-turns.js";
import { plainColumn } from "./column-words.js";
import { type Cell, isEmptyCell } from "./read-cell.js";
import type { Table } from "./table.js";

/** The most records that a query of Amap (200; earlier 1,000, tools asked for 800 and 900) or Baidu (400) gives. */
const LIMITS: ReadonlySet<number> = new Set([200, 400, 800, 900, 1000]);
/** Stands in no cell. */
const BETWEEN = "\u0000";
/** Columns that say which query a row is from. */
const TILES = /^(grid|tile|cell|mission|query|task|网格|格网|瓦片)(code|id|no|编号|号)?$/;

/**
 * Reports queries that were cut off: where a tile, a keyword, or a kind of place in a district has exactly as many rows as the
 * service gives, there are likely more.
 */
export function* noteCutOff({ header, rows }: Table, diagnostics: Diagnostics): Steps<void> {
  const names = header.map(plainColumn);
  const columnOf = (...wanted: readonly string[]) =>
    wanted.map((name) => names.indexOf(name)).find((column) => column >= 0) ?? -1;
  const tiles = [...names.keys()].filter((column) => TILES.test(names[column] as string));
  const keywords = columnOf("keywords", "keyword");
  const queries: number[][] = tiles.map((column) => [column]);
  if (keywords >= 0) queries.push(tiles.length > 0 ? [tiles[0] as number, keywords] : [keywords]);
  const [district, kind] = [columnOf("adcode", "adname"), columnOf("typecode", "type")];
  if (district >= 0 && kind >= 0) queries.push([district, kind]);
  const found = new Set<string>();
  if (LIMITS.has(rows.length)) found.add(String(rows.length));
  for (const columns of queries) {
    const counts = new Map<string, number>();
    for (const [row, { cells }] of rows.entries()) {
      if (row % ROWS_OF_STEP === 0) yield;
      if (columns.some((column) => isEmptyCell(cells[column]))) continue;
      const key = columns.length === 1 ? String(cells[columns[0] as number]) : textsOf(cells, columns).join(BETWEEN);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of counts) {
      if (!LIMITS.has(count)) continue;
      const texts = columns.length === 1 ? [key] : key.split(BETWEEN);
      found.add(`${columns.map((column, i) => `${header[column]}=${texts[i]}`).join(", ")}: ${count}`);
    }
  }
  diagnostics.addMany("table.cutOff", null, found.size, [], [...found]);
}

function textsOf(cells: readonly Cell[], columns: readonly number[]): string[] {
  return columns.map((column) => String(cells[column]));
}
