import { type CostUnit, type NearestTable, NO_WAY, NOT_ATTACHED } from "../model/travel.js";
import { secondQuantityIn } from "../travel/nearest-table.js";
import type { JudgedWay } from "./plan.js";

/** What each origin reaches for one requirement. */
export interface OriginFindings {
  /** `COVERED`, `NOT_COVERED`, or `UNKNOWN` (not attached). */
  readonly verdict: Uint8Array;
  /** Of `cost`: seconds, or metres where no travel model tells how long ways take. */
  readonly unit: CostUnit;
  /** To the facility that counts; `Infinity` = none within the cutoff. */
  readonly cost: Float64Array;
  /** Row of that facility; negative = none: `NO_WAY` where there is one, but no way to any. */
  readonly facilityRow: Int32Array;
  /** Facilities within the threshold. */
  readonly within: Uint32Array;
  /** Gives the second quantity of the way there (metres, if `unit` is seconds), for an origin that has one; `NaN` = not known. */
  readonly secondQuantityOf: (origin: number) => number;
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
export function findingsOf(ways: readonly JudgedWay[], tables: readonly NearestTable[]): JudgedFindings {
  const [first] = ways;
  const table = tables[first?.request ?? 0];
  if (ways.length === 1 && first?.unit === "seconds" && table?.nearestCount === 1) {
    const counts = table.counts[first.column] ?? new Uint32Array(table.originCount);
    if (counts instanceof Uint32Array) return findingsInPlace(first, table, counts);
  }
  return chosenFindings(ways, tables);
}

/** The unit that all ways can be told in, seconds if they can; else that of the first. */
function commonUnit(ways: readonly JudgedWay[], tables: readonly NearestTable[]): CostUnit {
  const canTell = (unit: CostUnit) =>
    ways.every((way) => way.unit === unit || tables[way.request]?.secondQuantity !== null);
  return (["seconds", "meters"] as const).find(canTell) ?? ways[0]?.unit ?? "seconds";
}

/** Where there is nothing to choose and to convert, the columns of the table say it all: nothing is copied. */
function findingsInPlace({ column, threshold }: JudgedWay, table: NearestTable, within: Uint32Array): JudgedFindings {
  const { originCount } = table;
  const firstCell = column * originCount;
  const cost = table.cost.subarray(firstCell, firstCell + originCount);
  const facilityRow = table.facilityRow.subarray(firstCell, firstCell + originCount);
  const verdict = new Uint8Array(originCount);
  return {
    ...{ verdict, unit: "seconds", cost, facilityRow, within },
    secondQuantityOf: (origin) => secondQuantityIn(table, firstCell + origin),
    judge: (first, end) => judgeInPlace(verdict, cost, facilityRow, threshold, first, end),
  };
}

/** Judges a range of origins. @returns the verdict that all of them share; `MIXED` = they do not */
function judgeInPlace(
  verdict: Uint8Array,
  cost: Float64Array,
  facilityRow: Int32Array,
  threshold: number,
  first: number,
  end: number,
): number {
  /** One bit for each verdict. */
  let seen = 0;
  for (let origin = first; origin < end; origin++) {
    const near = cost[origin];
    const own =
      near <= threshold ? COVERED : near < Infinity || facilityRow[origin] !== NOT_ATTACHED ? NOT_COVERED : UNKNOWN;
    verdict[origin] = own;
    seen |= 1 << own;
  }
  return first < end && (seen & (seen - 1)) === 0 ? verdict[first] : MIXED;
}

function chosenFindings(ways: readonly JudgedWay[], tables: readonly NearestTable[]): JudgedFindings {
  const unit = commonUnit(ways, tables);
  const originCount = tables[ways[0]?.request ?? 0]?.originCount ?? 0;
  const verdict = new Uint8Array(originCount);
  const cost = new Float64Array(originCount);
  const secondQuantity = new Float64Array(originCount);
  const facilityRow = new Int32Array(originCount);
  const within = new Uint32Array(originCount);
  const leastPart = new Float64Array(originCount);
  const judgeWay = ({ request, column, unit: judged, threshold, count }: JudgedWay, first: number, end: number) => {
    const table = tables[request] as NearestTable;
    const { nearestCount } = table;
    const counts = table.counts[column] ?? null;
    for (let origin = first; origin < end; origin++) {
      // the last of those needed decides
      const cell = (column * originCount + origin) * nearestCount + count - 1;
      const row = table.facilityRow[cell];
      if (row === NOT_ATTACHED && verdict[origin] !== COVERED) verdict[origin] = UNKNOWN;
      if (row !== NO_WAY && facilityRow[origin] === NO_WAY) facilityRow[origin] = -1;
      if (counts !== null) within[origin] += counts[origin];
      const judgedCost = table.cost[cell];
      // what is present takes nothing, of a threshold that is nothing
      const part = judgedCost === 0 ? 0 : judgedCost / threshold;
      if (!(part < leastPart[origin])) continue;
      leastPart[origin] = part;
      facilityRow[origin] = row;
      const second = secondQuantityIn(table, cell);
      // what cannot be told in the common unit is within reach or not, but takes no known time
      cost[origin] = judged === unit ? judgedCost : Number.isNaN(second) ? Infinity : second;
      secondQuantity[origin] = judged === unit ? second : judgedCost;
      if (judgedCost <= threshold) verdict[origin] = COVERED;
    }
  };
  return {
    ...{ verdict, unit, cost, facilityRow, within },
    secondQuantityOf: (origin) => secondQuantity[origin],
    judge: (first, end) => {
      verdict.fill(NOT_COVERED, first, end);
      cost.fill(Infinity, first, end);
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
