import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { makeSchemas, toJsonText } from "../../schemas/build.js";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { compareReports } from "../../src/compare/compare-reports.js";
import { completeness } from "../../src/measures/completeness.js";
import type { CoverageReport } from "../../src/model/report.js";
import { inBothLanguages } from "../../src/node/in-both-languages.js";
import { toOpenApi } from "../../src/node/service/routes.js";
import { withClosing, withFacility, withMove } from "../../src/page/client/plan-edits.js";
import { bestSteps, withSteps } from "../../src/scenarios/best-steps.js";
import { toEditFeatures } from "../../src/scenarios/edit-features.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { elderlyWalking } from "../../src/standards/travel-profiles.js";
import { judgeJincheng } from "../support/jincheng.js";
import { smallCity } from "../support/small-city.js";
import { useSmallCity } from "../support/use-small-city.js";
import { asJson, nameOf, openSchema, placesOf, withPlace } from "./validators.js";

// The schemas of the package say what the library writes and reads: neither more nor less.

const folder = useSmallCity();
const jincheng = judgeJincheng();
const HERE = new URL("../../schemas/", import.meta.url);

test("they are those that the types make, and every one is a door of the package", () => {
  for (const [path, schema] of makeSchemas())
    expect(readFileSync(new URL(path, HERE), "utf8"), `${path}: run npm run schemas`).toBe(toJsonText(schema));
  expect(readFileSync(new URL("openapi.json", HERE), "utf8")).toBe(toJsonText(toOpenApi(manifest.version)));
  const files = readdirSync(HERE).filter((name) => name.endsWith(".json"));
  const doors: Readonly<Record<string, unknown>> = manifest.exports;
  for (const name of files) expect(doors[`./schemas/${name}`]).toBe(`./schemas/${name}`);
  expect(manifest.files).toContain("schemas/*.json");
}, 60_000);

/** The two that are for all, and some of the rest: by presence, by classes, with several of one category, in other denominators. */
const COMPUTED = STANDARDS.filter(({ id }) =>
  [
    ...["chengdu-four-circles", "fifteen-minute-city", "complete-community", "mofcom-quarter-hour"],
    ...["walk-score-like", "bus-500m", "leed-nd"],
  ].includes(id),
);

