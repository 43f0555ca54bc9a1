/**
 * The door for charts: `import { toHistogram } from "quarterhour/charts"`. Re-exports only.
 *
 * @module quarterhour/charts
 */

export type { ChartOptions } from "./chart-options.js";
export { type CircleStripsOptions, toCircleStrips } from "./to-circle-strips.js";
export { type HistogramOptions, toHistogram } from "./to-histogram.js";
export { type LorenzOptions, toLorenz } from "./to-lorenz.js";
export { type RankingOptions, toRanking } from "./to-ranking.js";
