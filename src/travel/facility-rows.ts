import { PlacesAt } from "../facilities/places-at.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { GoalPlaces } from "./network-costs.js";
import type { TravelCity } from "./travel-model.js";

/** Facility rows of each category, ascending. */
export function facilityRowsByCategory(facilities: readonly Facility[]): ReadonlyMap<CategoryId, number[]> {
  const byCategory = new Map<CategoryId, number[]>();
  facilities.forEach(({ categories }, row) => {
    for (const category of categories) {
      const rows = byCategory.get(category) ?? [];
      rows.push(row);
      byCategory.set(category, rows);
    }
  });
  return byCategory;
}

/** Lists the rows of the facilities that are of one of the categories, ascending. */
export function rowsOfCategories(facilities: readonly Facility[], categories: readonly CategoryId[]): number[] {
  const wanted = new Set(categories);
  return [...facilities.keys()].filter((row) => facilities[row]?.categories.some((category) => wanted.has(category)));
}

/** Prepares to tell which origins are at a facility already, by its row. */
export function originsAtOf({
  origins,
  facilities,
}: Pick<TravelCity, "origins" | "facilities">): GoalPlaces["originsAt"] {
  const placesAt = new PlacesAt(origins);
  return (row) => placesAt.of(facilities[row] as Facility);
}

/** Tells whether there is any facility of a category, here or, where this is a part of a city, in the rest of it. */
export function hasAny({ facilities, whole }: Pick<TravelCity, "facilities" | "whole">, category: CategoryId): boolean {
  return whole?.has(category) ?? facilities.some(({ categories }) => categories.includes(category));
}