describe("the schema of reports", () => {
  const validate = openSchema("report");
  const reports = (): Readonly<Record<string, CoverageReport>> => {
    const { city, report } = jincheng;
    const { neighborhoods, facilities, streets } = smallCity;
    return {
      town: report,
      "with steps": withSteps(report, bestSteps(city, report)),
      "with measures": computeCoverage(city, { measures: [completeness(900)] }),
      "in both languages": inBothLanguages(report, "command"),
      "small, straight lines": computeCoverage({ neighborhoods, facilities }),
      "small, streets": computeCoverage({ neighborhoods, facilities, streets }),
      ...Object.fromEntries(COMPUTED.map((standard) => [standard.id, computeCoverage(city, { standard })])),
    };
  };
  test("takes the reports of several cities and standards", () => {
    for (const [name, report] of Object.entries(reports())) {
      validate(asJson(report));
      expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
    }
  });
  test("takes what the command writes", () => {
    const layers = ["--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
    const { stdout } = folder.start(["run", ...layers, "--json"]);
    validate(JSON.parse(stdout));
    expect(validate.errors).toBe(null);
  });
  test("refuses a report that lacks a member, or has one more, or another type, anywhere", () => {
    const steps = withSteps(jincheng.report, bestSteps(jincheng.city, jincheng.report));
    const report = asJson({ ...steps, neighborhoods: steps.neighborhoods.slice(0, 1) });
    const accepted: string[] = [];
    const seen = new Set<string>();
    for (const place of placesOf(report)) {
      // the members of what is looked up by ids are alike
      const kind = nameOf(place).replace(/\.(circles|requirements)\.[\w-]+/g, ".$1.*");
      if (seen.has(kind)) continue;
      seen.add(kind);
      for (const put of [undefined, { isNo: "report" }, "text", -1, Number.MAX_VALUE])
        if (validate(withPlace(report, place, put))) accepted.push(`${kind} ${JSON.stringify(put)}`);
    }
    expect(seen.size).toBeGreaterThan(150);
    // rows may be fewer, texts and numbers others; what a model says of its parameters is its own
    const isFine = (one: string) =>
      /\[\] undefined$|\.\* undefined$| "text"$| 1\.79|-1$/.test(one) ||
      /parameters|leftOut|\.steps undefined/.test(one);
    expect(accepted.filter((one) => !isFine(one))).toEqual([
      ".standard.scoring.source undefined",
      ".profile.stepsSpeedMetersPerSecond undefined",
    ]);
    const mayBeText = accepted.filter((one) => one.endsWith(' "text"')).map((one) => one.replace(/ .*/, ""));
    expect(
      mayBeText.filter((one) =>
        /share|score|count|^\.(city|neighborhoods).*(seconds|meters|population|status)$/i.test(one),
      ),
    ).toEqual([]);
    const mayBeNegative = accepted.filter((one) => one.endsWith(" -1"));
    expect(mayBeNegative.filter((one) => /share|score\b|scoreCeiling|covered|total|count/i.test(one))).toEqual([]);
  });
});

describe("the schemas of other files", () => {
  test("comparisons", () => {
    const validate = openSchema("comparison");
    const { city, report } = jincheng;
    const others = [report, computeCoverage(city, { profile: elderlyWalking })];
    for (const other of others) {
      const comparison = asJson(compareReports(report, other));
      validate(comparison);
      expect(validate.errors).toBe(null);
      expect(validate(withPlace(comparison, ["basis"], "persons"))).toBe(false);
    }
  });
  test("standards of the library", () => {
    const validate = openSchema("standard");
    expect(STANDARDS.length).toBeGreaterThan(1);
    for (const standard of STANDARDS) {
      validate(asJson(standard));
      expect([standard.id, validate.errors]).toEqual([standard.id, null]);
    }
  });
  test("edits, as the page makes and saves them", () => {
    const validate = openSchema("edits");
    let edits = withFacility([], "pharmacy", (number) => `planned ${number}`, [104.06, 30.66]);
    edits = withMove(edits, "plan-1", [104.07, 30.66]);
    edits = withClosing(withMove(edits, "library", [104.06, 30.67]), "market");
    for (const saved of [edits, toEditFeatures(edits), toEditFeatures(edits, () => [104, 30])]) {
      validate(asJson(saved));
      expect(validate.errors).toBe(null);
    }
    expect(edits.map(({ edit }) => edit)).toEqual(["addFacility", "moveFacility", "closeFacility"]);
  });
});

describe("the schemas of what a run leaves", () => {
  const layers = ["--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
  const read = (name: string) => JSON.parse(readFileSync(`${folder.path}/${name}`, "utf8"));
  const run = () => folder.start(["run", ...layers, "--on", "2026-01-01", "-o", "out", "--quiet"]);
  test("its manifest", () => {
    run();
    const validate = openSchema("manifest");
    validate(read("out/manifest.json"));
    expect(validate.errors).toBe(null);
    expect(validate(withPlace(read("out/manifest.json"), ["outputs", 0, "sha256"], "no hash"))).toBe(false);
  });
  test("configurations: the effective one, and those that init writes", () => {
    const validate = openSchema("config");
    run();
    expect(folder.start(["init", "--force", "--quiet"]).exitCode).toBe(0);
    expect(
      folder.start(["init", "--force", "--quiet", "--profile", "elderly", "--datum", "facilities=gcj02"]).exitCode,
    ).toBe(0);
    for (const name of ["out/effective-config.json", "quarterhour.config.json"]) {
      validate(read(name));
      expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
      expect(validate({ ...read(name), standart: "x" })).toBe(false);
    }
  });
});
