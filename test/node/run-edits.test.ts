import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/index.js";
import type { CoverageReport } from "../../src/model/report.js";
import { smallCity } from "../support/small-city.js";
import { SMALL_CITY_LAYERS, useSmallCity } from "../support/use-small-city.js";

// The command judges a city after a list of edits.

const folder = useSmallCity();
const run = (...more: string[]) =>
  folder.start(["run", ...SMALL_CITY_LAYERS, "--property", "neighborhoods.population=people", ...more]);
const reportIn = (name: string): CoverageReport =>
  JSON.parse(readFileSync(join(folder.path, name, "report.json"), "utf8"));
const edits = (list: unknown) => folder.write("plan.json", JSON.stringify(list));
const { neighborhoods, streets } = smallCity;
const [first, ...others] = smallCity.facilities.features;
const idOf = (feature: typeof first) => String(feature?.properties?.id ?? feature?.id);

describe("run --edits", () => {
  test("gives the report of the edited input, with the categories known before", () => {
    run("-o", "before", "--quiet");
    edits([{ edit: "closeFacility", id: idOf(first) }]);
    const { exitCode, stderr } = run("--edits", "plan.json", "-o", "after");
    expect([exitCode, stderr.includes("report.html")]).toEqual([0, true]);
    const before = reportIn("before");
    const knownCategories = before.standard.requirements
      .filter(({ facilityCount }) => facilityCount > 0)
      .map(({ category }) => category);
    const expected = computeCoverage(
      { neighborhoods, facilities: { ...smallCity.facilities, features: others }, streets } as never,
      { knownCategories: [...new Set(knownCategories)], properties: { neighborhoods: { population: "people" } } },
    );
    // remarks stand in two languages in a file
    const judged = ({ city, neighborhoods, standard }: CoverageReport) =>
      JSON.stringify({ city, neighborhoods, standard });
    expect(judged(reportIn("after"))).toBe(judged(expected));
    expect(judged(reportIn("after"))).not.toBe(judged(before));
    const manifest = JSON.parse(readFileSync(join(folder.path, "after/manifest.json"), "utf8"));
    expect(manifest.inputs.map(({ layer }: { layer: string }) => layer)).toContain("edits");
    expect(JSON.parse(readFileSync(join(folder.path, "after/effective-config.json"), "utf8")).edits).toBeDefined();
  });
  test("lists in every rendering what was edited, in both languages", () => {
    const location = [104.0651, 30.6651];
    edits([
      { edit: "closeFacility", id: idOf(first) },
      { edit: "addFacility", id: "new", name: "New pharmacy", categories: ["pharmacy"], location },
    ]);
    run("--edits", "plan.json", "-o", "listed", "--quiet");
    const told = reportIn("listed").about?.edits;
    const closed = told?.[0]?.name ?? idOf(first);
    expect(told).toEqual([
      expect.objectContaining({ edit: "closeFacility", id: idOf(first) }),
      { edit: "addFacility", id: "new", name: "New pharmacy" },
    ]);
    for (const file of ["report.md", "report.html", "data-dictionary.csv"]) {
      const text = readFileSync(join(folder.path, "listed", file), "utf8");
      expect(text, file).toContain(`closed ${closed}, opened New pharmacy`);
    }
    expect(run("--edits", "plan.json", "--lang", "zh").stdout).toContain("增设New pharmacy");
  });
  test("an empty list changes nothing, and the key of a configuration is read", () => {
    folder.write("edits.json", "[]");
    // what it is about names the options, and the edits among them
    const withoutAbout = (text: string) => JSON.stringify({ ...JSON.parse(text), about: null });
    const edited = run("--json", "--edits", "edits.json").stdout;
    expect(withoutAbout(edited)).toBe(withoutAbout(run("--json").stdout));
    expect(JSON.parse(edited).about.options.edits).toBe("edits.json");
  });
  test.each([
    [
      "an unknown id",
      [{ edit: "closeFacility", id: "nobody" }],
      65,
      'plan.json: edits[0]: id must be the id of a facility that is open; got "nobody"',
    ],
    [
      "a misspelt edit",
      [{ edit: "close", id: "x" }],
      65,
      "plan.json: edits[0]: edit must be one of addFacility, moveFacility",
    ],
    ["no list", { edit: "closeFacility" }, 65, "plan.json: edits must be a list of edits"],
  ])("%s ends it, and says which", (_, list, code, text) => {
    edits(list);
    const { exitCode, stderr, stdout } = run("--edits", "plan.json", "-o", "out");
    expect([exitCode, stdout]).toEqual([code, ""]);
    expect(stderr).toContain(text);
  });
  test("a file that is missing, or no JSON", () => {
    expect(run("--edits", "nowhere.json").exitCode).toBe(66);
    folder.write("plan.json", "[{");
    const { exitCode, stderr } = run("--edits", "plan.json");
    expect([exitCode, stderr]).toEqual([65, expect.stringContaining("plan.json is not JSON")]);
  });
  test("in Chinese, too", () => {
    edits([{ edit: "closeFacility", id: "nobody" }]);
    expect(run("--edits", "plan.json", "--lang", "zh").stderr).toContain("plan.json：edits[0]：id 应为");
  });
});
