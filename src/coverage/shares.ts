import { Sum } from "../geo/sum.js";
import type { Share } from "../model/report.js";
import { COVERED, MIXED, NOT_COVERED, UNKNOWN } from "./origin-findings.js";
import { sumInOrder } from "./weighted-statistics.js";

/**
 * Adds up the weight of the origins by verdict.
 *
 * @param common the verdict of all origins in the range, or `MIXED`
 * @param total of the weights in the range
 */
export function shareOf(
  verdict: Uint8Array,
  common: number,
  weights: Float64Array,
  [first, end]: readonly [number, number],
  total: number,
): Share {
  let covered = 0;
  let lost = 0;
  let hasUncovered = common === NOT_COVERED && total > 0;
  const unknowns = new Sum();
  if (common === UNKNOWN) unknowns.add(total);
  for (let origin = first; origin < end && common === MIXED; origin++) {
    const weight = weights[origin];
    if (verdict[origin] === COVERED) {
      // as in `Sum`, written out: this is the innermost loop of all
      const sum = covered + weight;
      lost += covered > weight ? covered - sum + weight : weight - sum + covered;
      covered = sum;
    } else if (verdict[origin] === UNKNOWN) unknowns.add(weight);
    else if (weight > 0) hasUncovered = true;
  }
  covered += lost;
  let unknown = unknowns.value;
  // sums of the same weights in another order differ by a rounding: all and nothing must stay all and nothing
  if (!hasUncovered && unknown === 0) covered = total;
  if (!hasUncovered && covered === 0) unknown = total;
  return toShare(covered, total, unknown, !hasUncovered);
}

/** Adds up the shares of parts. */
export function sumShares(parts: readonly Share[]): Share {
  const nothingUncovered = parts.every(({ share }) => share === null || share === 1);
  return toShare(
    sumInOrder(parts.map(({ covered }) => covered)),
    sumInOrder(parts.map(({ total }) => total)),
    sumInOrder(parts.map(({ unknown }) => unknown)),
    nothingUncovered,
  );
}

/** Shares are quotients of sums: exactly half of the people may come out a rounding below one half. */
export const ROUNDING_SHARE = 1e-12;

/** Tells whether a share is below a limit by more than a rounding. */
export function isBelowShare(share: number, limit: number): boolean {
  return share < limit - ROUNDING_SHARE;
}

/** Makes the share about which nothing is known. */
export function unknownShare(total: number): Share {
  return { share: null, covered: 0, total, unknown: total };
}

function toShare(covered: number, total: number, unknown: number, nothingUncovered: boolean): Share {
  const known = total - unknown;
  if (!(known > 0)) return { share: null, covered, total, unknown };
  return { share: nothingUncovered ? 1 : Math.min(1, covered / known), covered, total, unknown };
}
