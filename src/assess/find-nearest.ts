import type { LonLat } from "../base/words.js";
import { countByCategory } from "../city/global-facts.js";
import { PreparedCity } from "../city/prepared-city.js";
import { planRequests } from "../coverage/plan.js";
import type { CategoryId, Facility, Origins } from "../model/facts.js";
import type { Standard } from "../model/standard.js";
import { type NearestTable, NO_WAY, NOT_ATTACHED, type TravelProfile } from "../model/travel.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { cellOf, secondQuantityIn } from "../travel/nearest-table.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { TravelModel } from "../travel/travel-model.js";
import { withOrigins } from "../travel/with-origins.js";

import { preparingOnce } from "./prepare-travel.js";
import { defaultTravel } from "./question.js";
import { modelsFor, unitsOf } from "./travel-answers.js";

/** Where one walks from: a place, or anywhere in a neighborhood. */
export type NearestStart = { readonly location: LonLat } | { readonly neighborhoodId: string };

/** Why no facility of a category was found. */
export type NotFound = "noFacility" | "beyondCutoff" | "noWay" | "notNearStreet";

/** The nearest facility of one category; `reason` says why there is none. A quantity that the travel model does not tell is `null`. */
export interface NearestOfCategory {
  readonly category: CategoryId;
  readonly minutes: number | null;
  readonly meters: number | null;
  readonly facility: { readonly id: string; readonly name: string | null } | null;
  readonly reason: NotFound | null;
}

export interface NearestOptions {
  readonly profile?: TravelProfile;
  /** How costs are measured. Default: the city's own. */
  readonly travel?: TravelModel;
  /** Default: all that the standard asks for. */
  readonly categories?: readonly CategoryId[];
}

/**
 * Finds the nearest facility of each category, with exactly the costs that a report would judge an origin at this place by.
 *
 * From a neighborhood: from whichever of its origins has the shortest way, for each category.
 *
 * @returns `null` if there is no such neighborhood
 */
export function findNearest(
  city: PreparedCity,
  start: NearestStart,
  { profile = standardWalking, travel = defaultTravel(city)[0] as TravelModel, categories }: NearestOptions = {},
): NearestOfCategory[] | null {
  const { standard } = city;
  const origins = "location" in start ? originAt(start.location) : originsOf(city, start.neighborhoodId);
  if (origins === null) return null;
  const travelCity = withOrigins(travelCityFor(PreparedCity.parts(city), standard.categories, profile), origins);
  const { facilities } = travelCity;
  const counts = countByCategory(facilities);
  const prepare = preparingOnce(travelCity, profile);
  const wanted = categories ?? categoriesOf(standard);
  const { requests } = planRequests(standard, (category) => Object.hasOwn(counts, category), unitsOf([travel]));
  const found = new Map<CategoryId, NearestOfCategory>();
  for (const request of requests) {
    // the request of the report, so that costs are rounded alike, without the columns nobody asked for
    const names = [...new Set(request.categories)].filter((name) => wanted.includes(name) && !found.has(name));
    if (names.length === 0) continue;
    const [model = travel] = modelsFor(request, [travel]);
    const table = prepare(model).fillTable({ ...request, categories: names, countWithin: names.map(() => null) });
    names.forEach((category, column) => {
      const cell = nearestCellOf(table, column);
      const row = table.facilityRow[cell];
      const facility = facilities[row];
      found.set(
        category,
        facility === undefined
          ? nothing(category, reasonOf(row))
          : { category, ...quantitiesOf(table, cell), facility: toNamed(facility), reason: null },
      );
    });
  }
  return wanted.map((category) => found.get(category) ?? nothing(category, "noFacility"));
}

/** Lists the categories that a standard asks for, each once. */
export function categoriesOf({ requirements }: Standard): CategoryId[] {
  return [
    ...new Set(requirements.flatMap(({ category, orElse = [] }) => [category, ...orElse.map((way) => way.category)])),
  ];
}

function nothing(category: CategoryId, reason: NotFound): NearestOfCategory {
  return { category, minutes: null, meters: null, facility: null, reason };
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

/** What was searched by, and the second quantity of the same way, if the model knows it. */
function quantitiesOf(table: NearestTable, cell: number): Pick<NearestOfCategory, "minutes" | "meters"> {
  const cost = table.cost[cell];
  const second = secondQuantityIn(table, cell);
  const known = Number.isNaN(second) ? null : second;
  if (table.unit === "seconds") return { minutes: cost / 60, meters: known };
  return { minutes: known === null ? null : known / 60, meters: cost };
}

function toNamed({ id, name }: Facility): NearestOfCategory["facility"] {
  return { id, name };
}

/** Orders cells: by cost, and what is out of reach by how much is known about it. */
function rankOf(cost: number, row: number): number {
  return cost < Infinity ? cost : Number.MAX_VALUE / (4 + row);
}

function originAt([lon, lat]: LonLat): Origins {
  return {
    count: 1,
    lon: Float64Array.of(lon),
    lat: Float64Array.of(lat),
    population: Float64Array.of(1),
    areaSquareMeters: Float64Array.of(0),
    neighborhoodRow: Uint32Array.of(0),
    firstOrigin: Uint32Array.of(0, 1),
    populationSource: "none",
  };
}

function originsOf({ neighborhoods, origins }: PreparedCity, id: string): Origins | null {
  const row = neighborhoods.findIndex((neighborhood) => neighborhood.id === id);
  if (row < 0) return null;
  const [first, end] = [origins.firstOrigin[row], origins.firstOrigin[row + 1]];
  return {
    count: end - first,
    lon: origins.lon.slice(first, end),
    lat: origins.lat.slice(first, end),
    population: origins.population.slice(first, end),
    areaSquareMeters: origins.areaSquareMeters.slice(first, end),
    neighborhoodRow: new Uint32Array(end - first),
    firstOrigin: Uint32Array.of(0, end - first),
    populationSource: origins.populationSource,
  };
}
