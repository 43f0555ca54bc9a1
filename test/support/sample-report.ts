import { FINDINGS } from "../../src/base/texts/findings.js";
import type { Facility, Neighborhood, Ring } from "../../src/model/facts.js";
import type {
  CircleCoverage,
  CoverageReport,
  CoverageStatus,
  NeighborhoodCoverage,
  RequirementCoverage,
  Share,
} from "../../src/model/report.js";
import type { RequirementSummary } from "../../src/model/standard-summary.js";
import type { Street } from "./streets.js";

// A town for the renderings, made by hand: three neighborhoods, four circles, eight requirements. It holds every
// status; a circle without any data (lifeService); and a neighborhood without streets and name (n3), where all is unknown.

const GROUND = 100; // square metres of ground per person, so that shares of people and of ground are equal

function shareOf(covered: number, total: number, unknown = 0): Share {
  return { share: total > unknown ? covered / (total - unknown) : null, covered, total, unknown };
}

function coverage(
  status: CoverageStatus,
  people: Share,
  medianSeconds: number | null = null,
  facilityId = "",
): RequirementCoverage {
  const reached = medianSeconds !== null;
  return {
    status,
    population: people,
    area: {
      ...people,
      covered: people.covered * GROUND,
      total: people.total * GROUND,
      unknown: people.unknown * GROUND,
    },
    nearest: reached ? { facilityId, seconds: medianSeconds, meters: medianSeconds } : null,
    seconds: reached ? { median: medianSeconds, p90: medianSeconds * 2, worst: medianSeconds * 3 } : null,
    within: reached ? { min: 0, median: 1.5, max: 4 } : null,
  };
}

function circle(
  score: number | null,
  grade: string | null,
  people: Share,
  missing: readonly string[] = [],
  noData: readonly string[] = [],
): CircleCoverage {
  const { population, area } = coverage("partly", people);
  const ceiling = { scoreCeiling: score, gradeCeiling: grade };
  return { score, grade, ...ceiling, population, area, missing, noData };
}

function requirement(
  id: string,
  circleId: string,
  necessity: RequirementSummary["necessity"],
  [zh, en]: readonly [string, string],
  more: Partial<RequirementSummary> = {},
): RequirementSummary {
  return {
    id,
    label: { zh, en },
    category: id,
    circle: circleId,
    alsoIn: [],
    necessity,
    reach: "time",
    threshold: 900,
    unit: "seconds",
    count: 1,
    cutoff: 1800,
    orElse: [],
    source: "GB 50180-2018",
    basis: { listing: "press", necessity: "recalled", minutes: "ours", metres: "copy" },
    edition: null,
    facilityCount: 3,
    data: "known",
    ambiguousCount: 0,
    ...more,
  };
}

const nobodyKnown = (total: number): Share => shareOf(0, total, total);

const n1: NeighborhoodCoverage = {
  id: "n1",
  name: "锦江社区",
  population: 6000,
  areaSquareMeters: 600_000,
  knownShare: 1,
  services: { value: 3 + 5999 / 6000, ceiling: 4 + 5999 / 6000, of: 5 },
  uncertainty: { population: 0.0004, area: 0.004 },
  circles: {
    lifeService: circle(null, null, nobodyKnown(6000), [], ["canteen"]),
    publicTransport: circle(83.33, "good", shareOf(6000, 6000)),
    publicService: circle(99.99, "excellent", shareOf(5999, 6000), [], ["library"]),
    convenience: circle(100, "excellent", shareOf(6000, 6000)),
  },
  requirements: {
    canteen: coverage("no-data", nobodyKnown(6000)),
    repair: coverage("covered", shareOf(6000, 6000), 240, "repair-1"),
    bus: coverage("covered", shareOf(6000, 6000), 180, "bus-1"),
    rail: coverage("partly", shareOf(3000, 6000), 901, "rail-1"),
    school: coverage("covered", shareOf(6000, 6000), 300, "school-1"),
    health: coverage("partly", shareOf(5999, 6000), 420, "health-1"),
    library: coverage("no-data", nobodyKnown(6000)),
    pharmacy: coverage("covered", shareOf(6000, 6000), 120, "pharmacy-1"),
  },
};

const n2: NeighborhoodCoverage = {
  id: "n2",
  name: "Riverside, East",
  population: 4000,
  areaSquareMeters: 400_000,
  knownShare: 1,
  services: { value: 1.25, ceiling: 2.25, of: 5 },
  uncertainty: { population: 0.004, area: 0.004 },
  circles: {
    lifeService: circle(null, null, nobodyKnown(4000), [], ["canteen"]),
    publicTransport: circle(66.67, "pass", shareOf(4000, 4000), ["rail"]),
    publicService: circle(12.5, "poor", shareOf(0, 4000), ["school", "health"], ["library"]),
    convenience: circle(0, "poor", shareOf(0, 4000), ["pharmacy"]),
  },
  requirements: {
    canteen: coverage("no-data", nobodyKnown(4000)),
    repair: coverage("covered", shareOf(4000, 4000), 600, "repair-1"),
    bus: coverage("covered", shareOf(4000, 4000), 200, "bus-2"),
    rail: coverage("unreachable", shareOf(0, 4000)),
    school: coverage("partly", shareOf(1000, 4000), 1000, "school-1"),
    health: coverage("uncovered", shareOf(0, 4000), 1500, "health-1"),
    library: coverage("no-data", nobodyKnown(4000)),
    pharmacy: coverage("uncovered", shareOf(0, 4000)),
  },
};

