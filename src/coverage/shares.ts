import { sumOf } from "../geo/sum.js";
import type { Share } from "../model.js";
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
  let hasUncovered = common === NOT_COVERED && total > 0;
  let covered = 0;
  let unknown = common === UNKNOWN ? total : 0;
  if (common === MIXED) {
    for (let origin = first; origin < end && !hasUncovered; origin++)
      hasUncovered = verdict[origin] === NOT_COVERED && weights[origin] > 0;
    covered = sumOf(weights, first, end, verdict, COVERED);
    unknown = sumOf(weights, first, end, verdict, UNKNOWN);
  }
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

/** Makes the share about which nothing is known. */
export function unknownShare(total: number): Share {
  return { share: null, covered: 0, total, unknown: total };
}

function toShare(covered: number, total: number, unknown: number, nothingUncovered: boolean): Share {
  const known = total - unknown;
  if (!(known > 0)) return { share: null, covered, total, unknown };
  return { share: nothingUncovered ? 1 : Math.min(1, covered / known), covered, total, unknown };
}
