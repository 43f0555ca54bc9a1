import type { Meters, MetersPerSecond } from "../base/units.js";
import { type NearestTable, NO_WAY, NOT_ATTACHED } from "../model/travel.js";
import type { JudgedWay } from "./plan.js";

/** What each origin reaches for one requirement. */
export interface OriginFindings {
  /** `COVERED`, `NOT_COVERED`, or `UNKNOWN` (not attached). */
  readonly verdict: Uint8Array;
  /** To the facility that counts; `Infinity` = none within the cutoff. */
  readonly seconds: Float64Array;
  /** Row of that facility; negative = none: `NO_WAY` where there is one, but no way to any. */
  readonly facilityRow: Int32Array;
  /** Facilities within the threshold. */
  readonly within: Uint32Array;
  /** Gives the distance to the facility that counts, for an origin that has one. */
  readonly metersOf: (origin: number) => Meters;
}

/** Findings that follow the tables. */
export interface JudgedFindings extends OriginFindings {
  /**
   * Judges the origins from `first` to before `end` by what the tables hold now.
   *
   * @returns the verdict that all of them share; `MIXED` = they do not
   */
  readonly judge: (first: number, end: number) => number;
}
export const NOT_COVERED = 0;
export const COVERED = 1;
export const UNKNOWN = 2;
/** Of several origins: not all the same. */
export const MIXED = 3;

/**
 * Prepares one requirement to be judged: an origin is covered when the cost to the last of the facilities that are needed is at
 * most the threshold, unrounded.
 *
 * With several ways, the one that covers counts, and among those (or where none does) the one that uses the smallest
 * part of its threshold.
 *
 * @param tables one for each request of the plan
 */
export function findingsOf(
  ways: readonly JudgedWay[],
  tables: readonly NearestTable[],
  speed: MetersPerSecond,
): JudgedFindings {
  const [first] = ways;
  const table = tables[first?.request ?? 0];
  if (ways.length === 1 && first?.unit === "seconds" && table?.nearestCount === 1) {
    const counts = table.counts[first.column] ?? new Uint32Array(table.originCount);
    if (counts instanceof Uint32Array) return findingsInPlace(first, table, counts, speed);
  }
  return chosenFindings(ways, tables, speed);
}

/** Where there is nothing to choose and to convert, the columns of the table say it all: nothing is copied. */
function findingsInPlace(
  { column, threshold }: JudgedWay,
  { originCount, cost, facilityRow: facilityRows, secondQuantity }: NearestTable,
  within: Uint32Array,
  speed: MetersPerSecond,
): JudgedFindings {
  const firstCell = column * originCount;
  const seconds = cost.subarray(firstCell, firstCell + originCount);
  const facilityRow = facilityRows.subarray(firstCell, firstCell + originCount);
  const verdict = new Uint8Array(originCount);
  return {
    verdict,
    seconds,
    facilityRow,
    within,
    metersOf: (origin) => (secondQuantity === null ? seconds[origin] * speed : secondQuantity[firstCell + origin]),
    judge: (first, end) => judgeInPlace(verdict, seconds, facilityRow, threshold, first, end),
  };
}

/** Judges a range of origins. @returns the verdict that all of them share; `MIXED` = they do not */
function judgeInPlace(
  verdict: Uint8Array,
  seconds: Float64Array,
  facilityRow: Int32Array,
  threshold: number,
  first: number,
  end: number,
): number {
  /** One bit for each verdict. */
  let seen = 0;
  for (let origin = first; origin < end; origin++) {
    const time = seconds[origin];
    const own =
      time <= threshold ? COVERED : time < Infinity || facilityRow[origin] !== NOT_ATTACHED ? NOT_COVERED : UNKNOWN;
    verdict[origin] = own;
    seen |= 1 << own;
  }
  return first < end && (seen & (seen - 1)) === 0 ? verdict[first] : MIXED;
}

function chosenFindings(
  ways: readonly JudgedWay[],
  tables: readonly NearestTable[],
  speed: MetersPerSecond,
): JudgedFindings {
  const originCount = tables[ways[0]?.request ?? 0]?.originCount ?? 0;
  const verdict = new Uint8Array(originCount);
  const seconds = new Float64Array(originCount);
  const meters = new Float64Array(originCount);
  const facilityRow = new Int32Array(originCount);
  const within = new Uint32Array(originCount);
  const leastPart = new Float64Array(originCount);
  const judgeWay = ({ request, column, unit, threshold, count }: JudgedWay, first: number, end: number) => {
    const table = tables[request] as NearestTable;
    const { cost, secondQuantity, nearestCount } = table;
    const counts = table.counts[column] ?? null;
    for (let origin = first; origin < end; origin++) {
      // the last of those needed decides
      const cell = (column * originCount + origin) * nearestCount + count - 1;
      const row = table.facilityRow[cell];
      if (row === NOT_ATTACHED && verdict[origin] !== COVERED) verdict[origin] = UNKNOWN;
      if (row !== NO_WAY && facilityRow[origin] === NO_WAY) facilityRow[origin] = -1;
      if (counts !== null) within[origin] += counts[origin];
      const part = cost[cell] / threshold;
      if (!(part < leastPart[origin])) continue;
      leastPart[origin] = part;
      facilityRow[origin] = row;
      const perCost = unit === "seconds" ? cost[cell] * speed : cost[cell] / speed;
      const other = secondQuantity === null ? perCost : secondQuantity[cell];
      seconds[origin] = unit === "seconds" ? cost[cell] : other;
      meters[origin] = unit === "meters" ? cost[cell] : other;
      if (cost[cell] <= threshold) verdict[origin] = COVERED;
    }
  };
  return {
    verdict,
    seconds,
    facilityRow,
    within,
    metersOf: (origin) => meters[origin],
    judge: (first, end) => {
      verdict.fill(NOT_COVERED, first, end);
      seconds.fill(Infinity, first, end);
      facilityRow.fill(NO_WAY, first, end);
      within.fill(0, first, end);
      leastPart.fill(Infinity, first, end);
      for (const way of ways) judgeWay(way, first, end);
      return commonVerdict(verdict, first, end);
    },
  };
}

function commonVerdict(verdict: Uint8Array, first: number, end: number): number {
  for (let origin = first + 1; origin < end; origin++) if (verdict[origin] !== verdict[first]) return MIXED;
  return first < end ? verdict[first] : MIXED;
}
