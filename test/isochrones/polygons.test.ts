import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { CoverageError, type CoverageErrorCode, prepareCity } from "../../src/index.js";
import { type Isochrone, toIsochroneCollection } from "../../src/isochrones/isochrone-features.js";
import type { IsochroneOptions } from "../../src/isochrones/isochrone-request.js";
import { isochrones } from "../../src/isochrones/isochrones.js";
import { describeCity, readCityInput } from "../support/cities.js";
import { desertGrid, streetOf, toStreetLayer } from "../support/desert-grid.js";
import { measureFalseArea } from "../support/false-area.js";
import { cityOf, isInside, pointsAlong, shifted, stroller } from "../support/isochrone-towns.js";
import { seededRandom, shuffled } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const walker = walkingAt(1.25, { stepsSpeedMetersPerSecond: 0.5, offStreetSpeedMetersPerSecond: 0.9 });
const TIMES = [60, 150, 240, 420];

function ringsOf({ polygon }: Isochrone): LonLat[][][] {
  return polygon.geometry.coordinates as unknown as LonLat[][][];
}
function signedArea(ring: readonly LonLat[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  return ring.slice(1).reduce((sum, [x, y], i) => {
    const [px, py] = ring[i] ?? [0, 0];
    return sum + (px - x0) * (y - y0) - (x - x0) * (py - y0);
  }, 0);
}
function areaOf(isochrone: Isochrone): number {
  return ringsOf(isochrone)
    .flat()
    .reduce((sum, ring) => sum + signedArea(ring), 0);
}
/** On the outline counts, to a tenth of a millimetre. */
function isInsideOrOn(isochrone: Isochrone, place: LonLat): boolean {
  return (
    isInside(isochrone, place) ||
    ringsOf(isochrone)
      .flat()
      .some((ring) => isOnRing(ring, place))
  );
}
function isOnRing(ring: readonly LonLat[], [x, y]: LonLat): boolean {
  return ring.slice(1).some(([bx, by], i) => {
    const [ax, ay] = ring[i] as LonLat;
    const squared = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared));
    return Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y) < 1e-9;
  });
}

/** Draws from the first place of a random town that is near a street. */
function drawTown(seed: number, seconds: readonly number[], change: "none" | "shuffled and reversed" = "none") {
  const town = randomTown(seed);
  const place = town.origins[seed % town.origins.length] as LonLat;
  const streets =
    change === "none"
      ? town.streets
      : shuffled(seededRandom(seed), town.streets).map((street) => {
          const oneWay = street.tags["oneway:foot"];
          return {
            ...street,
            coordinates: [...street.coordinates].reverse(),
            nodeIds: street.nodeIds === null ? null : [...street.nodeIds].reverse(),
            tags:
              oneWay === undefined ? street.tags : { ...street.tags, "oneway:foot": oneWay === "yes" ? "-1" : "yes" },
          };
        });
  const city = prepareCity({ ...toTownInput(town, seed), streets: toStreetLayer(streets) });
  const options = { profile: walker, cellMeters: 10 + (seed % 3) * 10, offStreetMeters: 60 };
  try {
    return isochrones(city, { location: place }, seconds, options);
  } catch {
    return null; // far out in the fields
  }
}

describe("the polygons of random towns", () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed);
  const drawings = seeds.map((seed) => drawTown(seed, TIMES));
  test("are drawn for most of them", () => {
    expect(drawings.filter((list) => list !== null && areaOf(list[3] as Isochrone) > 0).length).toBeGreaterThan(45);
  });
  test("contain every reached part", () => {
    for (const [seed, list] of drawings.entries())
      for (const isochrone of list ?? [])
        for (const line of isochrone.lines.geometry.coordinates)
          for (const point of pointsAlong(line, 16))
            if (!isInside(isochrone, point))
              throw new Error(`town ${seed}, ${isochrone.seconds} s: ${point} is outside`);
  });
  test("are nested, and grow with the time", () => {
    for (const [seed, list] of drawings.entries())
      for (let i = 1; list !== null && i < list.length; i++) {
        const [shorter, longer] = [list[i - 1], list[i]] as [Isochrone, Isochrone];
        expect(areaOf(longer)).toBeGreaterThanOrEqual(areaOf(shorter));
        for (const place of ringsOf(shorter).flat(2))
          if (!isInsideOrOn(longer, place))
            throw new Error(`town ${seed}: ${place} of ${shorter.seconds} s is outside`);
      }
  });
  test("are closed, wound as RFC 7946 wants, and hold no position twice in a row", () => {
    for (const list of drawings)
      for (const polygon of (list ?? []).flatMap(ringsOf))
        for (const [i, ring] of polygon.entries()) {
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(ring[0]).toEqual(ring.at(-1));
          expect(signedArea(ring) > 0).toBe(i === 0);
          for (let k = 1; k < ring.length; k++) expect(ring[k]).not.toEqual(ring[k - 1]);
        }
  });
  test("and the lines do not depend on what other times are asked for", () => {
    for (const [seed, list] of drawings.entries())
      for (const [i, seconds] of TIMES.entries())
        expect(drawTown(seed, [seconds])?.[0] ?? null).toEqual(list?.[i] ?? null);
  });
  test("and the lines are the same bytes for shuffled streets that are drawn the other way", () => {
    for (const [seed, list] of drawings.entries())
      expect(JSON.stringify(drawTown(seed, TIMES, "shuffled and reversed"))).toBe(JSON.stringify(list));
  });
});

