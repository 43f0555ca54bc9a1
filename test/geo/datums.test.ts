import { describe, expect, test } from "vitest";
import type { Datum } from "../../src/base/layers.js";
import type { LonLat } from "../../src/base/words.js";
import { fromWgs84, toWgs84 } from "../../src/geo/datums.js";
import { distanceMeters } from "../../src/geo/distance.js";

const CITIES: Readonly<Record<string, LonLat>> = {
  beijing: [116.3912757, 39.906217],
  shanghai: [121.4737, 31.2304],
  chengdu: [104.0633, 30.6594], // Tianfu Square
  guangzhou: [113.2644, 23.1291],
  shenzhen: [114.0579, 22.5431],
  harbin: [126.5349, 45.8038],
  urumqi: [87.6168, 43.8256],
  lhasa: [91.1322, 29.6604],
  kunming: [102.8329, 24.8801],
  xian: [108.9398, 34.3416],
};

const meters = (a: LonLat, b: LonLat): number => distanceMeters(a[0], a[1], b[0], b[1]);

describe("Chinese datums", () => {
  test.each(["gcj02", "bd09"] as const)("%s there and back ends within a millimetre", (datum) => {
    for (const place of Object.values(CITIES)) {
      expect(meters(toWgs84(datum, fromWgs84(datum, place)), place)).toBeLessThan(0.001);
    }
  });

  // measured independently with gcoord 1.0.7 and coordtransform 2.1.2
  test.each([
    ["beijing", "gcj02", 555],
    ["beijing", "bd09", 1378],
    ["shanghai", "gcj02", 481],
    ["shanghai", "bd09", 1140],
  ] as const)("%s lies as far off in %s as published", (city, datum, published) => {
    const place = CITIES[city] as LonLat;
    expect(Math.abs(meters(fromWgs84(datum, place), place) - published)).toBeLessThan(10);
  });

  test("Tianfu Square lies about 240 m east and 270 m south in GCJ-02, and 950 m off in BD-09", () => {
    const place = CITIES.chengdu as LonLat;
    const [lon, lat] = fromWgs84("gcj02", place);
    expect(Math.abs(distanceMeters(place[0], place[1], lon, place[1]) - 240)).toBeLessThan(10);
    expect(Math.abs(distanceMeters(place[0], place[1], place[0], lat) - 270)).toBeLessThan(10);
    expect(lon).toBeGreaterThan(place[0]);
    expect(lat).toBeLessThan(place[1]);
    expect(Math.abs(meters(fromWgs84("bd09", place), place) - 950)).toBeLessThan(25);
  });

  test.each(["wgs84", "cgcs2000"] as const satisfies readonly Datum[])("%s is returned as it is", (datum) => {
    const place: LonLat = [104.12345678901234, 30.1];
    expect(toWgs84(datum, place)).toBe(place);
    expect(fromWgs84(datum, place)).toBe(place);
  });

  test("GCJ-02 shifts nothing outside China's box", () => {
    expect(toWgs84("gcj02", [13.4, 52.5])).toEqual([13.4, 52.5]);
    expect(fromWgs84("gcj02", [-43.2, -22.9])).toEqual([-43.2, -22.9]);
  });

  test("results have nine decimals, so that the last bits of an engine's sine do not show", () => {
    for (const place of Object.values(CITIES)) {
      for (const value of toWgs84("bd09", place)) expect(value).toBe(Number(value.toFixed(9)));
    }
  });

  test("a position at the edge of the box, where the shift jumps, still gives finite numbers", () => {
    for (const lon of [72.004, 72.0041, 72.003, 137.8347, 137.84]) {
      for (const value of toWgs84("gcj02", [lon, 30])) expect(Number.isFinite(value)).toBe(true);
    }
  });
});
