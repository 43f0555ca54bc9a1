/**
 * The front door: what planners and app developers call. Re-exports only. What is for those who build with parts of the library
 * stands behind doors of its own, the index.ts of a room: package.json lists them.
 *
 * @module quarterhour
 */

export { type CheckOptions, type CityCheck, checkCity } from "./assess/check-city.js";
export {
  type CoverageOptions,
  type CoveragesOptions,
  computeCoverage,
  computeCoverages,
} from "./assess/compute-coverage.js";
export { computeTravelTimes, type TravelTimes, type TravelTimesOptions } from "./assess/compute-travel-times.js";
export { findNearest, type NearestOfCategory, type NearestOptions, type NotFound } from "./assess/find-nearest.js";
export type { TripPlaces } from "./assess/trip-places.js";
export type { TripStart } from "./assess/trip-start.js";
export type { AttachedFacilities } from "./attach/attach-facilities.js";
export type { AttachedOrigins, OriginsAtNodes } from "./attach/attach-origins.js";
export type { Diagnostic } from "./base/diagnostics.js";
export {
  CoverageError,
  type CoverageErrorCode,
  type CoverageErrorDetails,
} from "./base/errors.js";
export type * from "./base/layers.js";
export type { DiagnosticCode } from "./base/texts/findings.js";
export type { Phrase, PhraseValue } from "./base/texts/phrase.js";
export type { Surface } from "./base/texts/surfaces.js";
export type * from "./base/units.js";
export { kilometersPerHour, minutes } from "./base/units.js";
export type * from "./base/words.js";
export { type HexagonOptions, hexagonNeighborhoods } from "./city/hexagon-neighborhoods.js";
export { type LoadOptions, loadCity } from "./city/load-city.js";
export type { NamedIsland } from "./city/name-islands.js";
export { prepareCity } from "./city/prepare-city.js";
export { PreparedCity } from "./city/prepared-city.js";
export { saveCity } from "./city/save-city.js";
export { compareReports } from "./compare/compare-reports.js";
export type {
  AreaComparison,
  Change,
  CircleComparison,
  MethodChange,
  NeighborhoodComparison,
  OnlyInOne,
  ReportComparison,
  RequirementComparison,
} from "./compare/comparison.js";
export { toComparisonText } from "./compare/to-comparison-text.js";
export type { Bounds } from "./geo/bounds.js";
export type { IsochroneStart } from "./isochrones/find-starts.js";
export {
  type Isochrone,
  type IsochroneGround,
  type IsochroneLines,
  type IsochronePolygon,
  toIsochroneCollection,
} from "./isochrones/isochrone-features.js";
export type { IsochroneOptions } from "./isochrones/isochrone-request.js";
export { isochronePolygons, isochrones } from "./isochrones/isochrones.js";
export type { MapCity } from "./maps/map-city.js";
export type * from "./model/facts.js";
export type * from "./model/input.js";
export type * from "./model/measure.js";
export type * from "./model/mode.js";
export type * from "./model/report.js";
export type * from "./model/report-about.js";
export type * from "./model/services.js";
export type * from "./model/standard.js";
export type * from "./model/standard-summary.js";
export type * from "./model/travel.js";
export { type HtmlOptions, toHtml } from "./page/to-html.js";
export type { Basis as CountedBy } from "./report/shortfalls.js";
export { toDiagnosticText } from "./report/to-diagnostic-text.js";
export { toErrorText } from "./report/to-error-text.js";
export { type MarkdownOptions, toMarkdown } from "./report/to-markdown.js";
export { type TextOptions, toText } from "./report/to-text.js";
export { bestSteps, withSteps } from "./scenarios/best-steps.js";
export type { NewFacility } from "./scenarios/check-scenario.js";
export type { Edit } from "./scenarios/edit.js";
export { type EditCollection, toEditFeatures } from "./scenarios/edit-features.js";
export type { NewStreet } from "./scenarios/edit-streets.js";
export { applyEdits } from "./scenarios/edits.js";
export { openScenario, type ScenarioOptions } from "./scenarios/open-scenario.js";
export type { Scenario } from "./scenarios/scenario.js";
export { chengduFourCircles } from "./standards/chengdu-four-circles.js";
export { fifteenMinuteCity } from "./standards/fifteen-minute-city.js";
export {
  briskWalking,
  childWalking,
  elderlyWalking,
  PROFILES,
  standardWalking,
} from "./standards/travel-profiles.js";
export { type CsvOptions, toCsv } from "./tables/to-csv.js";
export { type CoverageCollection, toGeoJson } from "./tables/to-geojson.js";
export type { GivenCost, GivenCostColumns } from "./travel/given-cost-columns.js";
export { type GivenCostsOptions, givenCosts } from "./travel/given-costs.js";
export { type OnNetworkOptions, onNetwork } from "./travel/on-network.js";
export { type StraightLineOptions, straightLine } from "./travel/straight-line.js";
export type { CityStreets, OneSpeed, PreparedTravel, TravelCity, TravelModel } from "./travel/travel-model.js";
