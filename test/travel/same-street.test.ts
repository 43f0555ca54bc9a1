import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { costTo } from "../../src/travel/nearest-table.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { desertGrid, streetOf } from "../support/desert-grid.js";
import { seededRandom } from "../support/random.js";
import type { Street } from "../support/streets.js";
import { facilityAt, requestFor, travelCityOf, walkingAt } from "../support/travel-city.js";

/** Seconds from each home to the shop at the same row, at 1 m/s. */
function secondsOf(streets: readonly Street[], homes: readonly LonLat[], shops: readonly LonLat[]): number[] {
  const ids = shops.map((_, i) => `${i}`);
  const city = travelCityOf(
    streets,
    shops.map((place, i) => facilityAt(`f${i}`, place, `${i}`)),
    homes,
  );
  const table = onNetwork()
    .prepare(city, walkingAt(1))
    .fillTable(requestFor(ids, { cutoff: 1e6 }));
  return homes.map((_, i) => costTo(table, i, i));
}

describe.each([
  [104, 31],
  [0, 0],
  [-0.003, 51.5],
])("a home and a shop on the same street at %d°, %d°", (lon, lat) => {
  const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1000, lat, lon });
  const random = seededRandom(12);
  const [from, to] = [at(0.1, 0.2), at(0.9, 0.7)];
  const beside = (): LonLat => {
    const along = random();
    return [
      from[0] + along * (to[0] - from[0]) + (random() - 0.5) * 1e-3,
      from[1] + along * (to[1] - from[1]) + (random() - 0.5) * 1e-3,
    ];
  };
  const homes = Array.from({ length: 150 }, beside);
  const shops = Array.from({ length: 150 }, beside);
  const once = secondsOf([streetOf("there", [from, to])], homes, shops);
  test.each([
    ["the same way", [from, to]],
    ["the other way", [to, from]],
  ])("are joined along it also where the street was drawn twice, %s", (_, again) => {
    const twice = secondsOf([streetOf("there", [from, to]), streetOf("again", again)], homes, shops);
    twice.forEach((seconds, i) => {
      expect(seconds).toBeCloseTo(once[i] ?? Number.NaN, 4);
    });
  });
  test("are joined along it also where it runs one way, ahead; behind there is no way", () => {
    const oneWay = secondsOf([streetOf("s", [from, to], { highway: "footway", "oneway:foot": "yes" })], homes, shops);
    const ahead = oneWay.filter((seconds) => seconds < Infinity).length;
    expect(ahead).toBeGreaterThan(50);
    expect(ahead).toBeLessThan(100);
    oneWay.forEach((seconds, i) => {
      if (seconds < Infinity) expect(seconds).toBeCloseTo(once[i] ?? Number.NaN, 4);
    });
  });
});
