import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { fillTables } from "../../src/assess/fill-tables.js";
import { judgeTables } from "../../src/assess/judge-tables.js";
import { planCity } from "../../src/assess/plan-city.js";
import { toQuestion } from "../../src/assess/question.js";
import { writeReport } from "../../src/assess/write-report.js";
import { buildCity } from "../../src/city/build-city.js";
import { GLOBAL_FACTS, type GlobalFacts, measureGlobalFacts } from "../../src/city/global-facts.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { readLayers } from "../../src/city/read-layers.js";
import { computeCoverage, prepareCity } from "../../src/index.js";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { MODES, tagKeysOf } from "../../src/streets/modes/modes.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { type TownInput, toTownInput } from "../support/town-input.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { category: "school", threshold: { time: 400 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
  { category: "park", threshold: { network: 500 } },
]);

const asked = { categories: standard.categories, profile: standardWalking };

/** The report of a part, which is told what is true of the whole. */
function reportOf(part: TownInput, facts: GlobalFacts) {
  const prepared = new PreparedCity(buildCity(readLayers(part, { standard }, tagKeysOf(MODES)), { standard }, facts));
  const parts = PreparedCity.parts(prepared);
  const plan = planCity(parts, toQuestion(prepared, {}), facts);
  const [filled] = fillTables(parts, [plan]);
  if (filled === undefined) throw new Error("nothing was filled");
  return writeReport(parts, plan, filled, judgeTables(parts, plan, filled));
}

describe("what is true of the whole input", () => {
  test.each([
    1, 2, 3, 4, 5, 6,
  ])("each neighborhood alone, told of it, has the row it has among all: random town %i", (seed) => {
    const input = toTownInput(randomTown(seed, { originCount: 40 }), seed);
    const whole = computeCoverage(input, { standard });
    const facts = measureGlobalFacts(PreparedCity.parts(prepareCity(input, { standard })), asked);
    const rows = input.neighborhoods.features.map((feature) => {
      const part = { ...input, neighborhoods: { ...input.neighborhoods, features: [feature] } };
      return reportOf(part, facts).neighborhoods[0];
    });
    expect(JSON.stringify(rows)).toBe(JSON.stringify(whole.neighborhoods));
  });

  test("which categories there are is a fact: a part without the only shop, far from it, is uncovered and not without data", () => {
    const input = toTownInput(randomTown(2), 2);
    const without = {
      ...input,
      facilities: {
        ...input.facilities,
        features: input.facilities.features.filter(({ properties }) => !JSON.stringify(properties).includes("shop")),
      },
    };
    const parts = PreparedCity.parts(prepareCity(input, { standard }));
    const facts = measureGlobalFacts(parts, asked);
    const statusOf = (told: GlobalFacts) => reportOf(without, told).city.requirements.shop?.status;
    expect(statusOf(facts)).toMatch(/uncovered|unreachable/);
    const own = measureGlobalFacts(PreparedCity.parts(prepareCity(without, { standard })), asked);
    expect(statusOf(own)).toBe("no-data");
  });

  test("the longest island is a fact: a hamlet is a fragment beside a city, and none where it is all there is", () => {
    const at = (x: number, y: number) => [104 + x * 1e-3, 30 + y * 1e-3];
    const line = (id: string, ...points: number[][]) => ({
      type: "Feature",
      properties: { id },
      geometry: { type: "LineString", coordinates: points },
    });
    const streets = { type: "FeatureCollection", features: [line("hamlet", at(0, 0), at(1, 0))] };
    const square = [at(-1, -1), at(2, -1), at(2, 2), at(-1, 2), at(-1, -1)];
    const input = {
      neighborhoods: { type: "Feature", properties: { id: "n" }, geometry: { type: "Polygon", coordinates: [square] } },
      facilities: { type: "FeatureCollection", features: [] },
      streets,
    };
    const build = (longestIslandMeters?: number) => {
      const facts = longestIslandMeters === undefined ? {} : { longestIslandMeters: { walking: longestIslandMeters } };
      return buildCity(readLayers(input, {}, tagKeysOf(MODES)), {}, facts).modeNetwork?.islands.fragmentCount;
    };
    expect([build(), build(50_000)]).toEqual([0, 1]);
  });

  test("nothing but the list looks at the whole input", () => {
    const src = resolve(import.meta.dirname, "../../src");
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".ts") && path !== "page/page-assets.ts",
    );
    const looking = /\b(?:countByCategory|boundsOfFacilities|giveAccount|originSummary|longestMeters)\b/;
    const found = files.filter((path) => looking.test(readFileSync(resolve(src, path), "utf8"))).sort();
    // where the facts are made, and scenarios, which make them anew for what was edited
    const MAKERS = [
      "assess/find-nearest.ts",
      "city/account.ts",
      "city/build-city.ts",
      "city/city-shape.ts",
      "city/city.ts",
      "city/global-facts.ts",
      "graph/islands.ts",
      "node/commands/check.ts",
      "partitions/partition-file.ts", // a saved city has one: that of the whole
      "scenarios/scenario-plan.ts",
    ];
    expect(found.filter((path) => !MAKERS.includes(path))).toEqual([]);
    expect(Object.keys(GLOBAL_FACTS).length).toBeGreaterThan(5);
  });
});
