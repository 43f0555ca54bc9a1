// The door `quarterhour/standards`: what is asked of a place, and who asks. Re-exports only.

export { categories } from "./categories.js";
export { chengduFourCircles } from "./chengdu-four-circles.js";
export {
  briskAdultWalking,
  childWalking,
  elderlyWalking,
  standardWalking,
  travelProfiles,
} from "./travel-profiles.js";
export { validateStandard } from "./validate-standard.js";
