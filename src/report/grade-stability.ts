import { gradeCircle, type Line, toLine } from "../coverage/grade-circle.js";
import { heldCircles } from "../coverage/summarize-circle.js";
import type { CoverageReport } from "../model/report.js";
import type { Necessity } from "../model/standard.js";

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
  const linesOf = new Map(
    standard.circles.map((circle) => {
      const held = heldCircles(circle, standard);
      return [circle.id, standard.requirements.filter((one) => held.has(one.circle))];
    }),
  );
  const graded = neighborhoods.flatMap((area) =>
    standard.circles.flatMap(({ id }) => {
      const { grade } = area.circles[id];
      const lines = linesOf.get(id)?.map((one) => toLine(one, area.requirements[one.id], standard)) ?? [];
      return grade === null ? [] : [{ grade, lines }];
    }),
  );
  return OTHER_WEIGHTS.map(({ id, weights }) => {
    const rules = { ...standard, scoring: { weights } };
    const weigh = (line: Line) => ({ ...line, weight: weights[line.necessity] });
    const changed = graded.filter(({ grade, lines }) => gradeCircle(lines.map(weigh), rules).grade !== grade);
    return { weights: id, changed: changed.length, of: graded.length };
  });
}
