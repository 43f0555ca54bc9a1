import { assertChoice, assertObject, assertText, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { LonLat } from "../base/words.js";
import type { CityParts } from "../city/city.js";
import { selectFor } from "../city/select-for.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import type { Standard } from "../model/standard.js";
import { originRowsOf } from "../origins/pick-origins.js";
import { readPoints } from "./read-points.js";

/**
 * Where trips start, or end: all origins of the city; its neighborhoods, each with all of its origins; the facilities of some
 * categories; or points of the caller's own, as GeoJSON or as positions in WGS 84.
 */
export type TripPlaces =
  | "origins"
  | "neighborhoods"
  | { readonly categories: readonly CategoryId[] }
  | { readonly points: GeoJsonInput | readonly LonLat[] };

/** Places by name, as facilities: each may have several entrances, or an outline. */
export interface NamedPlaces {
  readonly kind: "origins" | "neighborhoods" | "facilities" | "points";
  /** One per place. */
  readonly ids: readonly string[];
  /** Their own ids differ from each other, and need not be those of the places. */
  readonly facilities: readonly Facility[];
  /** Which of a city's facilities they are: those of one of these categories, in this order. */
  readonly categories: readonly CategoryId[];
}

const KINDS = ["origins", "neighborhoods"] as const;

/**
 * Finds the places that are meant.
 *
 * @param path what the option is called
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_LOCATION`, `INVALID_GEOJSON`
 */
export function findPlaces(path: string, places: TripPlaces, parts: CityParts, standard: Standard): NamedPlaces {
  if (typeof places === "string") {
    assertChoice(path, places, KINDS);
    return places === "origins" ? placesOfOrigins(parts) : placesOfNeighborhoods(parts);
  }
  assertObject(path, places);
  const keys = Object.keys(places);
  if (keys.length !== 1) throw invalid(path, places, say("expected.tripPlaces"));
  if ("categories" in places) return placesOfCategories(`${path}.categories`, places.categories, parts, standard);
  if (!("points" in places)) throw invalid(path, places, say("expected.tripPlaces"));
  const points = readPoints(`${path}.points`, places.points, referenceLonOf(parts));
  return placesOf(
    "points",
    points.map(({ id }) => id),
    points.map(({ location }) => [location]),
  );
}

/** Makes a place that is entered and left at some points. */
export function placeAt(id: string, entrances: readonly LonLat[], category: CategoryId): Facility {
  const [location = [0, 0]] = entrances;
  return {
    ...{ id, name: null, categories: [category], location, entrances },
    ...{ outline: [], isArea: false, areaSquareMeters: null, attributes: {} },
  };
}

/** The side of the antimeridian that the city is on. */
export function referenceLonOf({ city }: CityParts): number {
  return city.neighborhoods[0]?.polygons[0]?.[0]?.[0]?.[0] ?? 0;
}

function placesOfOrigins({ city: { origins, neighborhoods } }: CityParts): NamedPlaces {
  const rows = Array.from({ length: origins.count }, (_, row) => row);
  return placesOf(
    "origins",
    rows.map((row) => {
      const neighborhood = origins.neighborhoodRow[row];
      return `${neighborhoods[neighborhood]?.id}/${row - origins.firstOrigin[neighborhood]}`;
    }),
    rows.map((row) => [[origins.lon[row], origins.lat[row]]]),
  );
}

function placesOfNeighborhoods({ city: { origins, neighborhoods } }: CityParts): NamedPlaces {
  return placesOf(
    "neighborhoods",
    neighborhoods.map(({ id }) => id),
    neighborhoods.map((_, row) =>
      originRowsOf(origins, [row]).map((origin): LonLat => [origins.lon[origin], origins.lat[origin]]),
    ),
  );
}

/** Makes places of a kind, each with its entrances. */
function placesOf(
  kind: Exclude<NamedPlaces["kind"], "facilities">,
  ids: readonly string[],
  entrances: readonly (readonly LonLat[])[],
): NamedPlaces {
  const facilities = entrances.map((own, row) => placeAt(String(row), own, kind));
  return { kind, ids, facilities, categories: [kind] };
}

function placesOfCategories(path: string, wanted: unknown, parts: CityParts, standard: Standard): NamedPlaces {
  assertCategories(path, wanted, standard);
  const all = selectFor(parts, standard.categories).facilities;
  const facilities = all.filter(({ categories }) => categories.some((category) => wanted.includes(category)));
  return { kind: "facilities", ids: facilities.map(({ id }) => id), facilities, categories: wanted };
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless all are categories of the standard */
export function assertCategories(
  path: string,
  wanted: unknown,
  { id, categories }: Standard,
): asserts wanted is readonly CategoryId[] {
  if (!Array.isArray(wanted) || wanted.length === 0) throw invalid(path, wanted, say("expected.someCategories"));
  const known = new Set(categories.map((category) => category.id));
  wanted.forEach((category: unknown, row) => {
    assertText(`${path}[${row}]`, category);
    if (known.has(category as string)) return;
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("trip.category", { category: JSON.stringify(category), standard: id }),
      {
        path: `${path}[${row}]`,
        hint: say("trip.category.hint"),
      },
    );
  });
}
