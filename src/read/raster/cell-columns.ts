import type { Steps } from "../../base/steps.js";
import type { LonLat } from "../../base/words.js";
import type { PolygonRings, PopulationPlaces } from "../../model/facts.js";
import { firstRows } from "../first-rows.js";

/** From column and row, whole numbers being corners of cells, to degrees. */
export type ToLonLat = (column: number, row: number) => LonLat;

/** Where the cells of a raster lie, and what is kept of that. */
export interface GridOfCells {
  readonly toLonLat: ToLonLat;
  /** Whether the longitude of a cell depends on its column alone, and its latitude on its row. */
  readonly isUpright: boolean;
  /** Whether each cell keeps its ground. */
  readonly hasAreas: boolean;
}

/** Collects the cells of a raster as places of people: points at their centers, or the ground of each. */
export class CellColumns {
  readonly #population: Float64Array;
  readonly #lon: Float64Array;
  readonly #lat: Float64Array;
  readonly #polygons: PolygonRings[] = [];
  readonly #toLonLat: ToLonLat;
  readonly #hasAreas: boolean;
  /** Of the centers of columns, where these are meridians. */
  readonly #lonOfColumn: Float64Array | null;
  #latOfRow = Number.NaN;
  #count = 0;

  /** @param most how many cells there may be @param endColumn after the last one */
  constructor(most: number, { toLonLat, isUpright, hasAreas }: GridOfCells, endColumn: number) {
    this.#population = new Float64Array(most);
    this.#lon = new Float64Array(most);
    this.#lat = new Float64Array(most);
    this.#toLonLat = toLonLat;
    this.#hasAreas = hasAreas;
    const lonOf = (_: unknown, column: number) => toLonLat(column + 0.5, 0.5)[0];
    this.#lonOfColumn = isUpright && !hasAreas ? Float64Array.from({ length: endColumn }, lonOf) : null;
  }

  /** Turns to the cells of another row. */
  startRow(row: number): void {
    if (this.#lonOfColumn !== null) this.#latOfRow = this.#toLonLat(0.5, row + 0.5)[1];
  }

  /** Adds a cell of the row that was started last. @returns whether the cell is on Earth; else it is not taken */
  add(column: number, row: number, people: number): boolean {
    // of a million cells most of the time would go into asking where each of them is
    return this.#lonOfColumn === null
      ? this.#addAnywhere(column, row, people)
      : this.#addPlace(this.#lonOfColumn[column] as number, this.#latOfRow, people);
  }

  #addAnywhere(column: number, row: number, people: number): boolean {
    if (this.#hasAreas) return this.#addArea(this.#cornersOf(column, row), people);
    const [lon, lat] = this.#toLonLat(column + 0.5, row + 0.5);
    return this.#addPlace(lon, lat, people);
  }

  #addArea(corners: LonLat[], people: number): boolean {
    const [lon, lat] = corners[0] as LonLat;
    if (!corners.every(([x, y]) => isPlace(x, y)) || !this.#addPlace(lon, lat, people)) return false;
    this.#polygons.push([corners]);
    return true;
  }

  #addPlace(lon: number, lat: number, people: number): boolean {
    if (!isPlace(lon, lat)) return false;
    const at = this.#count++;
    this.#population[at] = people;
    this.#lon[at] = lon;
    this.#lat[at] = lat;
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
    const population = firstRows(this.#population, count);
    yield;
    const lon = firstRows(this.#lon, count);
    yield;
    const lat = firstRows(this.#lat, count);
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
function isPlace(lon: number, lat: number): boolean {
  return lon >= -180.001 && lon <= 360.001 && lat >= -90.001 && lat <= 90.001;
}
