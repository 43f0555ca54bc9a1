import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { doors } from "../../tsup.config.js";
import { ROOT } from "./consumer.js";
import { readExports } from "./read-docstrings.js";

// What programs can import. Whoever adds a value to a door adds it here, and so is seen doing it.

/** What planners and app developers call: some forty values, no more. */
const FRONT_DOOR = [
  "CoverageError",
  "PROFILES",
  "PreparedCity",
  "applyEdits",
  "bestSteps",
  "briskWalking",
  "checkCity",
  "chengduFourCircles",
  "childWalking",
  "compareReports",
  "computeCoverage",
  "computeCoverages",
  "computeTravelTimes",
  "elderlyWalking",
  "fifteenMinuteCity",
  "findNearest",
  "givenCosts",
  "hexagonNeighborhoods",
  "isochronePolygons",
  "isochrones",
  "kilometersPerHour",
  "loadCity",
  "minutes",
  "onNetwork",
  "openScenario",
  "prepareCity",
  "saveCity",
  "standardWalking",
  "straightLine",
  "toComparisonText",
  "toCsv",
  "toDiagnosticText",
  "toEditFeatures",
  "toErrorText",
  "toGeoJson",
  "toHtml",
  "toIsochroneCollection",
  "toMarkdown",
  "toText",
  "withSteps",
];
/** What stands behind the other doors. */
const OTHER_DOORS: Readonly<Record<string, readonly string[]>> = {
  network: [
    "MODES",
    "NodesWithin",
    "arcCostBothWays",
    "buildModeNetwork",
    "buildNetwork",
    "buildNetworkFromEdges",
    "buildSearchGraph",
    "findArcAccess",
    "findIslands",
    "nearestSource",
    "tagKeysOf",
    "walking",
    "weighInMeters",
    "weighInSeconds",
  ],
  modes: [
    "ALL_PROFILES",
    "OTHER_MODES",
    "bicycle",
    "car",
    "cycling",
    "driving",
    "electricCycling",
    "modesFor",
    "onSlopes",
    "pushchair",
    "pushchairWalking",
    "walking",
    "wheelchair",
    "wheelchairRolling",
    "withElevation",
  ],
  read: [
    "openProjection",
    "readBarriers",
    "readBuildings",
    "readCsv",
    "readElevation",
    "readFacilities",
    "readFlatGeobuf",
    "readGeoJsonText",
    "readGeoPackage",
    "readGeoParquet",
    "readJobs",
    "readLandUse",
    "readLongGeoJson",
    "readNeighborhoods",
    "readOsm",
    "readOsmPbf",
    "readOsmXml",
    "readPopulation",
    "readPopulationRaster",
    "readShapefile",
    "readStreets",
    "readXlsx",
    "reproject",
    "spreadByFloorArea",
    "withOpeningHours",
    "withOpportunities",
  ],
  facilities: ["FacilityIndex", "buildClassifier", "selectFacilities"],
  standards: [
    "PROFILES",
    "STANDARDS",
    "briskWalking",
    "bus500m",
    "categories",
    "chengduFourCircles",
    "childWalking",
    "completeCommunity",
    "elderlyWalking",
    "embeddedServices",
    "fifteenMinuteCity",
    "gb50180",
    "gb50437",
    "ghsci",
    "leedNd",
    "melbourne",
    "mofcomQuarterHour",
    "natureCities",
    "ottawa",
    "parkCheckup",
    "parkGbt51346",
    "portland",
    "qingdao",
    "rail800m",
    "scotland",
    "sdgOpenSpace",
    "sdgTransit",
    "seoul",
    "shanghai",
    "singapore",
    "sixFunctions",
    "standardWalking",
    "suzhou",
    "tdt1062",
    "utrecht",
    "validateStandard",
    "walkScoreLike",
    "whoGreen",
    "withCategory",
    "withMinutes",
    "xMinute",
  ],
  travel: [
    "NONE_WITHIN_CUTOFF",
    "NOT_ATTACHED",
    "NO_WAY",
    "costTo",
    "eachPair",
    "facilityTo",
    "fillReach",
    "givenCosts",
    "onNetwork",
    "secondQuantityTo",
    "straightLine",
    "travelCityFor",
  ],
  measures: [
    "balanced",
    "balancingCost",
    "completeness",
    "costToAmount",
    "costToNearest",
    "costToPlace",
    "cumulative",
    "cumulativeInterval",
    "decayBy",
    "diversity",
    "exponential",
    "gaussian",
    "gaussianBeyond",
    "gaussianTruncated",
    "gravity",
    "halfLife",
    "inversePower",
    "linear",
    "linearBand",
    "logistic",
    "logisticRaw",
    "modifiedTwoStep",
    "perThousand",
    "proximityTime",
    "raam",
    "reachMeasure",
    "readMeasure",
    "shareWithin",
    "slowestNeed",
    "soft",
    "spatialAvailability",
    "step",
    "threeStep",
    "twoStep",
    "zones",
  ],
  inequality: ["equity", "equityStatistics", "withEquity"],
  hierarchy: ["CountingSearch", "HierarchySearch", "buildHierarchy", "makeKernels", "makePlainKernels", "rankedAt"],
  geo: ["distanceMeters", "toWgs84"],
  tables: [
    "measureOrigins",
    "profileRows",
    "rows",
    "toCsv",
    "toCsvt",
    "toDataDictionary",
    "toGeoJson",
    "toGeoPackage",
    "toGeoParquet",
    "toGeoTiff",
    "toHexagonGeoJson",
    "toLongCsv",
    "toLongParquet",
    "toMeasuresCsv",
    "toOriginParquet",
    "toProfilesCsv",
    "toProfilesMarkdown",
    "toProfilesText",
    "toXlsx",
  ],
  maps: ["toMapPng", "toMapSvg", "toNeighborhoodIsochrones"],
  explain: [
    "compareStandards",
    "computeSensitivity",
    "findReasons",
    "toStandardsText",
    "withReasons",
    "withSensitivity",
  ],
  charts: ["toCircleStrips", "toHistogram", "toLorenz", "toRanking"],
  notebook: ["display", "toMimeBundle", "view"],
  partition: ["mergeGroups", "mergePartitions", "planPartitions", "runPartition"],
  queue: ["submitPlan", "workOnPlan"],
  workers: ["openPool"],
  worker: [],
  node: ["findMapDrawing", "openPool", "readGeoJsonFile", "readInWorker", "toErrorText", "writeOutputs"],
};
/** Every type of GeoJSON, as `@types/geojson` names them. */
const GEOJSON_TYPES =
  "BBox Feature FeatureCollection GeoJSON GeoJsonGeometryTypes GeoJsonObject GeoJsonProperties GeoJsonTypes Geometry " +
  "GeometryCollection LineString MultiLineString MultiPoint MultiPolygon Point Polygon Position";

