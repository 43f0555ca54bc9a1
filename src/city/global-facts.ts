import type { Diagnostic } from "../base/diagnostics.js";
import type { Meters } from "../base/units.js";
import { type Bounds, boundsOf, boundsOfColumns, boundsOfPolygons, isInBox, widenBounds } from "../geo/bounds.js";
import { sumOf } from "../geo/sum.js";
import type { CategoryId, Facility, LayerCounts } from "../model/facts.js";
import type { OriginSummary } from "../model/report.js";
import { DENOMINATORS, type Denominator } from "../model/standard.js";
import type { ModeId } from "../model/travel.js";
import { isCounted } from "../origins/denominators.js";
import { type Asked, giveAccount } from "./account.js";
import type { CityParts } from "./city.js";
import { modeNetworkFor } from "./mode-networks.js";
import { selectFor } from "./select-for.js";

/**
 * What is true of the whole input and cannot be seen from a part of it. Plain data: whoever works on a part is given the facts of
 * the whole, and finds what the whole would find.
 */
export interface GlobalFacts {
  /** How many facilities there are of each category; a facility of two counts for both. Not in here: there is none. */
  readonly facilityCounts: Readonly<Record<CategoryId, number>>;
  /** Of which categories there is a facility no farther than `FAR_METERS` from the box around some neighborhood; sorted. */
  readonly nearbyCategories: readonly CategoryId[];
  /** How many facilities may be of each category, but do not tell. */
  readonly ambiguousCounts: Readonly<Record<CategoryId, number>>;
  /** Everybody who starts anywhere. */
  readonly population: number;
  /** Ground of all neighborhoods; what several hold counts once. */
  readonly squareMeters: number;
  /** Whether the input was stripped of its places, as extracts for routing are. */
  readonly hasHardlyPlaces: boolean;
  /** The box around all facilities; `null` = there are none. */
  readonly facilityBounds: Bounds | null;
  /** The box around all streets; `null` = there are none. */
  readonly streetBounds: Bounds | null;
  /**
   * Length of the longest street network that hangs together, by mode: it is never a fragment. Asked for when networks are built;
   * empty: there are no streets.
   */
  readonly longestIslandMeters: Readonly<Record<ModeId, Meters>>;
  /** Whether anybody lives anywhere: where nobody does, ground is judged. */
  readonly isPeopled: boolean;
  /** Of what shares can be told: which layers there are that tell how much there is. */
  readonly denominators: readonly Denominator[];
  /** Where people start, and how many live outside. */
  readonly origins: OriginSummary;
  /** What became of every feature. */
  readonly inputs: readonly LayerCounts[];
  /** What was found in the input. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Nobody walks so far for everyday needs: a facility beyond it tells nothing of a neighborhood. */
export const FAR_METERS: Meters = 5000;

/** Measures each of the {@link GlobalFacts}. Nothing else looks at the whole input: a test sees to it. */
export const GLOBAL_FACTS: {
  readonly [Fact in keyof GlobalFacts]: (parts: CityParts, asked: Asked) => GlobalFacts[Fact];
} = {
  facilityCounts: (parts, { categories }) => countByCategory(selectFor(parts, categories).facilities),
  nearbyCategories: (parts, { categories }) =>
    categoriesNear(selectFor(parts, categories).facilities, boxesAround(parts)),
  ambiguousCounts: (parts, { categories }) => selectFor(parts, categories).ambiguousCounts,
  population: ({ city: { origins } }) => sumOf(origins.population, 0, origins.count),
  squareMeters: ({ city: { origins } }) =>
    sumOf(origins.countedSquareMeters ?? origins.areaSquareMeters, 0, origins.count),
  hasHardlyPlaces: ({ city }) => city.diagnostics.some(({ code }) => code === "osm.hardlyPlaces"),
  facilityBounds: (parts, { categories }) => boundsOfFacilities(selectFor(parts, categories).facilities),
  streetBounds: ({ city: { streets } }) => streets && boundsOfColumns(streets.lon, streets.lat),
  longestIslandMeters: (parts, { profile }) => {
    const networks = [parts.city.modeNetwork, modeNetworkFor(parts, profile)].filter((network) => network !== null);
    return Object.fromEntries(networks.map(({ mode, islands }) => [mode.id, islands.longestMeters]));
  },
  isPeopled: ({ city: { origins } }) => origins.population.some((people) => people > 0),
  denominators: ({ city }) => DENOMINATORS.filter((denominator) => isCounted(denominator, city.origins)),
  origins: ({ city }) => city.originSummary,
  inputs: (parts, asked) => giveAccount(parts, asked).inputs,
  diagnostics: (parts, asked) => giveAccount(parts, asked).diagnostics,
};

/** Measures what is true of a whole city that is asked so. */
export function measureGlobalFacts(parts: CityParts, asked: Asked): GlobalFacts {
  const facts = Object.entries(GLOBAL_FACTS).map(([name, measure]) => [name, measure(parts, asked)]);
  return Object.fromEntries(facts) as GlobalFacts;
}

/** Counts the facilities of each category. */
export function countByCategory(facilities: readonly Facility[]): Record<CategoryId, number> {
  const count = new Map<CategoryId, number>();
  for (const { categories } of facilities)
    for (const category of categories) count.set(category, (count.get(category) ?? 0) + 1);
  return Object.fromEntries(count);
}

/** Gives the boxes outside of which a facility is far from every neighborhood. */
export function boxesAround({ city: { neighborhoods } }: CityParts): Bounds[] {
  return neighborhoods.map(({ polygons }) => widenBounds(boundsOfPolygons(polygons), FAR_METERS));
}

/** Lists the categories that have a facility in some of the boxes, sorted. */
export function categoriesNear(facilities: readonly Facility[], boxes: readonly Bounds[]): CategoryId[] {
  const near = new Set<CategoryId>();
  for (const { categories, location } of facilities)
    if (!categories.every((category) => near.has(category)) && boxes.some((box) => isInBox(box, ...location)))
      for (const category of categories) near.add(category);
  return [...near].sort();
}

/** Gives the box around the places of facilities; `null` = there are none. */
export function boundsOfFacilities(facilities: readonly Facility[]): Bounds | null {
  return facilities.length === 0 ? null : boundsOf(facilities.map(({ location }) => location));
}
