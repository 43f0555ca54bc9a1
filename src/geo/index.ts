// The door `quarterhour/geo`. Re-exports only.

export { toWgs84 } from "./datums.js";
export { distanceMeters } from "./distance.js";
