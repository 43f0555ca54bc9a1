import { type CostUnit, type NearestTable, NO_WAY, NOT_ATTACHED } from "../model.js";
import type { MetersPerSecond } from "../units.js";
import type { JudgedWay } from "./plan.js";

/** What each origin reaches for one requirement. */
export interface OriginFindings {
  /** `COVERED`, `NOT_COVERED`, or `UNKNOWN` (not attached). */
  readonly verdict: Uint8Array;
  /** To the facility that counts; `Infinity` = none within the cutoff. */
  readonly seconds: Float64Array;
  readonly meters: Float64Array;
  /** Row of that facility; -1 = none. */
  readonly facilityRow: Int32Array;
  /** 1 = there is such a facility, but no way to it. */
  readonly noWay: Uint8Array;
  /** Facilities within the threshold. */
  readonly within: Uint32Array;
}
export const NOT_COVERED = 0;
export const COVERED = 1;
export const UNKNOWN = 2;

/**
 * Judges one requirement at every origin: covered when the cost is at most the threshold, compared unrounded.
 *
 * With several ways, the one that covers counts, and among those (or where none does) the one that uses the smallest
 * part of its threshold.
 */
export function judgeRequirement(
  ways: readonly JudgedWay[],
  tableOf: (unit: CostUnit) => NearestTable,
  speed: MetersPerSecond,
): OriginFindings {
  const [first] = ways;
  const originCount = tableOf(first?.unit ?? "seconds").originCount;
  const findings: OriginFindings = {
    verdict: new Uint8Array(originCount),
    seconds: new Float64Array(originCount).fill(Infinity),
    meters: new Float64Array(originCount).fill(Infinity),
    facilityRow: new Int32Array(originCount).fill(-1),
    noWay: new Uint8Array(originCount).fill(1),
    within: new Uint32Array(originCount),
  };
  const leastPart = new Float64Array(originCount).fill(Infinity);
  for (const { column, unit, threshold } of ways) {
    const table = tableOf(unit);
    const { cost, facilityRow, companion, nearestCount } = table;
    const counts = table.counts[column] ?? null;
    for (let origin = 0; origin < originCount; origin++) {
      const cell = (column * originCount + origin) * nearestCount;
      const row = facilityRow[cell];
      if (row === NOT_ATTACHED) findings.verdict[origin] = UNKNOWN;
      if (row !== NO_WAY) findings.noWay[origin] = 0;
      if (counts !== null) findings.within[origin] += counts[origin];
      const part = cost[cell] / threshold;
      if (!(part < leastPart[origin])) continue;
      leastPart[origin] = part;
      findings.facilityRow[origin] = row;
      const other =
        companion === null ? (unit === "seconds" ? cost[cell] * speed : cost[cell] / speed) : companion[cell];
      findings.seconds[origin] = unit === "seconds" ? cost[cell] : other;
      findings.meters[origin] = unit === "meters" ? cost[cell] : other;
      if (cost[cell] <= threshold) findings.verdict[origin] = COVERED;
    }
  }
  return findings;
}
