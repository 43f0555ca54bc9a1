import { CoverageError } from "../../base/errors.js";
import { type CsvRow, scanCsv } from "./scan-csv.js";
import { SEPARATORS } from "./table-options.js";

/** Those of Chinese keyboards: nobody asks for them, but they are found. */
const FOUND = [...SEPARATORS, "，", "；"];

const LOOKED_AT_ROWS = 101;
/** A text beyond the limits is refused by whoever reads it, not here. */
const NO_LIMITS = { maxColumns: Infinity, maxRows: Infinity, maxCellLength: Infinity };

/**
 * Lists what may stand between the cells of a text, the likeliest first: the separator that gives most of the first hundred rows one
 * length, and of several the one that gives more columns. A title may stand above.
 */
export function separatorsFor(text: string): string[] {
  const scores = new Map(FOUND.map((separator) => [separator, scoreOf(text, separator)]));
  return [...FOUND].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** Takes the first rows of a text apart, as far as its quotes let it. */
export function headRows(text: string, separator: string, count: number): CsvRow[] {
  const rows: CsvRow[] = [];
  try {
    for (const row of scanCsv(text, separator, NO_LIMITS, "")) {
      rows.push(row);
      if (rows.length === count) break;
    }
  } catch (error) {
    // quotes only make sense with the right separator
    if (!(error instanceof CoverageError)) throw error;
  }
  return rows;
}

function scoreOf(text: string, separator: string): number {
  const counts = headRows(text, separator, LOOKED_AT_ROWS).map(({ cells }) => cells.length);
  const often = new Map<number, number>();
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1);
  // remarks in front have one cell, and may be as many
  const isMore = (one: readonly [number, number], best: readonly [number, number]) =>
    one[1] > best[1] || (one[1] === best[1] && one[1] > 1 && one[0] > best[0]);
  const [usual, rows] = [...often].reduce((best, one) => (isMore(one, best) ? one : best), [0, 0]);
  const alike = rows / Math.max(1, counts.length);
  // one column is what every text has by a separator that does not occur
  return (usual > 1 ? 10 : 0) + (alike === 1 ? 5 : alike * 4) + Math.min(usual, 1000) / 1001;
}
