import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { ReachPart, ReachRequest, ReachTable } from "../model/travel.js";
import { PairSorter } from "./sort-pairs.js";

/** Two gigabytes and a half: what a large machine has to spare. */
export const MAX_PAIRS = 200_000_000;
/** Fifty megabytes. */
const MAX_PAIRS_PER_PART = 4_194_304;

/** Called for a pair within the cutoff. */
export type PairVisit = (origin: number, facilityRow: number, cost: number, secondQuantity: number) => void;

/** What a reach table is about. */
export interface ReachPlaces {
  readonly originCount: number;
  /** Those of the city: `facilityRow` counts in them. */
  readonly facilities: readonly Facility[];
}

/** What a reach table is filled with. */
export interface Pairs extends ReachPlaces {
  readonly unattachedOrigins: Uint32Array;
  /** Whether pairs have a second quantity. */
  readonly hasSecondQuantity: boolean;
  /** Visits each pair within the cutoff once, in any order, but always in the same. */
  readonly each: (visit: PairVisit) => void;
}

/**
 * Fills a reach table: pairs are counted first, then written where they belong. To find them twice takes less than to keep them
 * twice, and what is too much is refused before any memory is taken.
 *
 * @throws {CoverageError} `LIMIT_EXCEEDED` for more pairs than the request allows
 */
export function fillReachTable(pairs: Pairs, request: ReachRequest): ReachTable {
  const { unit, cutoff, categories, maxPairsPerPart = MAX_PAIRS_PER_PART } = request;
  const { originCount, unattachedOrigins } = pairs;
  const counts = countPairs(pairs, request);
  const parts = layOut(counts, maxPairsPerPart, pairs.hasSecondQuantity);
  writePairs(pairs, parts);
  const sorter = new PairSorter();
  for (const part of parts)
    for (let i = 0; i < part.originCount; i++) sorter.sort(part, part.firstPair[i], part.firstPair[i + 1]);
  const pairCount = parts.reduce((sum, { cost }) => sum + cost.length, 0);
  return { unit, originCount, categories: [...categories], cutoff, pairCount, parts, unattachedOrigins };
}

/** Visits all pairs of a table, origin by origin, the cheapest first; an unknown second quantity is `NaN`. */
export function eachPair({ parts }: ReachTable, visit: PairVisit): void {
  for (const { firstOrigin, originCount, firstPair, facilityRow, cost, secondQuantity } of parts)
    for (let i = 0; i < originCount; i++)
      for (let at = firstPair[i]; at < firstPair[i + 1]; at++)
        visit(firstOrigin + i, facilityRow[at], cost[at], secondQuantity?.[at] ?? Number.NaN);
}

/** Counts the pairs of each origin. */
function countPairs(pairs: Pairs, request: ReachRequest): Uint32Array {
  const { maxPairs = MAX_PAIRS } = request;
  const counts = new Uint32Array(pairs.originCount);
  const byFacility = new Float64Array(pairs.facilities.length);
  let pairCount = 0;
  pairs.each((origin, facilityRow) => {
    counts[origin]++;
    byFacility[facilityRow]++;
    if (++pairCount > maxPairs)
      throw tooMany(request, maxPairs, largestCategory(pairs.facilities, byFacility, request));
  });
  return counts;
}

function tooMany({ cutoff, unit }: ReachRequest, maxPairs: number, category: CategoryId): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say("reach.tooMany", { maxPairs, cutoff, unit, category }), {
    path: "maxPairs",
    hint: say("reach.tooMany.hint"),
  });
}

/** Of those that were asked for; a tie goes to the first. */
function largestCategory(
  facilities: readonly Facility[],
  byFacility: Float64Array,
  { categories }: ReachRequest,
): CategoryId {
  const counts = new Map(categories.map((category) => [category, 0]));
  facilities.forEach((facility, row) => {
    for (const category of facility.categories) {
      const known = counts.get(category);
      if (known !== undefined) counts.set(category, known + byFacility[row]);
    }
  });
  return categories.reduce((most, category) =>
    (counts.get(category) ?? 0) > (counts.get(most) ?? 0) ? category : most,
  );
}

/** Makes room for the pairs, in parts of consecutive origins. */
function layOut(counts: Uint32Array, maxPairsPerPart: number, hasSecondQuantity: boolean): ReachPart[] {
  const parts: ReachPart[] = [];
  for (let first = 0, end = 0; first < counts.length; first = end) {
    let pairCount = 0;
    do pairCount += counts[end++];
    while (end < counts.length && pairCount + counts[end] <= maxPairsPerPart);
    const firstPair = new Uint32Array(end - first + 1);
    for (let i = 0; i < end - first; i++) firstPair[i + 1] = firstPair[i] + counts[first + i];
    parts.push({
      firstOrigin: first,
      originCount: end - first,
      firstPair,
      facilityRow: new Uint32Array(pairCount),
      cost: new Float64Array(pairCount),
      secondQuantity: hasSecondQuantity ? new Float64Array(pairCount) : null,
    });
  }
  return parts;
}

/** Writes each pair behind those of its origin that were written before. */
function writePairs({ originCount, each }: Pairs, parts: readonly ReachPart[]): void {
  const next = new Uint32Array(originCount);
  const partOf = new Uint32Array(originCount);
  parts.forEach(({ firstOrigin, originCount: count, firstPair }, row) => {
    next.set(firstPair.subarray(0, count), firstOrigin);
    partOf.fill(row, firstOrigin, firstOrigin + count);
  });
  each((origin, row, pairCost, pairSecondQuantity) => {
    const { facilityRow, cost, secondQuantity } = parts[partOf[origin]] as ReachPart;
    const at = next[origin]++;
    facilityRow[at] = row;
    cost[at] = pairCost;
    if (secondQuantity !== null) secondQuantity[at] = pairSecondQuantity;
  });
}
