import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import type { CostUnit, ReachRequest } from "../../src/model/travel.js";
import { costTo, facilityTo, secondQuantityTo } from "../../src/travel/nearest-table.js";
import { onNetwork } from "../../src/travel/on-network.js";
import type { PreparedTravel } from "../../src/travel/travel-model.js";
import { askOracle } from "../support/compare-with-oracle.js";
import { type Pair, readPairs } from "../support/pairs.js";
import { seededRandom } from "../support/random.js";
import { type RandomTown, randomTown } from "../support/random-town.js";
import { requestFor, travelCityOf, walkingAt } from "../support/travel-city.js";

const TOWNS = 60;
const FRAGMENT_METERS = 500;
/** Each edge of a way is rounded by at most half a unit, a millionth of a second. */
const TOLERANCE = 1e-4;
const twoSpeeds = walkingAt(1.25, {
  stepsSpeedMetersPerSecond: 0.5,
  offStreetSpeedMetersPerSecond: 0.9,
  maxAccessMeters: 150,
});
const oneSpeed = walkingAt(1.1, { maxAccessMeters: 150 });

type Walker = ReturnType<typeof walkingAt>;

/** A town in which some facilities and some origins stand at the place of another. */
function townWithTwins(seed: number): RandomTown {
  const town = randomTown(seed);
  const twins = town.facilities.slice(0, 3).map((facility) => ({ ...facility, id: `${facility.id} twin` }));
  return {
    ...town,
    facilities: [...town.facilities, ...twins],
    origins: [...town.origins, ...town.origins.slice(0, 3)],
  };
}

function prepare(town: RandomTown, profile: Walker, search?: "network" | "hierarchy"): PreparedTravel {
  const city = travelCityOf(town.streets, town.facilities, town.origins, FRAGMENT_METERS);
  return onNetwork(search === undefined ? {} : { search }).prepare(city, profile);
}

function reach(travel: PreparedTravel, request: ReachRequest) {
  if (travel.fillReach === undefined) throw new Error("no reach table");
  return travel.fillReach(request);
}

/** How the town's pairs differ from those found by brute force; empty = not at all. @returns how many pairs there are */
function compare(seed: number, unit: CostUnit, profile: Walker, search: "network" | "hierarchy"): number {
  const town = townWithTwins(seed);
  const random = seededRandom(seed);
  const cutoff = 50 + 900 * random();
  const categories = town.categories.slice(0, 1 + (seed % 3));
  const table = reach(prepare(town, profile, search), { unit, cutoff, categories, withSecondQuantity: true });
  const found = new Map(readPairs(table).map((pair) => [`${pair.origin} ${pair.row}`, pair]));
  expect(found.size, `town ${seed}: each pair once`).toBe(table.pairCount);
  const ways = askOracle(town, { profile, by: unit });
  const wrong: string[] = [];
  ways.forEach((own, origin) => {
    town.facilities.forEach((facility, row) => {
      const way = facility.categories.some((category) => categories.includes(category)) ? own?.get(row) : undefined;
      const pair = found.get(`${origin} ${row}`);
      const expected = way?.[unit] ?? Infinity;
      // at the cutoff itself a rounding decides
      if (Math.abs(expected - cutoff) < TOLERANCE) return;
      const isRight =
        expected > cutoff ? pair === undefined : Math.abs((pair?.cost ?? Infinity) - expected) < TOLERANCE;
      if (!isRight) wrong.push(`town ${seed}, origin ${origin}, facility ${row}: ${pair?.cost} for ${expected}`);
      const second = way?.[unit === "seconds" ? "meters" : "seconds"] ?? Infinity;
      if (pair !== undefined && !(Math.abs((pair.second ?? Infinity) - second) < 10 * TOLERANCE))
        wrong.push(`town ${seed}, origin ${origin}, facility ${row}: second ${pair.second} for ${second}`);
    });
  });
  expect(wrong).toEqual([]);
  const unattached = ways.flatMap((own, origin) => (own === null ? [origin] : []));
  expect([...table.unattachedOrigins]).toEqual(unattached);
  return table.pairCount;
}

