import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { PreparedCity } from "../../src/city/prepared-city.js";
import { cutPolygons } from "../../src/isochrones/cut-at-antimeridian.js";
import { isochronePolygons, isochrones } from "../../src/isochrones/isochrones.js";
import type { Ring } from "../../src/model/facts.js";
import { desertGrid } from "../support/desert-grid.js";
import { cityOf, isInside, stroller, wrapped } from "../support/isochrone-towns.js";

function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  return ring.slice(1).reduce((sum, [x, y], i) => {
    const [px, py] = ring[i] ?? [0, 0];
    return sum + ((px - x0) * (y - y0) - (x - x0) * (py - y0)) / 2;
  }, 0);
}
const areaOf = (polygons: readonly (readonly Ring[])[]) =>
  polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0);
const box = (west: number, south: number, east: number, north: number): LonLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe("an isochrone across the antimeridian", () => {
  const { streets, at } = desertGrid({ columns: 11, rows: 11, blockMeters: 100, lon: 179.9955, lat: -17 });
  // the neighborhood lies at the first street: its hemisphere is the city's
  const fromTheEast = [...streets]
    .reverse()
    .map((street) => ({ ...street, coordinates: [...street.coordinates].reverse() }));
  for (const [name, city] of [
    ["in a city of the eastern hemisphere", cityOf(streets)],
    ["in a city of the western hemisphere", cityOf(fromTheEast)],
  ] as const) {
    const [isochrone] = isochrones(city, { location: wrapped(at(5, 5)) }, [300], { profile: stroller });
    if (isochrone === undefined) throw new Error("no isochrone");
    const { lines, polygon } = isochrone;
    const polygons = polygon.geometry.coordinates as unknown as Ring[][];
    test(`${name} has longitudes from -180 to 180 only`, () => {
      const inside = [...(PreparedCity.parts(city).city.modeNetwork?.network.nodeLon ?? [])].map(Math.abs);
      expect(Math.max(...inside)).toBeGreaterThan(180); // the city itself is in one piece
      const places: Position[] = [...polygons.flat(2).map(([x, y]) => [x, y]), ...lines.geometry.coordinates.flat()];
      expect(Math.max(...places.map(([x = NaN]) => Math.abs(x)))).toBe(180);
      expect(Math.min(...places.map(([x = NaN]) => x))).toBe(-180);
      expect(places.filter(([x = NaN]) => Math.abs(x) < 179.98)).toEqual([]);
    });
    test(`${name} is in two polygons with the ground of one`, () => {
      expect(polygons.length).toBe(2);
      for (const [x, y] of [
        [3.2, 5],
        [5, 5],
        [6.9, 5],
        [5, 3.1],
      ] as const)
        expect(isInside(isochrone, wrapped(at(x, y)))).toBe(true);
      for (const [x, y] of [
        [1.5, 5],
        [8.6, 5],
        [3, 3],
      ] as const)
        expect(isInside(isochrone, wrapped(at(x, y)))).toBe(false);
      // the diamond |x| + |y| <= 300 m: as in the test of far latitudes
      const squareMeters = areaOf(polygons) * 111_000 * 111_000 * Math.cos((17 * Math.PI) / 180);
      expect(squareMeters / (2 * 300 * 300)).toBeGreaterThan(0.93);
      expect(squareMeters / (2 * 300 * 300)).toBeLessThan(1.1);
      expect(polygons.flat().every((ring) => signedArea(ring) > 0)).toBe(true);
    });
    test(`${name} has lines in two, with the time of the cut`, () => {
      expect(lines.properties.meters).toBeCloseTo(4 * 3 * 3 * 100, 2);
      for (const [i, line] of lines.geometry.coordinates.entries()) {
        const [[a = NaN] = [], [b = NaN] = []] = line;
        expect(Math.abs(a - b)).toBeLessThan(0.001);
        const [from, to] = lines.properties.lineSeconds[i] ?? [0, 0];
        expect(to).toBeGreaterThan(from);
      }
    });
    test(`${name} is the same without lines`, () => {
      const [list] = isochronePolygons(city, [{ location: wrapped(at(5, 5)) }], [300], { profile: stroller });
      expect(list).toEqual([polygon]);
    });
  }
});

describe("a polygon cut at the antimeridian", () => {
  test("that does not reach it stays as it is", () => {
    const polygon = [box(170, 0, 180, 1)];
    expect(cutPolygons([polygon])[0]).toBe(polygon);
  });
  test("that lies beyond it is turned around the Earth", () => {
    expect(cutPolygons([[box(181, 0, 182, 1)]])).toEqual([[box(-179, 0, -178, 1)]]);
    expect(cutPolygons([[box(180, 0, 182, 1)]])).toEqual([[box(-180, 0, -178, 1)]]);
    expect(cutPolygons([[box(-182, 0, -180, 1)]])).toEqual([[box(178, 0, 180, 1)]]);
  });
  test("keeps its area, with holes on one side, across, and on the other", () => {
    const hole = (west: number, south: number, east: number, north: number) => box(west, south, east, north).reverse();
    const polygon = [box(176, 0, 186, 10), hole(177, 1, 178, 9), hole(179, 4, 181, 6), hole(183, 4, 185, 6)];
    const cut = cutPolygons([polygon]);
    expect(areaOf(cut)).toBeCloseTo(100 - 8 - 4 - 4, 9);
    // the hole across becomes a bay on either side
    expect(cut.map((rings) => rings.length)).toEqual([2, 2]);
    expect(cut.flat().map((ring) => ring.length)).toEqual([9, 5, 9, 5]);
  });
  test("whose hole crosses it twice has an island of ground on the far side", () => {
    // a C of outside ground that opens and closes across the cut: 180 <= x <= 184 holds a tongue of ground
    const ring: LonLat[] = [
      [178, 2],
      [178, 8],
      [182, 8],
      [182, 6],
      [179, 6],
      [179, 4],
      [182, 4],
      [182, 2],
      [178, 2],
    ];
    const cut = cutPolygons([[box(176, 0, 186, 10), ring]]);
    expect(areaOf(cut)).toBeCloseTo(100 - (4 * 6 - 3 * 2), 9);
    for (const rings of cut) expect(rings.slice(1).every((hole) => signedArea(hole) < 0)).toBe(true);
  });
  test("is cut into as many pieces as it crosses in bands", () => {
    const comb: LonLat[] = [
      [179, 0],
      [182, 0],
      [182, 1],
      [179.5, 1],
      [179.5, 2],
      [182, 2],
      [182, 3],
      [179.5, 3],
      [179.5, 4],
      [182, 4],
      [182, 5],
      [179, 5],
      [179, 0],
    ];
    const cut = cutPolygons([[comb]]);
    expect(cut.length).toBe(1 + 3);
    expect(areaOf(cut)).toBeCloseTo(Math.abs(signedArea(comb)), 9);
  });
});
