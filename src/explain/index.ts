/**
 * The door for why, and how surely: `import { findReasons } from "quarterhour/explain"`. Re-exports only.
 *
 * @module quarterhour/explain
 */

export type { CircleReason, ReasonCause } from "../model/reason.js";
export { findReasons, withReasons } from "./find-reasons.js";
