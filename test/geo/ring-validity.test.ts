import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { findPolygonDefect } from "../../src/geo/ring-validity.js";
import { enclosesArea } from "../../src/geo/signed-area.js";
import type { PolygonRings, Ring } from "../../src/model/facts.js";

const close = (...positions: LonLat[]): Ring => [...positions, positions[0] as LonLat];
const square = (west: number, south: number, size: number): Ring =>
  close([west, south], [west + size, south], [west + size, south + size], [west, south + size]);

describe("valid polygons", () => {
  const valid: Record<string, PolygonRings> = {
    "a square": [square(0, 0, 4)],
    "a square wound the other way": [[...square(0, 0, 4)].reverse()],
    "repeated vertices": [close([0, 0], [0, 0], [4, 0], [4, 0], [4, 0], [4, 4], [0, 4])],
    "vertices on a straight edge": [close([0, 0], [1, 0], [2, 0], [4, 0], [4, 4], [0, 4])],
    "a hole": [square(0, 0, 4), square(1, 1, 1)],
    "a hole that touches the shell at a vertex of both": [square(0, 0, 4), close([0, 0], [2, 1], [1, 2])],
    "a hole that touches the middle of an edge of the shell": [square(0, 0, 4), close([0, 2], [1, 1], [1, 3])],
    "two holes that touch at a vertex": [square(0, 0, 4), square(1, 1, 1), square(2, 2, 1)],
    "a ring that touches itself at a vertex": [close([0, 0], [4, 0], [2, 2], [4, 4], [0, 4], [2, 2])],
    "a ring that touches the middle of its own edge": [close([0, 0], [4, 0], [4, 4], [2, 0], [0, 4])],
    "a hole that touches the shell up to a rounding error": [square(0, 0, 4), close([-1e-13, 2], [1, 1], [1, 3])],
    "a spike of 11 cm, as in a border of New York rounded to six decimals": [
      close([0, 0], [1, 0], [1, 1], [0.5, 1], [0.5, 0.999999], [0.5, 1.000001], [0, 1]),
    ],
    "a loop of half a metre, as in another border of New York": [
      close([-73.891273, 40.805921], [-73.891499, 40.805935], [-73.8915, 40.80594], [-73.891442, 40.80567]),
    ],
  };
  test.each(Object.entries(valid))("%s is valid", (_, polygon) => {
    expect(findPolygonDefect(polygon)).toBeNull();
  });
});

describe("invalid polygons", () => {
  const invalid: Record<string, [polygon: PolygonRings, where: LonLat]> = {
    "a bow-tie": [[close([0, 0], [2, 2], [2, 0], [0, 2])], [1, 1]],
    "a bow-tie that crosses at a vertex": [[close([0, 0], [1, 1], [2, 2], [2, 0], [1, 1], [0, 2])], [1, 1]],
    "a bow-tie with a vertex in the middle of the crossed edge": [
      [close([0, 0], [2, 2], [2, 0], [1, 1], [0, 2])],
      [1, 1],
    ],
    "a spike": [[close([0, 0], [4, 0], [4, 4], [4, 6], [4, 4], [0, 4])], [4, 4]],
    "a spike inwards along an edge": [[close([0, 0], [4, 0], [2, 0], [4, 4], [0, 4])], [2, 0]],
    "a spike of two metres": [[close([0, 0], [4, 0], [4, 4], [4, 4.00001], [4, 3.99999], [0, 4])], [4, 3.99999]],
    "a loop of two metres": [
      [close([0, 0], [4, 0], [4, 4], [3.99998, 4.00002], [4, 4.00002], [0, 4])],
      [3.99998, 4.00002],
    ],
    "a hole across the shell": [
      [square(0, 0, 4), square(3, 1, 2)],
      [4, 1],
    ],
    "a hole outside the shell": [
      [square(0, 0, 4), square(6, 1, 1)],
      [6.5, 1.5],
    ],
    "a hole outside the shell but inside its box": [
      [close([0, 0], [4, 0], [4, 4], [3, 4], [3, 1], [0, 1]), square(1, 2, 1)],
      [1.5, 2.5],
    ],
    "a hole that is the shell": [
      [square(0, 0, 4), square(0, 0, 4)],
      [0, 0],
    ],
    "a hole larger than the shell, touching it": [
      [close([2, 0], [4, 2], [2, 4], [0, 2]), square(0, 0, 4)],
      [2, 2],
    ],
    "a hole that shares a stretch of the shell": [
      [square(0, 0, 4), square(1, 0, 1)],
      [1, 0],
    ],
    "a hole in a hole": [
      [square(0, 0, 8), square(1, 1, 4), square(2, 2, 1)],
      [2.5, 2.5],
    ],
  };
  test.each(Object.entries(invalid))("%s is invalid, and the place is told", (_, [polygon, where]) => {
    const defect = findPolygonDefect(polygon);
    expect(defect).not.toBeNull();
    expect(defect?.[0]).toBeCloseTo(where[0], 9);
    expect(defect?.[1]).toBeCloseTo(where[1], 9);
  });

  test.each(Object.entries(invalid))("%s is invalid however the ring starts and winds", (_, [polygon]) => {
    for (const ring of [polygon[0] as Ring]) {
      const open = ring.slice(0, -1);
      for (let start = 0; start < open.length; start++) {
        const turned = close(...open.slice(start), ...open.slice(0, start));
        expect(findPolygonDefect([turned, ...polygon.slice(1)])).not.toBeNull();
        expect(findPolygonDefect([[...turned].reverse(), ...polygon.slice(1)])).not.toBeNull();
      }
    }
  });
});

