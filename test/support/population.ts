import type { LonLat } from "../../src/base/words.js";
import type { PolygonRings, PopulationPlaces } from "../../src/model/facts.js";

/** People at a point, or spread over polygons: one row of a population layer. */
export interface PopulationPlace {
  readonly id: string;
  readonly population: number;
  readonly location: LonLat | null;
  readonly polygons: readonly PolygonRings[];
  /** In the order of the groups' names. */
  readonly groups?: readonly number[];
}

/** Lays rows of a population layer out as columns. */
export function placesOf(places: readonly PopulationPlace[], groupIds: readonly string[] = []): PopulationPlaces {
  const first = places.map(({ location, polygons }): LonLat => location ?? polygons[0]?.[0]?.[0] ?? [0, 0]);
  const firstPolygon = places.map((_, row) => places.slice(0, row).reduce((sum, one) => sum + one.polygons.length, 0));
  const polygons = places.flatMap((place) => place.polygons);
  return {
    count: places.length,
    ids: places.map(({ id }) => id),
    population: Float64Array.from(places, ({ population }) => population),
    lon: Float64Array.from(first, ([lon]) => lon),
    lat: Float64Array.from(first, ([, lat]) => lat),
    firstPolygon: Uint32Array.from(polygons.length === 0 ? [] : [...firstPolygon, polygons.length]),
    polygons,
    groups: Object.fromEntries(
      groupIds.map((id, group) => [id, Float64Array.from(places, ({ groups = [] }) => groups[group] ?? 0)]),
    ),
  };
}
