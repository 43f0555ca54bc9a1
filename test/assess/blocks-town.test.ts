import { describe, expect, test } from "vitest";
import {
  type CityInput,
  type CoverageOptions,
  type CoverageReport,
  computeCoverage,
  elderlyWalking,
  type LonLat,
  type Standard,
} from "../../src/index.js";
import {
  collection,
  desertGrid,
  pointFeature,
  polygonFeature,
  streetOf,
  toStreetLayer,
} from "../support/desert-grid.js";
import type { Street } from "../support/streets.js";
import { standardOf } from "../support/test-standard.js";
import { walkingAt } from "../support/travel-city.js";

// A town of blocks of 100 m at the equator, walked at 1 m/s: one block, 100 seconds.

const grid = desertGrid({ columns: 11, rows: 11, blockMeters: 100 });
const { at } = grid;
const walker = walkingAt(1, { maxAccessMeters: 300 });

interface Town {
  readonly homes: readonly (readonly [x: number, y: number])[];
  readonly shops?: readonly (readonly [x: number, y: number])[];
  readonly streets?: readonly Street[];
  readonly standard?: Standard;
  readonly options?: Partial<CoverageOptions>;
}

/** People at homes (1, 2, 3 … of them), all in one neighborhood; one shop or several; coverage of "shop". */
function cover({ homes, shops = [[0, 0]], streets = grid.streets, standard, options = {} }: Town): CoverageReport {
  const city: CityInput = {
    neighborhoods: polygonFeature([at(-40, -40), at(40, -40), at(40, 40), at(-40, 40)], { id: "all" }),
    facilities: collection(shops.map(([x, y], i) => pointFeature(at(x, y), { id: `shop ${i}`, category: "shop" }))),
    streets: toStreetLayer(streets),
    population: collection(homes.map(([x, y], i) => pointFeature(at(x, y), { population: i + 1 }))),
  };
  return computeCoverage(city, {
    standard: standard ?? standardOf([{ category: "shop", threshold: { time: 900 } }]),
    profile: walker,
    originSpacingMeters: 400,
    ...options,
  });
}
const shopOf = (report: CoverageReport) => {
  const shop = report.city.requirements.shop;
  if (shop === undefined) throw new Error("no requirement");
  return shop;
};
/** Seconds from one home to the nearest shop. */
const secondsFrom = (home: readonly [number, number], town: Omit<Town, "homes"> = {}) =>
  shopOf(cover({ homes: [home], ...town })).seconds?.median ?? Infinity;

describe("a trip through the blocks town", () => {
  test("takes as long as its blocks", () => {
    expect(secondsFrom([3, 4])).toBeCloseTo(700, 4); // 3 + 4 blocks
    expect(secondsFrom([0, 0])).toBe(0);
    expect(secondsFrom([10, 7])).toBeCloseTo(1700, 4);
    expect(secondsFrom([10, 9])).toBe(Infinity); // the cutoff is twice the threshold of 900
  });
  test("takes half as long at twice the speed, and metres stay metres", () => {
    const { nearest } = shopOf(cover({ homes: [[3, 4]], options: { profile: walkingAt(2) } }));
    expect(nearest?.seconds).toBeCloseTo(350, 4);
    expect(nearest?.meters).toBeCloseTo(700, 4);
  });
  test("begins and ends with the walk to the street", () => {
    expect(secondsFrom([3.5, 4.2])).toBeCloseTo(20 + 50 + 700, 3); // 20 m to the street, half a block, 3 + 4 blocks
    expect(secondsFrom([3, 4], { shops: [[-0.6, -0.8]] })).toBeCloseTo(700 + 100, 3); // 60, 80, 100
    const slow = walkingAt(1, { offStreetSpeedMetersPerSecond: 0.5 });
    expect(secondsFrom([3.5, 4.2], { options: { profile: slow } })).toBeCloseTo(40 + 50 + 700, 3);
  });
  test("on one edge goes along this edge, not over its ends", () => {
    expect(secondsFrom([2.2, 3], { shops: [[2.9, 3]] })).toBeCloseTo(70, 4);
    expect(secondsFrom([2.9, 3], { shops: [[2.2, 3]] })).toBeCloseTo(70, 4);
    expect(secondsFrom([2.4, 3.1], { shops: [[2.6, 2.9]] })).toBeCloseTo(10 + 20 + 10, 3); // both sides of one street
  });
  test("goes to the nearest of several shops, the one that is named", () => {
    const { nearest, within } = shopOf(
      cover({
        homes: [[4, 4]],
        shops: [
          [0, 0],
          [5, 6],
          [9, 4],
          [10, 10],
        ],
      }),
    );
    expect(nearest?.facilityId).toBe("shop 1"); // 1 + 2 blocks
    expect(nearest?.seconds).toBeCloseTo(300, 4);
    expect(within).toEqual({ min: 3, median: 3, max: 3 }); // 8, 3 and 5 blocks; the last one is 12 blocks away
  });
  test("is as long anywhere on Earth", () => {
    for (const lat of [31, -45, 60, 70]) {
      const town = desertGrid({ columns: 9, rows: 9, blockMeters: 100, lat, lon: 104 });
      const report = computeCoverage(
        {
          neighborhoods: polygonFeature([town.at(-1, -1), town.at(9, -1), town.at(9, 9), town.at(-1, 9)], { id: "n" }),
          facilities: pointFeature(town.at(0, 0), { category: "shop" }),
          streets: toStreetLayer(town.streets),
          population: pointFeature(town.at(3, 4), { population: 1 }),
        },
        { standard: standardOf([{ category: "shop", threshold: { time: 900 } }]), profile: walker },
      );
      expect(shopOf(report).seconds?.median, `${lat}°`).toBeCloseTo(700, 2);
    }
  });
});

