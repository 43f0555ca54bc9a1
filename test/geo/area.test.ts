import geodesic from "geographiclib-geodesic";
import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { polygonsSquareMeters } from "../../src/geo/area.js";
import type { Ring } from "../../src/model/facts.js";
import { geodesicDestination } from "../oracle/oracle-geodesy.js";

/** The exact area between geodesics. */
function geodesicSquareMeters(ring: Ring): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [lon, lat] of ring.slice(1)) polygon.AddPoint(lat, lon);
  return Math.abs(polygon.Compute(false, true).area as number);
}

function circle(center: LonLat, radius: number, corners: number): Ring {
  const ring = Array.from({ length: corners }, (_, i) => geodesicDestination(center, (360 * i) / corners, radius));
  return [...ring, ring[0] as LonLat];
}

describe("the area of a polygon", () => {
  test.each([
    0, 22.5, 31, 45, 60, 70, -34,
  ])("is within 5e-6 of the geodesic area at %i°, with short edges within 5e-7", (lat) => {
    for (const [radius, corners, most] of [
      [50, 24, 5e-7],
      [500, 4, 5e-7],
      [2100, 4, 5e-7],
      [3000, 24, 5e-7],
      [30_000, 40, 5e-6],
      [7000, 4, 5e-6],
    ] as const) {
      const ring = circle([104, lat], radius, corners);
      expect(Math.abs(polygonsSquareMeters([[ring]]) / geodesicSquareMeters(ring) - 1)).toBeLessThan(most);
    }
  });
  test("does not depend on the winding or on the first corner", () => {
    const ring = circle([104, 30], 800, 11);
    const area = polygonsSquareMeters([[ring]]);
    const open = ring.slice(1);
    const turned = [...open.slice(4), ...open.slice(0, 4)];
    const restarted = [...turned, turned[0] as LonLat];
    expect(polygonsSquareMeters([[[...ring].reverse()]])).toBeCloseTo(area, 3);
    expect(polygonsSquareMeters([[restarted]])).toBeCloseTo(area, 3);
  });
  test("leaves out holes and adds up parts", () => {
    const [outer, hole, apart] = [circle([104, 30], 800, 12), circle([104, 30], 300, 12), circle([104.1, 30], 100, 12)];
    const expected = geodesicSquareMeters(outer) - geodesicSquareMeters(hole) + geodesicSquareMeters(apart);
    expect(polygonsSquareMeters([[outer, hole], [apart]]) / expected).toBeCloseTo(1, 4);
  });
});
