import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import { type Bounds, holds, widenBounds } from "../geo/bounds.js";
import type { CategoryId, Neighborhood, Origins } from "../model/facts.js";
import type { CountryCode, Standard } from "../model/standard.js";
import { type NearestTable, NOT_ATTACHED } from "../model/travel.js";
import { isMadeFor } from "../standards/made-for.js";
import type { Plan } from "./plan.js";

const FEW_FACILITIES = 3;

/**
 * Reports a standard that is made for another country than the one where the neighborhoods lie: much of what it asks for is not there,
 * or not under these names.
 *
 * @param country where they lie; `null`: nobody said it
 */
export function reportStandardElsewhere(
  standard: Standard,
  country: CountryCode | null,
  neighborhoods: readonly Neighborhood[],
): Diagnostic[] {
  const diagnostics = new Diagnostics();
  const places = neighborhoods.flatMap(({ polygons: [[ring = []] = []] }) => ring.slice(0, 1));
  if (!isMadeFor(standard, country, places))
    diagnostics.add("standard.elsewhere", null, standard.id, `${standard.id}: ${standard.country}`);
  return diagnostics.list();
}

/**
 * Reports the categories of a standard that the input has nowhere, or hardly anywhere, and the requirements that the travel models
 * cannot tell anything about.
 *
 * @param counts facilities by category
 */
export function reportCategoryData(
  requirements: Plan["requirements"],
  counts: Readonly<Record<CategoryId, number>>,
): Diagnostic[] {
  const diagnostics = new Diagnostics();
  for (const { requirement, own, alternatives, ways } of requirements) {
    const isThere = [own, ...alternatives].some(({ category }) => (counts[category] ?? 0) > 0);
    if (ways.length === 0)
      isThere
        ? diagnostics.add("requirement.otherUnit", null, requirement.id)
        : diagnostics.add("category.noData", "facilities", requirement.id);
    else if (ways.reduce((sum, { category }) => sum + (counts[category] ?? 0), 0) < FEW_FACILITIES)
      diagnostics.add("category.few", "facilities", requirement.id);
  }
  return diagnostics.list();
}

/** Reports the neighborhoods none of whose origins is near a street. */
export function reportNeighborhoodsWithoutStreets(
  neighborhoods: readonly Neighborhood[],
  { firstOrigin }: Origins,
  { facilityRow, nearestCount, categories }: NearestTable,
): Diagnostic[] {
  const diagnostics = new Diagnostics();
  if (categories.length === 0) return [];
  neighborhoods.forEach(({ id }, row) => {
    for (let origin = firstOrigin[row]; origin < firstOrigin[row + 1]; origin++)
      if (facilityRow[origin * nearestCount] !== NOT_ATTACHED) return;
    diagnostics.add("neighborhood.noNetwork", "neighborhoods", id);
  });
  return diagnostics.list();
}

/**
 * Reports the neighborhoods from which the largest threshold reaches beyond the data: what lies there is not seen.
 *
 * @param boxes one around each neighborhood
 */
export function reportEdgeEffects(
  neighborhoods: readonly Neighborhood[],
  boxes: readonly Bounds[],
  layers: readonly Bounds[],
  reachMeters: Meters,
): Diagnostic[] {
  const diagnostics = new Diagnostics();
  boxes.forEach((box, row) => {
    const reach = widenBounds(box, reachMeters);
    if (!layers.every((bounds) => holds(bounds, reach)))
      diagnostics.add("neighborhood.edge", "neighborhoods", neighborhoods[row]?.id);
  });
  return diagnostics.list();
}
