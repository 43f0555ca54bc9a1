/**
 * The door `quarterhour/standards`: what is asked of a place, and who asks. Re-exports only.
 *
 * @module quarterhour/standards
 */

export { categories } from "./categories.js";
export { chengduFourCircles } from "./chengdu-four-circles.js";
export { fifteenMinuteCity } from "./fifteen-minute-city.js";
export { STANDARDS } from "./standards.js";
export { briskWalking, childWalking, elderlyWalking, PROFILES, standardWalking } from "./travel-profiles.js";
export { validateStandard } from "./validate-standard.js";
