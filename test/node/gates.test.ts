import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { translatePhrase } from "../../src/base/texts/translate.js";
import { compareReports, computeCoverage, prepareCity } from "../../src/index.js";
import type { CoverageReport } from "../../src/model/report.js";
import { findArea } from "../../src/node/commands/explain.js";
import { assertGates, checkGates, checkWorse } from "../../src/node/commands/gates.js";
import { toJunit } from "../../src/node/commands/tell-gates.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { fifteenMinuteCity } from "../../src/standards/fifteen-minute-city.js";
import { smallCity } from "../support/small-city.js";
import { useSmallCity } from "../support/use-small-city.js";

const folder = useSmallCity();
const { neighborhoods, facilities, population } = smallCity;
const input = { neighborhoods, facilities, population };
const properties = { population: { population: "residents" } };
const report = computeCoverage(prepareCity(input, { properties }));
const failed = (gates: Record<string, number>) =>
  checkGates(report, gates, "en").flatMap(({ name, failure }) => (failure === null ? [] : [name]));

describe("gates", () => {
  test("are on the people a circle is complete for, on shares of requirements, and on scores", () => {
    const share = report.city.requirements.pharmacy?.population.share ?? -1;
    expect(share).toBeGreaterThan(0);
    const score = report.city.circles.convenience?.score ?? -1;
    expect(failed({ "share:pharmacy": share, "score:convenience": score })).toEqual([]);
    expect(failed({ "share:pharmacy": share + 1e-6, "score:convenience": score + 1e-6 })).toHaveLength(2);
    expect(failed({ convenience: 0.5 })).toEqual(["convenience"]);
  });
  test("answer in percent what is asked in percent or as a share", () => {
    const told = (gates: Record<string, number>) =>
      checkGates(report, gates, "en").map(({ failure }) => failure && translatePhrase(failure, "en"));
    expect(told({ convenience: 0.875 })[0]).toMatch(/ for [\d.<]+% of the people; at least 87\.5% is required\.$/);
    expect(told({ "share:kindergarten": 0.8 })[0]).toMatch(/is unknown; at least 80% is required\.$/);
    expect(told({ "score:convenience": 99 })[0]).toMatch(/; at least 99 is required\.$/);
  });
  test("a score of no circle is asked of each, and what is unknown does not pass", () => {
    expect(checkGates(report, { score: 0 }, "en").map(({ name }) => name)).toEqual(
      report.standard.circles.map(({ id }) => `score:${id}`),
    );
    expect(failed({ "share:kindergarten": 0 })).toEqual(["share:kindergarten"]);
  });
  test.each([
    ["a circle", chengduFourCircles, { publicServce: 1 }],
    ["the circle of a score", chengduFourCircles, { "score:nothing": 1 }],
    ["a requirement", chengduFourCircles, { "share:pharmcy": 1 }],
    ["scores, where there are none", { ...fifteenMinuteCity, scoring: undefined } as never, { score: 1 }],
  ])("with a wrong name are refused: %s", (_, standard, gates) => {
    expect(() => assertGates(standard, gates as never)).toThrow(/--fail-under/);
  });
  test("by the command: 3, on stderr, and as JUnit's XML", () => {
    const args = ["run", "--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson", "--quiet"];
    const gates = ["--fail-under", "score=99", "--fail-under", "share:pharmacy=0%", "--junit", "gates.xml"];
    const { exitCode, stderr } = folder.start([...args, ...gates]);
    expect(exitCode).toBe(3);
    expect(stderr.trim().split("\n")).toHaveLength(4);
    const xml = readFileSync(join(folder.path, "gates.xml"), "utf8");
    expect(xml).toContain('tests="5" failures="4"');
    expect(folder.start([...args, "--fail-under", "share:pharmacy=80"]).exitCode).toBe(2);
    expect(folder.start([...args, "--json", "--junit", "gates.xml"]).exitCode).toBe(2);
  });
});

describe("compare --fail-if-worse", () => {
  const closed = { ...facilities, features: facilities.features.filter((one) => one.properties?.id !== "pharmacy") };
  const knownCategories = ["pharmacy", "convenience_store"];
  const worse = computeCoverage(prepareCity({ ...input, facilities: closed }, { properties }), { knownCategories });
  test("finds what fell, and nothing where nothing did", () => {
    const names = (before: CoverageReport, after: CoverageReport) =>
      checkWorse(compareReports(before, after), "en").flatMap(({ name, failure }) => (failure === null ? [] : [name]));
    expect(names(report, report)).toEqual([]);
    expect(names(report, worse)).toContain("share:pharmacy");
    expect(names(worse, report)).toEqual([]);
  });
  test("by the command: 3 only if it is asked for", () => {
    folder.write("a.json", JSON.stringify(report));
    folder.write("b.json", JSON.stringify(worse));
    expect(folder.start(["compare", "a.json", "b.json"]).exitCode).toBe(0);
    const { exitCode, stderr } = folder.start(["compare", "a.json", "b.json", "--fail-if-worse"]);
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining("worse share:pharmacy: Pharmacy")]);
    expect(folder.start(["compare", "b.json", "a.json", "--fail-if-worse"]).exitCode).toBe(0);
  });
});

test("JUnit's XML has no markup of names in it", () => {
  const xml = toJunit([{ name: '<a b="c">&', failure: null }], "en");
  expect(xml).toContain('name="&lt;a b=&quot;c&quot;&gt;&amp;"/>');
});

describe("explain", () => {
  const called = (name: string | null, id: string) => ({ ...report.neighborhoods[0], id, name }) as never;
  const some = {
    ...report,
    neighborhoods: [called("Old Town", "n1"), called("n1", "n2"), called("Ｅａｓｔ", "X3"), called("East", "x4")],
  };
  test.each([
    ["n1", "n1"],
    ["Old Town", "n1"],
    ["old town ", "n1"],
    ["x3", "X3"],
    ["East", "x4"],
  ])("finds %s by id, else by name, in any case", (wanted, id) => {
    expect(findArea(some, wanted).id).toBe(id);
  });
  test("does not choose between several, and proposes names", () => {
    expect(() => findArea(some, "EAST")).toThrow("X3, x4");
    expect(() => findArea(some, "Old Twn")).toThrow('Did you mean "Old Town"?');
  });
  test("compares meters with meters, and speaks names", () => {
    const layers = ["--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
    const named = {
      ...facilities,
      features: facilities.features.map((one) => ({ ...one, properties: { ...one.properties, name: "仁和药房" } })),
    };
    folder.write("facilities.geojson", JSON.stringify(named));
    const { stdout } = folder.start(["explain", "西区", ...layers, "--facilities", "stops.geojson"]);
    const lines = stdout.split("\n").filter((line) => / \/ /.test(line));
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      const [, far, limit] = /(\S+ (?:min|m)) \/ (?:\d+ within )?\S+ (min|m)/.exec(line) ?? [];
      expect([line, far?.split(" ").at(-1)]).toEqual([line, limit]);
    }
    expect(stdout).toContain("→ 仁和药房");
  });
});