describe("a reach table on the network", () => {
  test.each([
    ["seconds, several speeds", "seconds", twoSpeeds, "network"],
    ["metres, several speeds", "meters", twoSpeeds, "network"],
    ["seconds, over the network", "seconds", oneSpeed, "network"],
    ["seconds, over the hierarchy", "seconds", oneSpeed, "hierarchy"],
    ["metres, over the hierarchy", "meters", oneSpeed, "hierarchy"],
  ] as const)("equals a plain Dijkstra from every origin in random towns: %s", (_, unit, profile, search) => {
    let pairs = 0;
    for (let seed = 0; seed < TOWNS; seed++) pairs += compare(seed, unit, profile, search);
    expect(pairs).toBeGreaterThan(20 * TOWNS);
  });

  test("is the same, bit for bit, whichever way is searched, with a second quantity or without", () => {
    let pairs = 0;
    for (let seed = 0; seed < 2 * TOWNS; seed++) {
      const town = townWithTwins(seed);
      const profile = seed % 2 === 0 ? oneSpeed : twoSpeeds;
      // 3,000,000 needs coarser units
      const cutoff = seed % 7 === 0 ? 3_000_000 : 30 + 40 * (seed % 20);
      const request: ReachRequest = {
        unit: seed % 3 === 0 ? "meters" : "seconds",
        cutoff,
        categories: town.categories,
      };
      const costs = (travel: PreparedTravel, changes: Partial<ReachRequest> = {}) =>
        readPairs(reach(travel, { ...request, ...changes })).map(({ origin, row, cost }) => [origin, row, cost]);
      const known = costs(prepare(town, profile, "network"));
      expect(costs(prepare(town, profile, "hierarchy")), `town ${seed}`).toEqual(known);
      expect(costs(prepare(town, profile), { withSecondQuantity: true }), `town ${seed}`).toEqual(known);
      pairs += known.length;
    }
    expect(pairs).toBeGreaterThan(20 * TOWNS);
  });

  test("without a cutoff holds every facility that there is a way to", () => {
    for (let seed = 0; seed < 30; seed++) {
      const town = townWithTwins(seed);
      const { categories } = town;
      const table = reach(prepare(town, oneSpeed), { unit: "seconds", cutoff: Infinity, categories });
      const ways = askOracle(town, { profile: oneSpeed, by: "seconds" });
      expect(table.pairCount, `town ${seed}`).toBe(ways.reduce((sum, own) => sum + (own?.size ?? 0), 0));
    }
  });
});

describe("a reach table beside a nearest table", () => {
  /** Pairs of a category, by origin. */
  const ofCategory = (town: RandomTown, pairs: readonly Pair[], category: string, origin: number) =>
    pairs.filter((pair) => pair.origin === origin && town.facilities[pair.row]?.categories.includes(category));

  test.each([
    ["one speed", oneSpeed],
    ["several speeds", twoSpeeds],
  ])("begins with its facilities at the same cost, and counts as many: %s, bit for bit", (_, profile) => {
    let compared = 0;
    for (let seed = 0; seed < TOWNS; seed++) {
      const town = townWithTwins(seed);
      const { categories } = town;
      const travel = prepare(town, profile);
      // the nearest table searches farther, and by coarser units
      const [cutoff, nearestCutoff] = seed % 2 === 0 ? [400, 800] : [1000, 5000];
      const countWithin = categories.map((_category, column) => cutoff / (1 + column));
      const nearest = travel.fillTable(requestFor(categories, { cutoff: nearestCutoff, countWithin, nearestCount: 2 }));
      const pairs = readPairs(
        reach(travel, { unit: "seconds", cutoff, nearestCutoff, categories, withSecondQuantity: true }),
      );
      town.origins.forEach((_place, origin) => {
        categories.forEach((category, column) => {
          const own = ofCategory(town, pairs, category, origin);
          const where = `town ${seed}, origin ${origin}, ${category}`;
          for (const rank of [0, 1]) {
            const cost = costTo(nearest, origin, column, rank);
            expect(own[rank]?.cost ?? Infinity, where).toBe(cost <= cutoff ? cost : Infinity);
            if (cost > cutoff) continue;
            expect(own[rank]?.row, where).toBe(facilityTo(nearest, origin, column, rank));
            expect(own[rank]?.second, where).toBe(secondQuantityTo(nearest, origin, column, rank));
            compared++;
          }
          const threshold = countWithin[column] ?? 0;
          const count = own.filter(({ cost }) => cost <= threshold).length;
          expect(count, where).toBe(nearest.counts[column]?.[origin]);
        });
      });
    }
    expect(compared).toBeGreaterThan(5 * TOWNS);
  });
});

