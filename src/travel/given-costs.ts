import { assertChoice, assertKeys, assertLabel, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { GIVEN_COSTS } from "../base/texts/labels.js";
import { say } from "../base/texts/library.js";
import type { MetersPerSecond } from "../base/units.js";
import type { Label } from "../base/words.js";
import type { CostUnit } from "../model/travel.js";
import { fillGivenReach, fillGivenTable, givenPairs, NOT_THERE } from "./fill-given-table.js";
import { type CheckedCosts, checkCosts, type GivenCost, type GivenCostColumns } from "./given-cost-columns.js";
import type { TravelCity, TravelModel } from "./travel-model.js";

/** What costs that were measured elsewhere are. */
export interface GivenCostsOptions {
  readonly unit: CostUnit;
  /** Who measured them, for the report: "R5 7.4, Tuesday 8:00". */
  readonly label?: Label;
  /** By which costs are converted where the other unit is wanted, and the pairs do not tell it. Default: they are not converted. */
  readonly speedMetersPerSecond?: MetersPerSecond;
}

const OPTION_KEYS: ReadonlySet<string> = new Set(["unit", "label", "speedMetersPerSecond"]);

/**
 * Makes a travel model from costs measured elsewhere: R5, OSRM, a survey.
 *
 * A pair that is not given is out of reach; of a pair that is given several times the cheapest counts. The second quantity (the
 * metres of a way whose seconds are given) is what the pairs tell; else what the speed makes of the cost; else not known.
 * In a scenario, costs may also be to facilities that open later.
 *
 * @param costs a list of pairs, or columns, which are faster and smaller
 * @throws {CoverageError} `INVALID_ARGUMENT` for what is no cost, origin or facility, with the pair it is of; `UNKNOWN_OPTION`
 *
 * @example
 * ```ts
 * import { computeCoverage, givenCosts, minutes } from "quarterhour";
 *
 * const [pharmacy] = city.facilities.filter(({ categories }) => categories.includes("pharmacy"));
 * const costs = [...city.origins.population.keys()].map((originRow) => ({
 *   originRow, facilityId: pharmacy?.id ?? "", cost: minutes(12), // of a survey, of R5 or OSRM
 * }));
 * const surveyed = computeCoverage(city, { travel: [givenCosts(costs, { unit: "seconds" })] });
 * surveyed.city.requirements.pharmacy?.seconds?.median; // → 720
 * surveyed.city.requirements.supermarket?.status; // → "uncovered"
 * ```
 */
export function givenCosts(costs: readonly GivenCost[] | GivenCostColumns, options: GivenCostsOptions): TravelModel {
  return guardLive("givenCosts", [costs, options], () => {
    assertKeys(options, OPTION_KEYS);
    const { unit, label, speedMetersPerSecond } = options;
    assertChoice("options.unit", unit, ["seconds", "meters"]);
    if (label !== undefined) assertLabel("options.label", label);
    const isSpeed =
      typeof speedMetersPerSecond === "number" && speedMetersPerSecond > 0 && speedMetersPerSecond < Infinity;
    if (speedMetersPerSecond !== undefined && !isSpeed)
      throw invalid("options.speedMetersPerSecond", speedMetersPerSecond, say("expected.positive"));
    const checked = checkCosts(costs, otherUnit(unit));
    return {
      id: "givenCosts",
      units: isSpeed || checked.secondQuantity !== null ? ["seconds", "meters"] : [unit],
      prepare: (city) => {
        const originRow = originRowsOf(checked, city);
        const columns = { ...checked, originRow, facilityRow: facilityRowsOf(checked, city), unit };
        const pairs = givenPairs({ ...columns, speedMetersPerSecond: speedMetersPerSecond ?? null }, city);
        const known = columns.facilityRow.reduce((count, row) => count + (row === NOT_THERE ? 0 : 1), 0);
        return {
          summary: {
            id: "givenCosts",
            label: label ?? GIVEN_COSTS.label,
            method: GIVEN_COSTS.method,
            parameters: { pairs: known, unit, ...(isSpeed ? { speedMetersPerSecond } : {}) },
          },
          diagnostics: [],
          fillTable: (request, onCategory) => fillGivenTable(pairs(request.unit), request, city, onCategory),
          fillReach: (request) => fillGivenReach(pairs(request.unit), request, city),
        };
      },
    };
  });
}

/** Gives the unit that costs are not in. */
export function otherUnit(unit: CostUnit): CostUnit {
  return unit === "seconds" ? "meters" : "seconds";
}

/** Finds the row of each cost's facility; `NOT_THERE` = it is one that a scenario has closed, or not opened yet. */
function facilityRowsOf({ facility }: CheckedCosts, city: TravelCity): Uint32Array {
  const { facilities, facilitiesComeAndGo = false } = city;
  if (facility instanceof Uint32Array) {
    if (facilitiesComeAndGo)
      throw new CoverageError("INVALID_ARGUMENT", say("givenCosts.rowsChange"), { path: "costs.facilityRow" });
    const wrong = facility.findIndex((row) => row >= facilities.length);
    if (wrong >= 0) throw unknownFacility(wrong, facility[wrong]);
    return facility;
  }
  const rowOf = new Map(facilities.map(({ id }, row) => [id, row]));
  const rows = new Uint32Array(facility.length);
  facility.forEach((id, i) => {
    const row = rowOf.get(id);
    if (row === undefined && !facilitiesComeAndGo) throw unknownFacility(i, id);
    rows[i] = row ?? NOT_THERE;
  });
  return rows;
}

function unknownFacility(i: number, facility: string | number): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", say("givenCosts.facility", { i, facility }), { path: "costs" });
}

/** Finds the row of each cost's origin among those that are asked for; `NOT_THERE` = it is not among them. */
function originRowsOf(
  { originRow }: CheckedCosts,
  { origins, originPart, hasOtherFacilities }: TravelCity,
): Uint32Array {
  if (originPart === null || hasOtherFacilities === true)
    throw new CoverageError("INVALID_ARGUMENT", say("givenCosts.otherPlaces"), { path: "options.travel" });
  const count = originPart?.of ?? origins.count;
  const i = originRow.findIndex((row) => row >= count);
  if (i >= 0)
    throw new CoverageError("INVALID_ARGUMENT", say("givenCosts.origin", { i, originRow: originRow[i], count }), {
      path: "costs",
    });
  if (originPart === undefined) return originRow;
  const placeOf = new Uint32Array(count).fill(NOT_THERE);
  originPart.rows.forEach((row, place) => {
    placeOf[row] = place;
  });
  return originRow.map((row) => placeOf[row]);
}
