import { describe, expect, test } from "vitest";
import { findNearest } from "../../src/assess/find-nearest.js";
import {
  type CoverageOptions,
  computeCoverage,
  computeCoverages,
  givenCosts,
  prepareCity,
  type RequirementCoverage,
  type Standard,
  straightLine,
} from "../../src/index.js";
import { type Person, shareCovered, weightedQuantile } from "../oracle/oracle-coverage.js";
import { walkedStraight } from "../oracle/oracle-straight-line.js";
import { collection, desertGrid, pointFeature, polygonFeature, toStreetLayer } from "../support/desert-grid.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

// A town of blocks of 100 m at the equator, walked at 2 m/s: one block, 50 seconds. One person lives at (3, 4).
const grid = desertGrid({ columns: 11, rows: 11, blockMeters: 100 });
const { at } = grid;
const walker = walkingAt(2, { maxAccessMeters: 300 });
const homes = [[3, 4]] as const;
/** 3 + 4, 4 + 0 and 0 + 5 blocks from the home. */
const shops = [
  [0, 0],
  [7, 4],
  [3, 9],
] as const;
const input = {
  neighborhoods: polygonFeature([at(-40, -40), at(40, -40), at(40, 40), at(-40, 40)], { id: "all" }),
  facilities: collection([
    ...shops.map(([x, y], i) => pointFeature(at(x, y), { id: `shop ${i}`, category: "shop" })),
    pointFeature(at(6, 8), { id: "park", category: "park" }), // 3 east, 4 north: 500 m off, 700 m on foot
  ]),
  streets: toStreetLayer(grid.streets),
  population: collection(homes.map(([x, y]) => pointFeature(at(x, y), { population: 1 }))),
};
const cover = (requirements: Parameters<typeof standardOf>[0], options: Partial<CoverageOptions> = {}) =>
  computeCoverage(input, {
    ...{ standard: standardOf(requirements), profile: walker, originSpacingMeters: 400 },
    ...options,
  });
function requirementOf(...asked: Parameters<typeof cover>): RequirementCoverage {
  const [[first] = []] = asked;
  const found = cover(...asked).city.requirements[first?.id ?? first?.category ?? ""];
  if (found === undefined) throw new Error("no requirement");
  return found;
}

describe("a requirement of several facilities", () => {
  test.each([
    [1, "shop 1", 400],
    [2, "shop 2", 500],
    [3, "shop 0", 700],
  ])("is met by the last of %d that are needed: %s, after %d m", (count, facilityId, meters) => {
    const seconds = meters / 2;
    const just = requirementOf([{ category: "shop", threshold: { time: seconds + 0.001 }, count }]);
    expect(just).toMatchObject({ status: "covered", population: { share: 1 }, within: { median: count } });
    expect(just.nearest?.facilityId).toBe(facilityId);
    expect(just.nearest?.seconds).toBeCloseTo(seconds, 4);
    expect(just.nearest?.meters).toBeCloseTo(meters, 4);
    expect(just.seconds?.median).toBeCloseTo(seconds, 4);
    const less = requirementOf([{ category: "shop", threshold: { time: seconds - 0.001 }, count }]);
    expect(less).toMatchObject({ status: "uncovered", population: { share: 0 }, within: { median: count - 1 } });
    expect(less.seconds?.median).toBeCloseTo(seconds, 4);
  });
  test("is judged in metres as in minutes", () => {
    const [by500, by499] = [500.001, 499].map((network) =>
      requirementOf([{ category: "shop", threshold: { network }, count: 2 }]),
    );
    expect(by500).toMatchObject({ status: "covered", nearest: { facilityId: "shop 2" } });
    expect(by499).toMatchObject({ status: "uncovered", nearest: { facilityId: "shop 2" } });
    expect(by499?.nearest?.seconds).toBeCloseTo(250, 4);
  });
  test("is out of reach where there are fewer, and no data only where there are none", () => {
    const four = requirementOf([{ category: "shop", threshold: { time: 900 }, count: 4 }]);
    expect(four).toMatchObject({ status: "uncovered", nearest: null, seconds: null, within: { median: 3 } });
    const standard = standardOf([{ category: "museum", threshold: { time: 900 }, count: 2 }]);
    expect(computeCoverage(input, { standard }).city.requirements.museum?.status).toBe("no-data");
  });
  test("stands beside one of a single facility, which it does not change", () => {
    const report = cover([
      { category: "shop", threshold: { time: 300 } },
      { category: "shop", id: "choice", threshold: { time: 300 }, count: 3 },
      { category: "park", threshold: { time: 360 } },
    ]);
    expect(report.city.requirements).toMatchObject({
      shop: { status: "covered", nearest: { facilityId: "shop 1" } },
      choice: { status: "uncovered", nearest: { facilityId: "shop 0" } },
      park: { status: "covered", nearest: { facilityId: "park" } },
    });
    expect(report.standard.requirements.map(({ id, count, label }) => [id, count, label.en])).toEqual([
      ["shop", 1, "shop (5 min)"],
      ["choice", 3, "shop (3 within 5 min)"],
      ["park", 1, "park"],
    ]);
  });
});

