import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import type { LonLat } from "../../src/base/words.js";
import type { PreparedCity } from "../../src/city/prepared-city.js";
import type { Facility } from "../../src/model/facts.js";
import type { CityInput } from "../../src/model/input.js";
import { collection, pointFeature, polygonFeature, toStreetLayer } from "./desert-grid.js";
import { seededRandom } from "./random.js";
import type { RandomTown } from "./random-town.js";

/** A random town as somebody would hand it in. */
export interface TownInput extends CityInput {
  readonly neighborhoods: FeatureCollection;
  readonly facilities: FeatureCollection;
  readonly streets: FeatureCollection;
  readonly population: FeatureCollection;
}

/** Puts a random town into GeoJSON: two by two neighborhoods and one far outside, people at its origins. */
export function toTownInput(town: RandomTown, seed: number): TownInput {
  const random = seededRandom(seed + 77);
  const { at, sizeMeters } = town;
  const middle = sizeMeters * (0.3 + 0.4 * random());
  const [low, high] = [-2 * sizeMeters, 4 * sizeMeters];
  const quarter = (id: string, west: number, south: number, east: number, north: number) =>
    polygonFeature([at(west, south), at(east, south), at(east, north), at(west, north)], { id, name: `Quarter ${id}` });
  return {
    neighborhoods: collection<Geometry>([
      quarter("sw", low, low, middle, middle),
      quarter("se", middle, low, high, middle),
      quarter("nw", low, middle, middle, high),
      quarter("ne", middle, middle, high, high),
      quarter("far", high + 3000, high, high + 3200, high + 200),
    ]),
    facilities: collection(town.facilities.map(toFeature)),
    streets: toStreetLayer(town.streets),
    population: collection(
      town.origins.map((place, i) => pointFeature(place, { id: `p${i}`, population: Math.ceil(random() * 900) / 10 })),
    ),
  };
}

function toFeature({ id, categories, entrances, outline, isArea, location }: Facility): Feature {
  const positions = (line: readonly LonLat[]): Position[] => line.map(([lon, lat]) => [lon, lat]);
  const line = outline[0];
  const properties = { id, category: categories.join(";") };
  const drawn: Geometry[] = [];
  if (entrances.length > 0 || line === undefined)
    drawn.push({ type: "MultiPoint", coordinates: positions(entrances.length > 0 ? entrances : [location]) });
  if (line !== undefined)
    drawn.push(
      isArea
        ? { type: "Polygon", coordinates: [positions(line)] }
        : { type: "LineString", coordinates: positions(line) },
    );
  const [only, ...others] = drawn;
  const geometry: Geometry =
    others.length === 0 && only !== undefined ? only : { type: "GeometryCollection", geometries: drawn };
  return { type: "Feature", properties, geometry };
}

/** Lists the categories that a city has a facility of. */
export function categoriesIn({ facilities }: PreparedCity): string[] {
  return [...new Set(facilities.flatMap(({ categories }) => categories))];
}
