import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { containsPoint, interiorPoint } from "../../src/geo/rings.js";
import type { PolygonRings, Ring } from "../../src/model/facts.js";
import { isInside } from "../oracle/oracle-straight-line.js";
import { type Random, seededRandom } from "../support/random.js";

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** A star around the origin: never crosses itself. */
function star(random: Random, corners: number): Ring {
  const ring = Array.from({ length: corners }, (_, i): LonLat => {
    const angle = (2 * Math.PI * i) / corners;
    const radius = 0.2 + random();
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return [...ring, ring[0] as LonLat];
}

describe("a point in a polygon", () => {
  test("is found as by a ray to the east, in 20 random stars with a hole, wound either way", () => {
    const random = seededRandom(3);
    for (let i = 0; i < 20; i++) {
      const polygon: PolygonRings = [star(random, 15), square(-0.1, -0.1, 0.15)];
      const rewound = polygon.map((ring) => [...ring].reverse());
      for (let j = 0; j < 500; j++) {
        const [lon, lat] = [random() * 2.6 - 1.3, random() * 2.6 - 1.3];
        const expected = isInside([lon, lat], polygon);
        expect(containsPoint([polygon], lon, lat)).toBe(expected);
        expect(containsPoint([rewound], lon, lat)).toBe(expected);
      }
    }
  });
  test("on a border that neighbors share belongs to exactly one of them", () => {
    // four squares around (1, 1): every border and corner between them, and the slanted border of two triangles
    const squares = [square(0, 0, 1), square(1, 0, 1), square(0, 1, 1), square(1, 1, 1)];
    const holders = (lon: number, lat: number) => squares.filter((ring) => containsPoint([[ring]], lon, lat)).length;
    for (let i = 1; i < 40; i++) {
      expect(holders(1, i / 20)).toBe(1);
      expect(holders(i / 20, 1)).toBe(1);
    }
    expect(containsPoint([[square(1, 0, 1)]], 1, 0.5)).toBe(true); // the one to the east
    const random = seededRandom(4);
    const [a, b]: [LonLat, LonLat] = [
      [0.1, 0.2],
      [0.9, 0.7],
    ];
    const left: Ring = [a, b, [0, 1], a];
    const right: Ring = [b, a, [1, 0], b];
    for (let i = 0; i < 1000; i++) {
      const along = random();
      const [lon, lat] = [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])];
      expect([left, right].filter((ring) => containsPoint([[ring]], lon, lat)).length).toBe(1);
    }
  });
  test("on a latitude of a vertex is counted once", () => {
    const diamond: Ring = [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ];
    expect(containsPoint([[diamond]], 0, 0)).toBe(true);
    expect(containsPoint([[diamond]], -2, 0)).toBe(false);
    expect(containsPoint([[diamond]], 2, 0)).toBe(false);
    expect(containsPoint([[diamond]], -1, 1)).toBe(false);
  });
});

describe("an interior point", () => {
  test("lies inside, clear of holes, for 200 random stars", () => {
    const random = seededRandom(5);
    for (let i = 0; i < 200; i++) {
      const polygon: PolygonRings = [star(random, 3 + (i % 20)), square(-0.1, -0.1, 0.15)];
      const [lon, lat] = interiorPoint(polygon);
      expect(isInside([lon, lat], polygon)).toBe(true);
    }
  });
  test("of a polygon without area is its first corner", () => {
    const flat: PolygonRings = [
      [
        [1, 1],
        [2, 1],
        [1, 1],
      ],
    ];
    expect(interiorPoint(flat)).toEqual([1, 1]);
  });
});
