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
  readonly hardlyKnown: ReadonlySet<Requirement>;
}

/**
 * Sums up a circle over an area. Complete: everything mandatory is within reach; what has no data is within nobody's, and who is
 * near no street is unknown. The ceiling takes what has no data, or hardly any, as within everybody's reach.
 */
export function judgeCircle(input: CircleInput): CircleCoverage {
  const { standard, circle, totals, shares, withData, hardlyKnown } = input;
  const own = standard.requirements.filter((requirement) => requirement.circle === circle);
  const mandatory = own.filter(({ necessity }) => necessity === "mandatory");
  const optional = own.filter(({ necessity }) => necessity === "optional");
  const complete = completeShares(mandatory, input);
  const measured = (requirement: Requirement) =>
    withData.has(requirement) ? deciding(shares.get(requirement) as Shares) : fraction(0);
  const atMost = (requirement: Requirement) => {
    const share = measured(requirement);
    return share !== null && (!withData.has(requirement) || hardlyKnown.has(requirement)) ? fraction(1) : share;
  };
  const isMissing = (requirement: Requirement) => {
    const share = deciding(shares.get(requirement) as Shares);
    return share !== null && isLess(share, fraction(standard.missingBelowShare));
  };
  const isAnythingKnown =
    deciding(complete) !== null ||
    own.some((requirement) => withData.has(requirement) && measured(requirement) !== null);
  const judge = (shareOf: (requirement: Requirement) => Fraction | null) => {
    if (!isAnythingKnown) return { score: null, grade: null };
    const score = scoreOf(own, standard, shareOf);
    const isUnmet = mandatory.some((requirement) => {
      const share = shareOf(requirement);
      return share !== null && isLess(share, fraction(standard.missingBelowShare));
    });
    const isGraded = mandatory.length === 0 || mandatory.some((requirement) => withData.has(requirement));
    const grades = [score, scoreOf(mandatory, standard, shareOf)].map((each) => gradeOf(each, standard, isUnmet));
    const best = (standard.grades ?? []).find((grade) => grades.includes(grade));
    return { score: score && fractionToNumber(score), grade: isGraded ? (best?.id ?? null) : null };
  };
  const [low, high] = [judge(measured), judge(atMost)];
  return {
    score: low.score,
    scoreCeiling: high.score,
    grade: low.grade,
    gradeCeiling: high.grade,
    population: complete.population.told,
    area: complete.area.told,
    missing: [...mandatory, ...optional].filter(isMissing).map(({ id }) => id),
    noData: [...mandatory, ...optional].filter((requirement) => !withData.has(requirement)).map(({ id }) => id),
  };

  function completeShares(needed: readonly Requirement[], { persons: all }: CircleInput): Shares {
    const [anyJudged] = withData;
    if (needed.length === 0 || anyJudged === undefined) return nothingKnown(totals);
    const isWithoutAny = !needed.some((requirement) => withData.has(requirement));
    return sharesOver(all, ({ findings }: Person): Verdict => {
      if (isWithoutAny) return findings.get(anyJudged)?.verdict === "unknown" ? "unknown" : "no";
      const verdicts = needed.map((requirement) => findings.get(requirement)?.verdict ?? "no");
      return verdicts.includes("unknown") ? "unknown" : verdicts.includes("no") ? "no" : "yes";
    });
  }
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