describe("a river of 40 m, 15 m from the streets of both banks", () => {
  const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1 });
  const bank = (id: string, north: number) => streetOf(id, [at(0, north), at(600, north), at(1200, north)]);
  const city = cityOf([bank("south", 0), bank("north", 70), streetOf("bridge", [at(600, 0), at(600, 70)])]);
  const from = (seconds: number) =>
    isochrones(city, { location: at(0, 0) }, [seconds], { profile: stroller })[0] as Isochrone;
  const farBank = (isochrone: Isochrone) =>
    Array.from({ length: 121 }, (_, i) => at(10 * i, 57)).filter((place) => isInside(isochrone, place));
  test("is not crossed before the bridge is", () => {
    for (const seconds of [60, 300, 600, 630]) expect(farBank(from(seconds))).toEqual([]);
    expect(isInside(from(600), at(300, 0))).toBe(true);
  });
  test("is crossed over the bridge, and the far bank is then reached from there", () => {
    const reached = farBank(from(840)).map(([lon]) => lon); // 840 m: 600 to the bridge, 70 over it, 170 to either side
    expect(Math.min(...reached)).toBeGreaterThan(at(600 - 170 - 25, 0)[0]);
    expect(Math.max(...reached)).toBeLessThan(at(600 + 170 + 25, 0)[0]);
    expect(reached.length).toBeGreaterThan(25);
  });
});

describe("a courtyard", () => {
  const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1 });
  const square = (id: string, low: number, high: number) =>
    streetOf(id, [at(low, low), at(high, low), at(high, high), at(low, high), at(low, low)]);
  test("wider than twice the walk off the street is a hole", () => {
    const [isochrone] = isochrones(cityOf([square("around", 0, 400)]), { location: at(0, 0) }, [3600], {
      offStreetMeters: 100,
    });
    expect(ringsOf(isochrone as Isochrone).map((rings) => rings.length)).toEqual([2]);
    expect(isInside(isochrone as Isochrone, at(200, 200))).toBe(false);
    for (const off of [40, 90]) expect(isInside(isochrone as Isochrone, at(200, off))).toBe(true);
    expect(isInside(isochrone as Isochrone, at(200, 110))).toBe(false);
    expect(isInside(isochrone as Isochrone, at(200, -110))).toBe(false);
  });
  test("with a street of its own that leads nowhere is a hole around that street", () => {
    const city = cityOf([square("around", 0, 200), square("inside", 70, 130)]);
    const [isochrone] = isochrones(city, { location: at(0, 0) }, [3600]);
    expect(ringsOf(isochrone as Isochrone).map((rings) => rings.length)).toEqual([2]);
    for (const place of [at(100, 100), at(70, 100), at(100, 55)])
      expect(isInside(isochrone as Isochrone, place)).toBe(false);
    expect(isInside(isochrone as Isochrone, at(100, 15))).toBe(true);
  });
  test("with an island that is reached through a tunnel has a hole with ground in it, and that ground a hole of its own", () => {
    const tunnel = streetOf("tunnel", [at(0, 0), at(700, 700)], { highway: "footway", tunnel: "yes" });
    const city = cityOf([square("around", 0, 2000), square("inside", 700, 1300), tunnel]);
    const [isochrone] = isochrones(city, { location: at(0, 0) }, [12_000]);
    // the tunnel is drawn as well: it joins the two grounds, so that each hole belongs to the one outline
    expect(isInside(isochrone as Isochrone, at(1000, 1000))).toBe(false);
    expect(isInside(isochrone as Isochrone, at(1000, 720))).toBe(true);
    expect(isInside(isochrone as Isochrone, at(1000, 400))).toBe(false);
    expect(ringsOf(isochrone as Isochrone).map((rings) => rings.length)).toEqual([3]);
  });
});

describe("starts", () => {
  test("across the antimeridian are found under either longitude", () => {
    const { streets, at } = desertGrid({ columns: 11, rows: 11, blockMeters: 100, lon: 179.9955, lat: -17 });
    const city = cityOf(streets);
    const [lon, lat] = at(8, 5);
    expect(lon).toBeGreaterThan(180);
    const [here] = isochrones(city, { location: [lon, lat] }, [240], { profile: stroller });
    const [there] = isochrones(city, { location: [lon - 360, lat] }, [240], { profile: stroller });
    expect(there?.lines.properties.meters).toBeCloseTo(here?.lines.properties.meters ?? 0, 3);
  });
  test("in the far south reach as far as at the equator", () => {
    for (const lat of [0, -54.8, 69]) {
      const { streets, at } = desertGrid({ columns: 21, rows: 21, blockMeters: 60, lat });
      const [isochrone] = isochrones(cityOf(streets), { location: at(10, 10) }, [360], { profile: stroller });
      // the diamond |x| + |y| <= 360 m holds 2 · 360² m²; corners of cells may stick out
      const squareMeters = areaOf(isochrone as Isochrone) * 0.5 * (111_000 * 111_000) * Math.cos((lat * Math.PI) / 180);
      expect(squareMeters / (2 * 360 * 360)).toBeGreaterThan(0.95);
      expect(squareMeters / (2 * 360 * 360)).toBeLessThan(1.1);
    }
  });
});

