import { scaleThreshold } from "d3-scale";
import { interpolateRdYlBu } from "d3-scale-chromatic";
import type { StandardSummary } from "../model/report.js";
import type { Grade } from "../model/standard.js";

/** A band of scores that has one color. */
export interface ColorBand {
  readonly grade: Grade;
  readonly minScore: number;
  /** `null` = up to 100, inclusive. */
  readonly belowScore: number | null;
  readonly color: string;
}

/** The colors of scores: red is bad, blue is good; told apart by every kind of color vision. */
export interface ScoreColors {
  /** Best first: each grade, the lowest in steps of its own. */
  readonly bands: readonly ColorBand[];
  /** CSS class of a judged score; `"none"` for no score. A capped grade keeps a score out of the better bands. */
  readonly classOf: (score: number | null, grade: Grade | null) => string;
}

/** The lowest grade is cut at these scores: a city where everything is below 60 must not be of one color. */
const STEP_OF_LOWEST_GRADE = 20;

/** Chooses a color for each band of scores, best in blue, worst in red. */
export function chooseScoreColors({ grades }: StandardSummary): ScoreColors {
  const starts = grades.flatMap((grade, row) => {
    const better = grades[row - 1];
    if (row < grades.length - 1 || better === undefined) return [{ grade, minScore: grade.minScore }];
    const steps = Math.max(1, Math.ceil((better.minScore - grade.minScore) / STEP_OF_LOWEST_GRADE));
    return Array.from({ length: steps }, (_, i) => ({
      grade,
      minScore: grade.minScore + (steps - 1 - i) * STEP_OF_LOWEST_GRADE,
    }));
  });
  const last = Math.max(1, starts.length - 1);
  const bands = starts.map(({ grade, minScore }, row) => ({
    grade,
    minScore,
    belowScore: starts[row - 1]?.minScore ?? null,
    color: colorOfStep(row / last),
  }));
  const bandOfScore = scaleThreshold<number, number>()
    .domain(
      [...bands]
        .reverse()
        .slice(1)
        .map(({ minScore }) => minScore),
    )
    .range(bands.map((_, row) => bands.length - 1 - row));
  const bestBandOf = (grade: Grade) => bands.findIndex((band) => band.grade.id === grade.id);
  return {
    bands,
    classOf: (score, grade) =>
      score === null || grade === null ? "none" : `band${Math.max(bandOfScore(score), bestBandOf(grade))}`,
  };
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
