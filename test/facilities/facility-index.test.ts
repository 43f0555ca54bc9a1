import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import type { LonLat } from "../../src/base/words.js";
import { FacilityIndex } from "../../src/facilities/facility-index.js";
import type { Facility } from "../../src/model/facts.js";
import { degreeMeters, geodesicMeters } from "../oracle/oracle-geodesy.js";
import { straightMeters } from "../oracle/oracle-straight-line.js";
import { draw, drawIndex, type Random, seededRandom } from "../support/random.js";
import { facilityAt } from "../support/travel-city.js";

const CATEGORIES = ["shop", "school", "park"];

/** Facilities around a place, a third of them areas or lines. */
function drawFacilities(random: Random, center: LonLat, count: number, spreadMeters: number): Facility[] {
  const scale = degreeMeters(center[1]);
  return Array.from({ length: count }, (_, i) => {
    const at = (east: number, north: number): LonLat => [lon + east / scale.lon, lat + north / scale.lat];
    const lon = center[0] + ((random() - 0.5) * 2 * spreadMeters) / scale.lon;
    const lat = center[1] + ((random() - 0.5) * 2 * spreadMeters) / scale.lat;
    const facility = facilityAt(`f${i}`, [lon, lat], draw(random, CATEGORIES), ...(random() < 0.2 ? ["extra"] : []));
    const kind = random();
    if (kind < 0.65) return facility;
    if (kind < 0.75) return { ...facility, entrances: [at(0, 0), at(random() * 2000, 0)] };
    const size = random() * 0.4 * spreadMeters;
    const ring = [at(0, 0), at(size, 10), at(size / 2, size), at(0, 0)];
    return { ...facility, entrances: [], outline: [kind < 0.9 ? ring : ring.slice(0, 3)], isArea: kind < 0.9 };
  });
}

function byBruteForce(facilities: readonly Facility[], place: LonLat, category?: string) {
  return facilities
    .filter(({ categories }) => category === undefined || categories.includes(category))
    .map((facility) => ({ facility, meters: straightMeters(place, facility) }))
    .sort((a, b) => a.meters - b.meters);
}

function expectSame(
  found: readonly { readonly facility: Facility; readonly meters: number }[],
  expected: readonly { readonly facility: Facility; readonly meters: number }[],
): void {
  expect(found.length).toBe(expected.length);
  found.forEach(({ facility, meters }, i) => {
    expect(Math.abs(meters - (expected[i]?.meters ?? Number.NaN))).toBeLessThan(1e-6);
    const rivals = expected.filter((other) => Math.abs(other.meters - meters) < 1e-6);
    expect(rivals.map((rival) => rival.facility.id)).toContain(facility.id);
  });
}