describe("a service radius", () => {
  test("is the straight line as it is, whatever the streets are", () => {
    const [by500, by499] = [500.1, 499.9].map((straight) =>
      requirementOf([{ category: "park", threshold: { straight } }]),
    );
    expect(by500).toMatchObject({ status: "covered", within: { median: 1 }, nearest: { facilityId: "park" } });
    expect(by500?.nearest?.meters).toBeCloseTo(500, 0);
    expect(by499).toMatchObject({ status: "uncovered", within: { median: 0 } });
    expect(requirementOf([{ category: "park", threshold: { network: 500.1 } }]).status).toBe("uncovered");
  });
  test.each<[string, Partial<CoverageOptions>]>([
    ["lines with a detour", { travel: [straightLine({ detourFactor: 2 })] }],
    ["costs from elsewhere", { travel: [givenCosts([], { unit: "seconds" })] }],
    ["two models", { travel: [straightLine({ detourFactor: 2 }), straightLine({ detourFactor: 3 })] }],
  ])("is the same by %s", (_, options) => {
    const asked = [{ category: "park", threshold: { straight: 500.1 } }];
    expect(requirementOf(asked, options)).toEqual(requirementOf(asked));
  });
  test("names its own way of measuring in the report, besides the others", () => {
    const asked = [
      { category: "shop", threshold: { time: 300 } },
      { category: "park", threshold: { straight: 500.1 } },
    ];
    const { travel, standard } = cover(asked);
    expect(travel.map(({ id, parameters }) => [id, parameters.detourFactor])).toEqual([
      ["onNetwork", undefined],
      ["straightLine", 1],
    ]);
    expect(standard.requirements).toMatchObject([
      { reach: "time", unit: "seconds", threshold: 300 },
      { reach: "straight", unit: "meters", threshold: 500.1, cutoff: 1000.2 },
    ]);
    expect(cover(asked.slice(0, 1)).travel).toHaveLength(1);
  });
  test("may be one of several thresholds of a line: what the standard judges by decides", () => {
    const asked = [{ category: "park", threshold: { time: 350.001, network: 699, straight: 499 } }];
    const judgedBy = (judgeBy: Standard["judgeBy"]) =>
      computeCoverage(input, { standard: standardOf(asked, { judgeBy }), profile: walker }).city.requirements.park
        ?.status;
    expect([judgedBy("time"), judgedBy("network"), judgedBy("straight")]).toEqual([
      "covered",
      "uncovered",
      "uncovered",
    ]);
    const onlyRadius = [{ category: "park", threshold: { straight: 500.1 } }];
    for (const judgeBy of ["time", "network", "straight"] as const)
      expect(
        computeCoverage(input, { standard: standardOf(onlyRadius, { judgeBy }) }).city.requirements.park?.status,
      ).toBe("covered");
  });
  test("of several facilities, or else a walk, works like any other line", () => {
    const found = requirementOf([
      {
        category: "shop",
        threshold: { straight: 400.5 },
        count: 2,
        orElse: [{ category: "park", threshold: { time: 351 } }],
      },
    ]);
    expect(found).toMatchObject({ status: "covered", nearest: { facilityId: "park" } });
    const radii = requirementOf([{ category: "shop", threshold: { straight: 500.5 }, count: 3 }]);
    expect(radii).toMatchObject({ status: "covered", nearest: { facilityId: "shop 0" }, within: { median: 3 } });
    expect(radii.nearest?.meters).toBeCloseTo(500, 0);
  });
  test("is not mixed up with metres along the way, where several standards are asked at once", () => {
    const standards = [
      standardOf([{ category: "park", threshold: { network: 600 } }]),
      standardOf([{ category: "park", threshold: { straight: 600 } }]),
      standardOf([{ category: "shop", threshold: { network: 600 }, count: 2 }]),
    ];
    const city = prepareCity(input, { originSpacingMeters: 400 });
    const reports = computeCoverages(city, { standards, profiles: [walker] });
    expect(reports).toEqual(standards.map((standard) => computeCoverage(city, { standard, profile: walker })));
    expect(reports[0]?.city.requirements.park?.status).toBe("uncovered");
    expect(reports[1]?.city.requirements.park?.status).toBe("covered");
  });
  test("is found by the nearest facilities, too", () => {
    const standard = standardOf([
      { category: "park", threshold: { straight: 600 } },
      { category: "shop", threshold: { time: 600 }, count: 2 },
    ]);
    const city = prepareCity(input, { standard });
    const [park, shop] = findNearest(city, { location: at(3, 4) }, { profile: walker }) ?? [];
    expect(park?.meters).toBeCloseTo(500, 0);
    expect(shop).toMatchObject({ category: "shop", facility: { id: "shop 1" } });
  });
});

