import { invalid } from "../base/check-argument.js";
import { type Diagnostic, sortDiagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { Meters, Seconds } from "../base/units.js";
import { PreparedCity } from "../city/prepared-city.js";
import { assertCityOptions, toPreparedCity } from "../city/to-prepared-city.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { Standard } from "../model/standard.js";
import type { CostUnit, ReachRequest, ReachTable, TravelSummary } from "../model/travel.js";
import { rowsOfCategories } from "../travel/facility-rows.js";
import { fillReach } from "../travel/fill-reach.js";
import { eachPair } from "../travel/fill-reach-table.js";
import { joinOrigins } from "../travel/join-origins.js";
import { type QuestionOptions, toQuestion } from "./question.js";
import { unitsOf } from "./travel-answers.js";
import { prepareTrips } from "./trip-ends.js";
import { findPlaces, type TripPlaces } from "./trip-places.js";

/** What is asked of a matrix. The options of {@link PrepareOptions} only count for a city that is not prepared yet. */
export interface TravelTimesOptions extends PrepareOptions, Omit<QuestionOptions, "measures"> {
  /** Its categories can be named as `from` and `to`. Default: the one a prepared city was prepared for, else `chengduFourCircles`. */
  readonly standard?: Standard;
  readonly from: TripPlaces;
  readonly to: TripPlaces;
  /** The shortest times up to this are found, inclusive. Default: 900, a quarter of an hour; `Infinity` = all. */
  readonly cutoffSeconds?: Seconds;
  /** In its place: the shortest distances up to this are found, with the time that they take. */
  readonly cutoffMeters?: Meters;
  /** More pairs than this are refused; every origin of a neighborhood counts. Default: 50,000,000. */
  readonly maxPairs?: number;
}

/** A matrix as columns, one entry for each pair within the cutoff: by `fromRow`, the nearest first, at a tie by `toRow`. */
export interface TravelTimes {
  readonly pairCount: number;
  /** Row in `fromIds`, and in `toIds`. */
  readonly fromRow: Uint32Array;
  readonly toRow: Uint32Array;
  /** `NaN` = the travel model does not know. */
  readonly seconds: Float64Array;
  /** Along the same way. `NaN` = the travel model does not know. */
  readonly meters: Float64Array;
  /** Ids of neighborhoods, facilities and points; an origin is called by its neighborhood and its number there: `"n3/17"`. */
  readonly fromIds: readonly string[];
  readonly toIds: readonly string[];
  /** Rows in `fromIds` of places that are too far from any street: nothing is known of them. */
  readonly unattachedFrom: Uint32Array;
  /** How it was measured. */
  readonly travel: readonly TravelSummary[];
  readonly diagnostics: readonly Diagnostic[];
}

const DEFAULT_CUTOFF_SECONDS = 900;
const DEFAULT_MAX_PAIRS = 50_000_000;
const OWN_KEYS = ["profile", "travel", "from", "to", "cutoffSeconds", "cutoffMeters", "maxPairs"];

/**
 * Computes the travel times between places: from and to all origins of a city, its neighborhoods, facilities or points of your own.
 *
 * Sparse: a pair that is farther than the cutoff is not there. A neighborhood is all of its origins: the time is that of the nearest
 * of them. A facility is entered and left wherever a report enters it; in straight lines an area is left at its corners.
 *
 * @param city GeoJSON layers, or a city from `prepareCity`
 * @throws {CoverageError} `LIMIT_EXCEEDED` for more pairs than `maxPairs`; `INVALID_ARGUMENT` and `INVALID_LOCATION` for places that
 *   are none; `INVALID_GEOJSON`; `UNKNOWN_OPTION`; `INVALID_STANDARD`; `NO_STREETS` if a travel model needs streets; for a city that
 *   is not prepared, as `prepareCity`
 *
 * @example
 * ```ts
 * import { computeTravelTimes } from "quarterhour";
 *
 * const times = computeTravelTimes(city, { from: "neighborhoods", to: { categories: ["pharmacy"] }, cutoffSeconds: 600 });
 * times.pairCount; // → 226
 * [times.fromIds[times.fromRow[0] ?? 0], times.toIds[times.toRow[0] ?? 0]]; // → ["JC01","JF0210"]
 * Math.round(times.seconds[0] ?? 0); // → 23
 * ```
 */
export function computeTravelTimes(city: CityInput | PreparedCity, options: TravelTimesOptions): TravelTimes {
  return guardLive("computeTravelTimes", [city, options], () => {
    assertCityOptions(city, options, OWN_KEYS);
    const limits = checkLimits(options);
    const prepared = toPreparedCity(city, options);
    const parts = PreparedCity.parts(prepared);
    const question = toQuestion(prepared, options);
    if (!unitsOf(question.travel).includes(limits.unit)) throw untoldUnit(limits.unit);
    const from = findPlaces("options.from", options.from, parts, question.standard);
    const to = findPlaces("options.to", options.to, parts, question.standard);
    const { city: ends, firstOrigin, models } = prepareTrips({ prepared, from, to, question });
    const { facilities } = ends;
    const request: ReachRequest = { ...limits, categories: to.categories, withSecondQuantity: true };
    const filled = fillReach(models, request, { originCount: ends.origins.count, facilities });
    const isJoined = firstOrigin.some((first, place) => first !== place);
    const table = isJoined ? joinOrigins(filled, firstOrigin, request, { facilities }) : filled;
    return {
      ...toColumns(table, rowsOfCategories(facilities, to.categories)),
      ...{ fromIds: from.ids, toIds: to.ids, unattachedFrom: table.unattachedOrigins },
      travel: models.map(({ summary }) => summary),
      diagnostics: sortDiagnostics(models.flatMap(({ diagnostics }) => diagnostics)),
    };
  });
}

function checkLimits({
  cutoffSeconds,
  cutoffMeters,
  maxPairs = DEFAULT_MAX_PAIRS,
}: TravelTimesOptions): Pick<ReachRequest, "unit" | "cutoff" | "maxPairs"> {
  if (cutoffSeconds !== undefined && cutoffMeters !== undefined)
    throw new CoverageError("INVALID_ARGUMENT", say("trip.twoCutoffs"), {
      path: "options.cutoffMeters",
      hint: say("trip.twoCutoffs.hint"),
    });
  const unit = cutoffMeters === undefined ? "seconds" : "meters";
  const cutoff: unknown = cutoffMeters ?? cutoffSeconds ?? DEFAULT_CUTOFF_SECONDS;
  const path = unit === "seconds" ? "options.cutoffSeconds" : "options.cutoffMeters";
  if (!(typeof cutoff === "number" && cutoff > 0)) throw invalid(path, cutoff, say("expected.positive"));
  if (!(Number.isInteger(maxPairs) && maxPairs >= 1))
    throw invalid("options.maxPairs", maxPairs, say("expected.pairCount"));
  return { unit, cutoff, maxPairs };
}

function untoldUnit(unit: CostUnit): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", say("trip.unit", { unit }), {
    path: unit === "seconds" ? "options.cutoffSeconds" : "options.cutoffMeters",
    hint: say("trip.unit.hint"),
  });
}

/** Lays the parts of a table out as columns. @param goalRows rows of the facilities that are goals, ascending */
function toColumns(
  table: ReachTable,
  goalRows: readonly number[],
): Pick<TravelTimes, "pairCount" | "fromRow" | "toRow" | "seconds" | "meters"> {
  const { pairCount, unit } = table;
  const goalOf = new Map(goalRows.map((row, goal) => [row, goal]));
  const fromRow = new Uint32Array(pairCount);
  const toRow = new Uint32Array(pairCount);
  const cost = new Float64Array(pairCount);
  const second = new Float64Array(pairCount);
  let at = 0;
  eachPair(table, (origin, facilityRow, pairCost, secondQuantity) => {
    fromRow[at] = origin;
    toRow[at] = goalOf.get(facilityRow) as number;
    cost[at] = pairCost;
    second[at++] = secondQuantity;
  });
  const quantities = unit === "seconds" ? { seconds: cost, meters: second } : { seconds: second, meters: cost };
  return { pairCount, fromRow, toRow, ...quantities };
}
