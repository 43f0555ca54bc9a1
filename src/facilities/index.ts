// The door `quarterhour/facilities`: which category a place is of, and which one is nearest in a straight line. Re-exports only.

export { buildClassifier, type Classification } from "./classify.js";
export { FacilityIndex, type FoundFacility, type NearestFacilityOptions } from "./facility-index.js";
export { type SelectedFacilities, selectFacilities } from "./select-facilities.js";
