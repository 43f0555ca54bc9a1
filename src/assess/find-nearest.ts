import { guardLive } from "../base/guard-call.js";
import type { Meters, Seconds } from "../base/units.js";
import { countByCategory } from "../city/global-facts.js";
import { PreparedCity } from "../city/prepared-city.js";
import { assertCityOptions, toPreparedCity } from "../city/to-prepared-city.js";
import { isTraveled, type PlannedRequest, planRequests } from "../coverage/plan.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { Standard } from "../model/standard.js";
import { type CostUnit, type NearestTable, NO_WAY, NOT_ATTACHED } from "../model/travel.js";
import { originRowsOf } from "../origins/pick-origins.js";
import { cellOf, secondQuantityIn } from "../travel/nearest-table.js";
import { startingAt } from "../travel/starting-at.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { TravelCity } from "../travel/travel-model.js";
import { withSomeOrigins } from "../travel/with-origins.js";
import { fillRequest } from "./fill-tables.js";
import { preparingOnce } from "./prepare-travel.js";
import { type Question, type QuestionOptions, toQuestion } from "./question.js";
import { turnTo } from "./read-points.js";
import { modelsFor, unitsOf } from "./travel-answers.js";
import { assertCategories, placeAt, referenceLonOf } from "./trip-places.js";
import { assertTripStart, type TripStart, unknownStart } from "./trip-start.js";

/** What is asked of the facilities around a place. The options of {@link PrepareOptions} only count for a city that is not prepared yet. */
export interface NearestOptions extends PrepareOptions, Omit<QuestionOptions, "measures"> {
  /** Default: the standard a prepared city was prepared for, else `chengduFourCircles`. */
  readonly standard?: Standard;
  /** Ids of categories of the standard; the answer is in this order. Default: all that its requirements ask for. */
  readonly categories?: readonly CategoryId[];
}

/** Why no facility of a category was found. */
export type NotFound = "noFacility" | "beyondCutoff" | "noWay" | "notNearStreet";

/** The nearest facility of one category; `reason` says why there is none. A quantity that the travel model does not tell is `null`. */
export interface NearestOfCategory {
  readonly category: CategoryId;
  /** `null`: there is none, or the travel model does not know. */
  readonly seconds: Seconds | null;
  /** Along the same way. `null`: there is none, or the travel model does not know. */
  readonly meters: Meters | null;
  readonly facility: { readonly id: string; readonly name: string | null } | null;
  readonly reason: NotFound | null;
}

/**
 * Finds the nearest facility of each category, with exactly the costs that a report would judge an origin at this place by.
 *
 * As a report does, it searches as far as twice the largest threshold of the standard. From a neighborhood the answer is that of
 * whichever of its origins has the shortest way, for each category; from a facility, that of whichever way out of it.
 *
 * @param city GeoJSON layers, or a city from `prepareCity`
 * @throws {CoverageError} `INVALID_ARGUMENT` for a start or category that does not exist, or a wrong option; `INVALID_LOCATION`;
 *   `UNKNOWN_OPTION`; `INVALID_STANDARD`; for a city that is not prepared, as `prepareCity`
 *
 * @example
 * ```ts
 * import { findNearest } from "quarterhour";
 *
 * const found = findNearest(city, { location: [104.0675, 30.6605] }, { categories: ["pharmacy", "kindergarten"] });
 * found.map(({ facility }) => facility?.id); // → ["JF1165","JF0095"]
 * found.map(({ seconds }) => Math.round(seconds ?? 0)); // → [691,452]
 * ```
 */
export function findNearest(
  city: CityInput | PreparedCity,
  start: TripStart,
  options: NearestOptions = {},
): NearestOfCategory[] {
  return guardLive("findNearest", [city, start, options], () => {
    assertCityOptions(city, options, ["profile", "travel", "categories"]);
    assertTripStart("start", start);
    const prepared = toPreparedCity(city, options);
    const question = toQuestion(prepared, options);
    const { standard, profile } = question;
    if (options.categories !== undefined) assertCategories("options.categories", options.categories, standard);
    const from = startAt(prepared, start, question);
    const prepare = preparingOnce(from, profile);
    const { facilities, origins } = from;
    const counts = countByCategory(facilities);
    const hasFacility = (category: CategoryId) => Object.hasOwn(counts, category);
    const wanted = options.categories ?? categoriesOf(standard);
    const units = unitsOf(question.travel);
    const { requests } = planRequests(standard, hasFacility, units);
    const found = new Map<CategoryId, NearestOfCategory>();
    for (const request of [...requests, beside(requests, wanted.filter(hasFacility), units)]) {
      // the request of the report, so that costs are rounded alike, without the columns nobody asked for
      const names = [...new Set(request.categories)].filter((name) => wanted.includes(name) && !found.has(name));
      if (names.length === 0) continue;
      const asked = { ...request, categories: names, countWithin: names.map(() => null) };
      const models = modelsFor(request, question.travel).map(prepare);
      const table = fillRequest(models, asked, { originCount: origins.count });
      names.forEach((category, column) => {
        found.set(category, nearestIn(table, column, facilities));
      });
    }
    return wanted.map((category) => found.get(category) ?? nothing(category, "noFacility"));
  });
}

