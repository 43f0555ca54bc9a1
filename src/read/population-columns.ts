import { compareText } from "../base/diagnostics.js";
import { NumberColumn } from "../base/number-column.js";
import type { LonLat } from "../base/words.js";
import type { GroupId, PolygonRings, PopulationPlaces } from "../model/facts.js";
import { remember } from "./unique-ids.js";

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
  readonly #population = new NumberColumn();
  readonly #lon = new NumberColumn();
  readonly #lat = new NumberColumn();
  /** By place, where its polygons end. */
  readonly #endPolygon = new NumberColumn();
  readonly #polygons: PolygonRings[] = [];
  readonly #groups: readonly NumberColumn[];
  readonly #groupIds: readonly GroupId[];

  constructor(groupIds: readonly GroupId[]) {
    this.#groups = groupIds.map(() => new NumberColumn());
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
    this.#endPolygon.push(this.#polygons.length);
    for (let group = 0; group < this.#groups.length; group++) this.#groups[group]?.push(groupPeople[group] ?? 0);
  }

  /** Gives an order of places by what they hold; 0 = they are the same but for their ids. */
  comparer(): (a: number, b: number) => number {
    const textOf = remember((place) => JSON.stringify(this.#polygonsOf(place)));
    const columns = [this.#lon, this.#lat, this.#population, ...this.#groups];
    return (a, b) => {
      for (const column of columns) if (column.at(a) !== column.at(b)) return column.at(a) - column.at(b);
      return this.#polygons.length === 0 ? 0 : compareText(textOf(a), textOf(b));
    };
  }

  #polygonsOf(place: number): readonly PolygonRings[] {
    return this.#polygons.slice(place === 0 ? 0 : this.#endPolygon.at(place - 1), this.#endPolygon.at(place));
  }

  /** @param ids one per place, none of them twice */
  finish(ids: readonly string[]): PopulationPlaces {
    const hasOutlines = this.#polygons.length > 0;
    return {
      count: this.#ids.length,
      ids,
      population: this.#population.finish(),
      lon: this.#lon.finish(),
      lat: this.#lat.finish(),
      firstPolygon: Uint32Array.from(hasOutlines ? withZero(this.#endPolygon.finish()) : []),
      polygons: this.#polygons,
      groups: Object.fromEntries(
        this.#groupIds.map((id, group) => [id, (this.#groups[group] as NumberColumn).finish()]),
      ),
    };
  }
}

/** CSR offsets of where rows end. */
function withZero(ends: Float64Array): Float64Array {
  const offsets = new Float64Array(ends.length + 1);
  offsets.set(ends, 1);
  return offsets;
}
