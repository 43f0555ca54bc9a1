import { describe, expect, test } from "vitest";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import type { ReadOptions } from "../../src/read/read-options.js";
import { readPopulation } from "../../src/read/read-population.js";
import {
  codesOf,
  collection,
  diagnosticOf,
  expectBalanced,
  feature,
  HOLE,
  SQUARE,
} from "../support/geojson-samples.js";

const good = feature("Polygon", [SQUARE], { id: "good" });
const BOW_TIE = [
  [104, 30],
  [104.02, 30.02],
  [104.02, 30],
  [104, 30.02],
  [104, 30],
];
const open = (gapDegrees: number) => [...SQUARE.slice(0, -1), [104.06, 30.66 + gapDegrees]];

/** Reads a good neighborhood and one with these rings. */
const besideGood = (rings: unknown, options: ReadOptions = {}) =>
  readNeighborhoods(collection(good, feature("Polygon", rings, { id: "odd" })), options);

describe("rings that are read as meant", () => {
  test("a ring wound the wrong way is read as meant", () => {
    const reading = besideGood([[...SQUARE].reverse(), [...HOLE].reverse()]);
    expect(reading.rows[1]?.polygons[0]).toEqual([[...SQUARE].reverse(), [...HOLE].reverse()]);
    expect(reading.counts).toMatchObject({ used: 2, repaired: 1, leftOut: {} });
    expect(diagnosticOf(reading, "ring.winding")).toMatchObject({ severity: "info", count: 1, sampleIds: ["odd"] });
  });

  test("winding is no repair that can be forbidden", () => {
    expect(besideGood([[...SQUARE].reverse()], { repair: "none" }).counts.used).toBe(2);
  });

  test("a ring that is closed in two dimensions but not in the third is closed", () => {
    const reading = besideGood([SQUARE.map(([lon, lat], i) => [lon, lat, i])]);
    expect(reading.counts).toMatchObject({ used: 2, repaired: 0 });
    expect(reading.rows[1]?.polygons[0]?.[0]).toEqual(SQUARE);
  });

  test("repeated vertices are fine", () => {
    const reading = besideGood([SQUARE.flatMap((position) => [position, position])]);
    expect(reading.counts).toMatchObject({ used: 2, repaired: 0 });
    expect(reading.diagnostics).toEqual([]);
  });

  test("a gap of less than a metre is closed by repeating the first position", () => {
    const ring = open(0.5e-5); // 0.55 m
    const reading = besideGood([ring]);
    expect(reading.rows[1]?.polygons[0]?.[0]).toEqual([...ring, SQUARE[0]]);
    expect(reading.counts).toMatchObject({ used: 2, repaired: 1 });
    expect(codesOf(reading)).toEqual(["ring.unclosed"]);
  });
});

describe("rings that are left out", () => {
  test.each([
    ["with a gap of two metres", [open(2e-5)], "ring.unclosed"],
    ["that is not closed at all", [SQUARE.slice(0, -1)], "ring.unclosed"],
    ["of three positions", [[SQUARE[0], SQUARE[1], SQUARE[0]]], "ring.tooShort"],
    ["of one place", [[SQUARE[0], SQUARE[0], SQUARE[0], SQUARE[0]]], "geometry.empty"],
    [
      "along a line",
      [
        [
          [104, 30],
          [104.1, 30.1],
          [104.2, 30.2],
          [104, 30],
        ],
      ],
      "geometry.empty",
    ],
    [
      "out and back",
      [
        [
          [104, 30],
          [104.1, 30],
          [104.1, 30.1],
          [104.1, 30],
          [104, 30],
        ],
      ],
      "geometry.empty",
    ],
    ["without positions", [[]], "geometry.empty"],
    ["that is a bow-tie", [BOW_TIE], "polygon.invalid"],
    ["with a spike", [[...SQUARE.slice(0, 3), [104.07, 30.68], SQUARE[2], ...SQUARE.slice(3)]], "polygon.invalid"],
    ["with a hole outside", [SQUARE, HOLE.map(([lon = 0, lat]) => [lon + 1, lat])], "polygon.invalid"],
    ["with a hole that is the shell", [SQUARE, [...SQUARE].reverse()], "polygon.invalid"],
    ["of texts", [SQUARE.map(([lon, lat]) => [`${lon}`, lat])], "position.type"],
  ])("a ring %s is left out as %s", (_, rings, code) => {
    const reading = besideGood(rings);
    expect(reading.rows.map(({ id }) => id)).toEqual(["good"]);
    expect(reading.counts).toMatchObject({ given: 2, used: 1, repaired: 0, leftOut: { [code as string]: 1 } });
    expect(diagnosticOf(reading, code as string)).toMatchObject({ severity: "warning", sampleIds: ["odd"] });
    expectBalanced(reading.counts);
  });

  test("the place of a crossing is told", () => {
    expect(diagnosticOf(besideGood([BOW_TIE]), "polygon.invalid")?.examples).toEqual(["[104.010000, 30.010000]"]);
  });
});

describe("repair", () => {
  test('"fix" uses an invalid polygon as it is, by the even-odd rule, and says so', () => {
    const reading = besideGood([BOW_TIE], { repair: "fix" });
    expect(reading.rows[1]?.polygons).toEqual([[BOW_TIE]]);
    expect(reading.counts).toMatchObject({ used: 2, repaired: 1, leftOut: {} });
    expect(codesOf(reading)).toContain("polygon.invalid");
  });

  test('"none" leaves out whatever would have to be mended', () => {
    const forbidden: [unknown, string][] = [
      [[open(0.5e-5)], "ring.unclosed"],
      [[BOW_TIE], "polygon.invalid"],
      [[SQUARE, []], "geometry.empty"],
    ];
    for (const [rings, code] of forbidden) {
      expect(besideGood(rings, { repair: "none" }).counts.leftOut).toEqual({ [code]: 1 });
    }
  });

  test("a hole or a part that encloses nothing is passed over, and the rest is used", () => {
    const dot = [SQUARE[0], SQUARE[0], SQUARE[0], SQUARE[0]];
    const neighborhood = feature("MultiPolygon", [[SQUARE, dot], [dot], []], { id: "a" });
    const reading = readNeighborhoods(neighborhood);
    expect(reading.rows[0]?.polygons).toEqual([[SQUARE]]);
    expect(reading.counts).toMatchObject({ used: 1, repaired: 1 });
    expect(codesOf(reading)).toEqual(["geometry.parts"]);
  });
});

test("population polygons are checked as neighborhoods are", () => {
  const input = collection(feature("Polygon", [BOW_TIE], { id: "a", population: 5 }));
  expect(readPopulation(input).counts.leftOut).toEqual({ "polygon.invalid": 1 });
  expect(readPopulation(input, { repair: "fix" }).counts).toMatchObject({ used: 1, repaired: 1 });
});

test("a facility's outline may cross itself: people only walk up to it", () => {
  expect(readFacilities(feature("Polygon", [BOW_TIE])).counts).toMatchObject({ used: 1, leftOut: {} });
});
