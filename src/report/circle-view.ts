import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import { heldCircles } from "../coverage/summarize-circle.js";
import type { AreaCoverage, CircleCoverage, CoverageReport } from "../model/report.js";
import type { Circle, Grade } from "../model/standard.js";
import type { StandardSummary } from "../model/standard-summary.js";
import { type Digits, digitsOf, formatScore, formatShare, UNKNOWN_MARK } from "./format-number.js";
import { isKnown } from "./requirement-view.js";
import { basisOf, isSliver } from "./shortfalls.js";

/** What a standard tells of a circle: the grade of its score, the score alone, or for whom it is complete. */
export type CircleScale = "grade" | "score" | "share";

/** The parts of a standard that decide about its scale. */
type Scored = Pick<StandardSummary, "scoring" | "grades">;

/** Tells by what the circles of a standard are shown. */
export function scaleOf({ scoring, grades }: Scored): CircleScale {
  if (scoring === null) return "share";
  return grades.length === 0 ? "score" : "grade";
}

/** Picks those of two columns that a standard fills: of scores, and of grades. */
export function scoredColumns<Column>(standard: Scored, score: Column, grade: Column): Column[] {
  const scale = scaleOf(standard);
  if (scale === "share") return [];
  return scale === "score" ? [score] : [score, grade];
}

/**
 * What decided about a grade that is not that of the score: a mandatory category that is missing caps it, or the mandatory
 * categories alone earn a better one (see decision 0005).
 */
export type GradedBy = "score" | "cap" | "mandatory";

/** What stands behind such a grade; the notes of each rendering explain it. */
export const GRADE_MARKS: Readonly<Record<GradedBy, string>> = { score: "", cap: "*", mandatory: "‡" };

/** A score this close below a limit has reached it: sums of shares are rounded. */
const ROUNDING_SCORE = 1e-10;

/** A circle of one area, ready to be shown. */
export interface CircleView {
  readonly circle: Circle;
  readonly coverage: CircleCoverage;
  /**
   * `no-data`: no requirement of the circle has data. `unknown`: there is data, but nothing is known here. `labels`: the standard asks for
   * nothing that counts, and only shows the circle.
   */
  readonly state: "judged" | "no-data" | "unknown" | "labels";
  readonly scale: CircleScale;
  /** For so much of the people (of the ground, where nobody lives) is it complete; `null`: nobody can tell. */
  readonly share: number | null;
  /** `null` unless judged, and graded. */
  readonly grade: Grade | null;
  /** `score` where there is no grade, too. */
  readonly gradedBy: GradedBy;
  /** By the ceiling of the score; `null` unless that is better than the grade. */
  readonly betterGrade: Grade | null;
  /** Whether it stands for a sliver of the area only: its number is told, but not colored or ranked. */
  readonly isSliver: boolean;
  /** With how many decimals its score and its share are written. */
  readonly digits: Digits;
}

/** Lists the circles of an area in the standard's order. */
export function viewCircles({ standard }: CoverageReport, area: AreaCoverage): CircleView[] {
  return standard.circles.map((circle) => {
    const coverage = area.circles[circle.id];
    const grade = gradeWith(standard, coverage.grade);
    const state = stateOf(standard, circle, area);
    return {
      ...{ circle, coverage, state, scale: scaleOf(standard) },
      share: hasResult(state) ? coverage[basisOf(area)].share : null,
      grade,
      gradedBy: gradedBy(standard, coverage.score, grade),
      betterGrade: coverage.gradeCeiling === coverage.grade ? null : gradeWith(standard, coverage.gradeCeiling),
      isSliver: isSliver(standard, area),
      digits: digitsOf(area, basisOf(area)),
    };
  });
}

/** Tells whether there is something to be told of a circle, be it that nothing is known. */
export function hasResult(state: CircleView["state"]): boolean {
  return state === "judged" || state === "unknown";
}

/** Says why there is no result. */
export function toAbsence(state: CircleView["state"], locale: Locale): string {
  return reportTexts(locale)(state === "labels" ? "report.labelsOnly" : "report.noData");
}

/** What is written of a result: all of a circle but its names and amounts. */
export interface ScoreView
  extends Pick<CircleView, "state" | "scale" | "share" | "grade" | "gradedBy" | "betterGrade" | "isSliver" | "digits"> {
  readonly coverage: Pick<CircleCoverage, "score" | "scoreCeiling">;
}

