import { Sum } from "../geo/sum.js";
import type { Share } from "../model.js";
import { COVERED, UNKNOWN } from "./judge-requirements.js";
import { sumInOrder } from "./weighted-statistics.js";

/** Adds up the weight of the origins by verdict. */
export function shareOf(verdict: Uint8Array, weights: Float64Array, [first, end]: readonly [number, number]): Share {
  const sums = { covered: new Sum(), uncovered: new Sum(), unknown: new Sum(), total: new Sum() };
  for (let origin = first; origin < end; origin++) {
    sums.total.add(weights[origin]);
    if (verdict[origin] === COVERED) sums.covered.add(weights[origin]);
    else if (verdict[origin] === UNKNOWN) sums.unknown.add(weights[origin]);
    else sums.uncovered.add(weights[origin]);
  }
  let covered = sums.covered.value;
  let unknown = sums.unknown.value;
  const uncovered = sums.uncovered.value;
  const total = sums.total.value;
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
