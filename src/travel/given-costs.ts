import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { Label } from "../base/words.js";
import { type CostUnit, NO_WAY } from "../model/travel.js";
import { cellOf, emptyTable, insertNearest } from "./nearest-table.js";
import type { TravelCity, TravelModel } from "./travel-model.js";

/** One known cost: from an origin to a facility. */
export interface GivenCost {
  /** Row of the origin in the prepared city's `origins`. */
  readonly originRow: number;
  readonly facilityId: string;
  /** In the unit of `givenCosts`, >= 0. */
  readonly cost: number;
}

/** What costs that were measured elsewhere are. */
export interface GivenCostsOptions {
  readonly unit: CostUnit;
  /** Who measured them, for the report: "R5 7.4, Tuesday 8:00". */
  readonly label?: Label;
}

/**
 * Makes a travel model from costs measured elsewhere: R5, OSRM, a survey.
 *
 * A pair that is not given is out of reach. In a scenario, costs may also be to facilities that open later. Requirements judged in the other unit are converted by the profile's speed.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if a cost is negative or an origin or facility does not exist
 */
export function givenCosts(costs: readonly GivenCost[], { unit, label }: GivenCostsOptions): TravelModel {
  if (unit !== "seconds" && unit !== "meters")
    throw new CoverageError("INVALID_ARGUMENT", say("givenCosts.unit", { unit: String(unit) }));
  return {
    id: "givenCosts",
    prepare: (city, profile) => {
      const rows = facilityRowsOf(costs, city);
      const pairs = cheapestOfEachPair(costs, rows, city);
      return {
        summary: {
          id: "givenCosts",
          label: label ?? { zh: "外部给定的成本", en: "Costs measured elsewhere" },
          method: {
            zh: "使用给定的出行成本；未给出的视为不可达。",
            en: "Costs as given; pairs not given are out of reach.",
          },
          parameters: { pairs: rows.filter((row) => row !== NOT_THERE).length, unit },
        },
        diagnostics: [],
        fillTable: (request, onCategory) => {
          const table = emptyTable(request, city.origins.count, false);
          const factor =
            request.unit === unit
              ? 1
              : unit === "seconds"
                ? profile.speedMetersPerSecond
                : 1 / profile.speedMetersPerSecond;
          request.categories.forEach((category, column) => {
            const countWithin = request.countWithin[column] ?? null;
            const counts = table.counts[column] ?? null;
            for (const { originRow, facilityRow, cost: given } of pairs) {
              if (city.facilities[facilityRow]?.categories.includes(category) !== true) continue;
              const cost = given * factor;
              if (cost <= request.cutoff)
                insertNearest(table, cellOf(table, originRow, column), { cost, facilityRow, secondQuantity: 0 });
              if (counts !== null && countWithin !== null && cost <= countWithin) counts[originRow]++;
            }
            if (!city.facilities.some(({ categories }) => categories.includes(category)))
              table.facilityRow.fill(NO_WAY, cellOf(table, 0, column), cellOf(table, 0, column + 1));
            onCategory?.(column + 1);
          });
          return table;
        },
      };
    },
  };
}

interface Pair {
  readonly originRow: number;
  readonly facilityRow: number;
  readonly cost: number;
}

/** A pair that is given twice (two entrances, two departures) is one way to one facility: the cheaper one. */
function cheapestOfEachPair(
  costs: readonly GivenCost[],
  rows: readonly number[],
  { facilities }: TravelCity,
): Iterable<Pair> {
  const pairs = new Map<number, Pair>();
  costs.forEach(({ originRow, cost }, i) => {
    const facilityRow = rows[i] as number;
    if (facilityRow === NOT_THERE) return;
    const key = originRow * facilities.length + facilityRow;
    const known = pairs.get(key);
    if (known === undefined || cost < known.cost) pairs.set(key, { originRow, facilityRow, cost });
  });
  return [...pairs.values()];
}

/** A facility of a scenario that is closed, or not open yet. */
const NOT_THERE = -1;

/** Checks costs, and finds the row of each one's facility. */
function facilityRowsOf(costs: readonly GivenCost[], city: TravelCity): number[] {
  const { facilities, origins, facilitiesComeAndGo = false } = city;
  const rowOf = new Map(facilities.map(({ id }, row) => [id, row]));
  return costs.map(({ originRow, facilityId, cost }, i) => {
    const facilityRow = rowOf.get(facilityId);
    if (facilityRow === undefined && !facilitiesComeAndGo)
      throw new CoverageError("INVALID_ARGUMENT", say("givenCosts.facility", { i, facilityId }));
    if (!(Number.isInteger(originRow) && originRow >= 0 && originRow < origins.count))
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("givenCosts.origin", {
          i,
          originRow,
          count: origins.count,
        }),
      );
    if (!(cost >= 0)) throw new CoverageError("INVALID_ARGUMENT", say("givenCosts.cost", { i, cost }));
    return facilityRow ?? NOT_THERE;
  });
}
