import type { GroupId } from "../model/facts.js";
import type { AreaCoverage } from "../model/report.js";
import type { CostUnit } from "../model/travel.js";
import { type Area, type AreaSums, countedOf } from "./areas.js";
import { type OriginFindings, UNKNOWN } from "./origin-findings.js";
import type { Shares } from "./summarize-requirement.js";

/**
 * What judging some neighborhoods of a city found: plain data that adds up with the judgements of the others, in any order, to
 * the very judgement of all of them at once.
 *
 * Neighborhoods are judged for good, and their shares add up. A median of the city cannot be told from medians of its parts,
 * so the columns are kept that it is found in, of those origins that count for the city: 24 bytes for each of them, another
 * 24 for each requirement that has data and 8 for each measure. A city of 11,052 origins and 45 such requirements takes 12 MB.
 */
export interface Judgement {
  /** Rows of the neighborhoods among all those of the city, ascending. */
  readonly neighborhoodRows: Uint32Array;
  /** One for each of them. */
  readonly areas: readonly AreaCoverage[];
  /** What of each counts for the city: all of it, unless it shares ground with others. */
  readonly counted: readonly CountedArea[];
  /** CSR offsets: the origins of area `i` are `firstOrigin[i]` to `firstOrigin[i + 1] - 1` of the columns. */
  readonly firstOrigin: Uint32Array;
  /** People, or square metres in a city where nobody lives; more than 0. */
  readonly weights: Float64Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** One for each requirement of the plan; `null` = the input has no such facility anywhere. */
  readonly requirements: readonly (RequirementColumns | null)[];
  /** Values by origin, one column for each measure. */
  readonly measures: readonly Float64Array[];
  /** People of each group by origin; only there where something was measured and groups were named. */
  readonly groups?: Readonly<Record<GroupId, Float64Array>>;
}

/** What counts of an area for the city. */
export interface CountedArea extends AreaSums {
  readonly circles: Readonly<Record<string, Shares>>;
  readonly requirements: Readonly<Record<string, Shares>>;
}

/** What each origin reaches for one requirement. */
export interface RequirementColumns {
  /** Of `cost`: seconds, or metres where no travel model tells how long ways take. */
  readonly unit: CostUnit;
  /** `Infinity` = none within the cutoff, `NaN` = unknown: the origin is near no street. */
  readonly cost: Float64Array;
  /** Of the same way: metres, if `unit` is seconds. `NaN` = not known; 0 where there is no way. */
  readonly secondQuantity: Float64Array;
  /** Row of the facility that decides among those of the city; negative = none, see `NearestTable`. */
  readonly facilityRow: Int32Array;
  /** Facilities within the threshold. */
  readonly within: Uint32Array;
}

/** Finds the origins of some areas that count for the city: where others live but nobody here, this ground does not. */
export function countedOrigins(
  areas: readonly Area[],
  city: Pick<Area, "isPeopled">,
): { readonly rows: Uint32Array; readonly firstOrigin: Uint32Array } {
  const own = areas.map((area) => (area.isPeopled === city.isPeopled ? countedOf(area).rows : NONE));
  const firstOrigin = new Uint32Array(areas.length + 1);
  own.forEach((rows, i) => {
    firstOrigin[i + 1] = firstOrigin[i] + rows.length;
  });
  const all = new Uint32Array(firstOrigin[areas.length]);
  own.forEach((rows, i) => {
    all.set(rows, firstOrigin[i]);
  });
  return { rows: all, firstOrigin };
}

const NONE = new Uint32Array(0);

/** Takes the findings of some origins. */
export function pickColumns(findings: OriginFindings, rows: Uint32Array): RequirementColumns {
  const { verdict, unit, cost, facilityRow, within } = findings;
  const hasWay = (row: number) => verdict[row] !== UNKNOWN && cost[row] < Infinity;
  return {
    unit,
    cost: Float64Array.from(rows, (row) => (verdict[row] === UNKNOWN ? Number.NaN : cost[row])),
    secondQuantity: Float64Array.from(rows, (row) => (hasWay(row) ? findings.secondQuantityOf(row) : 0)),
    facilityRow: Int32Array.from(rows, (row) => facilityRow[row]),
    within: Uint32Array.from(rows, (row) => within[row]),
  };
}

/** Takes the numbers of some origins. */
export function pickNumbers(column: Float64Array, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => column[row]);
}
