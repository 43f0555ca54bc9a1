import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { Lattice } from "../../src/geo/lattice.js";
import type { PolygonRings } from "../../src/model/facts.js";
import { degreeMeters, geodesicMeters } from "../oracle/oracle-geodesy.js";
import { latticePoints as pointsOneByOne } from "../oracle/oracle-lattice.js";
import { isInside } from "../oracle/oracle-straight-line.js";
import { drawIndex, seededRandom } from "../support/random.js";

function rectangle([lon, lat]: LonLat, width: number, height: number): PolygonRings {
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
function latticePoints(polygon: PolygonRings, spacingMeters: number): LonLat[] {
  const lattice = new Lattice(spacingMeters);
  const runs = lattice.runsInside(polygon);
  return Array.from({ length: runs.length / 3 }, (_, i) => runs.slice(3 * i, 3 * i + 3)).flatMap(
    ([row = 0, first = 0, end = 0]) =>
      Array.from({ length: end - first }, (_, j): LonLat => [lattice.lonOf(row, first + j), lattice.latOf(row)]),
  );
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
    const west: PolygonRings = [[southWest, southEast, northWest, southWest]];
    const east: PolygonRings = [[southEast, northEast, northWest, southEast]];
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
  test("is to the last bit what comes of looking at one row and point after the other", () => {
    const random = seededRandom(5);
    let count = 0;
    for (let town = 0; town < 300; town++) {
      const lattice = new Lattice(100);
      const [lon, lat] = [random() * 360 - 180, random() * 170 - 85];
      // corners on rows and columns of the lattice too, holes that stick out, crossing and level edges
      const corner = (): LonLat => {
        const at: LonLat = [lon + random() * 0.02, lat + random() * 0.02];
        const row = Math.round(at[1] / (lattice.latOf(1) - lattice.latOf(0)));
        const column = Math.round(at[0] / (lattice.lonOf(row, 1) - lattice.lonOf(row, 0)));
        return [random() < 0.3 ? lattice.lonOf(row, column) : at[0], random() < 0.3 ? lattice.latOf(row) : at[1]];
      };
      const ring = () => {
        const corners = Array.from({ length: 3 + drawIndex(random, 9) }, corner);
        if (random() < 0.3) corners.push([corner()[0], corners.at(-1)?.[1] ?? 0]);
        return [...corners, corners[0] as LonLat];
      };
      const polygon = Array.from({ length: 1 + drawIndex(random, 3) }, ring);
      const points = latticePoints(polygon, 100);
      expect(points).toEqual(pointsOneByOne(polygon, 100));
      count += points.length;
    }
    expect(count).toBeGreaterThan(10_000);
    expect(latticePoints([], 100)).toEqual([]);
  });
});
