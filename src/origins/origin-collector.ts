import type { LonLat, Origins } from "../model.js";
import type { SquareMeters } from "../units.js";

interface Origin {
  readonly lon: number;
  readonly lat: number;
  readonly row: number;
  readonly areaSquareMeters: SquareMeters;
  population: number;
}

/** Gathers origins one by one, and lays them out as sorted columns. */
export class OriginCollector {
  readonly #neighborhoodCount: number;
  readonly #origins: Origin[] = [];
  /** Which neighborhood holds a lattice point, by latitude and longitude. */
  readonly #owner = new Map<number, Map<number, number>>();
  readonly #lattice = new Map<number, Map<number, Origin>>();

  constructor(neighborhoodCount: number) {
    this.#neighborhoodCount = neighborhoodCount;
  }

  /** Takes a lattice point for a neighborhood, unless it is taken: by another one, or by this one already. */
  claim(row: number, [lon, lat]: LonLat): "taken now" | "mine already" | "of another" {
    const owners = rowOf(this.#owner, lat);
    const owner = owners.get(lon);
    if (owner !== undefined) return owner === row ? "mine already" : "of another";
    owners.set(lon, row);
    return "taken now";
  }

  addLattice(row: number, [lon, lat]: LonLat, areaSquareMeters: SquareMeters): void {
    const origin = { lon, lat, row, areaSquareMeters, population: 0 };
    this.#origins.push(origin);
    rowOf(this.#lattice, lat).set(lon, origin);
  }

  /** Adds people to a lattice point; `false` = no neighborhood holds it. */
  addToLattice([lon, lat]: LonLat, population: number): boolean {
    const origin = this.#lattice.get(lat)?.get(lon);
    if (origin === undefined) return false;
    origin.population += population;
    return true;
  }

  /** Adds people to the inner point of a neighborhood that holds no lattice point. */
  addToOnlyPoint(row: number, population: number): void {
    const origin = this.#origins.find((one) => one.row === row);
    if (origin !== undefined) origin.population += population;
  }

  peopleByNeighborhood(): Float64Array {
    const people = new Float64Array(this.#neighborhoodCount);
    for (const { row, population } of this.#origins) people[row] += population;
    return people;
  }

  /** Adds a place of people that stands for no area. */
  addPoint(row: number, [lon, lat]: LonLat, population: number): void {
    this.#origins.push({ lon, lat, row, areaSquareMeters: 0, population });
  }

  build(populationSource: Origins["populationSource"]): Origins {
    const sorted = this.#origins.sort(
      (a, b) =>
        a.row - b.row ||
        a.lat - b.lat ||
        a.lon - b.lon ||
        a.areaSquareMeters - b.areaSquareMeters ||
        a.population - b.population,
    );
    const firstOrigin = new Uint32Array(this.#neighborhoodCount + 1);
    for (const { row } of sorted) firstOrigin[row + 1]++;
    for (let row = 0; row < this.#neighborhoodCount; row++) firstOrigin[row + 1] += firstOrigin[row];
    return {
      count: sorted.length,
      lon: Float64Array.from(sorted, ({ lon }) => lon),
      lat: Float64Array.from(sorted, ({ lat }) => lat),
      population: Float64Array.from(sorted, ({ population }) => population),
      areaSquareMeters: Float64Array.from(sorted, ({ areaSquareMeters }) => areaSquareMeters),
      neighborhoodRow: Uint32Array.from(sorted, ({ row }) => row),
      firstOrigin,
      populationSource,
    };
  }
}

function rowOf<T>(rows: Map<number, Map<number, T>>, lat: number): Map<number, T> {
  let row = rows.get(lat);
  if (row === undefined) {
    row = new Map();
    rows.set(lat, row);
  }
  return row;
}
