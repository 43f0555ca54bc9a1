import { scaleThreshold } from "d3-scale";
import { interpolateYlGnBu } from "d3-scale-chromatic";
import type { Grade, StandardSummary } from "../model.js";

/** The colors of a standard's grades: light is bad, dark is good; told apart by every kind of color vision, and in print. */
export interface GradeColors {
  /** Best first, as in the standard. */
  readonly list: readonly string[];
  /** CSS class of a grade; `"none"` for no grade. */
  readonly classOf: (grade: Grade | null) => string;
}

/** Chooses a color for each grade, from the sequential scheme YlGnBu of ColorBrewer. */
export function chooseGradeColors({ grades }: StandardSummary): GradeColors {
  const last = Math.max(1, grades.length - 1);
  const ascending = [...grades].reverse();
  const rows = scaleThreshold<number, number>()
    .domain(ascending.slice(1).map(({ minScore }) => minScore))
    .range(ascending.map((_, row) => grades.length - 1 - row));
  return {
    list: grades.map((_, row) => interpolateYlGnBu(0.85 - (0.7 * row) / last)),
    classOf: (grade) => (grade === null ? "none" : `grade${rows(grade.minScore)}`),
  };
}

/** Writes the style sheet of the page. Without scripts: the radio buttons at the top show one language and hide the other. */
export function toStyleSheet({ list }: GradeColors): string {
  const grades = list.map((color, row) => `.grade${row}{fill:${color};background:${color}}`);
  return [...PAGE_STYLE, ...grades].join("\n");
}

const PAGE_STYLE: readonly string[] = [
  ":root{color-scheme:light}",
  "body{margin:0 auto;max-width:1120px;padding:16px;font:16px/1.5 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1a1a1a;background:#fff}",
  "h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.2rem;margin:1.5rem 0 .5rem}h3{font-size:1rem;margin:0 0 .25rem}",
  "#zh:checked~main [lang=en],#en:checked~main [lang=zh]{display:none}",
  ".maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:16px}",
  "figure{margin:0}figure svg{width:100%;height:auto;border:1px solid #8a8a8a}",
  ".shared{position:absolute;width:0;height:0}",
  ".areas{stroke:#4d4d4d;stroke-width:.8;fill-rule:evenodd}.areas .none{fill:url(#hatch)}",
  ".streets{fill:none;stroke:#767676;stroke-width:.4;stroke-opacity:.6;pointer-events:none}",
  ".dots{fill:none;stroke:#1a1a1a;stroke-width:3;stroke-linecap:round;pointer-events:none}",
  ".bar{stroke:#1a1a1a;stroke-width:2}.map-text{font-size:14px;fill:#1a1a1a;paint-order:stroke;stroke:#fff;stroke-width:3}",
  ".legend{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;padding:0;margin:.5rem 0}",
  ".swatch{display:inline-block;width:1em;height:1em;margin-right:.4em;border:1px solid #4d4d4d;vertical-align:-.1em}",
  ".swatch.none{background:repeating-linear-gradient(45deg,#fff 0 3px,#767676 3px 4px)}",
  ".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem;width:100%}",
  "th,td{border:1px solid #b3b3b3;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}",
  "th{background:#f0f0f0}td.score{white-space:nowrap}.small{font-size:.875rem;color:#404040}",
  "@media print{input,.switch{display:none}body{max-width:none;padding:0;font-size:11pt}.maps{grid-template-columns:1fr 1fr}figure,tr{break-inside:avoid}.wide{overflow:visible}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}",
];