describe("the threshold", () => {
  const exact = secondsFrom([3, 4]);
  const within = (seconds: number) =>
    shopOf(cover({ homes: [[3, 4]], standard: standardOf([{ category: "shop", threshold: { time: seconds } }]) }));
  test("is inclusive and compared unrounded: covered at exactly the limit, not one bit below", () => {
    expect(within(exact)).toMatchObject({ status: "covered", within: { min: 1 }, population: { share: 1 } });
    expect(within(exact * (1 - 2 ** -52))).toMatchObject({
      status: "uncovered",
      within: { max: 0 },
      population: { share: 0 },
    });
  });
  test("is not the cutoff: a miss is told by how much, up to twice the threshold", () => {
    expect(within(exact / 2).seconds?.median).toBe(exact);
    expect(within((exact / 2) * (1 - 2 ** -52)).seconds).toBeNull();
  });
  test("in metres is judged in metres, at any speed", () => {
    const standard = standardOf([{ category: "shop", threshold: { network: 750 } }]);
    const { status, nearest } = shopOf(cover({ homes: [[3, 4]], standard, options: { profile: walkingAt(0.1) } }));
    expect(status).toBe("covered");
    expect(nearest?.meters).toBeCloseTo(700, 4);
    expect(nearest?.seconds).toBeCloseTo(7000, 3);
  });
  test("is satisfied by an alternative that is near enough", () => {
    const standard = standardOf([
      { category: "school", threshold: { time: 300 }, orElse: [{ category: "shop", threshold: { time: 800 } }] },
    ]);
    const report = cover({ homes: [[3, 4]], standard });
    expect(report.city.requirements.school?.status).toBe("covered");
  });
});

describe("shares of people", () => {
  test("add up by the number of people at each home", () => {
    // 1, 2, 3 and 4 people, 2, 8, 12 and 20 blocks away; 9 blocks are within reach
    const report = cover({
      homes: [
        [1, 1],
        [4, 4],
        [6, 6],
        [10, 10],
      ],
    });
    const { population, seconds, status } = shopOf(report);
    expect(population).toEqual({ share: 0.3, covered: 3, total: 10, unknown: 0 });
    expect(status).toBe("partly");
    // five of ten are reached with the third home; the fourth, with the ninth person, lies beyond the cutoff of 18 blocks
    expect(seconds?.median).toBeCloseTo(1200, 4);
    expect(seconds?.p90).toBeNull();
    expect(seconds?.worst).toBeNull();
    expect(report.city.population).toBe(10);
  });
  test("leave out those about whom nothing is known: no street near them", () => {
    const report = cover({
      homes: [
        [1, 1],
        [20, 20],
      ],
    });
    expect(shopOf(report).population).toEqual({ share: 1, covered: 1, total: 3, unknown: 2 });
    expect(shopOf(report).status).toBe("covered");
    expect(report.diagnostics.find(({ code }) => code === "origin.offNetwork")?.count).toBeGreaterThan(0);
  });
});

describe("three findings stay apart", () => {
  const island = [streetOf("quay", [at(20, 0), at(26, 0)]), streetOf("pier", [at(26, 0), at(26, 6)])];
  const streets = [...grid.streets, ...island];
  test("a shop across the water is unreachable", () => {
    expect(shopOf(cover({ homes: [[22, 0]], streets }))).toMatchObject({
      status: "unreachable",
      seconds: null,
      nearest: null,
    });
  });
  test("a shop too far away is uncovered", () => {
    expect(shopOf(cover({ homes: [[10, 10]], streets }))).toMatchObject({ status: "uncovered", seconds: null });
  });
  test("a kind of facility that the input has nowhere is no data: not met in the score, met in its ceiling", () => {
    const standard = standardOf([
      { category: "shop", threshold: { time: 900 } },
      { category: "school", threshold: { time: 900 } },
    ]);
    const report = cover({ homes: [[1, 1]], standard });
    expect(report.city.requirements.school).toMatchObject({ status: "no-data", population: { share: null } });
    expect(report.city.circles.circle).toMatchObject({ score: 50, scoreCeiling: 100, noData: ["school"], missing: [] });
    expect(report.diagnostics.map(({ code }) => code)).toContain("category.noData");
  });
  test("a home on the island reaches the shop on the island", () => {
    expect(secondsFrom([22, 0], { streets, shops: [[26, 3]] })).toBeCloseTo(700, 4);
  });
});

