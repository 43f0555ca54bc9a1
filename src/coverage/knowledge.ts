import type { CategoryId } from "../model/facts.js";
import type { Denominator } from "../model/standard.js";
import type { DataState } from "../model/standard-summary.js";
import type { PlannedRequirement } from "./plan.js";

/** What is true of the categories of a whole input. Counts are by category; none = 0. */
export interface CategoryFacts {
  readonly facilityCounts: Readonly<Record<CategoryId, number>>;
  /** Of what shares can be told. Default: of anything. */
  readonly denominators?: readonly Denominator[];
  /** Those of which a facility is not far from every neighborhood. */
  readonly nearbyCategories: readonly CategoryId[];
  /** Of the facilities that may be of the category, but do not tell. */
  readonly ambiguousCounts: Readonly<Record<CategoryId, number>>;
  /** Of all neighborhoods; 0: nobody knows how many. */
  readonly population: number;
  /** Ground of all neighborhoods, each piece once. */
  readonly squareMeters: number;
  /** Whether the input was stripped of its places, so that what it holds of them tells nothing. Default: false. */
  readonly hasHardlyPlaces?: boolean;
}

/** A requirement, and what the data know of what it asks for. */
export interface KnownRequirement extends PlannedRequirement {
  readonly data: DataState;
  /** Facilities of the input that count for it, and those that might. */
  readonly facilityCount: number;
  readonly ambiguousCount: number;
  /** Whether the input was stripped of its places: what is known of some is no reason for a grade. */
  readonly hasHardlyPlaces: boolean;
}

/**
 * So few facilities for so many people, and the data rather than the city lack them. Where nobody's number is known: for so much ground
 * with so many facilities of all kinds, as no village has.
 */
export const HARDLY_KNOWN: {
  readonly mostFacilities: number;
  readonly leastPeople: number;
  readonly leastSquareMeters: number;
  readonly leastOfAllKinds: number;
} = {
  mostFacilities: 2,
  leastPeople: 250_000,
  leastSquareMeters: 100e6,
  leastOfAllKinds: 1000,
};

/** Tells what the data know of what a requirement asks for. */
export function withKnowledge(planned: PlannedRequirement, facts: CategoryFacts): KnownRequirement {
  const { own, alternatives, ways } = planned;
  const isJudged = ways.length > 0;
  const asked = isJudged ? ways : [own, ...alternatives];
  const categories = [...new Set(asked.map(({ category }) => category))];
  const countIn = (counts: Readonly<Record<CategoryId, number>>) =>
    categories.reduce((sum, category) => sum + (counts[category] ?? 0), 0);
  const ambiguousCount = countIn(facts.ambiguousCounts);
  const count = countIn(facts.facilityCounts);
  const { hasHardlyPlaces = false } = facts;
  if (!isJudged) {
    const isComputable = facts.denominators?.includes(planned.requirement.denominator ?? "people") !== false;
    const data = !isComputable ? "noDenominator" : count > 0 ? "otherUnit" : ambiguousCount > 0 ? "ambiguous" : "none";
    return { ...planned, data, facilityCount: 0, ambiguousCount, hasHardlyPlaces };
  }
  const isFew = count <= HARDLY_KNOWN.mostFacilities && isLargeCity(facts);
  const isFar = !categories.some((category) => facts.nearbyCategories.includes(category));
  const data = count > 0 && (isFew || isFar || hasHardlyPlaces) ? "hardlyKnown" : "known";
  return { ...planned, data, facilityCount: count, ambiguousCount, hasHardlyPlaces };
}

function isLargeCity({ population, squareMeters, facilityCounts }: CategoryFacts): boolean {
  const { leastPeople, leastSquareMeters, leastOfAllKinds } = HARDLY_KNOWN;
  if (population > 0) return population >= leastPeople;
  const ofAllKinds = Object.values(facilityCounts).reduce((sum, count) => sum + count, 0);
  return squareMeters >= leastSquareMeters && ofAllKinds >= leastOfAllKinds;
}
