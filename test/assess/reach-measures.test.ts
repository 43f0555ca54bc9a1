import { describe, expect, test } from "vitest";
import { computeCoverage, computeTravelTimes, openScenario, prepareCity, straightLine } from "../../src/index.js";
import { gravity, reachMeasure } from "../../src/measures/index.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

// Measures of every facility within reach against the matrix of travel times.

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { category: "school", threshold: { time: 400 } },
]);
const profile = walkingAt(1.2, { maxAccessMeters: 150 });
const cutoff = 600;
const half = 200;
const townOf = (seed: number) => toTownInput(randomTown(seed, { originCount: 20 }), seed);
const prepare = (seed: number) => prepareCity(townOf(seed), { standard, originSpacingMeters: 400 });
/** Keeps the value of every origin as it is. */
const recorder = () => {
  const seen: Float64Array[] = [];
  const kept = gravity(half, { cutoffSeconds: cutoff });
  const measure = {
    ...kept,
    perOrigin: (...args: Parameters<typeof kept.perOrigin>) => {
      const values = kept.perOrigin(...args);
      seen.push(values);
      return values;
    },
  };
  return { seen, measure };
};

describe("a measure of all facilities within reach", () => {
  test.each([1, 2, 3, 4, 5])("is that of the travel times of every pair: random town %i", (seed) => {
    const city = prepare(seed);
    const { seen, measure } = recorder();
    computeCoverage(city, { profile, measures: [measure] });
    const times = computeTravelTimes(city, {
      ...{ profile, from: "origins", to: { categories: ["shop", "school"] }, cutoffSeconds: cutoff },
    });
    const expected = new Float64Array(city.origins.count);
    times.fromRow.forEach((origin, pair) => {
      expected[origin] = (expected[origin] as number) + 2 ** (-(times.seconds[pair] as number) / half);
    });
    for (const origin of times.unattachedFrom) expected[origin] = Number.NaN;
    const [values] = seen;
    expect(values?.length).toBe(expected.length);
    for (const [origin, value] of values?.entries() ?? []) {
      if (Number.isNaN(expected[origin])) expect(value, `origin ${origin}`).toBeNaN();
      else expect(value, `origin ${origin}`).toBeCloseTo(expected[origin] as number, 9);
    }
  });
  test("follows a scenario, beside measures of the nearest", () => {
    const city = prepare(3);
    const measures = [gravity(half, { cutoffSeconds: cutoff })];
    const scenario = openScenario(city, { profile, measures });
    const before = computeCoverage(city, { profile, measures });
    expect(scenario.report().city.measures).toEqual(before.city.measures);
    const [closed] = city.facilities.filter(({ categories }) => categories.includes("shop"));
    scenario.closeFacility(closed?.id ?? "");
    const input = townOf(3);
    const features = input.facilities.features.filter(({ properties }) => properties?.id !== closed?.id);
    const after = computeCoverage(
      { ...input, facilities: { ...input.facilities, features } },
      { ...{ standard, profile, measures }, originSpacingMeters: 400 },
    );
    expect(scenario.report().city.measures).toEqual(after.city.measures);
    expect(after.city.measures).not.toEqual(before.city.measures);
  });
  test("is told of the places that its rows mean", () => {
    const city = prepare(2);
    const population = reachMeasure({
      ...{ id: "own", label: { zh: "本地人口", en: "People here" }, unit: "count", tableUnit: "meters", cutoff: 300 },
      summary: ["mean"],
      perOrigin: ({ originCount }, { origins, facilities }) => {
        expect([origins.count, facilities.length]).toEqual([originCount, city.facilities.length]);
        return Float64Array.from(origins.population);
      },
    });
    const { measures } = computeCoverage(city, { profile, travel: [straightLine()], measures: [population] }).city;
    expect(measures?.own?.mean).toBeGreaterThan(0);
  });
  test("is refused without what fills its table", () => {
    const { fill: _, ...broken } = gravity(half, { cutoffSeconds: cutoff });
    expect(() => computeCoverage(townOf(1), { standard, measures: [broken as never] })).toThrow(/measures\[0\]\.fill/);
  });
});
