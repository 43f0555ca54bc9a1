/**
 * The door `quarterhour/facilities`: which category a place is of, and which one is nearest in a straight line. Re-exports only.
 *
 * @module quarterhour/facilities
 */

export { buildClassifier, type Classification, type Classifier, type ClassifierOptions } from "./classify.js";
export { FacilityIndex, type FoundFacility, type NearestFacilityOptions } from "./facility-index.js";
export { type SelectedFacilities, type SelectOptions, selectFacilities } from "./select-facilities.js";
