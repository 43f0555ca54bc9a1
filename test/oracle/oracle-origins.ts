// Origins one point at a time: the slow twin of origins/build-origins.ts.
import { compareText } from "../../src/base/diagnostics.js";
import type { LonLat } from "../../src/base/words.js";
import { polygonsSquareMeters } from "../../src/geo/area.js";
import { containsPoint, interiorPoint } from "../../src/geo/rings.js";
import type { Neighborhood } from "../../src/model/facts.js";
import type { PopulationPlace } from "../support/population.js";
import { latticePoints } from "./oracle-lattice.js";

export interface SlowOrigin {
  readonly row: number;
  readonly lon: number;
  readonly lat: number;
  readonly areaSquareMeters: number;
  population: number;
}

const keyOf = ([lon, lat]: LonLat) => `${lon} ${lat}`;
const firstPosition = ({ location, polygons }: PopulationPlace): LonLat => location ?? polygons[0]?.[0]?.[0] ?? [0, 0];

/** Places origins by their definition. */
export function slowOrigins(
  neighborhoods: readonly Neighborhood[],
  population: readonly PopulationPlace[] | null,
  spacingMeters: number,
): { readonly origins: readonly SlowOrigin[]; readonly outside: number } {
  const origins: SlowOrigin[] = [];
  const ofPoint = new Map<string, SlowOrigin>();
  const onlyPoint = new Map<number, SlowOrigin>();
  const add = (row: number, [lon, lat]: LonLat, areaSquareMeters: number, people: number): SlowOrigin => {
    const origin = { row, lon, lat, areaSquareMeters, population: people };
    origins.push(origin);
    return origin;
  };
  const inside = neighborhoods.map(({ polygons }) => [
    ...new Map(polygons.flatMap((polygon) => latticePoints(polygon, spacingMeters)).map((p) => [keyOf(p), p])).values(),
  ]);
  neighborhoods.forEach(({ polygons }, row) => {
    const area = polygonsSquareMeters(polygons);
    const free = (inside[row] ?? []).filter((point) => !ofPoint.has(keyOf(point)));
    for (const point of free) ofPoint.set(keyOf(point), add(row, point, area / free.length, 0));
    const [largest] = [...polygons].sort((a, b) => polygonsSquareMeters([b]) - polygonsSquareMeters([a]));
    if (free.length === 0 && largest !== undefined) onlyPoint.set(row, add(row, interiorPoint(largest), area, 0));
  });
  const give = (origin: SlowOrigin | undefined, people: number) => {
    if (origin !== undefined) origin.population += people;
  };
  let outside = 0;
  if (population === null)
    neighborhoods.forEach((neighborhood, row) => {
      const points = inside[row] ?? [];
      const people = neighborhood.population ?? 0;
      if (points.length === 0) give(onlyPoint.get(row), people);
      for (const point of points) give(ofPoint.get(keyOf(point)), people / points.length);
    });
  const settle = (point: LonLat, people: number) => {
    const row = neighborhoods.findIndex(({ polygons }) => containsPoint(polygons, point[0], point[1]));
    if (row < 0) outside += people;
    else add(row, point, 0, people);
  };
  const places = [...(population ?? [])].sort((a, b) => {
    const [[aLon, aLat], [bLon, bLat]] = [firstPosition(a), firstPosition(b)];
    return aLon - bLon || aLat - bLat || a.population - b.population || compareText(a.id, b.id);
  });
  for (const { population: people, location, polygons } of places) {
    if (people === 0) continue;
    const points = polygons.flatMap((polygon) => latticePoints(polygon, spacingMeters));
    if (location !== null) settle(location, people);
    else if (points.length === 0) {
      const total = polygons.reduce((sum, polygon) => sum + polygonsSquareMeters([polygon]), 0);
      for (const polygon of polygons)
        settle(interiorPoint(polygon), people * (polygonsSquareMeters([polygon]) / total));
    }
    for (const point of points) {
      const origin = ofPoint.get(keyOf(point));
      if (origin === undefined) settle(point, people * (1 / points.length));
      else give(origin, people * (1 / points.length));
    }
  }
  const sorted = origins.sort(
    (a, b) =>
      a.row - b.row ||
      a.lat - b.lat ||
      a.lon - b.lon ||
      a.areaSquareMeters - b.areaSquareMeters ||
      a.population - b.population,
  );
  return { origins: sorted, outside };
}
