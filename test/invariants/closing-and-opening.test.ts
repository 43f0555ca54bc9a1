import { describe, expect, test } from "vitest";
import { computeCoverage, openScenario, prepareCity } from "../../src/index.js";
import type { AreaCoverage, CoverageReport, Share } from "../../src/model/report.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

// Closing a facility takes something away: no score, grade or share of anybody may rise. Opening one is the reverse.

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 40);
const grades = [
  { id: "excellent", label: { zh: "优", en: "Excellent" }, minScore: 90 },
  { id: "good", label: { zh: "良", en: "Good" }, minScore: 60 },
  { id: "poor", label: { zh: "不足", en: "Poor" }, minScore: 0 },
];
const standard = standardOf(
  [
    { category: "shop", threshold: { time: 300 } },
    { category: "school", threshold: { network: 500 } },
    { category: "bank", threshold: { time: 400 }, necessity: "optional" },
    { category: "park", threshold: { straight: 200 }, orElse: [{ category: "shop", threshold: { time: 100 } }] },
    { category: "library", threshold: { time: 600 } },
  ],
  { grades, gradeCapWhenMissing: "good" },
);
const options = { standard, profile: walkingAt(1.1, { maxAccessMeters: 120 }) };
/** Higher is better; -1 = not graded. */
const gradeRank = (id: string | null) =>
  id === null ? -1 : grades.length - grades.findIndex((grade) => grade.id === id);

/** What must not rise, by path; `null` and "not graded" are no numbers to fall from or to. */
function heightsOf(report: CoverageReport): Map<string, number> {
  const heights = new Map<string, number>();
  const add = (path: string, value: number | null) => value !== null && heights.set(path, value);
  const addShares = (path: string, { population, area }: { readonly population: Share; readonly area: Share }) => {
    add(`${path} population`, population.share);
    add(`${path} area`, area.share);
  };
  const areas: readonly (readonly [string, AreaCoverage])[] = [
    ["city", report.city],
    ...report.neighborhoods.map((area) => [area.id, area] as const),
  ];
  for (const [name, area] of areas) {
    add(`${name} services`, area.services.value);
    expect(area.services.ceiling ?? 0).toBeGreaterThanOrEqual(area.services.value ?? 0);
    expect(area.services.ceiling ?? 0).toBeLessThanOrEqual(area.services.of);
    for (const [id, circle] of Object.entries(area.circles)) {
      add(`${name} ${id} score`, circle.score);
      if (circle.grade !== null) add(`${name} ${id} grade`, gradeRank(circle.grade));
      addShares(`${name} ${id}`, circle);
      expect(circle.scoreCeiling ?? 0).toBeGreaterThanOrEqual(circle.score ?? 0);
      expect(gradeRank(circle.gradeCeiling)).toBeGreaterThanOrEqual(gradeRank(circle.grade));
    }
    for (const [id, requirement] of Object.entries(area.requirements)) addShares(`${name} ${id}`, requirement);
  }
  return heights;
}

function expectNotHigher(after: CoverageReport, before: CoverageReport, about: string): void {
  const most = heightsOf(before);
  for (const [path, height] of heightsOf(after))
    expect(height, `${about}: ${path}`).toBeLessThanOrEqual((most.get(path) ?? Infinity) + 1e-9);
}

describe("closing lowers and opening raises, if anything,", () => {
  test.each(SEEDS)("edit by edit, until nothing is left: random town %i", (seed) => {
    const random = seededRandom(seed);
    const prepared = prepareCity(toTownInput(randomTown(seed, { originCount: 25 }), seed), { standard });
    const scenario = openScenario(prepared, options);
    const open = prepared.facilities.map(({ id }) => id);
    let before = scenario.report();
    for (let edit = 0; open.length > 0; edit++) {
      const isOpening = random() < 0.2;
      if (isOpening) {
        const { location } = draw(random, prepared.facilities);
        const { id } = draw(random, standard.categories);
        scenario.addFacility({ id: `new ${edit}`, categories: [id], location });
        if (random() < 0.5) open.push(`new ${edit}`);
      } else scenario.closeFacility(open.splice(drawIndex(random, open.length), 1)[0] as string);
      const after = scenario.report();
      if (isOpening) expectNotHigher(before, after, `opening, edit ${edit}`);
      else expectNotHigher(after, before, `closing, edit ${edit}`);
      before = after;
    }
  });
  test.each(SEEDS)("an input that has lost a category, known or not: random town %i", (seed) => {
    const input = toTownInput(randomTown(seed, { originCount: 25 }), seed);
    const before = computeCoverage(input, options);
    for (const { id } of standard.categories) {
      const features = input.facilities.features.filter(({ properties }) => properties?.category !== id);
      const without = { ...input, facilities: { ...input.facilities, features } };
      for (const knownCategories of [[], [id]]) {
        const after = computeCoverage(without, { ...options, knownCategories });
        // a share of people is told of what has data only
        const circlesOnly = (report: CoverageReport): CoverageReport => ({
          ...report,
          city: { ...report.city, requirements: {} },
          neighborhoods: report.neighborhoods.map((area) => ({ ...area, requirements: {} })),
        });
        expectNotHigher(circlesOnly(after), circlesOnly(before), `without ${id}, known: ${knownCategories}`);
      }
    }
  });
});

describe("what has no data", () => {
  const outline = [
    [0, 0],
    [0.002, 0],
    [0.002, 0.002],
    [0, 0.002],
    [0, 0],
  ];
  const square = {
    type: "Feature" as const,
    properties: { id: "a", population: 100 },
    geometry: { type: "Polygon" as const, coordinates: [outline] },
  };
  const shop = {
    type: "Feature" as const,
    properties: { id: "s", category: "shop" },
    geometry: { type: "Point" as const, coordinates: [0.001, 0.001] },
  };
  const report = (features: readonly object[]) =>
    computeCoverage({ neighborhoods: square, facilities: { type: "FeatureCollection", features } as never }, options);
  const circleOf = ({ city }: CoverageReport) => Object.values(city.circles)[0];

  test("counts as not met in the score and in what is complete, and as met in the ceiling", () => {
    // the park may be too far for some: nobody knows of the school and the library
    const circle = circleOf(report([shop, { ...shop, properties: { id: "p", category: "park" } }]));
    expect(circle).toMatchObject({ noData: expect.arrayContaining(["school", "library"]), population: { share: 0 } });
    expect(circle?.score).toBeLessThan(100);
    expect(circle?.scoreCeiling).toBeGreaterThan(circle?.score ?? 0);
    expect(gradeRank(circle?.gradeCeiling ?? null)).toBeGreaterThan(gradeRank(circle?.grade ?? null));
  });
  test("leaves a circle without a grade where nothing mandatory has data, though it has a score", () => {
    const bank = { ...shop, properties: { id: "b", category: "bank" } };
    expect(circleOf(report([bank]))).toMatchObject({ grade: null, score: expect.any(Number) });
  });
});