describe("the facility index", () => {
  test.each([
    ["in Chengdu", [104.06, 30.67], 5000],
    ["at the equator", [0, 0], 20_000],
    ["at 70° N", [25, 70], 8000],
    ["on the antimeridian", [180, -17], 8000],
    ["on the antimeridian, seen from the east", [-180, 65], 8000],
  ] as const)("finds what brute force finds %s", (_, center, spread) => {
    const random = seededRandom(spread);
    const facilities = drawFacilities(random, center, 300, spread);
    const index = new FacilityIndex(facilities);
    const scale = degreeMeters(center[1]);
    for (let i = 0; i < 150; i++) {
      const turned = center[0] + ((random() - 0.5) * 3 * spread) / scale.lon;
      // as GeoJSON writes it: within ±180
      const lon = turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned;
      const place: LonLat = [lon, center[1] + ((random() - 0.5) * 3 * spread) / scale.lat];
      const category = random() < 0.7 ? draw(random, [...CATEGORIES, "extra"]) : undefined;
      const options = category === undefined ? {} : { category };
      const all = byBruteForce(facilities, place, category);
      const k = 1 + drawIndex(random, 6);
      expectSame(index.nearest(place, k, options), all.slice(0, k));
      const meters = random() * spread;
      const near = all.filter((found) => found.meters <= meters);
      expectSame(index.within(place, meters, options), near);
      if (category !== undefined) {
        const isNear = (distance: number) => distance <= meters;
        expect(index.countNear(place, category, meters, isNear)).toBe(near.length);
      }
      expectSame(index.nearest(place, k, { ...options, maxMeters: meters }), near.slice(0, k));
    }
  });
  test("counts as it lists, while facilities come and go", () => {
    const random = seededRandom(9);
    const facilities = drawFacilities(random, [104.06, 30.67], 600, 3000);
    const index = new FacilityIndex(facilities.slice(0, 400));
    for (let i = 0; i < 400; i++) {
      if (i % 2 === 0) index.insert(facilities[400 + i / 2] as Facility);
      else index.remove((facilities[i] as Facility).id);
      const place: LonLat = [104.03 + random() * 0.06, 30.64 + random() * 0.06];
      const [category, meters] = [draw(random, CATEGORIES), random() * 6000];
      const counted = index.countNear(place, category, meters, (distance) => distance <= meters);
      expect(counted).toBe(index.within(place, meters, { category }).length);
    }
  });
  test("measures points as the geodesic does", () => {
    const [found] = new FacilityIndex([facilityAt("a", [104.01, 30.01], "shop")]).nearest([104, 30], 1);
    expect(found?.meters).toBeCloseTo(geodesicMeters([104, 30], [104.01, 30.01]), 3);
  });
  test("finds an area at distance 0 from inside, and a line never", () => {
    const ring: LonLat[] = [
      [0, 0],
      [0.01, 0],
      [0.01, 0.01],
      [0, 0.01],
      [0, 0],
    ];
    const area: Facility = {
      ...facilityAt("area", [0.005, 0.005], "park"),
      entrances: [],
      outline: [ring],
      isArea: true,
    };
    const line: Facility = { ...area, id: "line", isArea: false };
    const index = new FacilityIndex([line, area]);
    const found = index.nearest([0.002, 0.005], 2);
    expect(found.map(({ facility }) => facility.id)).toEqual(["area", "line"]);
    expect(found[0]?.meters).toBe(0);
    expect(found[1]?.meters).toBeCloseTo(geodesicMeters([0.002, 0.005], [0, 0.005]), 4);
    const hole: LonLat[] = [
      [0.001, 0.001],
      [0.009, 0.001],
      [0.009, 0.009],
      [0.001, 0.009],
      [0.001, 0.001],
    ];
    const [inHole] = new FacilityIndex([{ ...area, outline: [ring, hole] }]).nearest([0.002, 0.005], 1);
    expect(inHole?.meters).toBeCloseTo(geodesicMeters([0.002, 0.005], [0.001, 0.005]), 4);
  });
  test("gives ties to the smaller id, whatever came first", () => {
    const twins = ["d", "b", "e", "a", "c"].map((id) => facilityAt(id, [104, 30], "shop"));
    const ids = (facilities: readonly Facility[], k: number) =>
      new FacilityIndex(facilities).nearest([104.001, 30], k).map(({ facility }) => facility.id);
    expect(ids(twins, 3)).toEqual(["a", "b", "c"]);
    expect(ids([...twins].reverse(), 1)).toEqual(["a"]);
  });
  test("equals an index built anew after any sequence of insertions and removals", () => {
    const random = seededRandom(9);
    const pool = drawFacilities(random, [104, 30], 120, 4000);
    const index = new FacilityIndex();
    const inside = new Map<string, Facility>();
    for (let step = 0; step < 600; step++) {
      const facility = draw(random, pool);
      if (inside.has(facility.id)) {
        expect(() => index.insert(facility)).toThrow(CoverageError);
        expect(index.remove(facility.id)).toBe(true);
        expect(index.remove(facility.id)).toBe(false);
        inside.delete(facility.id);
      } else {
        index.insert(facility);
        inside.set(facility.id, facility);
      }
      expect(index.size).toBe(inside.size);
      if (step % 10 !== 0) continue;
      const place: LonLat = [104 + (random() - 0.5) * 0.1, 30 + (random() - 0.5) * 0.1];
      const category = draw(random, CATEGORIES);
      expectSame(
        index.nearest(place, 5, { category }),
        byBruteForce([...inside.values()], place, category).slice(0, 5),
      );
      expect(index.nearest(place, 5, { category })).toEqual(
        new FacilityIndex([...inside.values()]).nearest(place, 5, { category }),
      );
    }
  });
  test("of nothing finds nothing, and refuses places that are not on Earth", () => {
    const index = new FacilityIndex([facilityAt("a", [104, 30], "shop")]);
    expect(new FacilityIndex().nearest([0, 0], 3)).toEqual([]);
    expect(index.nearest([0, 0], 3, { category: "school" })).toEqual([]);
    expect(index.nearest([0, 0], 0)).toEqual([]);
    expect(() => index.nearest([30, 104], 1)).toThrow(/swapped/);
    expect(() => index.within([Number.NaN, 0], 1)).toThrow(CoverageError);
  });
});

