import { drawIndex, seededRandom } from "../test/support/random.js";

/** GeoJSON as it was parsed, as far as it is looked at here. */
interface Feature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}
interface Layer {
  readonly type: "FeatureCollection";
  readonly features: readonly Feature[];
}
/** The layers of a city. */
export interface CityLayers {
  readonly neighborhoods: Layer;
  readonly facilities: Layer;
  readonly streets: Layer;
}

/** The seed of the streets between tiles and of the facilities that are left out. */
export const METROPOLIS_SEED = 15;
/** Between two tiles, and so many streets lead from one to the next. */
const GAP: number = 0.0004;
const JOINTS = 40;
/** Of the nodes nearest to a border, from so many times as many the streets are drawn. */
const CHOICE = 3;
/** No two quarters of a city have the same shops: of each tile but the first, this part of the facilities is left out. */
const LEFT_OUT = 0.25;

type Position = readonly [number, number];
type Place = (position: Position) => Position;

/**
 * Makes a metropolis of a small city: `side` × `side` copies of it, every other one mirrored, so that borders face their own image,
 * joined by streets; a part of the facilities of each copy is left out. The same for the same seed.
 *
 * What is far beyond the outlines of the neighborhoods is not copied.
 */
export function makeMetropolis(city: CityLayers, side: number, seed: number = METROPOLIS_SEED): CityLayers {
  const random = seededRandom(seed);
  const [west, south, east, north] = boxOf(city.neighborhoods);
  const inBox = ({ geometry }: Feature) =>
    positionsOf(geometry.coordinates).some(([x, y]) => west <= x && x <= east && south <= y && y <= north);
  const tile = { streets: city.streets.features.filter(inBox), facilities: city.facilities.features.filter(inBox) };
  const box = boxOf(tile.streets);
  const [width, height] = [box[2] - box[0] + GAP, box[3] - box[1] + GAP];
  const streets: Feature[] = [];
  const facilities: Feature[] = [];
  const neighborhoods: Feature[] = [];
  const placeIn = (column: number, row: number): Place => {
    return ([x, y]) => [
      column * width + (column % 2 === 0 ? x : box[0] + box[2] - x),
      row * height + (row % 2 === 0 ? y : box[1] + box[3] - y),
    ];
  };
  const ends = tile.streets.flatMap(({ geometry }) => positionsOf(geometry.coordinates).slice(0, 1));
  for (let column = 0; column < side; column++)
    for (let row = 0; row < side; row++) {
      const place = placeIn(column, row);
      const name = `${column}-${row}`;
      streets.push(...tile.streets.map((feature) => copy(feature, name, place)));
      neighborhoods.push(...city.neighborhoods.features.map((feature) => copy(feature, name, place)));
      const isFirst = column === 0 && row === 0;
      facilities.push(
        ...tile.facilities.filter(() => isFirst || random() >= LEFT_OUT).map((feature) => copy(feature, name, place)),
      );
      if (column + 1 < side)
        join(place, placeIn(column + 1, row), ([x]) => (column % 2 === 0 ? -x : x), `${name} east`);
      if (row + 1 < side) join(place, placeIn(column, row + 1), ([, y]) => (row % 2 === 0 ? -y : y), `${name} north`);
    }
  return { neighborhoods: layerOf(neighborhoods), facilities: layerOf(facilities), streets: layerOf(streets) };

  /** Draws streets across a border, each from the end of a street to its image. */
  function join(here: Place, there: Place, rank: (position: Position) => number, name: string): void {
    const nearest = [...ends].sort((a, b) => rank(a) - rank(b)).slice(0, CHOICE * JOINTS);
    for (let joint = 0; joint < JOINTS; joint++) {
      const end = nearest[drawIndex(random, nearest.length)] as Position;
      const properties = { osm_id: `joint ${name} ${joint}`, highway: "residential" };
      streets.push({
        type: "Feature",
        properties,
        geometry: { type: "LineString", coordinates: [here(end), there(end)] },
      });
    }
  }
}

function copy({ type, properties, geometry }: Feature, tile: string, place: Place): Feature {
  const { nodes: _, ...tags } = properties;
  const name = tags.name === undefined ? {} : { name: `${tags.name} ${tile}` };
  return {
    type,
    properties: { ...tags, ...name, osm_id: `${tags.osm_id} ${tile}` },
    geometry: { ...geometry, coordinates: mapPositions(geometry.coordinates, place) },
  };
}

function mapPositions(coordinates: unknown, place: Place): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  return typeof coordinates[0] === "number"
    ? place(coordinates as unknown as Position)
    : coordinates.map((each) => mapPositions(each, place));
}

function positionsOf(coordinates: unknown): Position[] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === "number" ? [coordinates as unknown as Position] : coordinates.flatMap(positionsOf);
}

function boxOf(layer: Layer | readonly Feature[]): readonly [west: number, south: number, east: number, north: number] {
  const features = "features" in layer ? layer.features : layer;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { geometry } of features)
    for (const [x, y] of positionsOf(geometry.coordinates)) {
      [west, south] = [Math.min(west, x), Math.min(south, y)];
      [east, north] = [Math.max(east, x), Math.max(north, y)];
    }
  return [west, south, east, north];
}

function layerOf(features: readonly Feature[]): Layer {
  return { type: "FeatureCollection", features };
}
