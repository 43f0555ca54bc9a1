import { CoverageError } from "../../base/errors.js";
import { scanCsv } from "./scan-csv.js";
import { SEPARATORS } from "./table-options.js";

const LOOKED_AT_ROWS = 101;
/** A text beyond the limits is refused by whoever reads it, not here. */
const NO_LIMITS = { maxColumns: Infinity, maxRows: Infinity, maxCellLength: Infinity };

/**
 * Finds what stands between the cells of a text: the separator that gives the header and a hundred rows one length, and of several
 * the one that gives more columns.
 */
export function findSeparator(text: string): string {
  let best = ",";
  let bestScore = -1;
  for (const separator of SEPARATORS) {
    const counts = countCells(text, separator);
    const [first = 0] = counts;
    const alike = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    // one column is what every text has by a separator that does not occur
    const score = (first > 1 ? 10 : 0) + (alike === 1 ? 5 : alike * 4) + Math.min(first, 1000) / 1001;
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

function countCells(text: string, separator: string): number[] {
  const counts: number[] = [];
  try {
    for (const { cells } of scanCsv(text, separator, NO_LIMITS, "")) {
      counts.push(cells.length);
      if (counts.length === LOOKED_AT_ROWS) break;
    }
  } catch (error) {
    // quotes only make sense with the right separator
    if (!(error instanceof CoverageError)) throw error;
  }
  return counts;
}
