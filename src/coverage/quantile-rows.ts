import type { Area } from "./areas.js";
import { type OriginFindings, UNKNOWN } from "./origin-findings.js";
import { slackOf, type Tally } from "./tally.js";
import { A_HAIR_LESS, rowAtQuantile, sortByValue, sortRows } from "./weighted-statistics.js";

/**
 * Finds the origins with the median cost and with the 90th percentile, among those about which something is known.
 *
 * The same origins as if all were sorted and their weights added up in that order (`rowAtQuantile`), but only the buckets
 * that hold them are sorted, unless roundings could decide.
 *
 * @param tieBreak decides between two origins with the same cost
 * @returns `null` where the quantile lies among those that reach nothing
 */
export function medianAndP90(
  tally: Tally,
  { cost, verdict }: Pick<OriginFindings, "cost" | "verdict">,
  { rows, weights }: Pick<Area, "rows" | "weights">,
  tieBreak: (a: number, b: number) => number,
): (number | null)[] {
  return [0.5, 0.9].map((share) => {
    const enough = share * tally.knownWeight * A_HAIR_LESS;
    const slack = slackOf(tally.knownCount, enough);
    const found = tally.reachedCount === 0 ? null : tally.bucketAt(enough - slack);
    if (found === null) return null;
    let sum = found.weightBelow;
    for (const row of sortRows(tally.rowsIn(rows, found.bucket), cost, tieBreak)) {
      sum += weights[row];
      if (sum >= enough + slack) return row;
      if (sum >= enough - slack) break;
    }
    const known = rows.filter((row) => verdict[row] !== UNKNOWN);
    return rowAtQuantile(sortByValue(known, cost, weights, tieBreak), share);
  });
}
