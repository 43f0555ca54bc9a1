import type { LonLat } from "../base/words.js";
import type { GroupId, PolygonRings, PopulationPlaces } from "../model/facts.js";

/** One place, as it is read. */
export interface PlaceDraft {
  readonly id: string;
  readonly population: number;
  /** `null`: it has an outline. */
  readonly location: LonLat | null;
  readonly polygons: readonly PolygonRings[];
}

/** Collects places of people one by one, and lays them out as columns. */
export class PopulationColumns {
  readonly #ids: string[] = [];
  readonly #population: number[] = [];
  readonly #lon: number[] = [];
  readonly #lat: number[] = [];
  readonly #firstPolygon: number[] = [0];
  readonly #polygons: PolygonRings[] = [];
  readonly #groups: readonly number[][];
  readonly #groupIds: readonly GroupId[];

  constructor(groupIds: readonly GroupId[]) {
    this.#groups = groupIds.map(() => []);
    this.#groupIds = groupIds;
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  /** @param groupPeople one number for each group, in the order they were named */
  add({ id, population, location, polygons }: PlaceDraft, groupPeople: readonly number[]): void {
    const [lon, lat] = location ?? polygons[0]?.[0]?.[0] ?? [0, 0];
    this.#ids.push(id);
    this.#population.push(population);
    this.#lon.push(lon);
    this.#lat.push(lat);
    for (const polygon of polygons) this.#polygons.push(polygon);
    this.#firstPolygon.push(this.#polygons.length);
    for (let group = 0; group < this.#groups.length; group++) this.#groups[group]?.push(groupPeople[group] ?? 0);
  }

  /** Gives a place as it was added. */
  draftAt(place: number): PlaceDraft {
    const polygons = this.#polygons.slice(this.#firstPolygon[place], this.#firstPolygon[place + 1]);
    const location: LonLat = [this.#lon[place] as number, this.#lat[place] as number];
    return {
      id: this.#ids[place] as string,
      population: this.#population[place] as number,
      location: polygons.length === 0 ? location : null,
      polygons,
    };
  }

  /** @param ids one per place, none of them twice */
  finish(ids: readonly string[]): PopulationPlaces {
    const hasOutlines = this.#polygons.length > 0;
    return {
      count: this.#ids.length,
      ids,
      population: Float64Array.from(this.#population),
      lon: Float64Array.from(this.#lon),
      lat: Float64Array.from(this.#lat),
      firstPolygon: Uint32Array.from(hasOutlines ? this.#firstPolygon : []),
      polygons: this.#polygons,
      groups: Object.fromEntries(
        this.#groupIds.map((id, group) => [id, Float64Array.from(this.#groups[group] as number[])]),
      ),
    };
  }
}
