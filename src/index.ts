// The public front door: re-exports only.

export {
  type CoverageOptions,
  type CoveragesOptions,
  computeCoverage,
  computeCoverages,
} from "./assess/compute-coverage.js";
export type { EdgeIndex } from "./attach/edge-index.js";
export { buildModeNetwork, type ModeNetwork } from "./attach/mode-network.js";
export type { Attachment } from "./attach/nearest-edge.js";
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
export { loadCity } from "./city/load-city.js";
export { prepareCity } from "./city/prepare-city.js";
export { PreparedCity } from "./city/prepared-city.js";
export { saveCity } from "./city/save-city.js";
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
} from "./compare/compare-reports.js";
export { toComparisonText } from "./compare/to-comparison-text.js";
export { buildClassifier, type Classification } from "./facilities/classify.js";
export { FacilityIndex, type FoundFacility, type NearestFacilityOptions } from "./facilities/facility-index.js";
export { type SelectedFacilities, selectFacilities } from "./facilities/select-facilities.js";
export { toWgs84 } from "./geo/datums.js";
export { distanceMeters } from "./geo/distance.js";
export { findIslands, type Islands } from "./graph/islands.js";
export { type NearestSource, nearestSource } from "./graph/nearest-source.js";
export { arcCostBothWays, buildNetworkFromEdges, type Network, type NetworkColumns } from "./graph/network.js";
export { NodesWithin } from "./graph/nodes-within.js";
export { buildSearchGraph, type SearchGraph } from "./graph/search-graph.js";
export { buildHierarchy } from "./hierarchy/build-hierarchy.js";
export { type CountedSource, CountingSearch } from "./hierarchy/counting-search.js";
export type { Hierarchy } from "./hierarchy/hierarchy.js";
export { HierarchySearch, type LabelColumn, type RankedColumn, rankedAt } from "./hierarchy/hierarchy-search.js";
export type { ColumnSeeds, Leaves, Seeds } from "./hierarchy/leaves.js";
export { makeKernels, makePlainKernels } from "./hierarchy/make-kernels.js";
export type { IsochroneStart } from "./isochrones/find-starts.js";
export {
  type Isochrone,
  type IsochroneLines,
  type IsochronePolygon,
  toIsochroneCollection,
} from "./isochrones/isochrone-features.js";
export type { IsochroneOptions } from "./isochrones/isochrone-request.js";
export { isochronePolygons, isochrones } from "./isochrones/isochrones.js";
export type { MapCity } from "./maps/map-city.js";
export { completeness } from "./measures/completeness.js";
export { slowestNeed } from "./measures/slowest-need.js";
export type * from "./model/facts.js";
export type * from "./model/input.js";
export type * from "./model/measure.js";
export type * from "./model/report.js";
export type * from "./model/standard.js";
export type * from "./model/travel.js";
export { NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "./model/travel.js";
export { type HtmlOptions, toHtml } from "./page/to-html.js";
export { readGeoJsonText } from "./read/parse-geojson-text.js";
export { readFacilities } from "./read/read-facilities.js";
export { readNeighborhoods } from "./read/read-neighborhoods.js";
export type { ReadOptions } from "./read/read-options.js";
export { readPopulation } from "./read/read-population.js";
export { readStreets } from "./read/read-streets.js";
export { toDiagnosticText } from "./report/to-diagnostic-text.js";
export { toErrorText } from "./report/to-error-text.js";
export { toMarkdown } from "./report/to-markdown.js";
export { toText } from "./report/to-text.js";
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
export { type ArcAccess, findArcAccess } from "./streets/arc-access.js";
export { type BuiltNetwork, buildNetwork } from "./streets/build-network.js";
export { MODES } from "./streets/modes/modes.js";
export { walking } from "./streets/modes/walking.js";
export { type WeighedStreets, weighInMeters, weighInSeconds } from "./streets/weigh.js";
export { toCsv } from "./tables/to-csv.js";
export { toCsvt } from "./tables/to-csvt.js";
export { toGeoJson } from "./tables/to-geojson.js";
export { type GivenCost, type GivenCostsOptions, givenCosts } from "./travel/given-costs.js";
export { costTo, facilityTo } from "./travel/nearest-table.js";
export { onNetwork } from "./travel/on-network.js";
export { type StraightLineOptions, straightLine } from "./travel/straight-line.js";
export { travelCityFor } from "./travel/travel-city.js";
export type { CityStreets, PreparedTravel, TravelCity, TravelModel } from "./travel/travel-model.js";
