import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../../src/assess/compute-coverage.js";
import { findNearest } from "../../../src/assess/find-nearest.js";
import { prepareCity } from "../../../src/city/prepare-city.js";
import { elderlyWalking, standardWalking } from "../../../src/standards/travel-profiles.js";
import { smallCity } from "../../support/small-city.js";
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
        const found = findNearest(whole, { location }, { profile }) ?? [];
        const seconds = new Map(found.map(({ category, minutes }) => [category, minutes]));
        expect(expected.size).toBeGreaterThan(0);
        // bit for bit
        for (const [category, cost] of expected) expect(seconds.get(category)).toBe(cost / 60);
      });
  test("say why there are none", () => {
    const [far] = findNearest(whole, { location: [104.2, 30.665] }, { categories: ["pharmacy"] }) ?? [];
    expect(far).toMatchObject({ minutes: null, facility: null, reason: "notNearStreet" });
    const [none] = findNearest(whole, { location: [104.065, 30.665] }, { categories: ["hospital"] }) ?? [];
    expect(none).toMatchObject({ minutes: null, reason: "noFacility" });
  });
  test("from a neighborhood are those of its best origin", () => {
    const { origins } = whole;
    const categories = ["pharmacy"];
    const each = Array.from({ length: origins.firstOrigin[1] ?? 0 }, (_, origin) => {
      const location = [origins.lon[origin] ?? 0, origins.lat[origin] ?? 0] as const;
      return findNearest(whole, { location }, { categories })?.[0]?.minutes ?? Infinity;
    });
    const [best] = findNearest(whole, { neighborhoodId: "west" }, { categories }) ?? [];
    expect(each.length).toBeGreaterThan(10);
    expect(best).toMatchObject({ minutes: Math.min(...each), facility: { id: "pharmacy" } });
    expect(findNearest(whole, { neighborhoodId: "nobody" })).toBe(null);
  });
});
