import { scaleThreshold } from "d3-scale";
import { interpolateYlGnBu } from "d3-scale-chromatic";
import type { Grade, StandardSummary } from "../model.js";

/** A band of scores that has one color. */
export interface ColorBand {
  readonly grade: Grade;
  readonly minScore: number;
  /** `null` = up to 100, inclusive. */
  readonly belowScore: number | null;
  readonly color: string;
}

/** The colors of scores: light is bad, dark is good; told apart by every kind of color vision, and in print. */
export interface ScoreColors {
  /** Best first: each grade, the lowest in steps of its own. */
  readonly bands: readonly ColorBand[];
  /** CSS class of a judged score; `"none"` for no score. A capped grade keeps a score out of the better bands. */
  readonly classOf: (score: number | null, grade: Grade | null) => string;
}

/** The lowest grade is cut at these scores: a city where everything is below 60 must not be of one color. */
const STEP_OF_LOWEST_GRADE = 20;

/** Chooses a color for each band of scores, from the sequential scheme YlGnBu of ColorBrewer. */
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
    color: interpolateYlGnBu(0.95 - (0.9 * row) / last),
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

/** Writes the style sheet of the page. Without scripts: the radio buttons at the top show one language and hide the other. */
export function toStyleSheet({ bands }: ScoreColors): string {
  const colors = bands.map(({ color }, row) => `.band${row}{fill:${color};background:${color}}`);
  return [...PAGE_STYLE, ...colors].join("\n");
}

const PAGE_STYLE: readonly string[] = [
  ":root{color-scheme:light}",
  "body{margin:0 auto;max-width:1280px;padding:16px;font:16px/1.5 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1a1a1a;background:#fff}",
  "h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.2rem;margin:1.5rem 0 .5rem}h3{font-size:1rem;margin:0 0 .25rem}",
  "#zh:checked~main [lang=en],#en:checked~main [lang=zh]{display:none}",
  ".maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:16px}",
  "figure{margin:0}figure svg{width:100%;height:auto;border:1px solid #8a8a8a}",
  ".shared{position:absolute;width:0;height:0}",
  ".areas{stroke:#4d4d4d;stroke-width:.8;fill-rule:evenodd}.areas .none{fill:url(#hatch)}",
  ".streets{fill:none;stroke:#767676;stroke-width:.4;pointer-events:none}",
  ".numbers{font-size:11px;text-anchor:middle;fill:#1a1a1a;paint-order:stroke;stroke:#fff;stroke-width:2.5;pointer-events:none}",
  ".dots{fill:none;stroke:#1a1a1a;stroke-linecap:round;pointer-events:none}",
  ".bar{stroke:#1a1a1a;stroke-width:2}.map-text{font-size:14px;fill:#1a1a1a;paint-order:stroke;stroke:#fff;stroke-width:3}",
  ".legend{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;padding:0;margin:.5rem 0}",
  ".swatch{display:inline-block;width:1em;height:1em;margin-right:.4em;border:1px solid #4d4d4d;vertical-align:-.1em}",
  ".swatch.none{background:repeating-linear-gradient(45deg,#fff 0 3px,#767676 3px 4px)}",
  ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem;width:100%}",
  "th,td{border:1px solid #b3b3b3;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:break-word;min-width:3.5rem}",
  "td+td.list{min-width:11rem}thead th{position:sticky;top:0}",
  "th{background:#f0f0f0}td.score{white-space:nowrap}.small{font-size:.875rem;color:#404040}",
  "@media print{input,.switch{display:none}body{max-width:none;padding:0;font-size:11pt}.maps{grid-template-columns:1fr 1fr}figure,tr{break-inside:avoid}.wide{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}",
];
