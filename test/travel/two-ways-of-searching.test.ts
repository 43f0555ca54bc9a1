import { describe, expect, test } from "vitest";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { prepareCity } from "../../src/index.js";
import type { NearestTable, TravelProfile, TravelRequest } from "../../src/model/travel.js";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { travelCityFor } from "../../src/travel/travel-city.js";
import type { TravelCity } from "../../src/travel/travel-model.js";
import { CITIES_PATH, describeCity, readCityInput } from "../support/cities.js";
import { seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { requestFor, travelCityOf, walkingAt } from "../support/travel-city.js";

const TOWNS = 150;

function fill(search: "network" | "hierarchy", city: TravelCity, profile: TravelProfile, request: TravelRequest) {
  return onNetwork({ search }).prepare(city, profile).fillTable(request);
}

/** Both ways of searching give the same bits: no tolerance. */
function expectSame(city: TravelCity, profile: TravelProfile, request: TravelRequest, where: string): NearestTable {
  const [known, found] = [fill("network", city, profile, request), fill("hierarchy", city, profile, request)];
  expect(found.cost, `${where}: costs`).toEqual(known.cost);
  expect(found.facilityRow, `${where}: facilities`).toEqual(known.facilityRow);
  expect(found.counts, `${where}: counts`).toEqual(known.counts);
  return known;
}

describe("a table filled over the hierarchy is the same, bit for bit, as one filled by searching the network", () => {
  test.each([1, 2, 3, 8])("in random towns, %d nearest", (nearestCount) => {
    let reached = 0;
    for (let seed = 0; seed < TOWNS; seed++) {
      const random = seededRandom(seed);
      const { streets, facilities, origins, categories } = randomTown(seed);
      const unit = seed % 2 === 0 ? "seconds" : "meters";
      const table = expectSame(
        travelCityOf(streets, facilities, origins),
        walkingAt(0.5 + random(), { maxAccessMeters: 150 }),
        requestFor(categories, {
          unit,
          // 3,000,000 needs coarser units; 40 is less than most blocks
          cutoff: seed % 7 === 0 ? 3_000_000 : seed % 5 === 0 ? 40 : 200 + 800 * random(),
          nearestCount,
          countWithin: categories.map((_, column) => (column % 2 === 0 ? 500 * random() : null)),
        }),
        `town ${seed}`,
      );
      reached += table.cost.filter((cost) => cost < Infinity).length;
    }
    expect(reached).toBeGreaterThan(5 * TOWNS);
  });
  test("for a few origins, whose hierarchy is of the streets around them only", () => {
    let found = 0;
    let missed = 0;
    for (let seed = 0; seed < TOWNS; seed++) {
      const random = seededRandom(seed);
      const { streets, facilities, origins, categories } = randomTown(seed);
      const city = travelCityOf(streets, facilities, origins.slice(0, 1 + (seed % 3)));
      const request = requestFor(categories, {
        ...{ unit: seed % 2 === 0 ? "seconds" : "meters", cutoff: 20 + 300 * random(), nearestCount: 1 + (seed % 2) },
        countWithin: categories.map(() => 100 * random()),
      });
      const { cost } = expectSame(city, walkingAt(0.5 + random(), { maxAccessMeters: 150 }), request, `town ${seed}`);
      found += cost.filter((one) => one < Infinity).length;
      missed += cost.filter((one) => one === Infinity).length;
    }
    expect(Math.min(found, missed)).toBeGreaterThan(TOWNS);
  });
});

for (const [name, population, everyNth] of [
  ["porto_alegre", undefined, 1],
  ["monaco", undefined, 1],
  ["porto", undefined, 1],
  // the largest city: some of the categories are enough
  ["new_york", "pop_total_est", 4],
] as const)
  describeCity(name, () => {
    test(`both ways of searching give the same bits (${CITIES_PATH})`, () => {
      const prepared = prepareCity(
        readCityInput(name),
        population === undefined ? {} : { properties: { neighborhoods: { population } } },
      );
      const city = travelCityFor(PreparedCity.parts(prepared), prepared.standard.categories, standardWalking);
      const found = [...new Set(city.facilities.flatMap((facility) => facility.categories))].sort();
      const categories = found.filter((_, row) => row % everyNth === 0);
      const request = requestFor(categories, {
        cutoff: 1800,
        nearestCount: 1,
        countWithin: categories.map((_, column) => 300 + 300 * (column % 3)),
      });
      const table = expectSame(city, standardWalking, request, name);
      expect(table.cost.filter((cost) => cost < Infinity).length).toBeGreaterThan(500);
    });
  });
