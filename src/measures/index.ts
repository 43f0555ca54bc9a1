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
export { balanced } from "./balanced.js";
export { type BalancingOptions, balancingCost } from "./balancing-cost.js";
export { completeness } from "./completeness.js";
export { costToAmount, costToPlace } from "./cost-to-amount.js";
export { costToNearest } from "./cost-to-nearest.js";
export { cumulative } from "./cumulative.js";
export { cumulativeInterval, type IntervalOptions } from "./cumulative-interval.js";
export { type Decay, decayBy } from "./decay.js";
export {
  exponential,
  gaussian,
  gaussianBeyond,
  gaussianTruncated,
  halfLife,
  inversePower,
  linear,
  linearBand,
  logistic,
  logisticRaw,
  soft,
  step,
  type Zone,
  type ZoneEdge,
  zones,
} from "./decays.js";
export { type DiversityIndex, type DiversityOptions, diversity } from "./diversity.js";
export { type GravityOptions, gravity } from "./gravity.js";
export type { NearestMeasureOptions } from "./nearest-measure.js";
export { perThousand } from "./per-thousand.js";
export { proximityTime } from "./proximity-time.js";
export { type RaamOptions, raam } from "./raam.js";
export { reachMeasure } from "./reach-measure.js";
export type { ReachOptions, Supply } from "./reached.js";
export { readMeasure } from "./read-measure.js";
export { shareWithin } from "./share-within.js";
export { slowestNeed } from "./slowest-need.js";
export { type AvailabilityOptions, spatialAvailability } from "./spatial-availability.js";
export { type ChoiceOptions, threeStep } from "./three-step.js";
export { modifiedTwoStep, twoStep } from "./two-step.js";
