// The public front door: re-exports only.

export { type CoverageOptions, computeCoverage } from "./compute-coverage.js";
export { completeness } from "./coverage/completeness.js";
export { slowestNeed } from "./coverage/slowest-need.js";
export type { DiagnosticCode } from "./diagnostic-texts.js";
export type { Diagnostic } from "./diagnostics.js";
export {
  CoverageError,
  type CoverageErrorCode,
  type CoverageErrorDetails,
  type ErrorPhrase,
  type ErrorText,
  type ErrorValue,
} from "./errors.js";
export { buildClassifier, type Classification } from "./facilities/classify.js";
export { FacilityIndex, type FoundFacility, type NearestFacilityOptions } from "./facilities/facility-index.js";
export { type SelectedFacilities, selectFacilities } from "./facilities/select-facilities.js";
export { toWgs84 } from "./geo/datums.js";
export { distanceMeters } from "./geo/distance.js";
export { buildHierarchy } from "./hierarchy/build-hierarchy.js";
export { type CountedSource, CountingSearch } from "./hierarchy/counting-search.js";
export type { Hierarchy } from "./hierarchy/hierarchy.js";
export { HierarchySearch, type LabelColumn, type RankedColumn, rankedAt } from "./hierarchy/hierarchy-search.js";
export type { ColumnSeeds, Leaves, Seeds } from "./hierarchy/leaves.js";
export { makeKernels, makePlainKernels } from "./hierarchy/make-kernels.js";
export {
  type Isochrone,
  type IsochroneLines,
  type IsochroneOptions,
  type IsochronePolygon,
  type IsochroneStart,
  isochronePolygons,
  isochrones,
  toIsochroneCollection,
} from "./isochrones.js";
export type * from "./model.js";
export { NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "./model.js";
export { type BuiltNetwork, buildNetwork } from "./network/build-network.js";
export type { EdgeIndex } from "./network/edge-index.js";
export { type FootAccess, footAccess } from "./network/foot-access.js";
export { findIslands, type Islands } from "./network/islands.js";
export type { Attachment } from "./network/nearest-edge.js";
export { type NearestSource, nearestSource } from "./network/nearest-source.js";
export { arcCostBothWays, buildNetworkFromEdges, type Network, type NetworkColumns } from "./network/network.js";
export { NodesWithin } from "./network/nodes-within.js";
export { buildSearchGraph, type SearchGraph } from "./network/search-graph.js";
export { buildWalkNetwork, type WalkNetwork } from "./network/walk-network.js";
export { findWalkableArcs, weighInMeters, weighInSeconds } from "./network/weigh.js";
export { type HtmlOptions, toHtml } from "./page/to-html.js";
export { PreparedCity, prepareCity } from "./prepare-city.js";
export { readGeoJsonText } from "./read/parse-geojson-text.js";
export { readFacilities } from "./read/read-facilities.js";
export { readNeighborhoods } from "./read/read-neighborhoods.js";
export type { ReadOptions } from "./read/read-options.js";
export { readPopulation } from "./read/read-population.js";
export { readStreets } from "./read/read-streets.js";
export {
  type AreaComparison,
  type Change,
  type CircleComparison,
  compareReports,
  type MethodChange,
  type NeighborhoodComparison,
  type OnlyInOne,
  type ReportComparison,
  type RequirementComparison,
} from "./report/compare-reports.js";
export type { MapCity } from "./report/map-city.js";
export { toComparisonText } from "./report/to-comparison-text.js";
export { toCSV } from "./report/to-csv.js";
export { toCSVT } from "./report/to-csvt.js";
export { toErrorText } from "./report/to-error-text.js";
export { toGeoJSON } from "./report/to-geojson.js";
export { toMarkdown } from "./report/to-markdown.js";
export { toText } from "./report/to-text.js";
export { loadCity } from "./save/load-city.js";
export { saveCity } from "./save/save-city.js";
export type { NewFacility } from "./scenarios/check-scenario.js";
export type { NewStreet } from "./scenarios/edit-streets.js";
export { openScenario, type ScenarioOptions } from "./scenarios/open-scenario.js";
export type { Scenario } from "./scenarios/scenario.js";
export { categories } from "./standards/categories.js";
export { chengduFourCircles } from "./standards/chengdu-four-circles.js";
export {
  briskAdultWalking,
  childWalking,
  elderlyWalking,
  standardWalking,
  travelProfiles,
} from "./standards/travel-profiles.js";
export { validateStandard } from "./standards/validate-standard.js";
export { type GivenCost, type GivenCostsOptions, givenCosts } from "./travel/given-costs.js";
export { costTo, facilityTo } from "./travel/nearest-table.js";
export { onNetwork } from "./travel/on-network.js";
export { type StraightLineOptions, straightLine } from "./travel/straight-line.js";
export type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "./travel/travel-model.js";
export type * from "./units.js";
export { kilometersPerHour, minutes } from "./units.js";
