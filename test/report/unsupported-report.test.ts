import { describe, expect, test } from "vitest";
import {
  CoverageError,
  type CoverageReport,
  compareReports,
  toCsv,
  toHtml,
  toMarkdown,
  toText,
  withSteps,
} from "../../src/index.js";
import { toMapPng, toMapSvg, toNeighborhoodIsochrones } from "../../src/maps/index.js";
import { writeOutputs } from "../../src/node/index.js";
import { toMimeBundle } from "../../src/notebook/index.js";
import { toErrorText } from "../../src/report/to-error-text.js";
import {
  rows,
  toCsvt,
  toDataDictionary,
  toGeoJson,
  toGeoPackage,
  toGeoParquet,
  toLongCsv,
  toLongParquet,
  toXlsx,
} from "../../src/tables/index.js";
import { sampleNeighborhoods, sampleReport } from "../support/sample-report.js";
import { useSmallCity } from "../support/use-small-city.js";

/** Four bytes that a font begins with, and nothing else of one. */
const FONT = new Uint8Array([0, 1, 0, 0, ...new Uint8Array(8)]);

/** A small report as quarterhour 0.1.0 wrote it. */
const label = { zh: "圈", en: "Circle" };
const share = { share: 1, covered: 5, total: 5, unknown: 0 };
const area = {
  population: 5,
  areaSquareMeters: 100,
  circles: { circle: { score: 100, grade: "good", population: share, area: share, missing: [], noData: [] } },
  requirements: {
    shop: {
      status: "covered",
      population: share,
      area: share,
      nearest: { facilityId: "s", seconds: 60, meters: 60 },
      seconds: { median: 60, p90: 60, worst: 60 },
      within: { min: 1, median: 1, max: 1 },
    },
  },
  metrics: { "completeness-900s": { mean: 1, median: 1, p90: 1 } },
};
const reportOf010 = {
  schemaVersion: 1,
  standard: {
    id: "test",
    label,
    source: "test",
    judgeBy: "seconds",
    circles: [{ id: "circle", label, source: "test" }],
    grades: [{ id: "good", label, minScore: 0 }],
    gradeCapWhenMissing: "good",
    weights: { mandatory: 2, optional: 1, label: 0 },
    missingBelowShare: 0.5,
    requirements: [
      {
        ...{ id: "shop", category: "shop", label, circle: "circle", alsoIn: [], necessity: "mandatory" },
        ...{
          threshold: 300,
          unit: "seconds",
          cutoff: 600,
          orElse: [],
          source: "test",
          edition: null,
          basis: { listing: "ours", necessity: "ours", minutes: "ours", metres: null },
        },
        facilityCount: 1,
      },
    ],
  },
  profile: {
    ...{ id: "standard", label, speedMetersPerSecond: 1, stepsSpeedMetersPerSecond: 1 },
    ...{ offStreetSpeedMetersPerSecond: 1, maxAccessMeters: 500, source: "test" },
  },
  travel: [{ id: "onNetwork", label, method: label, parameters: {} }],
  origins: { count: 1, spacingMeters: 100, populationSource: "population layer", populationOutside: 0 },
  inputs: [],
  city: area,
  neighborhoods: [{ id: "n", name: null, ...area }],
  diagnostics: [],
} as unknown as CoverageReport;

const city = { neighborhoods: sampleNeighborhoods };
const folder = useSmallCity();
const renderings: Record<string, (report: CoverageReport) => unknown> = {
  toText: (report) => toText(report),
  toMarkdown: (report) => toMarkdown(report),
  toCsv: (report) => toCsv(report),
  toHtml: (report) => toHtml(report, { neighborhoods: sampleNeighborhoods }),
  toMapSvg: (report) => toMapSvg(report, { neighborhoods: sampleNeighborhoods }),
  toXlsx: (report) => toXlsx(report),
  rows: (report) => rows(report),
  toCsvt: (report) => toCsvt(report),
  toDataDictionary: (report) => toDataDictionary(report),
  toGeoJson: (report) => toGeoJson(report, sampleNeighborhoods),
  toGeoPackage: (report) => toGeoPackage(report, city),
  toGeoParquet: (report) => toGeoParquet(report, city),
  toLongCsv: (report) => toLongCsv(report),
  toLongParquet: (report) => toLongParquet(report),
  toMapPng: (report) => toMapPng(report, city, { fonts: [FONT], renderer: new Uint8Array() }),
  toMimeBundle: (report) => toMimeBundle(report),
  toNeighborhoodIsochrones: (report) => toNeighborhoodIsochrones(report, city, [300]),
  withSteps: (report) => withSteps(report, []),
  writeOutputs: (report) => writeOutputs(`${folder.path}/out`, report, city),
  "compareReports, before": (report) => compareReports(report, sampleReport),
  "compareReports, after": (report) => compareReports(sampleReport, report),
};

describe("a report of quarterhour 0.1.0", () => {
  test.each(Object.entries(renderings))("is refused by name: %s", async (_, render) => {
    const error = await Promise.resolve()
      .then(() => render(reportOf010))
      .then(
        () => null,
        (refusal: unknown) => refusal,
      );
    if (!(error instanceof CoverageError)) throw new Error(`not refused: ${error}`);
    expect(error.code).toBe("UNSUPPORTED_REPORT");
    expect(error.message).toContain("schema version 1, but this version of quarterhour reads 2");
    expect(error.hint).toContain("Compute the report again");
    expect(toErrorText(error, "zh")).toContain("重新计算");
  });
  test("is refused by the command, whichever of them reads it", () => {
    folder.write("old.json", JSON.stringify(reportOf010));
    folder.write("new.json", JSON.stringify(sampleReport));
    for (const words of [
      ["explain", "n", "--report", "old.json"],
      ["compare", "old.json", "new.json"],
      ["compare", "new.json", "old.json"],
    ]) {
      const { exitCode, stdout, stderr } = folder.start([...words, "--lang", "en"]);
      expect([words, exitCode, stdout]).toEqual([words, 65, ""]);
      expect(stderr).toContain("schema version 1, but this version of quarterhour reads 2");
    }
  });
  test("is no report at all without a version", () => {
    const { schemaVersion: _, ...rest } = reportOf010;
    expect(() => toText(rest as CoverageReport)).toThrow(/report must be a report from computeCoverage/);
  });
});