const exported = readExports();
/** Types left out: what a program finds when it runs. */
const valuesOf = async (door: string) => Object.keys(await import(join(ROOT, doors[door] ?? door))).sort();

describe("the doors", () => {
  test("the front door has these values, some forty", async () => {
    expect(await valuesOf("index")).toEqual(FRONT_DOOR);
    expect(FRONT_DOOR.length).toBeLessThanOrEqual(41);
  });

  test.each(Object.entries(OTHER_DOORS))("quarterhour/%s has these values", async (door, names) => {
    expect(await valuesOf(door)).toEqual(names);
  });

  test("are what the manifest says, in the same order, each with its types in both ways of finding them", () => {
    const { exports, typesVersions } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const names = [...Object.keys(doors).map((name) => (name === "index" ? "." : `./${name}`)), "./widget"];
    // files of JSON are what they are
    const [files, scripts] = [true, false].map((isFile) =>
      Object.entries(exports).filter(([name]) => name.endsWith(".json") === isFile),
    );
    for (const [name, file] of files ?? []) expect(file).toBe(name);
    const others = Object.fromEntries(scripts ?? []) as Record<string, Record<string, string>>;
    expect(Object.keys(others).sort()).toEqual(names.sort());
    expect(Object.keys(OTHER_DOORS).sort()).toEqual(
      names.filter((name) => !/^\.$|widget/.test(name)).map((name) => name.slice(2)),
    );
    for (const [name, { types, default: script }] of Object.entries(others)) {
      const file = name === "." ? "./dist/index" : `./dist/${name.slice(2)}`;
      expect([types, script]).toEqual([`${file}.d.ts`, `${file}.js`]);
      if (name !== ".") expect(typesVersions["*"][name.slice(2)]).toEqual([types]);
    }
  });

  test("no exported type has the name of one of GeoJSON's, which every program that calls this imports", () => {
    expect(exported.filter(({ name }) => GEOJSON_TYPES.split(" ").includes(name))).toEqual([]);
  });

  test("a name that stands in two doors is the same thing in both", () => {
    const places = new Map<string, Set<string>>();
    for (const { name, place } of exported) places.set(name, (places.get(name) ?? new Set()).add(place));
    const twins = [...places].filter(([, where]) => where.size > 1).map(([name]) => name);
    // threads are opened otherwise in Node and in browsers
    expect(twins).toEqual(["openPool"]);
  });
});

describe("docstrings", () => {
  test("every export has one", () => {
    expect(exported.length).toBeGreaterThan(200);
    const bare = exported.filter(({ docstring }) => docstring.trim() === "");
    expect(bare.map(({ door, name, place }) => `${door} ${name} (${place})`)).toEqual([]);
  });

  test("each begins as a sentence and ends as one", () => {
    const broken = exported.filter(({ docstring }) => !/^[\p{Lu}`"\d].*[.:)]$/su.test(docstring.trim()));
    expect(broken.map(({ name, place, docstring }) => `${name} (${place}): ${docstring}`)).toEqual([]);
  });
});
