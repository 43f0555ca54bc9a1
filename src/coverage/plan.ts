import type { CategoryId } from "../model/facts.js";
import {
  type Denominator,
  REACHES,
  type Reach,
  type Requirement,
  type RequirementAlternative,
  type Standard,
  type Threshold,
} from "../model/standard.js";
import type { CostUnit, TravelRequest } from "../model/travel.js";

/** One way to satisfy a requirement: so many of this category, so far. */
export interface PlannedWay {
  readonly category: CategoryId;
  readonly reach: Reach;
  /** Of `threshold`. */
  readonly unit: CostUnit;
  readonly threshold: number;
  readonly count: number;
}
/** A way that the input has facilities for, and where the tables tell of it. */
export interface JudgedWay extends PlannedWay {
  /** Row of the request whose table has it. */
  readonly request: number;
  /** Column of this category and threshold in that table. */
  readonly column: number;
}
/** A requirement with the ways to satisfy it that the data allow. */
export interface PlannedRequirement {
  readonly requirement: Requirement;
  /** Its own way, in data or not. */
  readonly own: PlannedWay;
  /** What else would satisfy it, in data or not. */
  readonly alternatives: readonly PlannedWay[];
  /** How far is searched for its own category, in the unit of its threshold. */
  readonly cutoff: number;
  /** Empty: the input has no such facility anywhere, or the travel models do not tell what the thresholds are in. */
  readonly ways: readonly JudgedWay[];
}

/** What is asked to judge a standard. */
export interface PlannedRequest extends TravelRequest {
  /** `straight` is answered as the crow flies, whatever the travel models are. */
  readonly reach: Reach;
}
/** What must be asked of the travel models to judge a standard. */
export interface Plan {
  readonly requirements: readonly PlannedRequirement[];
  /** For each reach at most one, and one more for the categories of which several are needed. */
  readonly requests: readonly PlannedRequest[];
}

/** Tells whether a reach is for the travel models to answer; the others do not ask how one travels. */
export function isTraveled(reach: Reach): boolean {
  return reach === "time" || reach === "network";
}

/** The cutoff is this many times the largest threshold, so that a miss is told by how much. */
const CUTOFF_FACTOR = 2;

/**
 * Plans which costs to ask for. A way with several thresholds is judged by one that the travel models can tell; without any it is
 * not judged.
 *
 * @param standard one that `validateStandard` lets pass
 * @param isKnown whether the input has a facility of this category anywhere, or had one; others are not searched
 * @param units in which the travel models can answer. Service radii are measured without them
 * @param isCounted whether the input tells how much there is of a denominator
 */
export function planRequests(
  standard: Standard,
  isKnown: (category: CategoryId) => boolean,
  units: readonly CostUnit[],
  isCounted: (denominator: Denominator) => boolean = () => true,
): Plan {
  const isTold = (reach: Reach) => !isTraveled(reach) || units.includes(unitOf(reach));
  const isJudged = ({ category, reach }: PlannedWay) => isKnown(category) && isTold(reach);
  const toWay = (way: RequirementAlternative) => wayOf(way, standard.judgeBy, isTold);
  const wanted = standard.requirements.map((requirement) => ({
    requirement,
    own: toWay(requirement),
    alternatives: (requirement.orElse ?? []).map(toWay),
  }));
  const all = wanted.flatMap(({ own, alternatives }) => [own, ...alternatives]);
  const cutoffOf = (reach: Reach) =>
    CUTOFF_FACTOR * all.reduce((most, way) => (way.reach === reach ? Math.max(most, way.threshold) : most), 0);
  const drafts = REACHES.flatMap((reach) => draftRequests(reach, all.filter(isJudged)));
  const toJudged = (way: PlannedWay): JudgedWay => {
    const request = drafts.findIndex((draft) => answers(draft, way));
    return { ...way, request, column: drafts[request]?.columns.findIndex((column) => isSameColumn(column, way)) ?? -1 };
  };
  return {
    requirements: wanted.map(({ requirement, own, alternatives }) => ({
      ...{ requirement, own, alternatives, cutoff: cutoffOf(own.reach) },
      ways: isCounted(requirement.denominator ?? "people") ? [own, ...alternatives].filter(isJudged).map(toJudged) : [],
    })),
    requests: drafts.map(({ reach, nearestCount, columns }) => ({
      ...{ reach, unit: unitOf(reach), cutoff: cutoffOf(reach), nearestCount },
      categories: columns.map(({ category }) => category),
      countWithin: columns.map(({ threshold }) => threshold),
    })),
  };
}

interface RequestDraft {
  readonly reach: Reach;
  readonly nearestCount: number;
  readonly columns: readonly PlannedWay[];
}

/** One request for what is needed once, and one for the rest: who looks for several of one category need not for all. */
function draftRequests(reach: Reach, ways: readonly PlannedWay[]): RequestDraft[] {
  const own = ways.filter((way) => way.reach === reach);
  return [own.filter(({ count }) => count === 1), own.filter(({ count }) => count > 1)]
    .filter((group) => group.length > 0)
    .map((group) => ({
      reach,
      nearestCount: Math.max(...group.map(({ count }) => count)),
      columns: group.filter((way, i) => group.findIndex((other) => isSameColumn(other, way)) === i),
    }));
}

function answers({ reach, nearestCount }: RequestDraft, way: PlannedWay): boolean {
  return reach === way.reach && (nearestCount === 1) === (way.count === 1);
}

function isSameColumn(a: PlannedWay, b: PlannedWay): boolean {
  return a.category === b.category && a.threshold === b.threshold;
}

function wayOf(
  { category, threshold, count = 1 }: RequirementAlternative,
  judgeBy: Reach,
  isTold: (reach: Reach) => boolean,
): PlannedWay {
  const given = [judgeBy, ...REACHES].filter((each) => threshold[each] !== undefined);
  const reach = given.find(isTold) ?? given[0] ?? judgeBy;
  return { category, reach, unit: unitOf(reach), threshold: thresholdIn(threshold, reach), count };
}

function thresholdIn(threshold: Threshold, reach: Reach): number {
  return reach === "inside" ? 0 : (threshold[reach] ?? Number.NaN);
}

function unitOf(reach: Reach): CostUnit {
  return reach === "time" ? "seconds" : "meters";
}
