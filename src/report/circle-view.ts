import type { Locale } from "../base/words.js";
import type { AreaCoverage, CircleCoverage, CoverageReport, StandardSummary } from "../model/report.js";
import type { Circle, Grade } from "../model/standard.js";
import { formatScore, UNKNOWN_MARK } from "./format-number.js";
import { REPORT_TEXTS } from "./report-texts.js";

/** A circle of one area, ready to be shown. */
export interface CircleView {
  readonly circle: Circle;
  readonly coverage: CircleCoverage;
  /** `no-data`: no requirement of the circle has data. `unknown`: there is data, but nothing is known here. */
  readonly state: "judged" | "no-data" | "unknown";
  /** `null` unless judged. */
  readonly grade: Grade | null;
  /** Whether the score alone would have earned a better grade. */
  readonly isCapped: boolean;
}

/** Lists the circles of an area in the standard's order. */
export function viewCircles({ standard }: CoverageReport, area: AreaCoverage): CircleView[] {
  return standard.circles.map((circle) => {
    const coverage = area.circles[circle.id];
    const grade = standard.grades.find(({ id }) => id === coverage.grade) ?? null;
    const earned = coverage.score === null ? undefined : gradeOfScore(standard, coverage.score);
    return {
      circle,
      coverage,
      state: stateOf(standard, circle, coverage),
      grade,
      isCapped: grade !== null && earned !== undefined && earned.minScore > grade.minScore,
    };
  });
}

/** What is written of a score: all of a circle but its names and shares. */
export interface ScoreView extends Pick<CircleView, "state" | "grade" | "isCapped"> {
  readonly coverage: Pick<CircleCoverage, "score">;
}

/** Writes score and grade: `"82.5 良"`, with an asterisk where the grade was capped. */
export function toScoreText(view: ScoreView, locale: Locale): string {
  if (view.coverage.score === null) return toGradeText(view, locale);
  return `${formatScore(view.coverage.score)} ${toGradeText(view, locale)}`;
}

/** Writes the grade alone, or why there is none. */
export function toGradeText({ state, grade, isCapped }: Omit<ScoreView, "coverage">, locale: Locale): string {
  if (state === "no-data") return REPORT_TEXTS[locale].noData;
  if (grade === null) return UNKNOWN_MARK;
  return `${grade.label[locale]}${isCapped ? "*" : ""}`;
}

/** Writes the grades with their scores: `["优 ≥ 90", "良 75–90", …]`, best first. */
export function toGradeRanges({ grades }: StandardSummary, locale: Locale): string[] {
  return grades.map(({ label, minScore }, row) => {
    const better = grades[row - 1];
    const range = better === undefined ? `≥ ${minScore}` : `${minScore}–${better.minScore}`;
    return `${label[locale]} ${row > 0 && row === grades.length - 1 ? `< ${better?.minScore}` : range}`;
  });
}

function gradeOfScore({ grades }: StandardSummary, score: number): Grade | undefined {
  return grades.find(({ minScore }) => score >= minScore);
}

function stateOf(standard: StandardSummary, circle: Circle, coverage: CircleCoverage): CircleView["state"] {
  if (coverage.score !== null) return "judged";
  const counted = standard.requirements.filter((one) => one.circle === circle.id && one.necessity !== "label");
  return counted.every(({ id }) => coverage.noData.includes(id)) ? "no-data" : "unknown";
}
