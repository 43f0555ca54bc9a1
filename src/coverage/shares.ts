import type { Share } from "../model.js";
import { COVERED, UNKNOWN } from "./judge-requirements.js";
import { sumInOrder } from "./weighted-statistics.js";

/** Adds up the weight of the origins by verdict. */
export function shareOf(verdict: Uint8Array, weights: Float64Array, [first, end]: readonly [number, number]): Share {
  let covered = 0;
  let uncovered = 0;
  let unknown = 0;
  let total = 0;
  for (let origin = first; origin < end; origin++) {
    total += weights[origin];
    if (verdict[origin] === COVERED) covered += weights[origin];
    else if (verdict[origin] === UNKNOWN) unknown += weights[origin];
    else uncovered += weights[origin];
  }
  // sums of the same weights in another order differ by a rounding: all and nothing must stay all and nothing
  if (uncovered === 0 && unknown === 0) covered = total;
  if (covered === 0 && uncovered === 0) unknown = total;
  return toShare(covered, total, unknown, uncovered === 0);
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
