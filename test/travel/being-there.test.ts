import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { PlacesAt } from "../../src/facilities/places-at.js";
import { computeTravelTimes, findNearest, isochrones, minutes, onNetwork, straightLine } from "../../src/index.js";
import type { Facility } from "../../src/model/facts.js";
import { NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "../../src/model/travel.js";
import { costTo, facilityTo } from "../../src/travel/nearest-table.js";
import { isAt } from "../oracle/oracle-straight-line.js";
import {
  collection,
  desertGrid,
  pointFeature,
  polygonFeature,
  streetOf,
  toStreetLayer,
} from "../support/desert-grid.js";
import { seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { facilityAt, originsAt, requestFor, travelCityOf, walkingAt } from "../support/travel-city.js";

const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100 });
const street = streetOf(
  "street",
  Array.from({ length: 21 }, (_, x) => at(x, 0)),
);
const area = (id: string, west: number, south: number, side: number, entrances: readonly LonLat[] = []): Facility => {
  const corners = [at(west, south), at(west + side, south), at(west + side, south + side), at(west, south + side)];
  return {
    ...facilityAt(id, at(west + side / 2, south + side / 2), "park"),
    entrances,
    outline: [[...corners, corners[0] as LonLat]],
    isArea: true,
  };
};

describe.each(["network", "hierarchy"] as const)("whoever is at a facility walks 0 s (%s)", (search) => {
  const ask = (facilities: readonly Facility[], places: readonly LonLat[], nearestCount = 1) => {
    const request = requestFor(["park"], { nearestCount, countWithin: [300] });
    return onNetwork({ search })
      .prepare(travelCityOf([street], facilities, places), walkingAt(1))
      .fillTable(request);
  };
  test("at the same point, far off the street", () => {
    const table = ask([facilityAt("a", at(5, 2), "park")], [at(5, 2), at(5, 2.005), at(5, 2.02)]);
    expect([0, 1].map((origin) => costTo(table, origin, 0))).toEqual([0, 0]);
    expect(costTo(table, 2, 0)).toBeCloseTo(402, 0);
    expect([...(table.counts[0] ?? [])]).toEqual([1, 1, 0]);
  });
  test("inside an area, whether it has gates or not", () => {
    const gated = area("gated", 2, 1, 3, [at(2, 1)]);
    const open = area("open", 10, 1, 3);
    const table = ask([gated, open], [at(4, 2), at(11, 3), at(6, 2)]);
    expect([0, 1].map((origin) => [costTo(table, origin, 0), facilityTo(table, origin, 0)])).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(costTo(table, 2, 0)).toBeGreaterThan(500);
  });
  test("though no street is near: of others nothing is known", () => {
    const table = ask([facilityAt("a", at(5, 9), "park"), facilityAt("b", at(5, 1), "park")], [at(5, 9)], 2);
    expect([costTo(table, 0, 0), facilityTo(table, 0, 0)]).toEqual([0, 0]);
    expect([costTo(table, 0, 0, 1), facilityTo(table, 0, 0, 1)]).toEqual([Infinity, NOT_ATTACHED]);
    expect([...(table.counts[0] ?? [])]).toEqual([1]);
  });
  test("and is counted once, and ranked first, where it is within reach anyway", () => {
    const table = ask([facilityAt("a", at(5, 1), "park"), facilityAt("b", at(6, 1), "park")], [at(6, 1)], 3);
    expect([0, 1, 2].map((rank) => facilityTo(table, 0, 0, rank))).toEqual([1, 0, NONE_WITHIN_CUTOFF]);
    expect(costTo(table, 0, 0)).toBe(0);
    expect(costTo(table, 0, 0, 1)).toBeCloseTo(300, 3);
    expect([...(table.counts[0] ?? [])]).toEqual([2]);
  });
});

