import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { CategoryId } from "../model/facts.js";
import type { Requirement, RequirementAlternative, Standard } from "../model/standard.js";
import type { CostUnit, TravelRequest } from "../model/travel.js";

/** One way to satisfy a requirement: this category, so far. */
export interface JudgedWay {
  readonly category: CategoryId;
  readonly unit: CostUnit;
  readonly threshold: number;
  /** Column of this category and threshold in the table of its unit. */
  readonly column: number;
}
/** A requirement with the ways to satisfy it that the data allow. */
export interface PlannedRequirement {
  readonly requirement: Requirement;
  /** The threshold of the requirement's own category. */
  readonly threshold: number;
  readonly unit: CostUnit;
  /** How far is searched in this unit. */
  readonly cutoff: number;
  /** What else would satisfy it, in data or not. */
  readonly alternatives: readonly Omit<JudgedWay, "column">[];
  /** Empty: the input has no such facility anywhere. */
  readonly ways: readonly JudgedWay[];
}
/** What must be asked of the travel models to judge a standard. */
export interface Plan {
  readonly requirements: readonly PlannedRequirement[];
  /** At most one for each unit. */
  readonly requests: readonly TravelRequest[];
}

/** The cutoff is this many times the largest threshold, so that a miss is told by how much. */
const CUTOFF_FACTOR = 2;

/**
 * Plans which costs to ask for.
 *
 * @param hasFacility whether the input has a facility of this category anywhere; others are not searched
 * @throws {CoverageError} `INVALID_STANDARD` if a requirement has no threshold
 */
export function planRequests(standard: Standard, hasFacility: (category: CategoryId) => boolean): Plan {
  const columns: Record<CostUnit, { readonly category: CategoryId; readonly threshold: number }[]> = {
    seconds: [],
    meters: [],
  };
  const largest: Record<CostUnit, number> = { seconds: 0, meters: 0 };
  const requirements = standard.requirements.map((requirement): Omit<PlannedRequirement, "cutoff"> => {
    const ways = [requirement, ...(requirement.orElse ?? [])].map((way) => ({
      category: way.category,
      ...thresholdOf(way, requirement.id, standard.judgeBy),
    }));
    for (const { unit, threshold } of ways) largest[unit] = Math.max(largest[unit], threshold);
    const planned = ways
      .filter(({ category }) => hasFacility(category))
      .map(({ category, unit, threshold }) => ({
        category,
        unit,
        threshold,
        column: findOrAddColumn(columns[unit], category, threshold),
      }));
    const { threshold, unit } = thresholdOf(requirement, requirement.id, standard.judgeBy);
    return { requirement, threshold, unit, alternatives: ways.slice(1), ways: planned };
  });
  const cutoffOf = (unit: CostUnit) => CUTOFF_FACTOR * largest[unit];
  const requests = (["seconds", "meters"] as const)
    .filter((unit) => columns[unit].length > 0)
    .map((unit) => ({
      unit,
      cutoff: cutoffOf(unit),
      nearestCount: 1,
      categories: columns[unit].map(({ category }) => category),
      countWithin: columns[unit].map(({ threshold }) => threshold),
    }));
  return { requirements: requirements.map((planned) => ({ ...planned, cutoff: cutoffOf(planned.unit) })), requests };
}

function findOrAddColumn(
  columns: { readonly category: CategoryId; readonly threshold: number }[],
  category: CategoryId,
  threshold: number,
): number {
  const known = columns.findIndex((column) => column.category === category && column.threshold === threshold);
  return known >= 0 ? known : columns.push({ category, threshold }) - 1;
}

function thresholdOf(
  { category, thresholdSeconds, thresholdMeters }: RequirementAlternative,
  requirementId: string,
  judgeBy: CostUnit,
): { readonly unit: CostUnit; readonly threshold: number } {
  const inOrder = [
    { unit: "seconds", threshold: thresholdSeconds },
    { unit: "meters", threshold: thresholdMeters },
  ] as const;
  const preferred = inOrder.find(({ unit, threshold }) => unit === judgeBy && threshold !== undefined);
  const { unit, threshold } = preferred ?? inOrder.find((either) => either.threshold !== undefined) ?? inOrder[0];
  if (threshold === undefined)
    throw new CoverageError("INVALID_STANDARD", say("standard.judgedBy", { requirementId, category }), {
      hint: say("standard.judgedBy.hint"),
    });
  return { unit, threshold };
}