/**
 * Writes a result: `"82.5 良"`, with a mark where another than the score decided about the grade; `"51.2–60.4 合格–良"` where the data do not know all; the
 * score alone, where there are no grades; the share for whom the circle is complete, where there are no scores.
 */
export function toScoreText(view: ScoreView, locale: Locale): string {
  if (view.state === "judged" && view.scale === "share") return formatShare(view.share, view.digits);
  const { score } = view.coverage;
  if (score === null || !hasResult(view.state)) return toGradeText(view, locale);
  const ceiling = ceilingOf(view);
  const known = formatScore(score, view.digits);
  const range = ceiling === null ? known : `${known}–${ceiling}`;
  if (view.scale === "score") return range;
  const better = view.betterGrade === null ? "" : `–${view.betterGrade.label[locale]}`;
  return `${range} ${toGradeText(view, locale)}${better}`;
}

/** Writes the score alone, with how much it might be; or why there is none. */
export function toScoreAlone(view: ScoreView, locale: Locale): string {
  const { score } = view.coverage;
  if (score === null || !hasResult(view.state)) return toGradeText(view, locale);
  const ceiling = ceilingOf(view);
  const known = formatScore(score, view.digits);
  return ceiling === null ? known : reportTexts(locale)("report.upTo", { known, most: ceiling });
}

/** Writes the grade, with what it might be; or why there is none. */
export function toGradeRange(view: ScoreView, locale: Locale): string {
  const known = toGradeText(view, locale);
  if (view.betterGrade === null || view.state !== "judged") return known;
  return reportTexts(locale)("report.upTo", { known, most: view.betterGrade.label[locale] });
}

/** Writes the ceiling of a score where it is more than the score, as both are written. */
function ceilingOf({ coverage: { score, scoreCeiling }, digits }: ScoreView): string | null {
  if (score === null || scoreCeiling === null) return null;
  const most = formatScore(scoreCeiling, digits);
  return most === formatScore(score, digits) ? null : most;
}

/** Gives what a result is colored by, 0 to 100; `null` = nothing is known, or only of a sliver. */
export function toColorValue({ scale, share, coverage, state, isSliver }: ScoreView): number | null {
  if (isSliver || !hasResult(state)) return null;
  if (scale === "share") return share === null ? null : 100 * share;
  return coverage.score;
}

/** Writes the grade alone, or why there is none. */
export function toGradeText(
  { state, grade, gradedBy }: Pick<ScoreView, "state" | "grade" | "gradedBy">,
  locale: Locale,
): string {
  if (!hasResult(state)) return toAbsence(state, locale);
  if (grade === null) return UNKNOWN_MARK;
  return `${grade.label[locale]}${GRADE_MARKS[gradedBy]}`;
}

/** Writes the grades with their scores: `["优 ≥ 90", "良 75–90", …]`, best first. */
export function toGradeRanges({ grades }: StandardSummary, locale: Locale): string[] {
  return grades.map(({ label, minScore }, row) => {
    const better = grades[row - 1];
    const range = better === undefined ? `≥ ${minScore}` : `${minScore}–${better.minScore}`;
    return `${label[locale]} ${row > 0 && row === grades.length - 1 ? `< ${better?.minScore}` : range}`;
  });
}

function gradeWith({ grades }: StandardSummary, wanted: Grade["id"] | null): Grade | null {
  return grades.find(({ id }) => id === wanted) ?? null;
}

function gradedBy({ grades }: StandardSummary, score: number | null, grade: Grade | null): GradedBy {
  const earned = score === null ? undefined : grades.find(({ minScore }) => score >= minScore - ROUNDING_SCORE);
  if (grade === null || earned === undefined || earned.minScore === grade.minScore) return "score";
  return earned.minScore > grade.minScore ? "cap" : "mandatory";
}

function stateOf(standard: StandardSummary, circle: Circle, area: AreaCoverage): CircleView["state"] {
  const coverage = area.circles[circle.id];
  const held = heldCircles(circle, standard);
  const counted = standard.requirements.filter((one) => held.has(one.circle) && one.necessity !== "label");
  if (counted.length === 0) return "labels";
  if (counted.every(({ id }) => coverage.noData.includes(id))) return "no-data";
  if (coverage.score !== null) return "judged";
  if (standard.scoring === null && counted.some(({ id }) => isKnown(area.requirements[id]))) return "judged";
  return "unknown";
}
