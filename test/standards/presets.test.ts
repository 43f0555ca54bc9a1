import { beforeAll, describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import type { PreparedCity } from "../../src/city/prepared-city.js";
import type { CoverageReport } from "../../src/model/report.js";
import type { Standard } from "../../src/model/standard.js";
import type { DataState } from "../../src/model/standard-summary.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { describeCity, readCityInput } from "../support/cities.js";
import { judgeJincheng } from "../support/jincheng.js";

const computable = STANDARDS.filter(({ frame }) => frame === undefined);

/** Judges a city by every standard that can be computed. */
function judgeAll(city: PreparedCity): Map<string, CoverageReport> {
  return new Map(computable.map((standard) => [standard.id, computeCoverage(city, { standard })]));
}
const shareOf = (reports: ReadonlyMap<string, CoverageReport>, id: string, line: string) =>
  reports.get(id)?.city.requirements[line]?.population.share;
const stateOf = (reports: ReadonlyMap<string, CoverageReport>, id: string, state: DataState) =>
  reports
    .get(id)
    ?.standard.requirements.filter(({ data }) => data === state)
    .map((one) => one.id);

function describeReports(read: () => ReadonlyMap<string, CoverageReport>): void {
  test("every standard that is no frame gives shares from 0 to 1, or says what is not known", () => {
    for (const [id, { city, standard }] of read())
      for (const { id: line, data, denominator } of standard.requirements) {
        const { status, population } = city.requirements[line] ?? {};
        const isJudged = data === "known" || data === "hardlyKnown";
        expect([id, line, status === "no-data"]).toEqual([id, line, !isJudged]);
        if (isJudged) expect(population?.share, `${id} ${line}`).toBeGreaterThanOrEqual(0);
        if (isJudged) expect(population?.share, `${id} ${line}`).toBeLessThanOrEqual(1);
        if (data === "noDenominator")
          expect(["residentialLand", "peopleAndJobs", "dwellings"], `${id} ${line}`).toContain(denominator);
      }
  });
  test("what two standards ask alike has one answer", () => {
    const reports = read();
    expect(shareOf(reports, "sdg-11.2.1", "bus_tram")).toBe(shareOf(reports, "fifteen-minute-city", "bus_tram"));
    expect(shareOf(reports, "sdg-11.7.1", "open_space")).toBe(shareOf(reports, "fifteen-minute-city", "open_space"));
    expect(shareOf(reports, "shanghai-2016", "kindergarten")).toBe(
      shareOf(reports, "chengdu-four-circles", "kindergarten"),
    );
    expect(shareOf(reports, "six-functions", "eating")).toBe(shareOf(reports, "fifteen-minute-city", "eating"));
  });
  test("a service radius reaches more people than as many metres along the streets", () => {
    const reports = read();
    const straight = shareOf(reports, "qingdao", "bank") ?? 0; // 800 m
    expect(straight).toBeGreaterThan(shareOf(reports, "walk-score-like", "bank") ?? 1); // 400 m
    expect(shareOf(reports, "gb50180-2018", "bus_stop")).toBeGreaterThan(
      shareOf(reports, "chengdu-four-circles", "bus_stop") ?? 1,
    ); // both 500 m
  });
  test("twenty within reach are harder to find than one", () => {
    const reports = read();
    expect(shareOf(reports, "nature-cities-2024", "eating")).toBeLessThan(
      shareOf(reports, "fifteen-minute-city", "eating") ?? 0,
    );
  });
}

describe("the made-up town", () => {
  let city: PreparedCity;
  let reports: ReadonlyMap<string, CoverageReport>;
  beforeAll(() => {
    ({ city } = judgeJincheng());
    reports = judgeAll(city);
  }, 120_000);
  describeReports(() => reports);
  test.each([
    ["suzhou", /list of facilities of each tier/, /设施清单/],
    ["scotland-20min", /which facilities/, /哪些设施/],
  ])("is not judged by the frame %s, which says what is missing", (id, en, zh) => {
    const standard = STANDARDS.find((one) => one.id === id) as Standard;
    expect(standard.frame?.zh).toMatch(zh);
    expect(() => computeCoverage(city, { standard })).toThrow(en);
  });
  test("is classed by the number of lines it meets", () => {
    const classOf = (id: string) => reports.get(id)?.city.lines?.lineClass;
    expect(classOf("ottawa-15min")).toBe("high"); // nine of nine
    expect(classOf("ghsci")).toBe("daily-living-3");
    expect(classOf("mofcom-quarter-hour")).toBe(null); // 9 basic formats, 11 are needed
    expect(classOf("embedded-services-2023")).toBe("three");
    expect(classOf("chengdu-four-circles")).toBe(undefined);
  });
  test("has no layer of jobs, dwellings or residential land: such lines are not computable", () => {
    expect(stateOf(reports, "rail-800m", "noDenominator")).toEqual(["rail_station"]);
    expect(stateOf(reports, "park-checkup-2021", "noDenominator")).toEqual(["park"]);
    expect(stateOf(reports, "singapore-20min", "noDenominator")).toEqual(["rail_station"]);
    expect(reports.get("leed-nd")?.city.lines).toMatchObject({ lineClass: null, lineClassCeiling: "uses-19" });
  });
  test("has stops for nearly all of its ground, and sizes of floors for none of its places", () => {
    const stops = reports.get("bus-500m")?.city;
    expect(stops?.requirements.any_stop).toMatchObject({ judgedBy: "area" });
    expect(stops?.circles.transit?.missing).toEqual([]);
    expect(stateOf(reports, "complete-community", "none")?.every((line) => line.startsWith("large_"))).toBe(true);
  });
});

describeCity("monaco", () => {
  let reports: ReadonlyMap<string, CoverageReport>;
  beforeAll(() => {
    reports = judgeAll(prepareCity(readCityInput("monaco")));
  }, 240_000);
  describeReports(() => reports);
  test("no standard of another country lacks data of most of its lines there", () => {
    for (const { id, country, requirements } of computable) {
      if (country === "CN" || id === "leed-nd" || id === "singapore-20min") continue;
      const lines = reports.get(id)?.standard.requirements.filter(({ data }) => data !== "known") ?? [];
      expect([id, 2 * lines.length <= requirements.length]).toEqual([id, true]);
    }
  });
});
