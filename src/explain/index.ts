/**
 * The door for why, and how surely: `import { findReasons } from "quarterhour/explain"`. Re-exports only.
 *
 * @module quarterhour/explain
 */

export type { CircleReason, ReasonCause } from "../model/reason.js";
export type { Assumption, Band, Sensitivity, SensitivityRun } from "../model/sensitivity.js";
export {
  compareStandards,
  type StandardAgreement,
  type StandardMover,
  type StandardsComparison,
} from "./compare-standards.js";
export { findReasons, type ReasonOptions, withReasons } from "./find-reasons.js";
export { computeSensitivity, type SensitivityOptions, withSensitivity } from "./sensitivity.js";
export { toStandardsText } from "./to-standards-text.js";
