import * as charts from "../../src/charts/index.js";
import * as explain from "../../src/explain/index.js";
import * as facilities from "../../src/facilities/index.js";
import * as geo from "../../src/geo/index.js";
import * as front from "../../src/index.js";
import * as inequality from "../../src/inequality/index.js";
import * as maps from "../../src/maps/index.js";
import * as measures from "../../src/measures/index.js";
import * as notebook from "../../src/notebook/index.js";
import * as partitions from "../../src/partitions/index.js";
import * as read from "../../src/read/index.js";
import * as standards from "../../src/standards/index.js";
import * as streetModes from "../../src/streets/index.js";
import * as tables from "../../src/tables/index.js";
import { cityWith, X, Y } from "./hostile-city.js";

/** A function of a door, and arguments that it takes: with every option, so that each can be spoiled. */
export interface Call {
  readonly run: (...args: readonly unknown[]) => unknown;
  readonly args: () => readonly unknown[] | Promise<readonly unknown[]>;
}

const input = () => cityWith();
const city = front.prepareCity(input());
const report = front.computeCoverage(city);
const place = [X, Y] as const;
const { neighborhoods, facilities: facilityLayer, streets } = input() as unknown as Record<string, unknown>;
const questionOptions = {
  standard: front.chengduFourCircles,
  profile: front.standardWalking,
  travel: [front.onNetwork()],
  measures: [measures.completeness(900)],
  knownCategories: ["pharmacy"],
  about: { place: "Town" },
};
const partitioned = () => partitions.planPartitions(city, { nodes: 1e6 });
const readOptions = { datum: "wgs84", properties: {}, repair: "report" };
const planned = { id: "new", name: "New", categories: ["pharmacy"], location: place };

const OSM = `<osm version="0.6"><node id="1" lat="30.66" lon="104.06"/><node id="2" lat="30.67" lon="104.06"/>
  <way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way></osm>`;

function call(run: unknown, args: Call["args"]): Call {
  return { run: run as Call["run"], args };
}

/** By name. */
function nearestOptions() {
  return { id: "mine", label: { zh: "一", en: "one" }, unit: "seconds" as const, categories: ["pharmacy"] };
}
function reachOptions() {
  return { ...nearestOptions(), cutoff: 900, supply: "beds", missingSupply: "unknown" as const };
}

