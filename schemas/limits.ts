// What types cannot say: limits of numbers and texts, by the definition and its property. What depends on other fields (an id that must be
// among others) no schema says; the library checks it.

import type { JsonObject } from "../src/base/json-object.js";
import { MAX_NEAREST_COUNT } from "../src/model/travel.js";
import { MAX_WEIGHT } from "../src/standards/validate-scoring.js";

const SHARE = { minimum: 0, maximum: 1 };
const SCORE = { minimum: 0, maximum: 100 };
const NOT_NEGATIVE = { minimum: 0 };
const COUNT = { type: "integer", minimum: 0 };
const MORE_THAN_0 = { exclusiveMinimum: 0 };
const NEEDED = { type: "integer", minimum: 1, maximum: MAX_NEAREST_COUNT };
const WEIGHT = { minimum: 0, maximum: MAX_WEIGHT };
const ID = { minLength: 1 };
/** Empty cells of a GIS are nothing; other columns are refused. */
const GIS_COLUMNS = { additionalProperties: { type: "null" } };

/** What is drawn runs on past the antimeridian; what is edited lies on Earth. */
export const EDIT_LIMITS: Readonly<Record<string, JsonObject>> = { LonLat: onEarth() };

/** Limits by definition; `Definition.property`: of a property. A definition that a schema does not have is passed over. */
export const LIMITS: Readonly<Record<string, JsonObject>> = {
  CountryCode: { pattern: "^[A-Z]{2}$" },
  // standards
  Threshold: { minProperties: 1 },
  "Threshold.time": MORE_THAN_0,
  "Threshold.network": MORE_THAN_0,
  "Threshold.straight": MORE_THAN_0,
  "RequirementAlternative.count": NEEDED,
  "Requirement.count": NEEDED,
  "Requirement.edition": { pattern: "^\\d{4}(-\\d\\d){0,2}$" },
  "Scoring.weights.mandatory": WEIGHT,
  "Scoring.weights.optional": WEIGHT,
  "Scoring.weights.label": WEIGHT,
  SavedStandard: { dependencies: { grades: ["scoring"], gradeCapWhenMissing: ["grades"] } },
  "SavedStandard.missingBelowShare": SHARE,
  "SavedStandard.sliverBelowShare": SHARE,
  "SavedStandard.grades": { minItems: 1 },
  "Grade.minScore": NOT_NEGATIVE,
  // edits
  "Edit.id": ID,
  "Edit.categories": { minItems: 1 },
  "Edit.coordinates": { minItems: 2 },
  Place: onEarth(),
  EditId: ID,
  "AddFacilityProperties.categories": { minItems: 1, minLength: 1 },
  "PlainLine.coordinates": { minItems: 2 },
  TagsAsText: { pattern: "^\\s*\\{" },
  AddFacilityProperties: GIS_COLUMNS,
  MoveFacilityProperties: GIS_COLUMNS,
  CloseFacilityProperties: GIS_COLUMNS,
  AddStreetProperties: GIS_COLUMNS,
  CloseStreetProperties: GIS_COLUMNS,
  // what a GIS writes besides: names, coordinate systems, boxes
  EditCollection: { additionalProperties: {} },
  AddFacilityFeature: { additionalProperties: {} },
  MoveFacilityFeature: { additionalProperties: {} },
  CloseFacilityFeature: { additionalProperties: {} },
  AddStreetFeature: { additionalProperties: {} },
  CloseStreetFeature: { additionalProperties: {} },
  PlainPoint: { additionalProperties: {} },
  PlainLine: { additionalProperties: {} },
  // reports
  "Share.share": SHARE,
  "Share.covered": NOT_NEGATIVE,
  "Share.total": NOT_NEGATIVE,
  "Share.unknown": NOT_NEGATIVE,
  "CircleCoverage.score": SCORE,
  "CircleCoverage.scoreCeiling": SCORE,
  "ServicesInReach.value": NOT_NEGATIVE,
  "ServicesInReach.of": COUNT,
  "AreaCoverage.knownShare": SHARE,
  "NeighborhoodCoverage.knownShare": SHARE,
  "AreaCoverage.population": NOT_NEGATIVE,
  "NeighborhoodCoverage.population": NOT_NEGATIVE,
  "OriginSummary.count": COUNT,
  "LayerCounts.given": COUNT,
  "LayerCounts.used": COUNT,
  "SavedDiagnostic.count": COUNT,
  "RequirementSummary.facilityCount": COUNT,
  "RequirementSummary.ambiguousCount": COUNT,
  "RequirementSummary.count": NEEDED,
  "AlternativeSummary.count": NEEDED,
  "StandardSummary.missingBelowShare": SHARE,
  "StandardSummary.sliverBelowShare": SHARE,
  "Step.shareBefore": SHARE,
  "Step.shareAfter": SHARE,
  // manifests
  "FileFingerprint.sha256": { pattern: "^[0-9a-f]{64}$" },
  "WrittenFile.sha256": { pattern: "^[0-9a-f]{64}$" },
};

function onEarth(): JsonObject {
  const items = [
    { type: "number", minimum: -180, maximum: 180 },
    { type: "number", minimum: -90, maximum: 90 },
  ];
  return { items, maxItems: undefined };
}
