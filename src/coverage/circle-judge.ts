import type { Origins } from "../model/facts.js";
import type { AreaCoverage, CircleCoverage, RequirementCoverage } from "../model/report.js";
import type { Circle, Grade, Requirement, Standard } from "../model/standard.js";
import type { Area } from "./areas.js";
import { COVERED, MIXED, NOT_COVERED, UNKNOWN } from "./origin-findings.js";
import type { RequirementJudge } from "./requirement-judge.js";
import { areaShares, decidingShare, type Shares, sumOfShares, unknownShares } from "./summarize-requirement.js";

/** Shares are quotients of sums: exactly half of the people may come out a rounding below one half. */
const ROUNDING_SHARE = 1e-12;

/** Tells for every origin whether a circle is complete: every mandatory requirement that has data is covered. */
export class CircleJudge {
  readonly circle: Circle;
  readonly #standard: Standard;
  readonly #own: readonly Requirement[];
  /** Mandatory ones first. */
  readonly #counted: readonly Requirement[];
  /** Of the mandatory requirements that have data. */
  readonly #mandatory: readonly RequirementJudge[];
  readonly #complete: Uint8Array;
  readonly #shares: Shares[] = [];

  constructor(circle: Circle, standard: Standard, judges: readonly RequirementJudge[], { count }: Origins) {
    this.circle = circle;
    this.#standard = standard;
    this.#own = standard.requirements.filter((requirement) => requirement.circle === circle.id);
    const ownOf = (wanted: Requirement["necessity"]) => this.#own.filter(({ necessity }) => necessity === wanted);
    this.#counted = [...ownOf("mandatory"), ...ownOf("optional")];
    const mandatory = new Set(ownOf("mandatory"));
    this.#mandatory = judges.filter(({ planned, findings }) => findings !== null && mandatory.has(planned.requirement));
    this.#complete = new Uint8Array(count);
  }

  /** Judges an area by the verdicts of its requirements. Nothing is known where none has data. */
  judge(row: number, area: Area, origins: Origins): void {
    const complete = this.#complete.fill(COVERED, area.range[0], area.range[1]);
    let common = COVERED;
    for (const judge of this.#mandatory) common = join(complete, common, judge, row, area.range);
    const isUntold = this.#mandatory.length === 0;
    this.#shares[row] = isUntold ? unknownShares(area) : areaShares(complete, common, area, origins);
  }

  /** Sums up an area from its judged requirements; `null` = the city, from all areas. */
  summarize(row: number | null, requirements: AreaCoverage["requirements"]): CircleCoverage {
    const standard = this.#standard;
    const score = scoreOf(this.#own, standard, requirements);
    const missing = this.#counted.filter(({ id }) => isMissing(requirements[id], standard));
    const noData = this.#counted.filter(({ id }) => requirements[id]?.status === "no-data");
    return {
      score,
      grade: gradeOf(score, standard, missing),
      ...(row === null ? sumOfShares(this.#shares) : (this.#shares[row] as Shares)),
      missing: missing.map(({ id }) => id),
      noData: noData.map(({ id }) => id),
    };
  }
}

/** Lets one more requirement take part: unknown wins over not covered, and that over covered. */
function join(
  complete: Uint8Array,
  common: number,
  { findings, common: commonOf }: RequirementJudge,
  row: number,
  [first, end]: Area["range"],
): number {
  const own = commonOf[row];
  if (findings === null || own === COVERED || common === UNKNOWN) return common;
  if (own === UNKNOWN || (own === NOT_COVERED && common !== MIXED)) {
    complete.fill(own, first, end);
    return own;
  }
  const { verdict } = findings;
  for (let origin = first; origin < end; origin++) {
    if (verdict[origin] === UNKNOWN) complete[origin] = UNKNOWN;
    else if (verdict[origin] === NOT_COVERED && complete[origin] === COVERED) complete[origin] = NOT_COVERED;
  }
  return MIXED;
}

/** Score = 100 × Σ weight × share / Σ weight over the requirements with data. */
function scoreOf(
  own: readonly Requirement[],
  { weights }: Standard,
  requirements: AreaCoverage["requirements"],
): number | null {
  let sum = 0;
  let weightSum = 0;
  for (const { id, necessity } of own) {
    const requirement = requirements[id];
    const share = requirement === undefined ? null : decidingShare(requirement);
    if (share === null) continue;
    sum += weights[necessity] * share;
    weightSum += weights[necessity];
  }
  return weightSum > 0 ? (100 * sum) / weightSum : null;
}

/** The grade follows from the score, and a missing mandatory requirement caps it. */
function gradeOf(
  score: number | null,
  { grades, gradeCapWhenMissing }: Standard,
  missing: readonly Requirement[],
): Grade["id"] | null {
  if (score === null) return null;
  const cap = grades.findIndex(({ id }) => id === gradeCapWhenMissing);
  const earned = grades.findIndex(({ minScore }) => score >= minScore - 100 * ROUNDING_SHARE);
  const capped = missing.some(({ necessity }) => necessity === "mandatory") ? Math.max(earned, cap) : earned;
  return grades[capped]?.id ?? null;
}

/** Missing: within reach of less than `missingBelowShare` of the people. */
function isMissing(requirement: RequirementCoverage | undefined, { missingBelowShare }: Standard): boolean {
  const share = requirement === undefined ? null : decidingShare(requirement);
  return share !== null && share < missingBelowShare - ROUNDING_SHARE;
}
