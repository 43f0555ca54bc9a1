import { describe, expect, test } from "vitest";
import { latticePoints } from "../../src/geo/lattice.js";
import type { LonLat, Polygon } from "../../src/model.js";
import { degreeMeters, geodesicMeters } from "../oracle/oracle-geodesy.js";
import { isInside } from "../oracle/oracle-straight-line.js";

function rectangle([lon, lat]: LonLat, width: number, height: number): Polygon {
  const scale = degreeMeters(lat);
  const [east, north] = [lon + width / scale.lon, lat + height / scale.lat];
  return [
    [
      [lon, lat],
      [east, lat],
      [east, north],
      [lon, north],
      [lon, lat],
    ],
  ];
}
const key = ([lon, lat]: LonLat) => `${lon} ${lat}`;

describe("the lattice", () => {
  test.each([0, 31, 60])("has one point for every square of the spacing at %i°", (lat) => {
    const points = latticePoints(rectangle([104, lat], 4000, 3000), 100);
    expect(Math.abs(points.length - 1200)).toBeLessThan(1200 * 0.03);
  });
  test("has rows and columns as far apart as asked", () => {
    const points = latticePoints(rectangle([104, 31], 1000, 1000), 100);
    const [first, second] = points as [LonLat, LonLat];
    const nextRow = points.find(([, lat]) => lat > first[1]) as LonLat;
    expect(geodesicMeters(first, second)).toBeCloseTo(100, 4);
    expect(geodesicMeters([0, first[1]], [0, nextRow[1]])).toBeGreaterThan(99.5);
    expect(geodesicMeters([0, first[1]], [0, nextRow[1]])).toBeLessThan(100.5);
  });
  test("lies inside the polygon, and misses no point of it", () => {
    const [outer] = rectangle([104, 31], 2000, 2000);
    const [hole] = rectangle([104.005, 31.004], 700, 500);
    const polygon = [outer ?? [], hole ?? []];
    const inside = new Set(latticePoints(polygon, 70).map(key));
    const all = latticePoints([outer ?? []], 70);
    for (const point of all) expect(inside.has(key(point))).toBe(isInside(point, polygon));
    expect(inside.size).toBeLessThan(all.length);
  });
  test("of a city cut in two is the lattice of the whole, every point once", () => {
    const whole = rectangle([104, 31], 3000, 2000);
    const [[southWest, southEast, northEast, northWest] = []] = whole as [LonLat[]];
    if (!southWest || !southEast || !northEast || !northWest) throw new Error("no rectangle");
    const west: Polygon = [[southWest, southEast, northWest, southWest]];
    const east: Polygon = [[southEast, northEast, northWest, southEast]];
    const parts = [...latticePoints(west, 100), ...latticePoints(east, 100)].map(key).sort();
    expect(parts).toEqual(latticePoints(whole, 100).map(key).sort());
  });
  test("of a polygon smaller than the spacing may be empty", () => {
    const sizes = Array.from(
      { length: 20 },
      (_, i) => latticePoints(rectangle([104 + i * 0.01, 31], 10, 10), 100).length,
    );
    expect(sizes).toContain(0);
  });
});
