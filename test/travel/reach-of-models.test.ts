import { describe, expect, test } from "vitest";
import type { ReachRequest, ReachTable } from "../../src/model/travel.js";
import { fillReach } from "../../src/travel/fill-reach.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { straightLine } from "../../src/travel/straight-line.js";
import type { PreparedTravel, TravelCity } from "../../src/travel/travel-model.js";
import { walkedStraight } from "../oracle/oracle-straight-line.js";
import { errorOf } from "../support/geojson-samples.js";
import { readPairs } from "../support/pairs.js";
import { drawIndex, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { travelCityOf, walkingAt } from "../support/travel-city.js";

const walker = walkingAt(1.2, { maxAccessMeters: 150 });
const twoSpeeds = walkingAt(1.2, { stepsSpeedMetersPerSecond: 0.5, maxAccessMeters: 150 });
const townOf = (seed: number) => {
  const town = randomTown(seed, { facilityCount: 25 });
  return { ...town, city: travelCityOf(town.streets, town.facilities, town.origins) };
};
const placesOf = ({ origins, facilities }: TravelCity) => ({ originCount: origins.count, facilities });
/** A model of somebody who has only ever heard of nearest tables. */
const nearestOnly = ({ summary, diagnostics, fillTable }: PreparedTravel): PreparedTravel => ({
  ...{ summary, diagnostics, fillTable },
});

describe("a reach table in straight lines", () => {
  test("equals brute force in random towns, in seconds and metres", () => {
    let pairs = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { city, facilities, origins, categories } = townOf(seed);
      const unit = seed % 2 === 0 ? "seconds" : "meters";
      const [perMeter, second] = unit === "seconds" ? [1.3 / 1.5, 1.3] : [1.3, 1.3 / 1.5];
      const wanted = categories.slice(0, 1 + (seed % 3));
      const cutoff = 100 + 10 * seed;
      const travel = straightLine({ speedMetersPerSecond: 1.5 }).prepare(city, walker);
      const table = fillReach([travel], { unit, cutoff, categories: wanted, withSecondQuantity: true }, placesOf(city));
      const found = readPairs(table);
      const expected = origins.flatMap((place, origin) =>
        facilities
          .map((facility, row) => ({ row, facility, meters: walkedStraight(place, facility) }))
          .filter(({ facility }) => facility.categories.some((category) => wanted.includes(category)))
          .filter(({ meters }) => meters * perMeter <= cutoff)
          .sort((a, b) => a.meters - b.meters || a.row - b.row)
          .map(({ row, meters }) => ({ origin, row, cost: meters * perMeter, second: meters * second })),
      );
      expect(found.map(({ origin, row }) => [origin, row])).toEqual(expected.map(({ origin, row }) => [origin, row]));
      found.forEach((pair, i) => {
        expect(pair.cost).toBeCloseTo(expected[i]?.cost ?? Number.NaN, 6);
        expect(pair.second).toBeCloseTo(expected[i]?.second ?? Number.NaN, 6);
      });
      expect(table.unattachedOrigins.length).toBe(0);
      pairs += found.length;
    }
    expect(pairs).toBeGreaterThan(1000);
  });
});

describe("a model that fills nearest tables only", () => {
  test.each([
    ["the network", onNetwork(), twoSpeeds],
    ["straight lines", straightLine({ speedMetersPerSecond: 2 }), walker],
  ])("has the reach table that it would fill itself: %s", (_, model, profile) => {
    let pairs = 0;
    for (let seed = 0; seed < 30; seed++) {
      const { city, categories } = townOf(seed);
      const travel = model.prepare(city, profile);
      const request = { unit: "seconds", cutoff: 150 + 30 * seed, categories, withSecondQuantity: true } as const;
      const own = fillReach([travel], request, placesOf(city));
      const derived = fillReach([nearestOnly(travel)], request, placesOf(city));
      expect(readPairs(derived), `town ${seed}`).toEqual(readPairs(own));
      expect(derived.unattachedOrigins, `town ${seed}`).toEqual(own.unattachedOrigins);
      pairs += own.pairCount;
    }
    expect(pairs).toBeGreaterThan(1000);
  });
  test("is refused by name where its tables would be larger than the pairs that are allowed", () => {
    const { city, categories } = townOf(1);
    const travel = nearestOnly(onNetwork().prepare(city, walker));
    const request = { unit: "seconds", cutoff: 900, categories, maxPairs: 90 } as const;
    const error = errorOf(() => fillReach([travel], request, placesOf(city)));
    expect(error).toMatchObject({ code: "LIMIT_EXCEEDED", path: "maxPairs" });
    expect(error.message).toContain('"onNetwork"');
  });
});

