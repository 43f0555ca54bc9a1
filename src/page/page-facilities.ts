import type { Facility } from "../model/facts.js";
import type { CompactColumn } from "./compact-columns.js";
import type { PageFacts } from "./page-model.js";

/** The facilities that the page knows. Those that a report names but the city does not hold have no place. */
export class PageFacilities {
  readonly #facilities: readonly Facility[];
  readonly #rows: Map<string, number>;
  readonly #ids: string[];

  constructor(facilities: readonly Facility[]) {
    this.#facilities = facilities;
    this.#ids = facilities.map(({ id }) => id);
    this.#rows = new Map(this.#ids.map((id, row) => [id, row]));
  }

  /** Gives the row of a facility, a new one if need be. */
  rowOf(id: string): number {
    const known = this.#rows.get(id);
    if (known !== undefined) return known;
    this.#rows.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }

  /** Ids, names and categories. Call it after all rows were asked for. */
  get facts(): PageFacts["facilities"] {
    const names = this.#ids.map((_, row) => this.#facilities[row]?.name ?? null);
    return { ids: this.#ids, names, categories: this.#categories };
  }

  /** Places to a metre (`NaN` = none), and the categories of each as rows of `facts.categories`. */
  get columns(): Record<string, CompactColumn> {
    const categoryRows = new Map(this.#categories.map((id, row) => [id, row]));
    const lists = this.#ids.map((_, row) => this.#facilities[row]?.categories ?? []);
    const firstCategory = new Uint32Array(lists.length + 1);
    lists.forEach((list, row) => {
      firstCategory[row + 1] = (firstCategory[row] as number) + list.length;
    });
    return {
      "facility.lon": Float64Array.from(this.#ids, (_, row) => toMeter(this.#facilities[row]?.location[0])),
      "facility.lat": Float64Array.from(this.#ids, (_, row) => toMeter(this.#facilities[row]?.location[1])),
      "facility.firstCategory": firstCategory,
      "facility.category": Uint32Array.from(lists.flat(), (id) => categoryRows.get(id) ?? 0),
    };
  }

  get #categories(): string[] {
    return [...new Set(this.#facilities.flatMap(({ categories }) => categories))].sort();
  }
}

/** Rounds degrees to about a metre: finer than the page shows, and packed into half the bytes. */
function toMeter(degrees = Number.NaN): number {
  return Math.round(degrees * 1e5) / 1e5;
}
