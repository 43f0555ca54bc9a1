import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { polygonsSquareMeters } from "../../src/geo/area.js";
import { Lattice, type LatticeCells } from "../../src/geo/lattice.js";
import { outlineOf } from "../../src/geo/outline.js";
import { containsPoint } from "../../src/geo/rings.js";
import { sidesOf, sidesOfAll, sidesOfUnion, squareMetersBetween } from "../../src/geo/sides.js";
import type { PolygonRings } from "../../src/model/facts.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import { slowCells } from "../oracle/oracle-lattice.js";
import { drawIndex, type Random, seededRandom } from "../support/random.js";

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
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const keysOf = ({ row, column }: LatticeCells) => [...row].map((each, i) => `${each} ${column[i]}`);

/** A star: corners around a middle, near and far, so that cells hold several pieces of it; sometimes with a hole. */
function drawStar(random: Random, [lon, lat]: LonLat, size: number): PolygonRings {
  const corners = 3 + drawIndex(random, 12);
  const at = (i: number, reach: number): LonLat => {
    const angle = (2 * Math.PI * i) / corners;
    return [lon + reach * Math.cos(angle), lat + reach * Math.sin(angle)];
  };
  const shell = Array.from({ length: corners }, (_, i) => at(i, size * (0.3 + random())));
  const hole = Array.from({ length: corners }, (_, i) => at(i, size * 0.2));
  const close = (ring: LonLat[]) => [...ring, ring[0] as LonLat];
  const rings = random() < 0.4 && corners > 4 ? [shell, hole] : [shell];
  return rings.map((ring) => close(random() < 0.5 ? ring : [...ring].reverse()));
}

describe("the lattice", () => {
  test.each([0, 31, -60])("cuts a rectangle at %i° into cells of the spacing, and keeps all of its ground", (lat) => {
    const polygon = rectangle([104, lat], 4000, 3000);
    const cells = new Lattice(100).cut(sidesOf([polygon]));
    const whole = cells.squareMeters.filter((squareMeters) => squareMeters > 9_900).length;
    expect(whole).toBeGreaterThan(38 * 28);
    expect(whole).toBeLessThan(1200);
    expect(Math.abs(sum(cells.squareMeters) / polygonsSquareMeters([polygon]) - 1)).toBeLessThan(1e-6);
  });
  test("gives every cell its ground, and a place in it to look from, as cutting cell by cell does", () => {
    const random = seededRandom(5);
    let partCount = 0;
    for (let town = 0; town < 60; town++) {
      const middle: LonLat = [random() * 360 - 180, random() * 160 - 80];
      const polygon = drawStar(random, middle, 0.003 + random() * 0.004);
      const halvings = drawIndex(random, 3);
      const cells = new Lattice(100, halvings).cut(sidesOf([polygon]));
      const slow = slowCells(polygon, 100, halvings);
      expect(keysOf(cells), `town ${town}`).toEqual(slow.map(({ row, column }) => `${row} ${column}`));
      slow.forEach(({ share, box: [west, south, east, north] }, i) => {
        const [lon, lat] = [cells.lon[i] as number, cells.lat[i] as number];
        const scale = degreeMeters((south + north) / 2);
        const squareMeters = share * (east - west) * (north - south) * scale.lon * scale.lat;
        expect(cells.squareMeters[i]).toBeCloseTo(squareMeters, 1);
        expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true);
        if (share > 1e-4) expect(containsPoint([polygon], lon, lat), `town ${town}, cell ${i}`).toBe(true);
        if (share < 1) partCount++;
        else expect([lon, lat]).toEqual([expect.closeTo((west + east) / 2, 9), expect.closeTo((south + north) / 2, 9)]);
      });
    }
    expect(partCount).toBeGreaterThan(1000);
  });
  test("looks at part of a cell from the middle of that part", () => {
    // half of a cell, cut north to south: the middle lies a quarter of the cell from either edge
    const lattice = new Lattice(100);
    const [whole] = slowCells(rectangle([104, 31], 1000, 1000), 100).filter(({ share }) => share > 0.999999);
    const [west, south, east, north] = whole?.box ?? [0, 0, 0, 0];
    const half: LonLat[] = [
      [west, south],
      [(west + east) / 2, south],
      [(west + east) / 2, north],
      [west, north],
      [west, south],
    ];
    const cells = lattice.cut(sidesOf([[half]]));
    expect([cells.count, cells.lon[0], cells.lat[0]]).toEqual([
      1,
      expect.closeTo(west + (east - west) / 4, 9),
      expect.closeTo((south + north) / 2, 9),
    ]);
  });
  test("falls, halved, into cells that make up the cell they were", () => {
    const polygon = drawStar(seededRandom(2), [104, 31], 0.01);
    const coarse = new Lattice(100).cut(sidesOf([polygon]));
    for (const halvings of [1, 2, 3]) {
      const fine = new Lattice(100, halvings).cut(sidesOf([polygon]));
      const found = new Map<string, number>();
      keysOf(fine).forEach((key, i) => {
        const parent = key.split(" ").map((each) => Math.floor(Number(each) / 2 ** halvings));
        found.set(parent.join(" "), (found.get(parent.join(" ")) ?? 0) + (fine.squareMeters[i] as number));
      });
      keysOf(coarse).forEach((key, i) => {
        expect(found.get(key)).toBeCloseTo(coarse.squareMeters[i] as number, 0);
      });
    }
  });
  test("gives two that share a border, together, what it gives the whole", () => {
    const [[southWest, southEast, northEast, northWest] = []] = rectangle([104, 31], 3000, 2000) as [LonLat[]];
    if (!southWest || !southEast || !northEast || !northWest) throw new Error("no rectangle");
    const parts: PolygonRings[] = [
      [[southWest, southEast, northWest, southWest]],
      [[southEast, northEast, northWest, southEast]],
    ];
    const found = new Map<string, number>();
    for (const part of parts) {
      const cells = new Lattice(100).cut(sidesOf([part]));
      keysOf(cells).forEach((key, i) => {
        found.set(key, (found.get(key) ?? 0) + (cells.squareMeters[i] as number));
      });
    }
    const whole = new Lattice(100).cut(sidesOf([rectangle([104, 31], 3000, 2000)]));
    expect([...found.keys()].sort()).toEqual(keysOf(whole).sort());
    keysOf(whole).forEach((key, i) => {
      expect(found.get(key)).toBeCloseTo(whole.squareMeters[i] as number, 3);
    });
  });
  test("of nothing has no cells", () => {
    expect(new Lattice(100).cut([]).count).toBe(0);
  });
});