test("radii and counts are those of brute force in 40 random towns", () => {
  const THRESHOLD = 350;
  let partly = 0;
  for (let seed = 0; seed < 40; seed++) {
    const town = randomTown(seed, { originCount: 25, facilityCount: 14 });
    const townInput = toTownInput(town, seed);
    for (const count of [1, 3]) {
      const asked = ["shop", "school", "park"].map((category) => ({
        category,
        threshold: { straight: THRESHOLD },
        count,
      }));
      const report = computeCoverage(townInput, { standard: standardOf(asked), profile: walker });
      for (const { category } of asked) {
        const own = town.facilities.filter(({ categories }) => categories.includes(category));
        if (own.length === 0) continue;
        const people = town.origins.map((place, origin): Person => {
          const meters = own.map((facility) => walkedStraight(place, facility)).sort((a, b) => a - b);
          return {
            weight: townInput.population.features[origin]?.properties?.population,
            cost: meters[count - 1] ?? Infinity,
          };
        });
        const found = report.city.requirements[category];
        const where = `town ${seed}, ${count} × ${category}`;
        expect(found?.population.share, where).toBeCloseTo(shareCovered(people, THRESHOLD) ?? Number.NaN, 9);
        const reached = people.map((person) => ({
          ...person,
          cost: (person.cost ?? 0) > 2 * THRESHOLD ? Infinity : person.cost,
        }));
        const median = weightedQuantile(reached, 0.5);
        if (median === null) expect(found?.seconds?.median ?? null, where).toBeNull();
        else expect(found?.nearest?.meters, where).toBeCloseTo(median, 3);
        if (found?.status === "partly") partly++;
      }
    }
  }
  expect(partly).toBeGreaterThan(40);
});
