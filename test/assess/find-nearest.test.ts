import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { findNearest } from "../../src/assess/find-nearest.js";
import type { LonLat } from "../../src/base/words.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { elderlyWalking, standardWalking } from "../../src/standards/travel-profiles.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { straightLine } from "../../src/travel/straight-line.js";
import { collection, desertGrid, pointFeature, polygonFeature, toStreetLayer } from "../support/desert-grid.js";
import { errorOf } from "../support/geojson-samples.js";
import { smallCity } from "../support/small-city.js";
import { costsOf } from "./one-point-report.js";

const layers = {
  facilities: {
    type: "FeatureCollection" as const,
    features: [...smallCity.facilities.features, ...smallCity.stops.features],
  },
  streets: smallCity.streets,
};

/** A neighborhood too small for the lattice, so that the people of one point are all of its people. */
function cityWithOneOrigin(lon: number, lat: number) {
  const size = 1e-7;
  const ring = [
    [lon - size, lat - size],
    [lon + size, lat - size],
    [lon + size, lat + size],
    [lon - size, lat + size],
    [lon - size, lat - size],
  ];
  return prepareCity({
    ...layers,
    neighborhoods: { type: "Feature", properties: { id: "only" }, geometry: { type: "Polygon", coordinates: [ring] } },
    population: {
      type: "Feature",
      properties: { population: 3 },
      geometry: { type: "Point", coordinates: [lon, lat] },
    },
  });
}

describe("the nearest facilities of a place", () => {
  const whole = prepareCity({ ...layers, neighborhoods: smallCity.neighborhoods });
  for (const profile of [standardWalking, elderlyWalking])
    for (const location of [
      [104.0631, 30.6652],
      [104.07, 30.665],
      [104.0791, 30.6643],
      [104.0612, 30.66503],
    ] as const)
      test(`are the report's of one origin there: ${location}, ${profile.id}`, () => {
        const only = cityWithOneOrigin(location[0], location[1]);
        const expected = costsOf(computeCoverage(only, { profile }));
        const found = findNearest(whole, { location }, { profile });
        const seconds = new Map(found.map(({ category, seconds: cost }) => [category, cost]));
        expect(expected.size).toBeGreaterThan(0);
        // bit for bit
        for (const [category, cost] of expected) expect(seconds.get(category)).toBe(cost);
      });
  test("say why there are none", () => {
    const [far] = findNearest(whole, { location: [104.2, 30.665] }, { categories: ["pharmacy"] });
    expect(far).toMatchObject({ seconds: null, facility: null, reason: "notNearStreet" });
    const [none] = findNearest(whole, { location: [104.065, 30.665] }, { categories: ["kindergarten"] });
    expect(none).toMatchObject({ seconds: null, reason: "noFacility" });
  });
  test("from a neighborhood are those of its best origin", () => {
    const { origins } = whole;
    const categories = ["pharmacy"];
    const each = Array.from({ length: origins.firstOrigin[1] ?? 0 }, (_, origin) => {
      const location = [origins.lon[origin] ?? 0, origins.lat[origin] ?? 0] as const;
      return findNearest(whole, { location }, { categories })[0]?.seconds ?? Infinity;
    });
    const [best] = findNearest(whole, { neighborhoodId: "west" }, { categories });
    expect(each.length).toBeGreaterThan(10);
    expect(best).toMatchObject({ seconds: Math.min(...each), facility: { id: "pharmacy" } });
  });
  test("from a facility are those of its best way out", () => {
    const [own] = findNearest(whole, { facilityId: "pharmacy" }, { categories: ["pharmacy"] });
    expect(own).toMatchObject({ seconds: 0, meters: 0, facility: { id: "pharmacy" } });
    const { at, streets } = desertGrid({ columns: 9, rows: 2, blockMeters: 100 });
    const doors = [at(1, 0), at(6, 0)].map(([lon, lat]) => [lon, lat]);
    const school = { type: "Feature" as const, properties: { id: "school", category: "primary_school" } };
    const town = {
      neighborhoods: polygonFeature([at(0, 0), at(8, 0), at(8, 1), at(0, 1)], { id: "n" }),
      facilities: collection<Geometry>([
        pointFeature(at(8, 0), { category: "pharmacy" }),
        { ...school, geometry: { type: "MultiPoint", coordinates: doors } },
      ]),
      streets: toStreetLayer(streets),
    };
    // from the nearer door, two blocks
    const [next] = findNearest(town, { facilityId: "school" }, { categories: ["pharmacy"] });
    expect(next?.seconds).toBeCloseTo(200, 3);
  });
  test("are the same in GeoJSON and in a prepared city", () => {
    const location = [104.07, 30.665] as const;
    const input = { ...layers, neighborhoods: smallCity.neighborhoods };
    expect(findNearest(input, { location }, { originSpacingMeters: 300 })).toEqual(findNearest(whole, { location }));
  });
  test("by several models are the cheapest of them", () => {
    const location = [104.0612, 30.66503] as const;
    const models = [onNetwork(), straightLine({ detourFactor: 1 })];
    const [walked, flown, both] = [models.slice(0, 1), models.slice(1), models].map((travel) =>
      findNearest(whole, { location }, { travel }),
    );
    both?.forEach(({ seconds }, row) => {
      const least = Math.min(walked?.[row]?.seconds ?? Infinity, flown?.[row]?.seconds ?? Infinity);
      expect(seconds ?? Infinity).toBe(least);
    });
    expect(flown).not.toEqual(walked);
  });
  test("by given costs are those of the city's own origins; other places they do not know", () => {
    const { firstOrigin } = whole.origins;
    const [, first = 0, end = 0] = firstOrigin;
    const costs = [first, end - 1].map((originRow, i) => ({
      originRow,
      facilityId: "pharmacy",
      cost: 100 - i,
      meters: 7,
    }));
    // cheaper, but of the other neighborhood
    const travel = [
      givenCosts([...costs, { originRow: 0, facilityId: "pharmacy", cost: 1, meters: 1 }], { unit: "seconds" }),
    ];
    const categories = ["pharmacy"];
    const [east] = findNearest(whole, { neighborhoodId: "east" }, { travel, categories });
    expect(east).toMatchObject({ seconds: 99, meters: 7, facility: { id: "pharmacy" } });
    const error = errorOf(() => findNearest(whole, { location: [104.07, 30.665] }, { travel, categories }));
    expect(error.message).toContain("only the city's own origins and facilities are known");
  });
  test("are found on the other side of the antimeridian", () => {
    const { at: unwrapped, streets } = desertGrid({ columns: 8, rows: 3, blockMeters: 100, lon: 179.997, lat: 10 });
    const wrap = ([lon, lat]: LonLat): LonLat => [lon > 180 ? lon - 360 : lon, lat];
    const at = (x: number, y: number) => wrap(unwrapped(x, y));
    expect([at(0, 0)[0] > 0, at(7, 0)[0] > 0]).toEqual([true, false]);
    const input = {
      neighborhoods: polygonFeature([at(0, 0), at(7, 0), at(7, 2), at(0, 2)], { id: "n" }),
      facilities: collection([pointFeature(at(0, 0), { category: "pharmacy" })]),
      streets: toStreetLayer(streets.map((street) => ({ ...street, coordinates: street.coordinates.map(wrap) }))),
    };
    for (const location of [at(7, 0), unwrapped(7, 0)])
      expect(findNearest(input, { location }, { categories: ["pharmacy"] })[0]?.seconds).toBeCloseTo(700, 1);
  });
});

