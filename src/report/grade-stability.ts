import { gradeCircle, type Rules, toLine } from "../coverage/grade-circle.js";
import { heldCircles } from "../coverage/summarize-circle.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import type { Circle, Necessity } from "../model/standard.js";

/** Weights that somebody else might have chosen. */
export type OtherWeights = "oneToOne" | "threeToOne" | "mandatoryOnly";

const OTHER_WEIGHTS: readonly { readonly id: OtherWeights; readonly weights: Readonly<Record<Necessity, number>> }[] = [
  { id: "oneToOne", weights: { mandatory: 1, optional: 1, label: 0 } },
  { id: "threeToOne", weights: { mandatory: 3, optional: 1, label: 0 } },
  { id: "mandatoryOnly", weights: { mandatory: 1, optional: 0, label: 0 } },
];

/** How many grades of neighborhoods would be other ones. */
export interface GradeStability {
  readonly weights: OtherWeights;
  readonly changed: number;
  /** Grades there are: of every circle in every neighborhood. */
  readonly of: number;
}

/**
 * Tells how far the grades of a report hang on the weights, which are a choice: how many of them other weights would change. Empty: the
 * standard has no grades.
 */
export function gradeStability(report: CoverageReport): GradeStability[] {
  const { standard, neighborhoods } = report;
  if (standard.grades.length === 0) return [];
  const areas = neighborhoods.flatMap((area) =>
    standard.circles.flatMap((circle) => (area.circles[circle.id].grade === null ? [] : [{ area, circle }])),
  );
  return OTHER_WEIGHTS.map(({ id, weights }) => {
    const rules = { ...standard, scoring: { weights } };
    const changed = areas.filter(
      ({ area, circle }) => gradeBy(report, area, circle, rules) !== area.circles[circle.id].grade,
    );
    return { weights: id, changed: changed.length, of: areas.length };
  });
}

function gradeBy({ standard }: CoverageReport, area: AreaCoverage, circle: Circle, rules: Rules): string | null {
  const held = heldCircles(circle, standard);
  const own = standard.requirements.filter((one) => held.has(one.circle));
  return gradeCircle(
    own.map((one) => toLine(one, area.requirements[one.id], rules)),
    rules,
  ).grade;
}
