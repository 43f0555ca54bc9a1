// The door `quarterhour/measures`. Re-exports only.

export type { Measure, MeasureSummary, Statistic, StatisticName } from "../model/measure.js";
export { completeness } from "./completeness.js";
export { slowestNeed } from "./slowest-need.js";
