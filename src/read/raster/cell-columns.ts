import type { Steps } from "../../base/steps.js";
import type { LonLat } from "../../base/words.js";
import type { PolygonRings, PopulationPlaces } from "../../model/facts.js";

/** From column and row, whole numbers being corners of cells, to degrees. */
export type ToLonLat = (column: number, row: number) => LonLat;

/** Collects the cells of a raster as places of people: points at their centers, or the ground of each. */
export class CellColumns {
  readonly #population: Float64Array;
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  readonly #polygons: PolygonRings[] = [];
  readonly #toLonLat: ToLonLat;
  readonly #hasAreas: boolean;
  #count = 0;

  /** @param most how many cells there may be */
  constructor(most: number, toLonLat: ToLonLat, hasAreas: boolean) {
    this.#population = new Float64Array(most);
    this.#lon = new Float64Array(most);
    this.#lat = new Float64Array(most);
    this.#toLonLat = toLonLat;
    this.#hasAreas = hasAreas;
  }

  /** @returns whether the cell is on Earth; else it is not taken */
  add(column: number, row: number, people: number): boolean {
    const corners = this.#hasAreas ? this.#cornersOf(column, row) : null;
    const [lon, lat] = corners?.[0] ?? this.#toLonLat(column + 0.5, row + 0.5);
    if (!isPlace([lon, lat]) || corners?.some((corner) => !isPlace(corner))) return false;
    const at = this.#count++;
    this.#population[at] = people;
    this.#lon[at] = lon;
    this.#lat[at] = lat;
    if (corners !== null) this.#polygons.push([corners]);
    return true;
  }

  #cornersOf(column: number, row: number): LonLat[] {
    const first = this.#toLonLat(column, row);
    return [
      first,
      this.#toLonLat(column, row + 1),
      this.#toLonLat(column + 1, row + 1),
      this.#toLonLat(column + 1, row),
      first,
    ];
  }

  /** Columns of millions of cells take a while to be cut to their length. */
  *finish(): Steps<PopulationPlaces> {
    const count = this.#count;
    const cut = (column: Float64Array) => (column.length === count ? column : column.slice(0, count));
    const population = cut(this.#population);
    yield;
    const lon = cut(this.#lon);
    yield;
    const lat = cut(this.#lat);
    yield;
    return {
      count,
      ids: [],
      population,
      lon,
      lat,
      firstPolygon: this.#hasAreas ? Uint32Array.from({ length: count + 1 }, (_, place) => place) : new Uint32Array(0),
      polygons: this.#polygons,
      groups: {},
    };
  }
}

/** A whole turn more is a place, too: grids may run from 0 to 360 degrees. */
function isPlace([lon, lat]: LonLat): boolean {
  return lon >= -180.001 && lon <= 360.001 && lat >= -90.001 && lat <= 90.001;
}
