import type { CircleCoverage } from "../../src/model/report.js";
import type { CircleId, Grade, Requirement, Standard } from "../../src/model/standard.js";
import { type Fraction, fraction, fractionToNumber, isLess, sumOfProducts } from "./exact.js";
import {
  deciding,
  nothingKnown,
  type Person,
  type Shares,
  sharesOver,
  type Totals,
  type Verdict,
} from "./oracle-shares.js";

interface CircleInput {
  readonly standard: Standard;
  readonly circle: CircleId;
  readonly persons: readonly Person[];
  readonly totals: Totals;
  readonly shares: ReadonlyMap<Requirement, Shares>;
  readonly withData: ReadonlySet<Requirement>;
}

/** Sums up a circle over an area. Complete: everything mandatory that has data is within reach. */
export function judgeCircle({ standard, circle, persons, totals, shares, withData }: CircleInput): CircleCoverage {
  const own = standard.requirements.filter((requirement) => requirement.circle === circle);
  const mandatory = own.filter(({ necessity }) => necessity === "mandatory");
  const optional = own.filter(({ necessity }) => necessity === "optional");
  const shareOf = (requirement: Requirement) => deciding(shares.get(requirement) as Shares);
  const needed = mandatory.filter((requirement) => withData.has(requirement));
  const complete = ({ findings }: Person): Verdict => {
    const verdicts = needed.map((requirement) => findings.get(requirement)?.verdict);
    return verdicts.includes("unknown") ? "unknown" : verdicts.includes("no") ? "no" : "yes";
  };
  const { population, area } = needed.length === 0 ? nothingKnown(totals) : sharesOver(persons, complete);
  const isMissing = (requirement: Requirement) => {
    const share = shareOf(requirement);
    return share !== null && isLess(share, fraction(standard.missingBelowShare));
  };
  const score = scoreOf(own, standard, shareOf);
  return {
    score: score && fractionToNumber(score),
    grade: gradeOf(score, standard, mandatory.some(isMissing))?.id ?? null,
    population: population.told,
    area: area.told,
    missing: [...mandatory, ...optional].filter(isMissing).map(({ id }) => id),
    noData: [...mandatory, ...optional].filter((requirement) => !withData.has(requirement)).map(({ id }) => id),
  };
}

/** 100 × Σ weight × share ÷ Σ weight over the requirements of which anything is known. */
function scoreOf(
  own: readonly Requirement[],
  { scoring }: Standard,
  shareOf: (requirement: Requirement) => Fraction | null,
): Fraction | null {
  if (scoring === undefined) return null;
  const { weights } = scoring;
  const pairs = own.flatMap((requirement): [Fraction, Fraction][] => {
    const share = shareOf(requirement);
    return share === null ? [] : [[fraction(weights[requirement.necessity]), share]];
  });
  const points = sumOfProducts(pairs);
  const most = sumOfProducts(pairs.map(([weight]) => [weight, fraction(1)]));
  return most.top === 0n ? null : { top: 100n * points.top * most.bottom, bottom: points.bottom * most.top };
}

/** The best grade that the score is enough for; with something mandatory missing, none better than the cap. */
function gradeOf(
  score: Fraction | null,
  { grades = [], gradeCapWhenMissing }: Standard,
  isCapped: boolean,
): Grade | undefined {
  const cap = grades.findIndex(({ id }) => id === gradeCapWhenMissing);
  const allowed = isCapped && cap >= 0 ? grades.slice(cap) : grades;
  return score === null ? undefined : allowed.find(({ minScore }) => !isLess(score, fraction(minScore)));
}