describe("ground", () => {
  const area = (polygons: readonly PolygonRings[]) => squareMetersBetween(sidesOfUnion(outlineOf(polygons)));
  const overlap = (one: readonly PolygonRings[], other: readonly PolygonRings[]) =>
    squareMetersBetween(sidesOfAll([[outlineOf(one)], [outlineOf(other)]]));

  test("of one polygon is as large as its area, whichever way it is measured", () => {
    const random = seededRandom(11);
    for (let i = 0; i < 100; i++) {
      const polygon = drawStar(random, [random() * 100, random() * 120 - 60], 0.02);
      const expected = polygonsSquareMeters([polygon]);
      expect(Math.abs(squareMetersBetween(sidesOf([polygon])) / expected - 1)).toBeLessThan(3e-5);
      expect(Math.abs(area([polygon]) / expected - 1)).toBeLessThan(3e-5);
    }
  });
  test("of two is both, less what they share", () => {
    const random = seededRandom(12);
    let overlapCount = 0;
    for (let i = 0; i < 150; i++) {
      const one = drawStar(random, [104, 31], 0.02);
      const other = drawStar(random, [104 + random() * 0.02, 31 + random() * 0.02], 0.01 + random() * 0.02);
      const shared = overlap([one], [other]);
      const expected = polygonsSquareMeters([one]) + polygonsSquareMeters([other]) - shared;
      expect(Math.abs(area([one, other]) / expected - 1), `pair ${i}`).toBeLessThan(3e-5);
      expect(Math.abs(overlap([other], [one]) - shared)).toBeLessThan(1e-3);
      if (shared > 1000) overlapCount++;
    }
    expect(overlapCount).toBeGreaterThan(100);
  });
  test("of one drawn twice, or of a part within another, counts once", () => {
    const outer = rectangle([104, 31], 1000, 1000);
    const inner = rectangle([104.002, 31.002], 300, 300);
    const expected = polygonsSquareMeters([outer]);
    expect(area([outer, outer])).toBeCloseTo(expected, 1);
    expect(area([outer, inner, inner])).toBeCloseTo(expected, 1);
    expect(overlap([outer], [inner, inner])).toBeCloseTo(polygonsSquareMeters([inner]), 1);
  });
  test("of neighbors that share a border is shared by none of them", () => {
    const random = seededRandom(13);
    for (let i = 0; i < 50; i++) {
      const border = Array.from({ length: 12 }, (_, j): LonLat => [104 + random() * 0.004, 31 + j * 0.001]);
      const [first, last] = [border[0] as LonLat, border.at(-1) as LonLat];
      const west: PolygonRings = [[...border, [103.99, last[1]], [103.99, first[1]], first]];
      const east: PolygonRings = [[...[...border].reverse(), [104.01, first[1]], [104.01, last[1]], last]];
      expect(overlap([west], [east])).toBeLessThan(1e-6);
    }
  });
  test("of a bow-tie is both of its halves", () => {
    // 500 m wide and high, crossing in its middle: two triangles of 250 m × 500 m ÷ 2
    const scale = degreeMeters(31);
    const at = (x: number, y: number): LonLat => [104 + x / scale.lon, 31 + y / scale.lat];
    const bowTie: PolygonRings = [[at(0, 0), at(500, 500), at(500, 0), at(0, 500), at(0, 0)]];
    expect(area([bowTie])).toBeCloseTo(2 * 62_500, -2);
  });
});