describe("the reach table of several models", () => {
  test("has the cheapest way of every pair, whichever model has found it", () => {
    const random = seededRandom(4);
    for (let seed = 0; seed < 40; seed++) {
      const { city, facilities, categories } = townOf(seed);
      const given = Array.from({ length: 120 }, () => ({
        originRow: drawIndex(random, city.origins.count),
        facilityId: facilities[drawIndex(random, facilities.length)]?.id ?? "",
        cost: 10 * drawIndex(random, 90),
      }));
      const models = [
        onNetwork().prepare(city, walker),
        nearestOnly(straightLine({ detourFactor: 2 }).prepare(city, walker)),
        givenCosts(given, { unit: "seconds" }).prepare(city, walker),
      ];
      const request: ReachRequest = { unit: "seconds", cutoff: 600, categories, withSecondQuantity: true };
      const tables = models.map((model) => fillReach([model], request, placesOf(city)));
      const best = new Map<string, { cost: number; second: number }>();
      for (const { origin, row, cost, second } of tables.flatMap(readPairs)) {
        const known = best.get(`${origin} ${row}`);
        if (known === undefined || cost < known.cost)
          best.set(`${origin} ${row}`, { cost, second: second ?? Number.NaN });
      }
      const found = readPairs(fillReach(models, { ...request, maxPairsPerPart: 30 }, placesOf(city)));
      expect(new Map(found.map(({ origin, row, cost, second }) => [`${origin} ${row}`, { cost, second }]))).toEqual(
        best,
      );
      expect(found.length).toBe(best.size);
      const isInOrder = found.every((pair, i) => {
        const before = found[i - 1];
        return before === undefined || before.origin < pair.origin || before.cost <= pair.cost;
      });
      expect(isInOrder).toBe(true);
    }
  });
  test("knows nothing of an origin only if no model does", () => {
    const { city, categories } = townOf(2);
    const network = onNetwork().prepare(city, walker);
    const request = { unit: "seconds", cutoff: 600, categories } as const;
    const alone = fillReach([network, network], request, placesOf(city));
    expect(alone.unattachedOrigins.length).toBeGreaterThan(0);
    const together = fillReach([network, straightLine().prepare(city, walker)], request, placesOf(city));
    expect(together.unattachedOrigins.length).toBe(0);
  });
});

describe("a reach table of somebody else's", () => {
  const { city, categories } = townOf(5);
  const travel = onNetwork().prepare(city, walker);
  const request: ReachRequest = { unit: "seconds", cutoff: 600, categories, maxPairsPerPart: 20 };
  const right = fillReach([travel], request, placesOf(city));
  const [first, ...others] = right.parts;
  const filled = (table: unknown) => () =>
    fillReach([{ ...travel, fillReach: () => table as ReachTable }], request, placesOf(city));

  test("is taken as it is", () => expect(filled(right)()).toBe(right));
  test.each([
    ["nothing", undefined],
    ["a number", 5],
    ["no parts", {}],
    ["a part that is nothing", { ...right, parts: [null] }],
    ["a part too few", { ...right, parts: others }],
    ["a part twice", { ...right, parts: [first, ...right.parts] }],
    ["another number of pairs", { ...right, pairCount: right.pairCount + 1 }],
    ["plain lists", { ...right, parts: [{ ...first, cost: [...(first?.cost ?? [])] }, ...others] }],
    ["offsets that do not fit", { ...right, parts: [{ ...first, firstPair: first?.firstPair.slice(1) }, ...others] }],
    [
      "facilities that do not exist",
      { ...right, parts: [{ ...first, facilityRow: first?.facilityRow.map(() => 99) }, ...others] },
    ],
    [
      "pairs beyond the cutoff",
      { ...right, parts: [{ ...first, cost: first?.cost.map((cost) => cost + 600) }, ...others] },
    ],
    ["no numbers", { ...right, parts: [{ ...first, cost: first?.cost.map(() => Number.NaN) }, ...others] }],
    ["the dearest first", { ...right, parts: [{ ...first, cost: first?.cost.map((cost) => 600 - cost) }, ...others] }],
    ["no list of who is not attached", { ...right, unattachedOrigins: null }],
  ])("is refused by the name of the model: %s", (_, table) => {
    const error = errorOf(filled(table));
    expect(error.code).toBe("INVALID_ARGUMENT");
    expect(error.message).toContain("options.travel: onNetwork: fillReach");
  });
});