describe("large rings", () => {
  /** A cogwheel: `count` vertices on two circles in turn. Built without sines, which is of no matter here. */
  const cogwheel = (count: number): LonLat[] =>
    Array.from({ length: count }, (_, i): LonLat => {
      const angle = (2 * Math.PI * i) / count;
      const radius = i % 2 === 0 ? 1 : 0.99;
      return [104 + radius * Math.cos(angle), 30 + radius * Math.sin(angle)];
    });

  test("a ring of 60,000 vertices is valid", () => {
    expect(findPolygonDefect([close(...cogwheel(60_000))])).toBeNull();
  });

  test("one exchanged pair of vertices among 60,000 is found", () => {
    const vertices = cogwheel(60_000);
    [vertices[41_000], vertices[41_002]] = [vertices[41_002] as LonLat, vertices[41_000] as LonLat];
    const defect = findPolygonDefect([close(...vertices)]);
    expect(defect?.[0]).toBeCloseTo((vertices[41_001] as LonLat)[0], 1);
    expect(defect?.[1]).toBeCloseTo((vertices[41_001] as LonLat)[1], 1);
  });

  test("a ring with 22,500 crossings is found invalid", () => {
    const zigzag = (flip: boolean): LonLat[] =>
      Array.from({ length: 300 }, (_, i): LonLat => (flip ? [i, (i % 2) * 300] : [(i % 2) * 300, 299 - i])).map(
        ([x, y]): LonLat => [x / 1000, y / 1000],
      );
    expect(findPolygonDefect([close(...zigzag(true), ...zigzag(false))])).not.toBeNull();
  });

  test("a comb of 30,000 slanted teeth, whose boxes all overlap, ends", () => {
    const teeth = Array.from({ length: 30_000 }, (_, i): LonLat => (i % 2 === 0 ? [i / 1e5, 0] : [1 + i / 1e5, 1]));
    expect(findPolygonDefect([close(...teeth, [2, -1])])).toBeNull();
  });

  test("five thousand holes are valid where they do not touch", () => {
    const holes = Array.from({ length: 5000 }, (_, i) => square((i % 100) / 100, Math.floor(i / 100) / 100, 0.005));
    expect(findPolygonDefect([square(-0.5, -0.5, 2), ...holes])).toBeNull();
  });
});

describe("whether a ring encloses ground", () => {
  test("a triangle and a bow-tie do", () => {
    expect(enclosesArea(close([0, 0], [1, 0], [0, 1]))).toBe(true);
    expect(enclosesArea(close([0, 0], [2, 2], [2, 0], [0, 2]))).toBe(true);
  });
  test("a sliver of 1 cm by 10 km does", () => {
    expect(enclosesArea(close([104, 30], [104.1, 30.1], [104.1000001, 30.1], [104.0000001, 30]))).toBe(true);
  });
  test("a place, a line and a path out and back do not", () => {
    expect(enclosesArea(close([1, 1], [1, 1], [1, 1]))).toBe(false);
    expect(enclosesArea(close([104.1, 30.1], [104.2, 30.2], [104.3, 30.3]))).toBe(false);
    expect(enclosesArea(close([0, 0], [1, 0], [1, 1], [1, 0]))).toBe(false);
  });
});
