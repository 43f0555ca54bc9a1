import { UNREACHED } from "./hierarchy.js";
import { NO_OWNER } from "./kernels.js";

/** Columns side by side in a row of ranked labels. */
export const RANKED_LANES = 4;
/** A label of all lanes: their costs, then their owners. */
export const LABEL_WORDS: number = 2 * RANKED_LANES;

/** A cost in units, and whose it is. */
export interface RankedLabel {
  readonly owner: number;
  readonly units: number;
}

/** Empties rows of ranked labels. @param words whole labels */
export function clearRanked(words: Uint32Array): Uint32Array {
  for (let at = 0; at < words.length; at += LABEL_WORDS) {
    words.fill(UNREACHED, at, at + RANKED_LANES);
    words.fill(NO_OWNER, at + RANKED_LANES, at + LABEL_WORDS);
  }
  return words;
}

/** Lowers the `k` labels of each lane at `row` to what they are over those at `from`. The twin of `kernels/assembly/ranked.ts`. */
export function mergeRanked(words: Uint32Array, row: number, from: number, weight: number, k: number): void {
  for (let lane = 0; lane < RANKED_LANES; lane++)
    for (let at = from + lane; at < from + k * LABEL_WORDS; at += LABEL_WORDS) {
      const label = { owner: words[at + RANKED_LANES] as number, units: (words[at] as number) + weight };
      if (!insertRanked(words, row + lane, k, label)) break;
    }
}

/**
 * Puts a label among the `k` of a lane: ascending, each owner once, with its cheapest. `UNREACHED` or more is no label.
 *
 * @param first where the cost of the lane's first label is
 * @returns whether it is less than the last of them
 */
export function insertRanked(words: Uint32Array, first: number, k: number, label: RankedLabel): boolean {
  const labelAt = (at: number): RankedLabel => ({
    owner: words[at + RANKED_LANES] as number,
    units: words[at] as number,
  });
  const last = first + (k - 1) * LABEL_WORDS;
  if (label.units >= UNREACHED || !isBefore(label, labelAt(last))) return false;
  let moved = label;
  for (let at = first; at <= last; at += LABEL_WORDS) {
    const known = labelAt(at);
    if (isBefore(moved, known)) {
      words[at] = moved.units;
      words[at + RANKED_LANES] = moved.owner;
      moved = known;
    }
    // its own old label, which goes; or a cheaper one, which stays
    if (known.owner === label.owner) return true;
  }
  return true;
}

function isBefore(a: RankedLabel, b: RankedLabel): boolean {
  return a.units < b.units || (a.units === b.units && a.owner < b.owner);
}
