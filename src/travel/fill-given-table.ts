import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { MetersPerSecond } from "../base/units.js";
import {
  type CostUnit,
  type NearestTable,
  NO_WAY,
  type ReachRequest,
  type ReachTable,
  type TravelRequest,
} from "../model/travel.js";
import { cheapestReach } from "./cheapest-reach.js";
import { facilityRowsByCategory, rowsOfCategories } from "./facility-rows.js";
import { eachPair, fillReachTable, type PairVisit } from "./fill-reach-table.js";
import type { CheckedCosts } from "./given-cost-columns.js";
import { cellOf, emptyTable, insertNearest } from "./nearest-table.js";
import type { TravelCity } from "./travel-model.js";

/** Given costs know no streets: every origin is as good as attached. */
const NOBODY = new Uint32Array(0);

/** Stands for an origin that is not asked for, and for a facility that the city does not have at the moment. */
export const NOT_THERE = 0xffff_ffff;

/** Costs of the city: between its origins and facilities, or `NOT_THERE`. */
export interface GivenColumns extends Pick<CheckedCosts, "count" | "originRow" | "cost" | "secondQuantity"> {
  readonly facilityRow: Uint32Array;
  readonly unit: CostUnit;
  /** By which the other unit is known; `null` = it is not. */
  readonly speedMetersPerSecond: MetersPerSecond | null;
}

/** All pairs by origin, the cheapest first, each once. */
type GivenPairs = ReachTable;

/** Sorts given costs by origin, once for each unit that is asked for. */
export function givenPairs(columns: GivenColumns, city: TravelCity): (unit: CostUnit) => GivenPairs {
  const sorted = new Map<CostUnit, GivenPairs>();
  return (unit) => {
    const known = sorted.get(unit) ?? sortPairs(columns, unit, city);
    sorted.set(unit, known);
    return known;
  };
}

function sortPairs(columns: GivenColumns, unit: CostUnit, city: TravelCity): GivenPairs {
  const { count, originRow, facilityRow } = columns;
  const { cost, secondQuantity } = quantitiesIn(columns, unit);
  const each = (visit: PairVisit) => {
    for (let i = 0; i < count; i++)
      if (cost[i] < Infinity && originRow[i] !== NOT_THERE && facilityRow[i] !== NOT_THERE)
        visit(originRow[i], facilityRow[i], cost[i], secondQuantity?.[i] ?? Number.NaN);
  };
  const places = { originCount: city.origins.count, facilities: city.facilities };
  const request = { unit, cutoff: Infinity, categories: [], maxPairs: Infinity };
  const all = { ...places, unattachedOrigins: NOBODY, hasSecondQuantity: secondQuantity !== null, each };
  // a pair that is given twice (two entrances, two departures) is one way to one facility: the cheaper one
  return cheapestReach([fillReachTable(all, request)], request, places);
}

/** Gives the quantity that is minimized, and the second one, if it is known. */
function quantitiesIn(
  { cost, secondQuantity, unit: given, speedMetersPerSecond: speed }: GivenColumns,
  unit: CostUnit,
): Pick<GivenColumns, "cost" | "secondQuantity"> {
  const factor = given === "seconds" ? speed : speed && 1 / speed;
  const other = secondQuantity ?? (factor === null ? null : cost.map((known) => known * factor));
  if (unit === given) return { cost, secondQuantity: other };
  if (other !== null) return { cost: other, secondQuantity: cost };
  throw new CoverageError("INVALID_ARGUMENT", say("givenCosts.otherUnit", { unit: given, wanted: unit }), {
    path: "costs",
    hint: say("givenCosts.otherUnit.hint", { wanted: unit }),
  });
}

/** Takes the nearest facilities of each category, and how many are within reach. */
export function fillGivenTable(
  pairs: GivenPairs,
  request: TravelRequest,
  { origins, facilities }: TravelCity,
  onCategory: ((done: number) => void) | undefined,
): NearestTable {
  const { cutoff, nearestCount, categories, countWithin } = request;
  const hasSecondQuantity = pairs.parts.some(({ secondQuantity }) => secondQuantity !== null);
  const table = emptyTable(request, origins.count, hasSecondQuantity ? "column" : null);
  const rows = facilityRowsByCategory(facilities);
  categories.forEach((category, column) => {
    const isWanted = new Uint8Array(facilities.length);
    for (const row of rows.get(category) ?? []) isWanted[row] = 1;
    const limit = countWithin[column] ?? null;
    const counts = table.counts[column] ?? null;
    if (!rows.has(category)) table.facilityRow.fill(NO_WAY, cellOf(table, 0, column), cellOf(table, 0, column + 1));
    eachPair(pairs, (origin, facilityRow, cost, secondQuantity) => {
      if (isWanted[facilityRow] === 0) return;
      const cell = cellOf(table, origin, column);
      // the cheapest come first: whoever is dearer than the last rank comes too late
      if (cost <= cutoff && cost < table.cost[cell + nearestCount - 1])
        insertNearest(table, cell, { cost, facilityRow, secondQuantity });
      if (counts !== null && limit !== null && cost <= limit) counts[origin]++;
    });
    onCategory?.(column + 1);
  });
  return table;
}

/** Takes the pairs within the cutoff. */
export function fillGivenReach(
  pairs: GivenPairs,
  request: ReachRequest,
  { origins, facilities }: TravelCity,
): ReachTable {
  const { cutoff, categories, withSecondQuantity = false } = request;
  const isWanted = new Uint8Array(facilities.length);
  for (const row of rowsOfCategories(facilities, categories)) isWanted[row] = 1;
  const hasSecondQuantity = withSecondQuantity && pairs.parts.some(({ secondQuantity }) => secondQuantity !== null);
  const each = (visit: PairVisit) =>
    eachPair(pairs, (origin, facilityRow, cost, secondQuantity) => {
      if (isWanted[facilityRow] === 1 && cost <= cutoff) visit(origin, facilityRow, cost, secondQuantity);
    });
  const wanted = { originCount: origins.count, facilities, unattachedOrigins: NOBODY, hasSecondQuantity, each };
  return fillReachTable(wanted, request);
}