test("who is at a facility is who brute force says, in 200 random towns", () => {
  let count = 0;
  for (let seed = 0; seed < 200; seed++) {
    const { facilities, origins, at: place, sizeMeters } = randomTown(seed, { originCount: 60, facilityCount: 20 });
    const random = seededRandom(seed);
    const beside = facilities.map(({ location: [lon, lat] }): LonLat => [lon + random() * 1.2e-5, lat]);
    const places = [...origins, ...beside, place(random() * sizeMeters, 0)];
    const placesAt = new PlacesAt(originsAt(places));
    facilities.forEach((facility) => {
      const expected = places.flatMap((each, row) => (isAt(each, facility) ? [row] : []));
      count += expected.length;
      expect(placesAt.of(facility), `town ${seed}, ${facility.id}`).toEqual(expected);
    });
  }
  expect(count).toBeGreaterThan(2000);
});

describe("the front door", () => {
  const home = at(5, 2);
  const square = (middle: LonLat, degrees: number) =>
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([x, y]): LonLat => [middle[0] + (x ?? 0) * degrees, middle[1] + (y ?? 0) * degrees]);
  const input = {
    neighborhoods: collection([polygonFeature(square(home, 1e-3), { id: "n" })]),
    facilities: collection([
      pointFeature(home, { id: "care", category: "elderly_day_care" }),
      pointFeature(at(15, 1), { id: "shop", category: "pharmacy" }),
    ]),
    streets: toStreetLayer([street]),
    population: collection([pointFeature(home, { population: 100 })]),
  };
  test("tells the nearest and travel times alike", () => {
    const nearest = findNearest(input, { location: home }).find(({ category }) => category === "elderly_day_care");
    expect(nearest).toMatchObject({ seconds: 0, facility: { id: "care" } });
    const times = computeTravelTimes(input, {
      from: { points: [home] },
      to: { categories: ["elderly_day_care"] },
      cutoffSeconds: 60,
    });
    expect([...times.seconds]).toEqual([0]);
    const byLine = computeTravelTimes(input, {
      from: { points: [home] },
      to: { categories: ["elderly_day_care"] },
      cutoffSeconds: 60,
      travel: [straightLine()],
    });
    expect([...byLine.seconds]).toEqual([0]);
  });
  test.each([1, 30, 150, 600])("an isochrone of %s s holds its own start", (seconds) => {
    for (const start of [
      { location: home },
      { location: at(5, 0) },
      { location: at(7.3, 0.42) },
      { facilityId: "care" },
      { neighborhoodId: "n" },
    ]) {
      const [drawn] = isochrones(input, start, [seconds]);
      const place = "location" in start ? start.location : home;
      expect(isInMultiPolygon(place, drawn?.polygon.geometry.coordinates ?? []), JSON.stringify(start)).toBe(true);
    }
  });
  test("ground off the streets grows with the time, as far as to the street", () => {
    const reach = [30, 100, 190].map((seconds) => {
      const [drawn] = isochrones(input, { location: home }, [seconds, minutes(10)]);
      const lats = drawn?.polygon.geometry.coordinates.flat(2).map(([, lat]) => lat as number) ?? [];
      return Math.max(...lats) - home[1];
    });
    expect(reach[0]).toBeLessThan(reach[1] as number);
    expect(reach[1]).toBeLessThan(reach[2] as number);
    expect(reach[2]).toBeLessThan(230 / 110_000);
  });
});

function isInMultiPolygon(
  [lon, lat]: LonLat,
  polygons: readonly (readonly (readonly (readonly number[])[])[])[],
): boolean {
  let crossings = 0;
  for (const ring of polygons.flat())
    ring.slice(1).forEach(([bLon = 0, bLat = 0], i) => {
      const [aLon = 0, aLat = 0] = ring[i] ?? [];
      if (aLat > lat !== bLat > lat && aLon + ((lat - aLat) / (bLat - aLat)) * (bLon - aLon) > lon) crossings++;
    });
  return crossings % 2 === 1;
}
