/**
 * The door `quarterhour/measures`. Re-exports only.
 *
 * @module quarterhour/measures
 */

export type {
  Measure,
  MeasuredPlaces,
  MeasureSummary,
  NearestMeasure,
  ReachMeasure,
  Statistic,
  StatisticName,
} from "../model/measure.js";
export { completeness } from "./completeness.js";
export { gravity } from "./gravity.js";
export { reachMeasure } from "./reach-measure.js";
export { slowestNeed } from "./slowest-need.js";
