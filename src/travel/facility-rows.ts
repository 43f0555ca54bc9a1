import type { CategoryId, Facility } from "../model/facts.js";

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
