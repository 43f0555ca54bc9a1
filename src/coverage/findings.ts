import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import { type Bounds, holds, widenBounds } from "../geo/bounds.js";
import type { Neighborhood, Origins } from "../model/facts.js";
import type { NeighborhoodCoverage } from "../model/report.js";
import type { CountryCode, Standard } from "../model/standard.js";
import { type NearestTable, NOT_ATTACHED } from "../model/travel.js";
import { isMadeFor } from "../standards/made-for.js";
import type { KnownRequirement } from "./knowledge.js";

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

/** Reports what the input knows nothing, or hardly anything of, and what the travel models cannot tell. */
export function reportCategoryData(requirements: readonly KnownRequirement[]): Diagnostic[] {
  const diagnostics = new Diagnostics();
  for (const { requirement, data, facilityCount, ambiguousCount } of requirements) {
    const { id } = requirement;
    if (data === "otherUnit") diagnostics.add("requirement.otherUnit", null, id);
    else if (data === "noDenominator") diagnostics.add("requirement.noDenominator", null, id);
    else if (data === "none") diagnostics.add("category.noData", "facilities", id);
    else if (data === "ambiguous")
      diagnostics.add("category.onlyAmbiguous", "facilities", id, `${id}: ${ambiguousCount}`);
    else if (data === "hardlyKnown") diagnostics.add("category.hardlyKnown", "facilities", id);
    else if (facilityCount < FEW_FACILITIES) diagnostics.add("category.few", "facilities", id);
  }
  return diagnostics.list();
}

/** Reports the neighborhoods that were judged on a sliver. */
export function reportSlivers(
  neighborhoods: readonly Pick<NeighborhoodCoverage, "id" | "knownShare">[],
  sliverBelowShare: number,
): Diagnostic[] {
  const diagnostics = new Diagnostics();
  for (const { id, knownShare } of neighborhoods)
    if (knownShare !== null && knownShare > 0 && knownShare < sliverBelowShare)
      diagnostics.add("neighborhood.sliver", "neighborhoods", id, `${id}: ${(100 * knownShare).toFixed(1)} %`);
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
