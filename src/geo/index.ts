/**
 * The door `quarterhour/geo`. Re-exports only.
 *
 * @module quarterhour/geo
 */

export { toWgs84 } from "./datums.js";
export { distanceMeters } from "./distance.js";