export const CALLS: Readonly<Record<string, Call>> = {
  // the front door
  prepareCity: call(front.prepareCity, () => [
    input(),
    {
      ...{ standard: front.chengduFourCircles, datum: {}, properties: {}, repair: "report", classification: "strict" },
      ...{ originSpacingMeters: 100, smallFragmentMeters: 500, joinStreetsMeters: 0, country: "CN", on: "2026-01-01" },
      onProgress: () => undefined,
    },
  ]),
  computeCoverage: call(front.computeCoverage, () => [input(), { ...questionOptions, onProgress: () => undefined }]),
  "computeCoverage of a prepared city": call(front.computeCoverage, () => [city, questionOptions]),
  computeCoverages: call(front.computeCoverages, () => [
    input(),
    {
      ...{ standards: [front.chengduFourCircles], profiles: [front.standardWalking], travel: [front.onNetwork()] },
      ...{ measures: [], onProgress: () => undefined },
    },
  ]),
  computeTravelTimes: call(front.computeTravelTimes, () => [
    city,
    {
      from: "origins",
      to: "neighborhoods",
      profile: front.standardWalking,
      travel: [front.onNetwork()],
      cutoffSeconds: 900,
    },
  ]),
  findNearest: call(front.findNearest, () => [
    city,
    { location: place },
    { standard: front.chengduFourCircles, profile: front.standardWalking, travel: [front.onNetwork()] },
  ]),
  hexagonNeighborhoods: call(front.hexagonNeighborhoods, () => [
    { facilities: facilityLayer, streets },
    { resolution: 8 },
  ]),
  loadCity: call(front.loadCity, () => [front.saveCity(city), { modes: [] }]),
  saveCity: call(front.saveCity, () => [city]),
  compareReports: call(front.compareReports, () => [report, report]),
  toComparisonText: call(front.toComparisonText, () => [
    front.compareReports(report, report),
    { locale: "en", surface: "library", width: 80 },
  ]),
  isochrones: call(front.isochrones, () => [city, { location: place }, [300], { profile: front.standardWalking }]),
  isochronePolygons: call(front.isochronePolygons, () => [
    city,
    [{ location: place }],
    [300],
    { profile: front.standardWalking },
  ]),
  toIsochroneCollection: call(front.toIsochroneCollection, () => [front.isochrones(city, { location: place }, [300])]),
  toHtml: call(front.toHtml, () => [
    report,
    city,
    { locale: "en", whatIf: "never", attribution: "©", surface: "library" },
  ]),
  toDiagnosticText: call(front.toDiagnosticText, () => [report.diagnostics[0], "en", "library"]),
  toErrorText: call(front.toErrorText, () => [
    new front.CoverageError("INVALID_ARGUMENT", { id: "x", text: "x", values: {} }),
    "en",
  ]),
  toMarkdown: call(front.toMarkdown, () => [report, { locale: "en", surface: "library" }]),
  toText: call(front.toText, () => [report, { locale: "en", surface: "library", width: 90 }]),
  toCsv: call(front.toCsv, () => [report, { locale: "en" }]),
  toGeoJson: call(front.toGeoJson, () => [report, city.neighborhoods]),
  openScenario: call(front.openScenario, () => [city, questionOptions]),
  bestSteps: call(front.bestSteps, () => [city, report]),
  withSteps: call(front.withSteps, () => [report, []]),
  planPartitions: call(partitions.planPartitions, () => {
    const { measures: _, ...asked } = questionOptions;
    return [city, { ...asked, by: "size", nodes: 100 }];
  }),
  runPartition: call(partitions.runPartition, () => [partitioned().cut("1"), { modes: [] }]),
  mergePartitions: call(partitions.mergePartitions, () => {
    const { plan, cut } = partitioned();
    return [plan, plan.partitions.map(({ id }) => partitions.runPartition(cut(id)))];
  }),
  mergeGroups: call(partitions.mergeGroups, () => {
    const { plan, cut } = partitioned();
    return [plan, plan.partitions.map(({ id }) => partitions.runPartition(cut(id))), () => "all"];
  }),
  compareStandards: call(explain.compareStandards, () => [[report, report]]),
  findReasons: call(explain.findReasons, () => [city, report, { travel: [front.onNetwork()] }]),
  withReasons: call(explain.withReasons, () => [report, []]),
  computeSensitivity: call(explain.computeSensitivity, () => [
    city,
    report,
    { travel: [front.onNetwork()], factor: 1.5, loss: 0.5, draws: 1, seed: 2, lattices: [{ meters: 100, city }] },
  ]),
  withSensitivity: call(explain.withSensitivity, () => [report, { runs: [], services: null, circles: {}, seed: 1 }]),
  toStandardsText: call(explain.toStandardsText, () => [
    explain.compareStandards([report, report]),
    { locale: "en", surface: "library", width: 80 },
  ]),
  toEditFeatures: call(front.toEditFeatures, () => [[{ edit: "closeFacility", id: "s" }], () => null]),
  applyEdits: call(front.applyEdits, () => [front.openScenario(city), [{ edit: "closeFacility", id: "s" }]]),
  "Scenario.addFacility": call(
    (facility: never) => front.openScenario(city).addFacility(facility),
    () => [planned],
  ),
  "Scenario.moveFacility": call(
    (id: never, to: never) => front.openScenario(city).moveFacility(id, to),
    () => ["s", place],
  ),
  "Scenario.closeFacility": call(
    (id: never) => front.openScenario(city).closeFacility(id),
    () => ["s"],
  ),
  "Scenario.addStreet": call(
    (street: never) => front.openScenario(city).addStreet(street),
    () => [{ id: "n", coordinates: [place, [X + 0.001, Y]], tags: { highway: "footway" } }],
  ),
  "Scenario.closeStreet": call(
    (id: never) => front.openScenario(city).closeStreet(id),
    () => ["w"],
  ),
  withOpportunities: call(read.withOpportunities, () => [
    read.readFacilities([]),
    { type: "Feature", properties: { jobs: 1 }, geometry: { type: "Point", coordinates: [X, Y] } },
    { property: "jobs", categoryProperty: "category" },
  ]),
  withOpeningHours: call(read.withOpeningHours, () => [
    facilityLayer,
    { openAt: "We 10:00", country: "CN", unknownHours: "open" },
  ]),
  onSlopes: call(streetModes.onSlopes, () => [front.standardWalking, "tobler"]),
  withElevation: call(streetModes.withElevation, () => [
    streetModes.walking,
    {
      ...{ columnCount: 2, rowCount: 2, meters: new Float32Array(4) },
      ...{ lon: Float64Array.of(0, 1, 0, 1), lat: Float64Array.of(1, 1, 0, 0) },
    },
    { steepest: 0.1 },
  ]),
  modesFor: call(streetModes.modesFor, () => [[{ mode: "bicycle" }]]),
  profileRows: call(tables.profileRows, () => [[report], { locale: "en" }]),
  toProfilesCsv: call(tables.toProfilesCsv, () => [[report], { locale: "en" }]),
  toProfilesMarkdown: call(tables.toProfilesMarkdown, () => [[report], { locale: "en" }]),
  toProfilesText: call(tables.toProfilesText, () => [[report], { locale: "en", width: 90 }]),
  givenCosts: call(front.givenCosts, () => [
    [{ originRow: 0, facilityId: "s", cost: 60 }],
    { unit: "seconds", label: { zh: "调查", en: "Survey" } },
  ]),
  "givenCosts, as columns": call(front.givenCosts, () => [
    { originRow: Uint32Array.of(0), facilityId: ["s"], cost: Float64Array.of(60), meters: Float64Array.of(60) },
    { unit: "seconds" },
  ]),
  onNetwork: call(front.onNetwork, () => []),
  straightLine: call(front.straightLine, () => [{ speedMetersPerSecond: 1, detourFactor: 1.3 }]),
  kilometersPerHour: call(front.kilometersPerHour, () => [3.6]),
  minutes: call(front.minutes, () => [15]),
  // readers
  readGeoJsonText: call(read.readGeoJsonText, () => [JSON.stringify(facilityLayer), "file"]),
  readBarriers: call(read.readBarriers, () => [neighborhoods, readOptions]),
  readJobs: call(read.readJobs, () => [
    { type: "Feature", properties: { jobs: 5 }, geometry: { type: "Point", coordinates: place } },
    readOptions,
  ]),
  readLandUse: call(read.readLandUse, () => [neighborhoods, readOptions]),
  readBuildings: call(read.readBuildings, () => [neighborhoods, readOptions]),
  readFacilities: call(read.readFacilities, () => [facilityLayer, readOptions]),
  spreadByFloorArea: call(read.spreadByFloorArea, () => [
    read.readNeighborhoods(neighborhoods as never),
    { type: "FeatureCollection", features: [] },
  ]),
  readNeighborhoods: call(read.readNeighborhoods, () => [neighborhoods, readOptions]),
  readPopulation: call(read.readPopulation, () => [
    {
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { population: 5 }, geometry: { type: "Point", coordinates: [X, Y] } }],
    },
    readOptions,
  ]),
  // files of other formats
  readCsv: call(read.readCsv, () => ["name,lon,lat\na,104.06,30.66", { path: "x.csv", datum: "wgs84" }]),
  readOsm: call(read.readOsm, () => [new TextEncoder().encode(OSM), { path: "x.osm" }]),
  readOsmXml: call(read.readOsmXml, () => [OSM, { path: "x.osm" }]),
  readLongGeoJson: call(read.readLongGeoJson, () => [new TextEncoder().encode(JSON.stringify(streets)), "x"]),
  openProjection: call(read.openProjection, () => ["EPSG:4544", "blocks.geojson"]),
  reproject: call(read.reproject, async () => [
    neighborhoods,
    await read.openProjection("EPSG:4326", "x"),
    { path: "x" },
  ]),
  checkCity: call(front.checkCity, () => [
    input(),
    { profile: front.standardWalking, travel: [front.onNetwork()], onProgress: () => undefined },
  ]),
  readStreets: call(read.readStreets, () => [streets, { ...readOptions, tagKeys: ["highway"], referenceLon: 0 }]),
  // what counts as what
  buildClassifier: call(facilities.buildClassifier, () => [
    city.standard.categories,
    { loose: true, on: "2026-01-01" },
  ]),
  selectFacilities: call(facilities.selectFacilities, () => [
    front.PreparedCity.parts(city).city.records.rows,
    city.standard.categories,
    { loose: true, categoryProperty: "category", on: "2026-01-01" },
  ]),
  FacilityIndex: call(
    (rows: never) => new facilities.FacilityIndex(rows),
    () => [city.facilities],
  ),
  "FacilityIndex.nearest": call(
    (at: never, count: never, options: never) =>
      new facilities.FacilityIndex(city.facilities).nearest(at, count, options),
    () => [place, 1, { category: "pharmacy", maxMeters: 500 }],
  ),
  "FacilityIndex.within": call(
    (at: never, meters: never, options: never) =>
      new facilities.FacilityIndex(city.facilities).within(at, meters, options),
    () => [place, 500, { category: "pharmacy" }],
  ),
  toWgs84: call(geo.toWgs84, () => ["gcj02", place]),
  validateStandard: call(standards.validateStandard, () => [front.chengduFourCircles]),
  withCategory: call(standards.withCategory, () => [
    front.chengduFourCircles,
    { id: "jobs", label: { zh: "岗位", en: "Jobs" } },
  ]),
  withMinutes: call(standards.withMinutes, () => [front.chengduFourCircles, 10]),
  // measures
  completeness: call(measures.completeness, () => [900]),
  gravity: call(measures.gravity, () => [600, { cutoffSeconds: 1200 }]),
  slowestNeed: call(measures.slowestNeed, () => [900, nearestOptions()]),
  costToNearest: call(measures.costToNearest, () => [900, nearestOptions()]),
  proximityTime: call(measures.proximityTime, () => [3, 900, nearestOptions()]),
  cumulative: call(measures.cumulative, () => [900, reachOptions()]),
  cumulativeInterval: call(measures.cumulativeInterval, () => [
    300,
    900,
    { ...reachOptions(), every: 60, cutToWhole: true },
  ]),
  costToAmount: call(measures.costToAmount, () => [3, reachOptions()]),
  costToPlace: call(measures.costToPlace, () => [3, reachOptions()]),
  balancingCost: call(measures.balancingCost, () => [{ ...reachOptions(), every: 60, when: "equals" }]),
  diversity: call(measures.diversity, () => [900, { ...reachOptions(), index: "hill1" }]),
  twoStep: call(measures.twoStep, () => [measures.step(900), reachOptions()]),
  modifiedTwoStep: call(measures.modifiedTwoStep, () => [measures.step(900), reachOptions()]),
  threeStep: call(measures.threeStep, () => [measures.step(900), { ...reachOptions(), among: "all" }]),
  balanced: call(measures.balanced, () => [measures.step(900), { ...reachOptions(), among: "supplied" }]),
  spatialAvailability: call(measures.spatialAvailability, () => [measures.step(900), { ...reachOptions(), alpha: 1 }]),
  raam: call(measures.raam, () => [{ ...reachOptions(), tau: 600, cycles: 100 }]),
  perThousand: call(measures.perThousand, () => ["beds", reachOptions()]),
  readMeasure: call(measures.readMeasure, () => ["nearest:of=pharmacy"]),
  shareWithin: call(measures.shareWithin, () => [900]),
  step: call(measures.step, () => [900]),
  zones: call(measures.zones, () => [[{ upTo: 600, weight: 1 }], "inner"]),
  linear: call(measures.linear, () => [900]),
  linearBand: call(measures.linearBand, () => [900, 300]),
  exponential: call(measures.exponential, () => [0.01]),
  halfLife: call(measures.halfLife, () => [300]),
  logistic: call(measures.logistic, () => [900, 300]),
  logisticRaw: call(measures.logisticRaw, () => [900, 300]),
  soft: call(measures.soft, () => [900, 5]),
  gaussian: call(measures.gaussian, () => [900]),
  gaussianTruncated: call(measures.gaussianTruncated, () => [900]),
  gaussianBeyond: call(measures.gaussianBeyond, () => [900, 90_000]),
  inversePower: call(measures.inversePower, () => [1.5, 60]),
  decayBy: call(measures.decayBy, () => ["mine", () => 1, 900]),
  equityStatistics: call(inequality.equityStatistics, () => ["burden"]),
  withEquity: call(inequality.withEquity, () => [measures.completeness(900)]),
  equity: call(inequality.equity, () => [
    Float64Array.of(1, 3),
    Float64Array.of(1, 2),
    {
      ...{ direction: "benefit", rank: Float64Array.of(5, 6), groups: ["a", null], ties: "byId", bounds: [0, 4] },
      ...{ lines: [2], atkinson: [1], epsilon: 1, kappa: 0.1, percentiles: [0.5] },
    },
  ]),
  // tables, maps, notebooks
  toCsvt: call(tables.toCsvt, () => [report]),
  toDataDictionary: call(tables.toDataDictionary, () => [report]),
  rows: call(tables.rows, () => [report, { locale: "en" }]),
  measureOrigins: call(tables.measureOrigins, () => [city, questionOptions]),
  toMeasuresCsv: call(tables.toMeasuresCsv, () => [report, { locale: "en" }]),
  toHexagonGeoJson: call(tables.toHexagonGeoJson, () => [
    tables.measureOrigins(city, questionOptions),
    { resolution: 9 },
  ]),
  toGeoTiff: call(tables.toGeoTiff, () => [tables.measureOrigins(city, questionOptions), { cellMeters: 100 }]),
  toOriginParquet: call(tables.toOriginParquet, () => [tables.measureOrigins(city, questionOptions)]),
  toLongCsv: call(tables.toLongCsv, () => [report, { locale: "en" }]),
  toLongParquet: call(tables.toLongParquet, () => [report, { locale: "en" }]),
  toGeoPackage: call(tables.toGeoPackage, () => [report, city, { locale: "en" }]),
  toGeoParquet: call(tables.toGeoParquet, () => [report, city]),
  toXlsx: call(tables.toXlsx, () => [report, { locale: "en", surface: "library" }]),
  toMapSvg: call(maps.toMapSvg, () => [
    report,
    city,
    { locale: "en", circle: "convenience", date: "2026-01-01", attribution: "©", width: 600 },
  ]),
  toHistogram: call(charts.toHistogram, () => [report, { city, locale: "en", title: "T", of: "everydayServices" }]),
  toLorenz: call(charts.toLorenz, () => [report, { city, locale: "en", title: "T" }]),
  toCircleStrips: call(charts.toCircleStrips, () => [report, { locale: "en", title: "T" }]),
  toRanking: call(charts.toRanking, () => [
    report,
    { locale: "en", title: "T", by: "neighborhoods", of: "convenience", count: 3 },
  ]),
  toNeighborhoodIsochrones: call(maps.toNeighborhoodIsochrones, () => [report, city, [300]]),
  toMimeBundle: call(notebook.toMimeBundle, () => [
    report,
    { city, locale: "en", surface: "library", whatIf: "never" },
  ]),
};

/** Readers of binary files: no bytes of theirs stand here, so every call is refused. */
export const REFUSING: Readonly<Record<string, (...args: readonly never[]) => unknown>> = {
  readXlsx: read.readXlsx,
  readShapefile: read.readShapefile,
  readGeoPackage: read.readGeoPackage,
  readFlatGeobuf: read.readFlatGeobuf,
  readGeoParquet: read.readGeoParquet,
  readPopulationRaster: read.readPopulationRaster,
  readElevation: read.readElevation,
  readOsmPbf: read.readOsmPbf,
};

/** Functions that the test does not call, and why. */
export const NOT_CALLED: readonly string[] = [
  // made by others, or of no argument
  ..."CoverageError PreparedCity findMapDrawing".split(" "),
  // need a browser, threads, a package or the disk: each has tests of its own
  ..."display view openPool toMapPng readGeoJsonFile writeOutputs readInWorker".split(" "),
  // take a table and row numbers, once per cell: they look through no argument
  ..."distanceMeters costTo facilityTo secondQuantityTo eachPair fillReach travelCityFor rankedAt reachMeasure".split(
    " ",
  ),
];
