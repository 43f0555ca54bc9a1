import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { CategoryId } from "../model/facts.js";
import type { ReachSource } from "../model/measure.js";
import { type NearestTable, NOT_ATTACHED, type ReachRequest, type ReachTable } from "../model/travel.js";
import { fillReachTable, MAX_PAIRS, type ReachPlaces } from "./fill-reach-table.js";
import { cellOf, secondQuantityIn } from "./nearest-table.js";

/** Ranks that are asked for first; four times as many, again and again, where they were not enough. */
const FIRST_RANKS = 8;
const MORE_RANKS = 4;

/**
 * Fills a reach table from the nearest tables of a model that fills no other: ranks are added until no origin has all of them
 * filled. Exact, but slow and large: a table has a cell for every origin and rank.
 *
 * @throws {CoverageError} `LIMIT_EXCEEDED` if a table would have more cells than the request allows pairs
 */
export function deriveReach(model: ReachSource, request: ReachRequest, places: ReachPlaces): ReachTable {
  const { categories, withSecondQuantity = false } = request;
  const { originCount, facilities } = places;
  const tables = categories.map((category) => rankAll(model, request, category, places));
  const hasSecondQuantity = withSecondQuantity && tables.some(({ secondQuantity }) => secondQuantity !== null);
  // whoever is of several categories is told of in the first
  const firstOf = facilities.map((facility) =>
    categories.findIndex((category) => facility.categories.includes(category)),
  );
  return fillReachTable(
    {
      originCount,
      facilities,
      hasSecondQuantity,
      unattachedOrigins: unattachedIn(tables, originCount),
      each: (visit) =>
        tables.forEach((own, table) => {
          const { cost, facilityRow, nearestCount } = own;
          for (let cell = 0; cell < cost.length; cell++)
            if (facilityRow[cell] >= 0 && firstOf[facilityRow[cell]] === table && cost[cell] <= request.cutoff)
              visit(Math.floor(cell / nearestCount), facilityRow[cell], cost[cell], secondQuantityIn(own, cell));
        }),
    },
    request,
  );
}

/** Fills a table with so many ranks that every facility of the category within the cutoff is in it. */
function rankAll(
  model: ReachSource,
  { unit, cutoff, maxPairs = MAX_PAIRS }: ReachRequest,
  category: CategoryId,
  { originCount, facilities }: ReachPlaces,
): NearestTable {
  const facilityCount = facilities.filter(({ categories }) => categories.includes(category)).length;
  for (
    let ranks = Math.min(FIRST_RANKS, Math.max(facilityCount, 1));
    ;
    ranks = Math.min(MORE_RANKS * ranks, facilityCount)
  ) {
    const cells = originCount * ranks;
    if (cells > maxPairs)
      throw new CoverageError(
        "LIMIT_EXCEEDED",
        say("reach.tooManyRanks", { model: model.summary.id, cells, category, maxPairs }),
        { path: "maxPairs", hint: say("reach.tooManyRanks.hint") },
      );
    const table = model.fillTable({ unit, cutoff, nearestCount: ranks, categories: [category], countWithin: [null] });
    if (ranks >= facilityCount || !hasFullOrigin(table)) return table;
  }
}

/** Tells whether an origin has found as many facilities as were asked for: there may be more. */
function hasFullOrigin(table: NearestTable): boolean {
  for (let origin = 0; origin < table.originCount; origin++)
    if (table.facilityRow[cellOf(table, origin, 0, table.nearestCount - 1)] >= 0) return true;
  return false;
}

function unattachedIn(tables: readonly NearestTable[], originCount: number): Uint32Array {
  const rows = Array.from({ length: originCount }, (_, origin) => origin);
  // who is at a facility and near no street knows of no other: the last rank tells
  const isUnattached = (table: NearestTable, origin: number) =>
    table.facilityRow[cellOf(table, origin, 0, table.nearestCount - 1)] === NOT_ATTACHED;
  const [any] = tables;
  return Uint32Array.from(any === undefined ? [] : rows.filter((origin) => isUnattached(any, origin)));
}