const ids = ["canteen", "repair", "bus", "rail", "school", "health", "library", "pharmacy"];
const isWithoutData = (id: string) => id === "canteen" || id === "library";

const n3: NeighborhoodCoverage = {
  id: "n3",
  name: null,
  population: 2000,
  areaSquareMeters: 200_000,
  knownShare: 0,
  services: { value: null, ceiling: null, of: 5 },
  uncertainty: { population: 0.004, area: 0.004 },
  circles: {
    lifeService: circle(null, null, nobodyKnown(2000), [], ["canteen"]),
    publicTransport: circle(null, null, nobodyKnown(2000)),
    publicService: circle(null, null, nobodyKnown(2000), [], ["library"]),
    convenience: circle(null, null, nobodyKnown(2000)),
  },
  requirements: Object.fromEntries(
    ids.map((id) => [id, coverage(isWithoutData(id) ? "no-data" : "uncovered", nobodyKnown(2000))]),
  ),
};

/** A report that shows every status, unknown places and categories without data. */
export const sampleReport: CoverageReport = {
  schemaVersion: 2,
  standard: {
    id: "sample",
    label: { zh: "示例标准", en: "Sample standard" },
    source: "made for tests",
    country: null,
    judgeBy: "time",
    circles: [
      { id: "lifeService", label: { zh: "生活服务圈", en: "Life-service circle" }, source: "the plan of 2021" },
      { id: "publicTransport", label: { zh: "公共交通圈", en: "Public-transport circle" }, source: "the plan of 2021" },
      { id: "publicService", label: { zh: "公共服务圈", en: "Public-service circle" }, source: "the plan of 2021" },
      { id: "convenience", label: { zh: "便民生活圈", en: "Convenience circle" }, source: "the plan of 2021" },
    ],
    scoring: { weights: { mandatory: 2, optional: 1, label: 0 } },
    grades: [
      { id: "excellent", label: { zh: "优", en: "excellent" }, minScore: 90 },
      { id: "good", label: { zh: "良", en: "good" }, minScore: 75 },
      { id: "pass", label: { zh: "合格", en: "pass" }, minScore: 60 },
      { id: "poor", label: { zh: "不足", en: "poor" }, minScore: 0 },
    ],
    gradesSource: null,
    gradeCapWhenMissing: "good",
    missingBelowShare: 0.5,
    sliverBelowShare: 0.5,
    requirements: [
      requirement("canteen", "lifeService", "mandatory", ["社区食堂", "Community canteen"], {
        ...{ facilityCount: 0, data: "none" },
      }),
      requirement("repair", "lifeService", "label", ["维修点", "Repair shop"]),
      requirement("bus", "publicTransport", "mandatory", ["公交站", "Bus stop"], {
        threshold: 500,
        unit: "meters",
        source: "GB/T 51328-2018",
        basis: { listing: "guide", necessity: "recalled", minutes: null, metres: "print" },
        reach: "network",
        edition: "2019-03-01",
      }),
      requirement("rail", "publicTransport", "optional", ["轨道站", "Rail station"]),
      requirement("school", "publicService", "mandatory", ["小学", "Primary school"], { threshold: 600 }),
      requirement("health", "publicService", "mandatory", ["卫生服务中心", "Health center"]),
      requirement("library", "publicService", "optional", ["图书馆", "Library"], {
        ...{ facilityCount: 0, data: "ambiguous", ambiguousCount: 7 },
      }),
      requirement("pharmacy", "convenience", "mandatory", ["药店", "Pharmacy"], { threshold: 450 }),
    ],
  },
  profile: {
    id: "standard",
    label: { zh: "标准步行", en: "Standard walking" },
    speedMetersPerSecond: 1,
    stepsSpeedMetersPerSecond: 0.5,
    offStreetSpeedMetersPerSecond: 0.8,
    maxAccessMeters: 300,
    source: "our choice",
  },
  travel: [
    {
      id: "onNetwork",
      label: { zh: "沿道路", en: "Along the streets" },
      method: { zh: "沿道路最短时间。", en: "Fastest way along the streets." },
      parameters: { edges: 1234, mode: "foot" },
    },
  ],
  origins: {
    count: 500,
    spacingMeters: 100,
    finestSpacingMeters: 50,
    populationSource: "neighborhoods",
    populationOutside: 0,
  },
  inputs: [
    { layer: "facilities", given: 1300, used: 1298, repaired: 0, leftOut: { "category.ambiguous": 2 } },
    { layer: "streets", given: 50, used: 50, repaired: 1, leftOut: {} },
  ],
  city: {
    population: 12_000,
    areaSquareMeters: 1_200_000,
    knownShare: 10 / 12,
    services: { value: 2.8999, ceiling: 3.8999, of: 5 },
    uncertainty: { population: 0.0004, area: 0.0004 },
    circles: {
      lifeService: circle(null, null, nobodyKnown(12_000), [], ["canteen"]),
      publicTransport: circle(76.67, "good", shareOf(10_000, 12_000, 2000), ["rail"]),
      publicService: circle(64.99, "pass", shareOf(5999, 12_000, 2000), [], ["library"]),
      convenience: circle(60, "pass", shareOf(6000, 12_000, 2000)),
    },
    requirements: {
      canteen: coverage("no-data", nobodyKnown(12_000)),
      repair: coverage("covered", shareOf(10_000, 12_000, 2000), 300, "repair-1"),
      bus: coverage("covered", shareOf(10_000, 12_000, 2000), 190, "bus-1"),
      rail: coverage("partly", shareOf(3000, 12_000, 2000), 950, "rail-1"),
      school: coverage("partly", shareOf(7000, 12_000, 2000), 500, "school-1"),
      health: coverage("partly", shareOf(5999, 12_000, 2000), 800, "health-1"),
      library: coverage("no-data", nobodyKnown(12_000)),
      pharmacy: coverage("partly", shareOf(6000, 12_000, 2000), 130, "pharmacy-1"),
    },
  },
  neighborhoods: [n1, n2, n3],
  diagnostics: [
    {
      code: "category.ambiguous",
      layer: "facilities",
      count: 1234,
      sampleIds: ["school-8", "school-9"],
      examples: ["amenity=school (1200)"],
      severity: "warning",
      message: FINDINGS["category.ambiguous"],
      action: FINDINGS["category.ambiguous.action"],
    },
    {
      code: "category.noData",
      layer: "facilities",
      count: 2,
      sampleIds: ["canteen"],
      examples: [],
      severity: "info",
      message: FINDINGS["category.noData"],
      action: FINDINGS["category.noData.action"],
    },
  ],
};

