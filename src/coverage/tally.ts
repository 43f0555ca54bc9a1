import type { Area } from "./areas.js";
import { type OriginFindings, UNKNOWN } from "./origin-findings.js";
import { A_HAIR_LESS } from "./weighted-statistics.js";

/** Costs are counted in so many buckets from 0 to the cutoff, a few seconds or metres each, and one from there on. */
const BUCKET_COUNT = 512;
const NO_BUCKET = 0xffff;

/** How far sums of `count` weights may lie apart that were added up in different orders; at most, near `sum`. */
export function slackOf(count: number, sum: number): number {
  return 2 * Number.EPSILON * count * sum;
}

/** A bucket, and the weight of all buckets below it. */
export interface FoundBucket {
  readonly bucket: number;
  readonly weightBelow: number;
}

/**
 * The weights of origins by cost and by count, so that nothing has to be sorted to find a median.
 *
 * Weights are added up in another order than a sorted list would have them: compare sums with `slackOf`.
 */
export class Tally {
  /** How many origins are known (attached), and how many of them reach a facility. */
  knownCount = 0;
  reachedCount = 0;
  /** Of the known ones; `knownWeight` in the order of rows. */
  knownWeight = 0;
  worstCost: number = -Infinity;
  mostWithin = -1;
  readonly #weightByCost: Float64Array = new Float64Array(BUCKET_COUNT + 1);
  #firstBucket = BUCKET_COUNT;
  #lastBucket = -1;
  #weightByCount: Float64Array = new Float64Array(64);
  #isAddedUp = false;
  /** By origin; shared by the tallies that are added up. */
  readonly #bucketOf: Uint16Array;
  readonly #found: Uint32Array;

  constructor(bucketOf: Uint16Array) {
    this.#bucketOf = bucketOf;
    this.#found = new Uint32Array(bucketOf.length);
  }

  /** Forgets everything. */
  clear(): void {
    this.#weightByCost.fill(0, this.#firstBucket, this.#lastBucket + 1);
    this.#weightByCount.fill(0, 0, this.mostWithin + 1);
    [this.knownCount, this.reachedCount, this.knownWeight] = [0, 0, 0];
    [this.worstCost, this.mostWithin] = [-Infinity, -1];
    [this.#firstBucket, this.#lastBucket] = [BUCKET_COUNT, -1];
    this.#isAddedUp = false;
  }

  /** Adds the origins of an area. @param cutoff about the largest cost: nothing but speed depends on it */
  addArea(
    { verdict, cost, within }: OriginFindings,
    { rows, weights }: Pick<Area, "rows" | "weights">,
    cutoff: number,
  ): void {
    const bucketOf = this.#bucketOf;
    const weightByCost = this.#weightByCost;
    let weightByCount = this.#weightByCount;
    const bucketsPerCost = BUCKET_COUNT / cutoff;
    let { knownCount, reachedCount, knownWeight, worstCost, mostWithin } = this;
    let firstBucket = this.#firstBucket;
    let lastBucket = this.#lastBucket;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      let bucket = NO_BUCKET;
      if (verdict[row] !== UNKNOWN) {
        const weight = weights[row];
        knownCount++;
        knownWeight += weight;
        const count = within[row];
        if (count > mostWithin) {
          mostWithin = count;
          weightByCount = this.#makeRoom(count);
        }
        weightByCount[count] += weight;
        const own = cost[row];
        if (own < Infinity) {
          reachedCount++;
          if (own > worstCost) worstCost = own;
          bucket = own < cutoff ? (own * bucketsPerCost) | 0 : BUCKET_COUNT;
          if (bucket < firstBucket) firstBucket = bucket;
          if (bucket > lastBucket) lastBucket = bucket;
          weightByCost[bucket] += weight;
        }
      }
      bucketOf[row] = bucket;
    }
    [this.knownCount, this.reachedCount, this.knownWeight] = [knownCount, reachedCount, knownWeight];
    [this.worstCost, this.mostWithin] = [worstCost, mostWithin];
    [this.#firstBucket, this.#lastBucket] = [firstBucket, lastBucket];
  }

  /** Adds another tally to this one. */
  addTally(other: Tally): void {
    this.#isAddedUp = true;
    this.knownCount += other.knownCount;
    this.reachedCount += other.reachedCount;
    this.knownWeight += other.knownWeight;
    this.worstCost = Math.max(this.worstCost, other.worstCost);
    this.mostWithin = Math.max(this.mostWithin, other.mostWithin);
    this.#makeRoom(this.mostWithin);
    for (let count = 0; count <= other.mostWithin; count++) this.#weightByCount[count] += other.#weightByCount[count];
    this.#firstBucket = Math.min(this.#firstBucket, other.#firstBucket);
    this.#lastBucket = Math.max(this.#lastBucket, other.#lastBucket);
    for (let bucket = other.#firstBucket; bucket <= other.#lastBucket; bucket++)
      this.#weightByCost[bucket] += other.#weightByCost[bucket];
  }

  /** The smallest count. */
  get leastWithin(): number {
    return this.#weightByCount.findIndex((weight) => weight > 0);
  }

  /** Finds the first bucket with which the weight reaches `enough`; `null` = it never does. */
  bucketAt(enough: number): FoundBucket | null {
    let weightBelow = 0;
    for (let bucket = this.#firstBucket; bucket <= this.#lastBucket; bucket++) {
      const weight = weightBelow + this.#weightByCost[bucket];
      if (weight >= enough) return { bucket, weightBelow };
      weightBelow = weight;
    }
    return null;
  }

  /** Lists those of the rows that are in a bucket, in their order; valid until the next call. */
  rowsIn(rows: Uint32Array, bucket: number): Uint32Array {
    const bucketOf = this.#bucketOf;
    const found = this.#found;
    let count = 0;
    for (let i = 0; i < rows.length; i++) if (bucketOf[rows[i]] === bucket) found[count++] = rows[i];
    return found.subarray(0, count);
  }

  /** Finds the count with which half of the weight is reached; `null`: the order of summing might decide. */
  medianWithin(): number | null {
    const half = (this.knownWeight / 2) * A_HAIR_LESS;
    const slack = this.#isAddedUp ? slackOf(2 * this.knownCount, half) : 0;
    let median = this.leastWithin;
    let sum = this.#weightByCount[median];
    while (sum < half - slack && median < this.mostWithin) sum += this.#weightByCount[++median];
    return sum < half + slack && median < this.mostWithin ? null : median;
  }

  #makeRoom(count: number): Float64Array {
    if (count < this.#weightByCount.length) return this.#weightByCount;
    const larger = new Float64Array(2 * count);
    larger.set(this.#weightByCount);
    this.#weightByCount = larger;
    return larger;
  }
}