describe("streets that are not like others", () => {
  const [south, north]: readonly LonLat[][] = [
    [at(0, 0), at(6, 0)],
    [at(6, 3), at(0, 3)],
  ];
  const rows = [streetOf("south", south ?? []), streetOf("north", north ?? [])];
  const link = (tags: Record<string, string>) => [...rows, streetOf("link", [at(6, 0), at(6, 3)], tags)];
  // from (3, 3) to (3, 0): 3 blocks, the link of 3 blocks, 3 blocks
  const time = (tags: Record<string, string>, options: Town["options"] = {}) =>
    secondsFrom([3, 3], { shops: [[3, 0]], streets: link(tags), options });
  test("steps take longer for the elderly: half of 0.8 m/s", () => {
    expect(time({ highway: "footway" }, { profile: elderlyWalking })).toBeCloseTo(900 / 0.8, 3);
    expect(time({ highway: "steps" }, { profile: elderlyWalking })).toBeCloseTo(600 / 0.8 + 300 / 0.4, 3);
    const { nearest } = shopOf(
      cover({
        homes: [[3, 3]],
        shops: [[3, 0]],
        streets: link({ highway: "steps" }),
        options: { profile: elderlyWalking },
      }),
    );
    expect(nearest?.meters).toBeCloseTo(900, 3);
  });
  test("one-way streets do not bind walkers, one-way footways do", () => {
    expect(time({ highway: "residential", oneway: "yes" })).toBeCloseTo(900, 3);
    expect(time({ highway: "footway", "oneway:foot": "-1" })).toBeCloseTo(900, 3); // drawn northward, walked southward
    expect(time({ highway: "footway", "oneway:foot": "yes" })).toBe(Infinity);
  });
  test("motorways are not walked, private roads only where there is no other way", () => {
    expect(time({ highway: "motorway" })).toBe(Infinity);
    // the only way out: used, and told
    expect(time({ highway: "service", access: "private" })).toBeCloseTo(900, 3);
    expect(time({ highway: "service", access: "private", foot: "yes" })).toBeCloseTo(900, 3);
  });
  test("a bridge does not lead down to the street it crosses, with and without node ids", () => {
    const ground = streetOf("ground", [at(0, 1), at(3, 1), at(9, 1)]);
    const bridge = streetOf("bridge", [at(3, 0), at(3, 1), at(3, 5)], { highway: "footway", bridge: "yes" });
    // beyond the end of the bridge: nobody gets off in mid-span
    const ramp = streetOf("ramp", [at(3, 5), at(3, 6)]);
    const ids = [
      { ...ground, nodeIds: [1, 2, 3] },
      { ...bridge, nodeIds: [4, 5, 6] },
      { ...ramp, nodeIds: [6, 7] },
    ];
    const joined = [
      { ...ground, nodeIds: [1, 2, 3] },
      { ...bridge, nodeIds: [4, 2, 6] },
      { ...ramp, nodeIds: [6, 7] },
    ];
    const town = { shops: [[3, 6]] as const };
    expect(secondsFrom([1, 1], { ...town, streets: [ground, bridge, ramp] })).toBe(Infinity);
    expect(secondsFrom([1, 1], { ...town, streets: ids })).toBe(Infinity);
    expect(secondsFrom([1, 1], { ...town, streets: joined })).toBeCloseTo(700, 3); // 2 blocks east, 5 north
  });
  test("steps that end at a vertex of a bridge lead up to it", () => {
    const bridge = streetOf("bridge", [at(0, 2), at(3, 2), at(8, 2)], { highway: "footway", bridge: "yes" });
    const steps = streetOf("steps", [at(3, 0), at(3, 2)], { highway: "steps" });
    expect(secondsFrom([3, 0], { shops: [[6, 2]], streets: [bridge, steps] })).toBeCloseTo(500, 3);
  });
  test("an alley that leads nowhere is avoided: the home is put on the street beyond it", () => {
    const alley = streetOf("alley", [at(2.2, 2.5), at(2.8, 2.5)]);
    expect(secondsFrom([2.5, 2.5], { streets: [...grid.streets, alley] })).toBeCloseTo(secondsFrom([2.5, 2.5]), 9);
  });
});
