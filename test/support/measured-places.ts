import { FacilityIndex } from "../../src/facilities/facility-index.js";
import type { Measure, MeasuredPlaces } from "../../src/measures/index.js";
import type { CategoryId, Facility, Origins } from "../../src/model/facts.js";
import type { NearestTable, ReachTable } from "../../src/model/travel.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import type { PreparedTravel } from "../../src/travel/travel-model.js";
import { facilityAt, originsAt, walkingAt } from "./travel-city.js";

/** A place of some size, for tests of measures. */
export interface SizedPlace {
  readonly id: string;
  readonly categories: readonly CategoryId[];
  readonly attributes: Readonly<Record<string, number>>;
}

/** Origins of so many people, and places of some size, with costs between them. */
export class MeasuredCity implements MeasuredPlaces {
  readonly origins: Origins;
  readonly facilities: readonly Facility[];
  readonly #travel: PreparedTravel;

  /** @param pairs rows of origin and place, and the cost */
  constructor(
    people: readonly number[],
    places: readonly SizedPlace[],
    pairs: readonly (readonly [origin: number, place: number, cost: number])[],
  ) {
    this.origins = { ...originsAt(people.map(() => [0, 0])), population: Float64Array.from(people) };
    this.facilities = places.map(({ id, categories, attributes }) => ({
      ...facilityAt(id, [0, 0], ...categories),
      attributes,
    }));
    const columns = {
      originRow: Uint32Array.from(pairs, ([origin]) => origin),
      facilityRow: Uint32Array.from(pairs, ([, place]) => place),
      cost: Float64Array.from(pairs, ([, , cost]) => cost),
    };
    const { origins, facilities } = this;
    const city = { origins, facilities, facilityIndex: () => new FacilityIndex(facilities), streets: null };
    this.#travel = givenCosts(columns, { unit: "seconds" }).prepare(city, walkingAt(1));
  }

  /** Fills the table that a measure reads, and computes it. */
  measure(measure: Measure): number[] {
    const all = [...new Set(this.facilities.flatMap(({ categories }) => categories))];
    const categories = all.filter((category) => measure.categories?.includes(category) ?? true);
    if (measure.table === "reach") {
      const request = { unit: "seconds", cutoff: measure.cutoff, categories } as const;
      return [...measure.perOrigin(this.#travel.fillReach?.(request) as ReachTable, this)];
    }
    const { nearestCount, cutoff } = measure;
    const countWithin = categories.map(() => null);
    const table: NearestTable = this.#travel.fillTable({
      ...{ unit: "seconds", cutoff, nearestCount, categories, countWithin },
    });
    return [...measure.perOrigin(table)];
  }
}
