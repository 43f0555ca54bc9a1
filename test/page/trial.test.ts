import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import type { FeatureCollection } from "geojson";
import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import type { LonLat } from "../../src/base/words.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { completeness } from "../../src/measures/completeness.js";
import type { CoverageReport } from "../../src/model/report.js";
import type { Standard } from "../../src/model/standard.js";
import type { TravelProfile } from "../../src/model/travel.js";
import { ENGINE_SCRIPT } from "../../src/page/page-assets.js";
import { type PageCells, toPageCells } from "../../src/page/page-cells.js";
import type { PageEngine, PageTrial } from "../../src/page/page-model.js";
import { toHtml } from "../../src/page/to-html.js";
import { withSteps } from "../../src/scenarios/best-steps.js";
import { openScenario } from "../../src/scenarios/open-scenario.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { elderlyWalking, standardWalking } from "../../src/standards/travel-profiles.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { straightLine } from "../../src/travel/straight-line.js";
import type { TravelModel } from "../../src/travel/travel-model.js";
import { pointFeature } from "../support/desert-grid.js";

// the engine as the page holds it
new Function(inflateRawSync(Buffer.from(ENGINE_SCRIPT.text, "base64")).toString("utf8"))();

const read = (layer: string): FeatureCollection =>
  JSON.parse(readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8"));
const input = {
  neighborhoods: read("neighborhoods"),
  facilities: read("facilities"),
  streets: read("streets"),
  population: read("population"),
};
const city = prepareCity(input);
const HERE: LonLat = [104.0675, 30.6605];
const THERE: LonLat = [104.06, 30.655];
const PHARMACIES = input.facilities.features
  .filter(({ properties }) => properties?.amenity === "pharmacy")
  .map(({ properties }) => String(properties?.id));

/** What the page carries for trials; `null` = it offers none. */
function packedCityOf(html: string): Uint8Array | null {
  const text = /id="block-city">([^<]*)</.exec(html)?.[1];
  expect(text === undefined).toBe(!html.includes('data-what-if="included"'));
  return text === undefined ? null : Uint8Array.from(Buffer.from(text, "base64"));
}
const isOffered = (report: CoverageReport, of = city) =>
  packedCityOf(toHtml(withSteps(report, []), of, { whatIf: "always" })) !== null;

/** Opens what a page carries, as the page does. */
function openTrialOf(report: CoverageReport): PageTrial {
  const engine = (globalThis as { quarterhourEngine?: PageEngine }).quarterhourEngine;
  const packed = packedCityOf(toHtml(withSteps(report, []), city));
  if (engine === undefined || packed === null) throw new Error("no trial");
  return engine.open(packed);
}

/** What the page shows of a report, facilities by id: rows are the page's own. */
function shown(judge: (rowOfFacility: (id: string) => number) => PageCells): unknown {
  const ids: string[] = [];
  const cells = judge((id) => {
    if (!ids.includes(id)) ids.push(id);
    return ids.indexOf(id);
  });
  return { ...cells, nearest: Array.from(cells.nearest, (row) => ids[row] ?? null) };
}
const shownOf = (report: CoverageReport) => shown((rowOf) => toPageCells(report, rowOf));
const scoresOf = ({ neighborhoods }: CoverageReport) =>
  neighborhoods.flatMap(({ circles }) => Object.values(circles).map(({ score }) => score));

/** Everything must be nearer, by the same name. */
const strict: Standard = {
  ...chengduFourCircles,
  requirements: chengduFourCircles.requirements.map((one) => ({
    ...one,
    threshold: Object.fromEntries(Object.entries(one.threshold).map(([reach, far]) => [reach, far / 2])),
  })),
};
const byMeters: Standard = { ...chengduFourCircles, judgeBy: "network" };
const lenient: Standard = {
  ...chengduFourCircles,
  scoring: { weights: { mandatory: 1, optional: 5, label: 0 } },
  missingBelowShare: 0.2,
};
/** Service radii, and two of everything optional. */
const byRadius: Standard = {
  ...chengduFourCircles,
  requirements: chengduFourCircles.requirements.map((requirement) => ({
    ...requirement,
    threshold: { straight: requirement.threshold.network ?? requirement.threshold.time ?? 500 },
    count: requirement.necessity === "optional" ? 2 : 1,
  })),
};
/** What counts as a pharmacy elsewhere is a clinic here. */
const otherCategories: Standard = {
  ...chengduFourCircles,
  categories: chengduFourCircles.categories.map((category) => {
    const [pharmacy, clinic] = ["pharmacy", "health_service"].map((id) =>
      chengduFourCircles.categories.find((one) => one.id === id),
    );
    if (pharmacy === undefined || clinic === undefined) throw new Error("no such categories");
    if (category === pharmacy) return { ...pharmacy, osmTags: clinic.osmTags };
    return category === clinic ? { ...clinic, osmTags: pharmacy.osmTags } : category;
  }),
};
const stroller: TravelProfile = {
  ...standardWalking,
  id: "standard",
  speedMetersPerSecond: 0.6,
  stepsSpeedMetersPerSecond: 0.6,
  offStreetSpeedMetersPerSecond: 0.6,
};

const QUESTIONS: readonly (readonly [string, Standard | undefined, TravelProfile])[] = [
  ["the city's own standard", undefined, standardWalking],
  ["half of its thresholds under the same id", strict, standardWalking],
  ["its metres", byMeters, standardWalking],
  ["its metres, halved, for somebody slow", { ...strict, judgeBy: "network" }, stroller],
  ["radii, and two of a kind", byRadius, standardWalking],
  ["other weights and another limit of what is missing", lenient, standardWalking],
  ["other tags of its categories", otherCategories, standardWalking],
  ["somebody slow of the same id", undefined, stroller],
];

describe.each(QUESTIONS)("a trial in the page of a report by %s", (_, standard, profile) => {
  const options = { profile, ...(standard === undefined ? {} : { standard }) };
  const report = computeCoverage(city, options);
  const trial = openTrialOf(report);
  const judged = () => shown((rowOf) => trial.judge(rowOf));

  test("begins with exactly the numbers of the report", () => {
    expect(judged()).toEqual(shownOf(report));
  });
  test("after edits shows what the report of the edited input would, and after undoing them the first numbers again", () => {
    const [closed = "", moved = ""] = PHARMACIES;
    trial.add("new", "New school", "primary_school", HERE);
    trial.close(closed);
    trial.move(moved, THERE);
    const facilities = input.facilities.features
      .filter(({ properties }) => properties?.id !== closed)
      .map((feature) => (feature.properties?.id === moved ? pointFeature(THERE, feature.properties) : feature));
    facilities.push(pointFeature(HERE, { id: "new", name: "New school", category: "primary_school" }));
    const edited = { ...input, facilities: { type: "FeatureCollection" as const, features: facilities } };
    const after = computeCoverage(edited, options);
    expect(scoresOf(after)).not.toEqual(scoresOf(report));
    expect(judged()).toEqual(shownOf(after));
    for (let i = 0; i < 3; i++) trial.undo();
    expect(judged()).toEqual(shownOf(report));
  });
});

test("questions of these tests have different answers, whatever they are called", () => {
  const answers = QUESTIONS.map(([, standard, profile]) =>
    JSON.stringify(scoresOf(computeCoverage(city, { profile, ...(standard === undefined ? {} : { standard }) }))),
  );
  expect(new Set(answers).size).toBe(QUESTIONS.length);
});

describe("a trial", () => {
  const report = computeCoverage(city);
  const reread = (one: CoverageReport): CoverageReport => JSON.parse(JSON.stringify(one));

  test("is offered for a report that was read again if the city's own standard gives its numbers", () => {
    expect(isOffered(reread(report))).toBe(true);
    expect(isOffered(structuredClone(computeCoverage(city, { profile: stroller })))).toBe(true);
    expect(isOffered(reread(computeCoverage(city, { standard: strict })))).toBe(false);
    expect(isOffered(reread(computeCoverage(city, { standard: byMeters })))).toBe(false);
  });
  test("is offered whatever else was measured", () => {
    expect(isOffered(computeCoverage(city, { measures: [completeness(900)] }))).toBe(true);
  });
  test("is not offered where nobody walks along the streets at one speed", () => {
    expect(isOffered(computeCoverage(city, { travel: [straightLine()] }))).toBe(false);
    expect(isOffered(computeCoverage(city, { profile: elderlyWalking }))).toBe(false);
    const { streets, ...withoutStreets } = input;
    const bare = prepareCity(withoutStreets);
    expect(isOffered(computeCoverage(bare), bare)).toBe(false);
  });
  test("is not offered for a travel model that only has the name of the usual one", () => {
    const usual = onNetwork();
    const slower: TravelModel = {
      id: usual.id,
      prepare: (at, profile) => {
        const { summary, diagnostics, fillTable } = usual.prepare(at, profile);
        return {
          ...{ summary, diagnostics },
          fillTable: (request, onCategory) => {
            const table = fillTable(request, onCategory);
            return { ...table, cost: table.cost.map((cost) => 1.5 * cost) };
          },
        };
      },
    };
    expect(isOffered(computeCoverage(city, { travel: [usual] }))).toBe(true);
    expect(isOffered(computeCoverage(city, { travel: [slower] }))).toBe(false);
  });
  test("is not offered in a city that is not that of the report", () => {
    const scenario = openScenario(city);
    expect(isOffered(scenario.report())).toBe(true);
    scenario.moveFacility(PHARMACIES[0] ?? "", THERE);
    expect(isOffered(scenario.report())).toBe(false);
    const facilities = { ...input.facilities, features: input.facilities.features.slice(1) };
    expect(isOffered(report, prepareCity({ ...input, facilities }))).toBe(false);
  });
});
