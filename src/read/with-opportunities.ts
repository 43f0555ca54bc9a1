import { assertText, checkObject } from "../base/check-argument.js";
import { Diagnostics, sortDiagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { TRAVELER_FINDINGS } from "../base/texts/diagnostics/travelers.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import { say } from "../base/texts/library.js";
import type { FacilityRecord, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { isFacilityReading } from "./is-facility-reading.js";
import { readFacilities } from "./read-facilities.js";
import type { ReadOptions } from "./read-options.js";

/** What of places is to be reached. */
export interface OpportunityOptions extends ReadOptions {
  /** The property that tells how much there is: `"jobs"`, `"beds"`. It is the category, too. */
  readonly property: string;
  /** The property that names categories in the facilities that the places are added to. Default: `"category"`. */
  readonly categoryProperty?: string;
}

/**
 * Adds opportunities to facilities: places of any geometry with a property that tells how much there is to be reached (jobs of a grid, beds
 * of hospitals). Each is one place, in the middle of its area, of the category that is called as the property, and gives so much
 * (`supply`). The standard must know the category: `withCategory`.
 *
 * @returns a reading, for `prepareCity`. Places that tell no number are counted as left out, under `opportunity.untold`
 * @throws {CoverageError} `INVALID_ARGUMENT` where no place tells a number; as `readFacilities`
 *
 * @example
 * ```ts
 * import { readFacilities, withOpportunities } from "quarterhour/read";
 *
 * const square = { type: "Polygon", coordinates: [[[104, 30], [104.01, 30], [104.01, 30.01], [104, 30.01], [104, 30]]] };
 * const grid = { type: "Feature", properties: { id: "a", jobs: 1200 }, geometry: square };
 * const { rows } = withOpportunities(readFacilities([]), [grid], { property: "jobs" });
 * rows[0]?.tags.jobs; // → 1200
 * ```
 */
export function withOpportunities(
  facilities: GeoJsonInput | Reading<FacilityRecord>,
  places: GeoJsonInput,
  options: OpportunityOptions,
): Reading<FacilityRecord> {
  return guardLive("withOpportunities", [facilities, places, options], () => {
    checkObject("options", options);
    const { property, categoryProperty = "category", ...how } = options;
    assertText("options.property", property);
    assertText("options.categoryProperty", categoryProperty);
    const read = readFacilities(places, how);
    const untold: string[] = [];
    const rows = read.rows.flatMap((place): FacilityRecord[] => {
      const amount = Number(place.tags[property] ?? Number.NaN);
      if (amount >= 0 && amount < Infinity)
        return [toOpportunity(place, { [categoryProperty]: property, [property]: amount }, property)];
      untold.push(place.id);
      return [];
    });
    if (rows.length === 0)
      throw new CoverageError("INVALID_ARGUMENT", say("opportunities.none", { property }), {
        path: "options.property",
        hint: say("opportunities.none.hint"),
      });
    return join(isFacilityReading(facilities) ? facilities : readFacilities(facilities), { ...read, rows }, untold);
  });
}

/** Where people work is in the middle of its area: a grid has no gates. Ids of grids are those of other layers, too. */
function toOpportunity(
  place: FacilityRecord,
  tags: FacilityRecord["tags"] & Readonly<Record<string, unknown>>,
  property: string,
): FacilityRecord {
  const { id, name, location } = place;
  return {
    ...{ id: `${property}:${id}`, name, location, tags },
    ...{ entrances: [location], outline: [], isArea: false, areaSquareMeters: null },
  };
}

function join(
  facilities: Reading<FacilityRecord>,
  added: Reading<FacilityRecord>,
  untold: readonly string[],
): Reading<FacilityRecord> {
  const diagnostics = new Diagnostics(TRAVELER_FINDINGS);
  for (const id of untold) diagnostics.add("opportunity.untold", "facilities", id);
  const [one, other] = [facilities.counts, added.counts];
  const leftOut: Partial<Record<DiagnosticCode, number>> = { ...one.leftOut };
  const leave = (code: DiagnosticCode, count: number) => {
    leftOut[code] = (leftOut[code] ?? 0) + count;
  };
  for (const [code, count] of Object.entries(other.leftOut)) leave(code as DiagnosticCode, count);
  if (untold.length > 0) leave("opportunity.untold", untold.length);
  return {
    rows: [...facilities.rows, ...added.rows],
    counts: {
      ...one,
      given: one.given + other.given,
      used: one.used + added.rows.length,
      repaired: one.repaired + other.repaired,
      leftOut,
    },
    diagnostics: sortDiagnostics([...facilities.diagnostics, ...added.diagnostics, ...diagnostics.list()]),
  };
}
