import { UNREACHED } from "./hierarchy.js";
import { NO_OWNER } from "./kernels.js";

type Words = Uint32Array | Int32Array | Float64Array;

/** An empty label, as one number. */
const EMPTY_LABEL: bigint = new BigUint64Array(Uint32Array.of(NO_OWNER, UNREACHED).buffer)[0] as bigint;

/** Empties rows of ranked labels: pairs of owner and cost, at an address that eight divides. */
export function clearRanked(labels: Uint32Array): Uint32Array {
  new BigUint64Array(labels.buffer, labels.byteOffset, labels.length / 2).fill(EMPTY_LABEL);
  return labels;
}

/** Lowers the `words / 2` labels at `row` to what they are over those at `from`. The twin of `kernels/assembly/ranked.ts`. */
export function mergeRanked(labels: Words, row: number, from: number, weight: number, words: number): void {
  for (let at = from; at < from + words; at += 2)
    if (!insertRanked(labels, row, words, { owner: labels[at], units: labels[at + 1] + weight })) return;
}

/**
 * Puts a label among those of a row: ascending, each owner once, with its cheapest.
 *
 * @returns whether it is less than the last of them
 */
export function insertRanked(
  labels: Words,
  row: number,
  words: number,
  { owner, units }: { readonly owner: number; readonly units: number },
): boolean {
  const isLess = (at: number) => labels[at + 1] < units || (labels[at + 1] === units && labels[at] < owner);
  const last = row + words - 2;
  if (isLess(last) || (labels[last + 1] === units && labels[last] === owner)) return false;
  let at = row;
  for (; isLess(at); at += 2) if (labels[at] === owner) return true;
  let moved = { owner, units };
  for (; at <= last; at += 2) {
    const next = { owner: labels[at], units: labels[at + 1] };
    labels[at] = moved.owner;
    labels[at + 1] = moved.units;
    if (next.owner === owner) return true;
    moved = next;
  }
  return true;
}