describe("the parts of a reach table", () => {
  test("hold the same pairs, whatever their size; none is larger than asked, unless of one origin", () => {
    for (let seed = 0; seed < 60; seed++) {
      const town = townWithTwins(seed);
      const travel = prepare(town, oneSpeed);
      const request = { unit: "seconds", cutoff: 700, categories: town.categories, withSecondQuantity: true } as const;
      const whole = reach(travel, request);
      expect(whole.parts.length).toBe(1);
      for (const maxPairsPerPart of [1, 7, 20, 50]) {
        const table = reach(travel, { ...request, maxPairsPerPart });
        expect(readPairs(table), `town ${seed}`).toEqual(readPairs(whole));
        for (const { cost, firstPair, originCount } of table.parts) {
          expect(originCount).toBeGreaterThan(0);
          const least = firstPair[originCount - 1] as number;
          expect(cost.length <= maxPairsPerPart || least === 0, `${cost.length} of ${maxPairsPerPart}`).toBe(true);
        }
      }
    }
  });
  test("stand in the order of the cost, at equal cost in that of the facilities", () => {
    let ties = 0;
    for (let seed = 0; seed < 60; seed++) {
      const town = townWithTwins(seed);
      const pairs = readPairs(
        reach(prepare(town, oneSpeed), { unit: "seconds", cutoff: 700, categories: town.categories }),
      );
      pairs.forEach((pair, i) => {
        const before = pairs[i - 1];
        if (before?.origin !== pair.origin) return;
        if (before.cost === pair.cost) ties++;
        expect(before.cost < pair.cost || (before.cost === pair.cost && before.row < pair.row)).toBe(true);
      });
    }
    expect(ties).toBeGreaterThan(60);
  });
  test("are none where there is nobody to start, and empty where nothing is asked for", () => {
    const town = randomTown(1);
    const request = { unit: "seconds", cutoff: 700, categories: town.categories } as const;
    const nobody = reach(prepare({ ...town, origins: [] }, oneSpeed), request);
    expect([nobody.pairCount, nobody.parts]).toEqual([0, []]);
    for (const nothing of [
      reach(prepare(town, oneSpeed), { ...request, categories: [] }),
      reach(prepare({ ...town, facilities: [] }, oneSpeed), request),
    ])
      expect(readPairs(nothing)).toEqual([]);
  });
});

describe("a reach table that is too large", () => {
  test("is refused, with the category that has most of the pairs", () => {
    const town = randomTown(3, { facilityCount: 40 });
    const shops = town.facilities.map((facility, row) => ({
      ...facility,
      categories: row < 30 ? ["shop"] : ["school"],
    }));
    const travel = prepare({ ...town, facilities: shops }, oneSpeed);
    const request = { unit: "seconds", cutoff: 900, categories: ["park", "school", "shop"] } as const;
    const { pairCount } = reach(travel, request);
    expect(pairCount).toBeGreaterThan(100);
    expect(reach(travel, { ...request, maxPairs: pairCount }).pairCount).toBe(pairCount);
    try {
      reach(travel, { ...request, maxPairs: pairCount - 1 });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(CoverageError);
      expect(error).toMatchObject({ code: "LIMIT_EXCEEDED", path: "maxPairs" });
      expect(String(error)).toContain('"shop"');
    }
  });
});
