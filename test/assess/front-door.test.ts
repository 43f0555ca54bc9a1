import { describe, expect, test } from "vitest";
import {
  type CityInput,
  type CoverageOptions,
  computeCoverage,
  computeCoverages,
  elderlyWalking,
  givenCosts,
  onNetwork,
  openScenario,
  prepareCity,
  straightLine,
  toHtml,
  toMarkdown,
  toText,
} from "../../src/index.js";
import {
  collection,
  desertGrid,
  pointFeature,
  polygonFeature,
  streetOf,
  toStreetLayer,
} from "../support/desert-grid.js";
import { standardOf } from "../support/test-standard.js";
import { walkingAt } from "../support/travel-city.js";

// A town of blocks of 100 m at the equator, walked at 1 m/s: one block, 100 seconds.
const { at, streets } = desertGrid({ columns: 11, rows: 11, blockMeters: 100 });
const profile = walkingAt(1, { maxAccessMeters: 300 });
const standard = standardOf([{ category: "shop", threshold: { time: 500 } }]);
const square = (id: string, [x, y, size]: readonly [number, number, number], properties: object = {}) =>
  polygonFeature([at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size)], { id, ...properties });

function town(changes: Partial<CityInput> = {}): CityInput {
  return {
    neighborhoods: square("all", [0, 0, 10]),
    facilities: collection([pointFeature(at(0, 0), { id: "shop", category: "shop" })]),
    streets: toStreetLayer(streets),
    ...changes,
  };
}
const cover = (city: CityInput, options: CoverageOptions = {}) =>
  computeCoverage(city, { standard, profile, originSpacingMeters: 200, ...options });
const people = (places: readonly (readonly [x: number, y: number, count: number])[]) =>
  collection(places.map(([x, y, population]) => pointFeature(at(x, y), { population })));

describe("joined travel models", () => {
  test("tell metres also where only one of them measures them apart from seconds", () => {
    const travel = [onNetwork(), straightLine({ detourFactor: 1 })];
    const { nearest } =
      cover(town({ population: people([[3, 4, 1]]) }), { profile: elderlyWalking, travel }).city.requirements.shop ??
      {};
    // as the crow flies: 3, 4, 5 blocks, at 0.8 m/s
    expect(nearest?.meters).toBeCloseTo(500, 3);
    expect(nearest?.seconds).toBeCloseTo(625, 3);
  });
  test("count a pair that is given twice once, at its cheapest", () => {
    const city = prepareCity(town({ population: people([[3, 4, 1]]) }), { standard, originSpacingMeters: 2000 });
    const originRow = city.origins.population.indexOf(1);
    const costs = [700, 300].map((cost) => ({ originRow, facilityId: "shop", cost }));
    const { within, seconds } =
      computeCoverage(city, { profile, travel: [givenCosts(costs, { unit: "seconds" })] }).city.requirements.shop ?? {};
    expect(within).toEqual({ min: 1, median: 1, max: 1 });
    expect(seconds?.median).toBe(300);
  });
});

describe("limits", () => {
  test("half of the people within reach is not missing, a person less is", () => {
    // four blocks are within reach, six are not
    const missing = (far: number) =>
      cover(
        town({
          population: people([
            [2, 2, 50],
            [3, 3, far],
          ]),
        }),
      ).city.circles.circle?.missing;
    expect(missing(50)).toEqual([]);
    expect(missing(51)).toEqual(["shop"]);
  });
  test("people counted in tenths change no time", () => {
    const homes = Array.from({ length: 30 }, (_, i) => [i % 10, (i * 7) % 10, 1 + (i % 3)] as const);
    const timesOf = (factor: number) =>
      cover(town({ population: people(homes.map(([x, y, count]) => [x, y, count * factor])) })).city.requirements.shop
        ?.seconds;
    expect(timesOf(0.1)).toEqual(timesOf(1));
  });
});

describe("a prepared city", () => {
  test("is judged by the standard it was prepared for", () => {
    const city = prepareCity(town(), { standard, originSpacingMeters: 200 });
    expect(computeCoverage(city, { profile }).standard.id).toBe("test");
  });
});