describe("wrong arguments", () => {
  const { streets, at } = desertGrid({ columns: 3, rows: 3, blockMeters: 60 });
  const city = cityOf(streets);
  const codeOf = (run: () => unknown): CoverageErrorCode | null => {
    try {
      run();
      return null;
    } catch (error) {
      expect(error).toBeInstanceOf(CoverageError);
      return (error as CoverageError).code;
    }
  };
  const draw = (start: unknown, seconds: unknown, options: unknown = {}) =>
    codeOf(() => isochrones(city, start as { location: LonLat }, seconds as number[], options as IsochroneOptions));
  const here = { location: at(1, 1) };
  test("of every kind give an error with a code", () => {
    expect(draw(here, [60])).toBe(null);
    expect(draw({ location: at(300, 300) }, [60])).toBe("INVALID_ARGUMENT");
    expect(draw({ location: ["0", 0] }, [60])).toBe("INVALID_LOCATION");
    expect(draw({ location: [0, 91] }, [60])).toBe("INVALID_LOCATION");
    expect(draw({ location: [Number.NaN, 0] }, [60])).toBe("INVALID_LOCATION");
    for (const start of [
      null,
      3,
      {},
      { place: [0, 0] },
      { ...here, facilityId: "a" },
      { facilityId: 3 },
      { neighborhoodId: "x" },
    ])
      expect(draw(start, [60])).toBe("INVALID_ARGUMENT");
    for (const seconds of [[], 900, [0], [-1], ["900"], [Infinity], null])
      expect(draw(here, seconds)).toBe("INVALID_ARGUMENT");
    expect(draw(here, [60], { cellMetres: 20 })).toBe("UNKNOWN_OPTION");
    for (const options of [null, [], { cellMeters: 0 }, { offStreetMeters: "5" }, { profile: {} }])
      expect(draw(here, [60], options)).toBe("INVALID_ARGUMENT");
    expect(draw(here, [60], { standard: "shop" })).toBe("INVALID_STANDARD");
    expect(draw(here, [60], { cellMeters: 0.001 })).toBe("LIMIT_EXCEEDED");
    expect(codeOf(() => isochrones({} as typeof city, here, [60]))).toBe("NO_NEIGHBORHOODS");
    expect(codeOf(() => toIsochroneCollection({} as Isochrone[]))).toBe("INVALID_ARGUMENT");
    for (const none of [null, 3, "city", []])
      expect(codeOf(() => isochrones(none as unknown as typeof city, here, [60]))).toBe("INVALID_ARGUMENT");
  });
});

const MEASURED = { startCount: 20, pointCount: 1000, seconds: 900 };

function expectLittleFalseArea(name: string, city: ReturnType<typeof prepareCity>): void {
  const { reached, falseIn, falseOut } = measureFalseArea(city, MEASURED);
  const percent = (count: number) => `${((100 * count) / reached).toFixed(2)} %`;
  console.info(`${name}: of ${reached} points reached, false in ${percent(falseIn)}, false out ${percent(falseOut)}`);
  expect(reached).toBeGreaterThan(3000);
  expect(falseIn / reached).toBeLessThan(0.04);
  expect(falseOut / reached).toBeLessThan(0.01);
}

test("in the fixture town less than 4 % is drawn too much and less than 1 % too little", () => {
  const read = (layer: string) =>
    JSON.parse(readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url), "utf8"));
  const city = prepareCity({
    neighborhoods: read("neighborhoods"),
    facilities: read("facilities"),
    streets: read("streets"),
  });
  expectLittleFalseArea("fixture town", city);
});
for (const name of ["porto_alegre", "malta"])
  describeCity(name, () => {
    test("less than 4 % is drawn too much and less than 1 % too little", () => {
      const city = prepareCity(readCityInput(name));
      expectLittleFalseArea(name, city);
    });
  });

test("ground off the street is a share of what the time leaves", () => {
  const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1 });
  const city = cityOf([streetOf("w", [at(0, 0), at(1000, 0)])]);
  const [isochrone] = isochrones(city, { location: at(0, 0) }, [300], { profile: stroller, cellMeters: 5 });
  // 300 m in all: at 250 m along the street 50 are left
  expect(isInside(isochrone as Isochrone, shifted(at(250, 0), 0, 40))).toBe(true);
  expect(isInside(isochrone as Isochrone, shifted(at(250, 0), 0, 60))).toBe(false);
});
