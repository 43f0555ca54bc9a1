import type { Diagnostics } from "../base/diagnostics.js";
import { sumOf } from "../geo/sum.js";
import type { Origins, PolygonRings, PopulationPlaces } from "../model/facts.js";

/** No house has as many people, and no block. */
const LARGE_POINT = 5000;
const LARGE_SHARE = 0.2;
/** From so many neighborhoods on, of which so many are empty, points are too few. */
const LEAST_NEIGHBORHOODS = 3;
const EMPTY_SHARE = 1 / 3;

/** Tells where a town's people stand at a point, or points are so few that neighborhoods go without. */
export function reportConcentrated(places: PopulationPlaces, origins: Origins, diagnostics: Diagnostics): void {
  const { population, firstOrigin } = origins;
  const points = Array.from({ length: places.count }, (_, place) => place).filter(
    (place) => places.population[place] > 0 && outlineOf(places, place).length === 0,
  );
  if (points.length === 0) return;
  const total = sumOf(places.population, 0, places.count);
  const neighborhoods = firstOrigin.length - 1;
  let empty = 0;
  for (let row = 0; row < neighborhoods; row++)
    if (!(sumOf(population, firstOrigin[row], firstOrigin[row + 1]) > 0)) empty++;
  const areTooFew =
    neighborhoods >= LEAST_NEIGHBORHOODS && empty >= EMPTY_SHARE * neighborhoods && points.length <= neighborhoods;
  const isLarge = (place: number) =>
    places.population[place] >= LARGE_POINT && places.population[place] >= LARGE_SHARE * total;
  for (const place of areTooFew ? points : points.filter(isLarge))
    diagnostics.add("population.concentrated", "population", idOf(places, place), String(places.population[place]));
}

function outlineOf({ firstPolygon, polygons }: PopulationPlaces, place: number): readonly PolygonRings[] {
  return firstPolygon.length === 0 ? [] : polygons.slice(firstPolygon[place], firstPolygon[place + 1]);
}

function idOf({ ids, lon, lat }: PopulationPlaces, place: number): string {
  return ids[place] ?? `${lon[place]},${lat[place]}`;
}