describe("the facility index refuses, with what it expects,", () => {
  const shop = facilityAt("shop", [104, 30], "shop");
  const without = (key: keyof Facility) => Object.fromEntries(Object.entries(shop).filter(([name]) => name !== key));
  const feature = {
    type: "Feature",
    id: "shop",
    properties: { category: "shop" },
    geometry: { type: "Point", coordinates: [104, 30] },
  };
  // as a program without types would call it
  const index = new FacilityIndex([facilityAt("a", [104, 30], "shop")]);
  const { insert, remove, nearest, within } = {
    insert: (facility: unknown) => index.insert(facility as Facility),
    remove: (id: unknown) => index.remove(id as string),
    nearest: (...given: unknown[]) => index.nearest(...(given as Parameters<FacilityIndex["nearest"]>)),
    within: (...given: unknown[]) => index.within(...(given as Parameters<FacilityIndex["within"]>)),
  };
  const wrongFacilities: [string, unknown, string, RegExp][] = [
    ["null", null, "facility", /facility must be a facility from prepareCity .*; got null/],
    ["undefined", undefined, "facility", /undefined/],
    ["a number", 5, "facility", /the number 5/],
    ["a text", "shop", "facility", /the string "shop"/],
    ["a list", [shop], "facility", /an array of length 1/],
    ["a function", () => shop, "facility", /a function/],
    ["a GeoJSON feature", feature, "facility", /GeoJSON must be read first.*; got an object of type "Feature"/],
    ["a collection", { type: "FeatureCollection", features: [feature] }, "facility", /GeoJSON must be read first/],
    ["an object without anything", {}, "facility", /an empty object/],
    ["one without id", without("id"), "facility.id", /must be a string/],
    ["one with a number for id", { ...shop, id: 7 }, "facility.id", /the number 7/],
    ["one without categories", without("categories"), "facility.categories", /at least one category/],
    ["one of no category", { ...shop, categories: [] }, "facility.categories", /an array of length 0/],
    ["one whose category is null", { ...shop, categories: [null] }, "facility.categories", /category/],
    ["one whose categories are a text", { ...shop, categories: "shop" }, "facility.categories", /the string "shop"/],
    ["one without location", without("location"), "facility.location", /\[longitude, latitude\]/],
    ["one at a place of texts", { ...shop, location: ["104", "30"] }, "facility.location", /degrees/],
    ["one at an object", { ...shop, location: { lon: 104, lat: 30 } }, "facility.location", /lon, lat/],
    ["one without entrances", without("entrances"), "facility.entrances", /must be an array .*; got undefined/],
    ["one with a number for entrances", { ...shop, entrances: 1 }, "facility.entrances", /empty if there are none/],
    ["one whose second entrance is none", { ...shop, entrances: [[1, 1], null] }, "facility.entrances[1]", /null/],
    ["one without outline", without("outline"), "facility.outline", /empty for a point/],
    ["one whose outline is a ring", { ...shop, outline: [[1, 1]] }, "facility.outline[0][0]", /the number 1/],
    ["one that is neither area nor line", without("isArea"), "facility.isArea", /true or false/],
  ];
  test.each(wrongFacilities)("%s for a facility", (_, facility, path, message) => {
    expect(() => insert(facility)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT", path }));
    expect(() => insert(facility)).toThrow(message);
    const all = [shop, facility as Facility];
    expect(() => new FacilityIndex(all)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", path: path.replace("facility", "facilities[1]") }),
    );
    expect([index.size, index.nearest([104, 30], 5).map(({ facility: { id } }) => id)]).toEqual([1, ["a"]]);
  });
  const SWAPPED = [30, 104] as const;
  test.each<[string, () => unknown, string, string]>([
    ["a facility off the Earth", () => insert({ ...shop, location: SWAPPED }), "INVALID_LOCATION", "facility.location"],
    [
      "an entrance off the Earth",
      () => insert({ ...shop, entrances: [SWAPPED] }),
      "INVALID_LOCATION",
      "facility.entrances[0]",
    ],
    [
      "an outline off the Earth",
      () =>
        insert({
          ...shop,
          outline: [
            [
              [0, 0],
              [0, Number.NaN],
            ],
          ],
        }),
      "INVALID_LOCATION",
      "facility.outline[0][1]",
    ],
    ["no list of facilities", () => new FacilityIndex({} as []), "INVALID_ARGUMENT", "facilities"],
    ["null for facilities", () => new FacilityIndex(null as unknown as []), "INVALID_ARGUMENT", "facilities"],
    ["a number for an id", () => remove(5), "INVALID_ARGUMENT", "id"],
    ["no id", () => remove(undefined), "INVALID_ARGUMENT", "id"],
    ["the facility for its id", () => remove(shop), "INVALID_ARGUMENT", "id"],
    ["no place", () => nearest(undefined, 1), "INVALID_ARGUMENT", "location"],
    ["a text for a place", () => within("104,30", 1), "INVALID_ARGUMENT", "location"],
    ["half a place", () => nearest([104], 1), "INVALID_ARGUMENT", "location"],
    ["a place off the Earth", () => within(SWAPPED, 1), "INVALID_LOCATION", "location"],
    ["no count", () => nearest([104, 30]), "INVALID_ARGUMENT", "k"],
    ["half a facility", () => nearest([104, 30], 1.5), "INVALID_ARGUMENT", "k"],
    ["fewer than none", () => nearest([104, 30], -1), "INVALID_ARGUMENT", "k"],
    ["a text for a count", () => nearest([104, 30], "2"), "INVALID_ARGUMENT", "k"],
    ["no distance", () => within([104, 30]), "INVALID_ARGUMENT", "meters"],
    ["less than no distance", () => within([104, 30], -1), "INVALID_ARGUMENT", "meters"],
    ["a distance that is no number", () => within([104, 30], Number.NaN), "INVALID_ARGUMENT", "meters"],
    ["null for options", () => nearest([104, 30], 1, null), "INVALID_ARGUMENT", "options"],
    ["a category for options", () => within([104, 30], 1, "shop"), "INVALID_ARGUMENT", "options"],
    ["a misspelt option", () => nearest([104, 30], 1, { maxMetres: 5 }), "UNKNOWN_OPTION", "maxMetres"],
    ["an option of another method", () => within([104, 30], 1, { maxMeters: 5 }), "UNKNOWN_OPTION", "maxMeters"],
    ["a number for a category", () => nearest([104, 30], 1, { category: 5 }), "INVALID_ARGUMENT", "options.category"],
    ["null for a category", () => within([104, 30], 1, { category: null }), "INVALID_ARGUMENT", "options.category"],
    ["a text for a limit", () => nearest([104, 30], 1, { maxMeters: "5" }), "INVALID_ARGUMENT", "options.maxMeters"],
  ])("%s", (_, act, code, path) => {
    expect(act).toThrow(expect.objectContaining({ name: "CoverageError", code, path }));
    expect(index.size).toBe(1);
  });
  test("nothing that means all of them", () => {
    const two = new FacilityIndex([shop, facilityAt("b", [104.1, 30], "shop")]);
    expect(two.nearest([104, 30], Infinity).length).toBe(2);
    expect(two.within([104, 30], Infinity, {}).length).toBe(2);
    expect(two.within([104, 30], 0).map(({ facility: { id } }) => id)).toEqual(["shop"]);
  });
});
