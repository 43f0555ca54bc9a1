import { scaleThreshold } from "d3-scale";
import { interpolateRdYlBu } from "d3-scale-chromatic";
import { type Label, toLabel } from "../base/words.js";
import type { Grade } from "../model/standard.js";
import type { StandardSummary } from "../model/standard-summary.js";
import { scaleOf } from "../report/circle-view.js";

/** A band of values that has one color: scores, or percents of those for whom a circle is complete. */
export interface ColorBand {
  /** `null`: the standard has no grades. */
  readonly grade: Grade | null;
  /** Such as `Good 75–90`, `60–80` or `60–80%`. */
  readonly label: Label;
  readonly minScore: number;
  /** `null` = up to 100, inclusive. */
  readonly belowScore: number | null;
  readonly color: string;
}

/** The colors of results: red is bad, blue is good; told apart by every kind of color vision. */
export interface ScoreColors {
  /** Best first: each grade, the lowest in steps of its own; without grades, equal steps. */
  readonly bands: readonly ColorBand[];
  /** CSS class of a value, 0 to 100; `"none"` for none. A score whose grade is another one has the band of the grade that is nearest. */
  readonly classOf: (value: number | null, grade: Grade | null) => string;
}

/** The lowest grade is cut at these scores: a city where everything is below 60 must not be of one color. */
const STEP = 20;

/** Chooses a color for each band of what a standard tells, best in blue, worst in red. */
export function chooseScoreColors(standard: StandardSummary): ScoreColors {
  const { grades } = standard;
  const starts = grades.length === 0 ? equalSteps() : grades.flatMap((grade, row) => stepsOf(grade, grades, row));
  const last = Math.max(1, starts.length - 1);
  const unit = scaleOf(standard) === "share" ? "%" : "";
  const bands = starts.map(({ grade, minScore }, row): ColorBand => {
    const belowScore = starts[row - 1]?.minScore ?? null;
    const range = `${minScore}–${belowScore ?? 100}${unit}`;
    const label = toLabel((locale) => (grade === null ? range : `${grade.label[locale]} ${range}`));
    return { grade, label, minScore, belowScore, color: colorOfStep(row / last) };
  });
  const bandOfScore = scaleThreshold<number, number>()
    .domain(
      [...bands]
        .reverse()
        .slice(1)
        .map(({ minScore }) => minScore),
    )
    .range(bands.map((_, row) => bands.length - 1 - row));
  return {
    bands,
    classOf: (value, grade) => {
      if (value === null || (grade === null && grades.length > 0)) return "none";
      const ofGrade = [...bands.keys()].filter((row) => grade === null || bands[row]?.grade?.id === grade.id);
      return `band${Math.min(Math.max(bandOfScore(value), ofGrade[0] ?? 0), ofGrade.at(-1) ?? 0)}`;
    },
  };
}

type BandStart = Pick<ColorBand, "grade" | "minScore">;

function stepsOf(grade: Grade, grades: readonly Grade[], row: number): BandStart[] {
  const better = grades[row - 1];
  if (row < grades.length - 1 || better === undefined) return [{ grade, minScore: grade.minScore }];
  const steps = Math.max(1, Math.ceil((better.minScore - grade.minScore) / STEP));
  return Array.from({ length: steps }, (_, i) => ({ grade, minScore: grade.minScore + (steps - 1 - i) * STEP }));
}

function equalSteps(): BandStart[] {
  return Array.from({ length: 100 / STEP }, (_, i) => ({ grade: null, minScore: 100 - (i + 1) * STEP }));
}

/**
 * Gives a color of the diverging scheme RdYlBu, which those with any kind of color vision tell apart.
 *
 * @param step 0 = best (blue) to 1 = worst (red)
 * @see C. Brewer, ColorBrewer 2.0, 2013
 */
export function colorOfStep(step: number): string {
  return interpolateRdYlBu(0.93 - 0.86 * step);
}