describe("a question for the nearest that is none", () => {
  const city = prepareCity({ ...layers, neighborhoods: smallCity.neighborhoods });
  const ask = findNearest as (city: unknown, start: unknown, options?: unknown) => unknown;
  const here = { location: [104.07, 30.665] };
  test.each([
    ["no start", undefined, {}, "INVALID_ARGUMENT", "start must be an object; got undefined."],
    ["a position", [104, 30], {}, "INVALID_ARGUMENT", "start must be an object; got an array of length 2."],
    ["two starts", { ...here, facilityId: "x" }, {}, "INVALID_ARGUMENT", "got location, facilityId."],
    ["NaN", { location: [Number.NaN, 30] }, {}, "INVALID_LOCATION", "got [null,30]."],
    ["swapped", { location: [30.665, 104.07] }, {}, "INVALID_LOCATION", "Are the two swapped?"],
    ["text", { location: "here" }, {}, "INVALID_LOCATION", "start.location"],
    [
      "an unknown neighborhood",
      { neighborhoodId: "nobody" },
      {},
      "INVALID_ARGUMENT",
      'no neighborhood with the id "nobody"',
    ],
    ["an unknown facility", { facilityId: "nothing" }, {}, "INVALID_ARGUMENT", 'with the id "nothing"'],
    [
      "an id that is none",
      { facilityId: 5 },
      {},
      "INVALID_ARGUMENT",
      "start.facilityId must be a string; got the number 5.",
    ],
    ["an unknown category", here, { categories: ["farmacy"] }, "INVALID_ARGUMENT", 'no category "farmacy"'],
    [
      "no categories",
      here,
      { categories: [] },
      "INVALID_ARGUMENT",
      "options.categories must be an array with at least one category; got an array of length 0.",
    ],
    ["a misspelt option", here, { category: ["pharmacy"] }, "UNKNOWN_OPTION", 'Unknown option "category".'],
    ["one travel model", here, { travel: onNetwork() }, "INVALID_ARGUMENT", "options.travel must be"],
    ["no travel model", here, { travel: [] }, "INVALID_ARGUMENT", "options.travel is an empty array."],
    ["a profile that is none", here, { profile: "elderly" }, "INVALID_ARGUMENT", "options.profile must be an object"],
    ["a standard that is none", here, { standard: {} }, "INVALID_STANDARD", ""],
    ["how to read what is read", here, { originSpacingMeters: 50 }, "INVALID_ARGUMENT", "has already been prepared"],
  ])("is refused: %s", (_, start, options, code, message) => {
    const error = errorOf(() => ask(city, start, options));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
  test("is refused: no city", () => expect(errorOf(() => ask(undefined, here)).code).toBe("INVALID_ARGUMENT"));
});
