/**
 * The door `quarterhour/modes`: ways of moving besides walking, and who moves so. `prepareCity(input, { modes: [bicycle] })` reads the
 * tags that they look at. Re-exports only.
 *
 * @module quarterhour/modes
 */

export type * from "../model/mode.js";
export {
  ALL_PROFILES,
  cycling,
  driving,
  electricCycling,
  pushchairWalking,
  wheelchairRolling,
} from "../standards/wheeled-profiles.js";
export { bicycle } from "./modes/bicycle.js";
export { car } from "./modes/car.js";
export { modesFor, OTHER_MODES } from "./modes/other-modes.js";
export { pushchair } from "./modes/pushchair.js";
export { walking } from "./modes/walking.js";
export { wheelchair } from "./modes/wheelchair.js";
export { type ElevationOptions, onSlopes, withElevation } from "./modes/with-elevation.js";