/** Lists the categories that a standard asks for, each once. */
export function categoriesOf({ requirements }: Standard): CategoryId[] {
  return [
    ...new Set(requirements.flatMap(({ category, orElse = [] }) => [category, ...orElse.map((way) => way.category)])),
  ];
}

/** Where nothing that is asked for has a threshold, it is searched as far as to half an hour at 1 m/s. */
const DEFAULT_CUTOFF = 1800;

/** Asks for the categories that no requirement asks for, or only in a unit that the travel models do not know: as far as for others. */
function beside(
  requests: readonly PlannedRequest[],
  categories: readonly CategoryId[],
  units: readonly CostUnit[],
): PlannedRequest {
  const [unit = "seconds"] = units;
  const alike = requests.filter((request) => isTraveled(request.reach) && request.unit === unit);
  const cutoff = alike.reduce((most, request) => Math.max(most, request.cutoff), 0) || DEFAULT_CUTOFF;
  const reach = unit === "seconds" ? "time" : "network";
  return { unit, reach, cutoff, nearestCount: 1, categories, countWithin: categories.map(() => null) };
}

/** Gives the city with the origins of a start only. */
function startAt(prepared: PreparedCity, start: TripStart, { standard, profile }: Question): TravelCity {
  const parts = PreparedCity.parts(prepared);
  const whole = travelCityFor(parts, standard.categories, profile);
  if ("neighborhoodId" in start) {
    const row = prepared.neighborhoods.findIndex(({ id }) => id === start.neighborhoodId);
    if (row < 0) throw unknownStart("start", start);
    return withSomeOrigins(whole, originRowsOf(prepared.origins, [row]));
  }
  const place =
    "location" in start
      ? placeAt("start", [turnTo(referenceLonOf(parts), start.location)], "start")
      : whole.facilities.find(({ id }) => id === start.facilityId);
  if (place === undefined) throw unknownStart("start", start);
  return startingAt(whole, [place], profile.maxAccessMeters).city;
}

function nearestIn(table: NearestTable, column: number, facilities: readonly Facility[]): NearestOfCategory {
  const category = table.categories[column] as CategoryId;
  const cell = nearestCellOf(table, column);
  const row = table.facilityRow[cell];
  const facility = facilities[row];
  if (facility === undefined) return nothing(category, reasonOf(row));
  const { id, name } = facility;
  return { category, ...quantitiesOf(table, cell), facility: { id, name }, reason: null };
}

function nothing(category: CategoryId, reason: NotFound): NearestOfCategory {
  return { category, seconds: null, meters: null, facility: null, reason };
}

function reasonOf(row: number): NotFound {
  if (row === NO_WAY) return "noWay";
  return row === NOT_ATTACHED ? "notNearStreet" : "beyondCutoff";
}

/** The cell of a column whose origin has the shortest way. */
function nearestCellOf(table: NearestTable, column: number): number {
  let best = cellOf(table, 0, column);
  for (let origin = 1; origin < table.originCount; origin++) {
    const cell = cellOf(table, origin, column);
    if (rankOf(table.cost[cell], table.facilityRow[cell]) < rankOf(table.cost[best], table.facilityRow[best]))
      best = cell;
  }
  return best;
}

/** Orders cells: by cost, and what is out of reach by how much is known about it. */
function rankOf(cost: number, row: number): number {
  return cost < Infinity ? cost : Number.MAX_VALUE / (4 + row);
}

/** What was searched by, and the second quantity of the same way, if the model knows it. */
function quantitiesOf(table: NearestTable, cell: number): Pick<NearestOfCategory, "seconds" | "meters"> {
  const cost = table.cost[cell];
  const second = secondQuantityIn(table, cell);
  const known = Number.isNaN(second) ? null : second;
  return table.unit === "seconds" ? { seconds: cost, meters: known } : { seconds: known, meters: cost };
}