describe("people told by neighborhoods", () => {
  test("stand where they live, also where another outline holds the ground", () => {
    const quarters = [square("west", [0, 0, 5]), square("east", [5, 0, 5])];
    const whole = square("whole", [0, 0, 10], { population: 400 });
    const report = cover(town({ neighborhoods: collection([...quarters, whole]) }));
    const found = report.neighborhoods.map(({ population }) => population ?? 0);
    expect(found[0]).toBeGreaterThan(80);
    expect(found[1]).toBeGreaterThan(80);
    expect(report.city.population).toBeCloseTo(400, 9);
    expect(report.diagnostics.map(({ code }) => code)).toContain("neighborhood.overlap");
  });
  test("that are not told are null, not 0, and the report says so", () => {
    const neighborhoods = collection([square("told", [0, 0, 5], { population: 10 }), square("untold", [5, 0, 5])]);
    const report = cover(town({ neighborhoods }));
    expect(report.neighborhoods.map(({ population }) => population)).toEqual([10, null]);
    expect(report.diagnostics.find(({ code }) => code === "population.missing")?.sampleIds).toEqual(["untold"]);
  });
  test("and by a population layer: the layer counts, and a great difference is told", () => {
    const neighborhoods = collection([square("all", [0, 0, 10], { population: 1000 })]);
    const report = cover(town({ neighborhoods, population: people([[1, 1, 100]]) }));
    expect(report.city.population).toBe(100);
    expect(report.diagnostics.find(({ code }) => code === "population.disagrees")?.examples).toEqual(["100 ≠ 1000"]);
  });
});

describe("areas", () => {
  test("beside a street are entered all along it", () => {
    const park = (gapMeters: number) => {
      const south = gapMeters / 100;
      const ring = [at(2, south), at(8, south), at(8, 0.9), at(2, 0.9)];
      return collection([polygonFeature(ring, { id: "park", category: "shop" })]);
    };
    const front = toStreetLayer([streetOf("front", [at(0, 0), at(10, 0)])]);
    const secondsFrom = (x: number, gapMeters: number) =>
      cover(town({ streets: front, facilities: park(gapMeters), population: people([[x, 0, 1]]) })).city.requirements
        .shop?.seconds?.median ?? Infinity;
    // one metre off the street or on it: from either end of the front it is as far
    for (const gap of [0, 1]) {
      expect(secondsFrom(1, gap)).toBeCloseTo(100 + gap, 1);
      expect(secondsFrom(9, gap)).toBeCloseTo(100 + gap, 1);
    }
  });
  test("are reached by those who are on a street inside", () => {
    const campus = collection([
      polygonFeature([at(1.5, 1.5), at(6.5, 1.5), at(6.5, 6.5), at(1.5, 6.5)], { id: "campus", category: "shop" }),
    ]);
    const { seconds } =
      cover(town({ facilities: campus, population: people([[4, 4, 1]]) })).city.requirements.shop ?? {};
    expect(seconds?.median).toBe(0);
  });
  test("with closed access do not count, unless somebody says what they are", () => {
    const pool = (properties: object) =>
      computeCoverage(town({ facilities: collection([pointFeature(at(0, 0), { id: "pool", ...properties })]) }), {
        originSpacingMeters: 500,
      });
    const closed = pool({ leisure: "fitness_centre", access: "private" });
    expect(closed.city.requirements.fitness_venue?.status).toBe("no-data");
    expect(closed.inputs[1]).toMatchObject({ given: 1, used: 0, leftOut: { "facility.private": 1 } });
    expect(pool({ category: "fitness_venue", access: "private" }).inputs[1]).toMatchObject({ used: 1 });
  });
});

describe("what is said of the data", () => {
  const about = { place: "Desert", date: "2026-03", attribution: "© Desert, CC BY 4.0" };

  test("stands in the report, of several standards and of scenarios, too, and whoever writes tells it", () => {
    const prepared = prepareCity(town(), { standard });
    const report = computeCoverage(prepared, { profile, about });
    expect(report.about).toEqual(about);
    expect(computeCoverages(prepared, { about }).map((one) => one.about)).toEqual([about]);
    expect(openScenario(prepared, { about }).report().about).toEqual(about);
    for (const text of [toText(report), toMarkdown(report), toHtml(report, prepared)])
      for (const fact of Object.values(about)) expect(text).toContain(fact);
    expect(computeCoverage(prepared, { profile })).not.toHaveProperty("about");
  });

  test("is refused where it is no text, or nothing that is told", () => {
    const wrong = (value: unknown) => () => computeCoverage(town(), { about: value as never });
    expect(wrong("2026")).toThrow("options.about must be an object");
    expect(wrong({ date: 2026 })).toThrow("options.about.date must be a string");
    expect(wrong({ licence: "CC0" })).toThrow('Unknown option "licence"');
  });
});