/** A square of `size` degrees, counterclockwise. */
export function squareRing(west: number, south: number, size: number): Ring {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

const clockwise = (ring: Ring): Ring => [...ring].reverse();

/** Outlines of the report's neighborhoods, in another order, some wound against RFC 7946. */
export const sampleNeighborhoods: readonly Neighborhood[] = [
  { id: "n3", name: null, population: 2000, polygons: [[squareRing(104.08, 30.66, 0.01)]] },
  {
    id: "n1",
    name: "锦江社区",
    population: 6000,
    polygons: [[clockwise(squareRing(104.06, 30.66, 0.01)), squareRing(104.062, 30.662, 0.002)]],
  },
  {
    id: "n2",
    name: "Riverside, East",
    population: 4000,
    polygons: [[squareRing(104.07, 30.66, 0.01)], [clockwise(squareRing(104.07, 30.672, 0.004))]],
  },
];

/** A main street through all of it, a street too short to be seen, and one far away. */
export const sampleStreets: readonly Street[] = [
  {
    id: "main",
    coordinates: [
      [104.06, 30.665],
      [104.09, 30.665],
    ],
    nodeIds: null,
    tags: {},
  },
  {
    id: "tiny",
    coordinates: [
      [104.065, 30.667],
      [104.065001, 30.667],
    ],
    nodeIds: null,
    tags: {},
  },
  {
    id: "far",
    coordinates: [
      [105, 31],
      [105.1, 31],
    ],
    nodeIds: null,
    tags: {},
  },
];

/** A bus stop and a pharmacy. */
export const sampleFacilities: readonly Facility[] = [
  pointFacility("bus-1", "bus", 104.061, 30.661),
  pointFacility("pharmacy-1", "pharmacy", 104.063, 30.668),
];

function pointFacility(id: string, category: string, lon: number, lat: number): Facility {
  return {
    id,
    name: null,
    categories: [category],
    location: [lon, lat],
    entrances: [[lon, lat]],
    outline: [],
    isArea: false,
    areaSquareMeters: null,
    attributes: {},
  };
}

/** The sample with its first neighborhood called `name`, also by id, and with that as label, source and example. */
export function sampleReportNamed(name: string): CoverageReport {
  const [first, ...others] = sampleReport.neighborhoods as [NeighborhoodCoverage, ...NeighborhoodCoverage[]];
  const { standard } = sampleReport;
  const label = { zh: name, en: name };
  return {
    ...sampleReport,
    standard: {
      ...standard,
      label,
      source: name,
      circles: standard.circles.map((one) => ({ ...one, label, source: name })),
      grades: standard.grades.map((one) => ({ ...one, label })),
      requirements: standard.requirements.map((one) => ({ ...one, label, source: name })),
    },
    neighborhoods: [{ ...first, id: name, name }, ...others],
    diagnostics: sampleReport.diagnostics.map((one) => ({ ...one, sampleIds: [name], examples: [name] })),
  };
}
