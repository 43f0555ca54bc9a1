import type { ReachPart } from "../model/travel.js";

type PairColumns = Pick<ReachPart, "facilityRow" | "cost" | "secondQuantity">;

/** Costs in order, and where each stood before. */
interface Run {
  readonly cost: Float64Array;
  readonly from: Uint32Array;
}

/** Sorts the pairs of one origin by cost, at equal cost by facility row, again and again in the same room. */
export class PairSorter {
  #sorted = roomFor(256);
  #spare = roomFor(256);

  /** Sorts the pairs from `first` to `end - 1` in place. */
  sort(columns: PairColumns, first: number, end: number): void {
    const { facilityRow, cost, secondQuantity } = columns;
    if (isSorted(columns, first, end)) return;
    const count = end - first;
    if (this.#sorted.cost.length < count) {
      this.#sorted = roomFor(2 * count);
      this.#spare = roomFor(2 * count);
    }
    for (let i = 0; i < count; i++) {
      this.#sorted.cost[i] = cost[first + i];
      this.#sorted.from[i] = first + i;
    }
    this.#mergeRuns(facilityRow, count);
    const { from } = this.#sorted;
    cost.set(this.#sorted.cost.subarray(0, count), first);
    const { from: rows, cost: seconds } = this.#spare;
    for (let i = 0; i < count; i++) rows[i] = facilityRow[from[i]];
    facilityRow.set(rows.subarray(0, count), first);
    if (secondQuantity === null) return;
    for (let i = 0; i < count; i++) seconds[i] = secondQuantity[from[i]];
    secondQuantity.set(seconds.subarray(0, count), first);
  }

  /** Merges runs, each twice as long as those before, from one room into the other. */
  #mergeRuns(facilityRow: Uint32Array, count: number): void {
    for (let run = 1; run < count; run *= 2) {
      for (let start = 0; start < count; start += 2 * run)
        merge(this.#sorted, this.#spare, facilityRow, [
          start,
          Math.min(start + run, count),
          Math.min(start + 2 * run, count),
        ]);
      [this.#sorted, this.#spare] = [this.#spare, this.#sorted];
    }
  }
}

function merge(
  { cost, from }: Run,
  to: Run,
  facilityRow: Uint32Array,
  [start, middle, end]: readonly [number, number, number],
): void {
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takesRight =
      left === middle ||
      (right < end &&
        (cost[right] < cost[left] ||
          (cost[right] === cost[left] && facilityRow[from[right]] < facilityRow[from[left]])));
    const next = takesRight ? right++ : left++;
    to.cost[at] = cost[next];
    to.from[at] = from[next];
  }
}

function roomFor(count: number): Run {
  return { cost: new Float64Array(count), from: new Uint32Array(count) };
}

function isSorted({ facilityRow, cost }: PairColumns, first: number, end: number): boolean {
  for (let at = first + 1; at < end; at++)
    if (cost[at] < cost[at - 1] || (cost[at] === cost[at - 1] && facilityRow[at] < facilityRow[at - 1])) return false;
  return true;
}
