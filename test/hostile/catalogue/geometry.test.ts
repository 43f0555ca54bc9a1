import { describe, expect, test } from "vitest";
import type { Layer } from "../../../src/base/layers.js";
import { feature, nestedList, ROAD, X, Y } from "../hostile-city.js";
import { besideSound, type Given, type Row, ring, see } from "./outcome.js";

// Shapes and positions: each is accepted, repaired and said, left out and said, or refused by a typed error.

const sound = feature("Polygon", [ring(104.2, 30.2)], { id: "sound" });
const tried = (type: string, coordinates: unknown) => [sound, feature(type, coordinates, { id: "tried" })];
const place = (type: string, coordinates: unknown) => [
  feature(type, coordinates, { id: "tried", amenity: "pharmacy" }),
];
const raw = (geometry: unknown) => [sound, { type: "Feature", properties: { id: "tried" }, geometry }];
const shell = ring(104, 30);
const hole = ring(104.002, 30.002, 0.002);
const turned = <T>(list: readonly T[]) => [...list].reverse();
const circle = (corners: number, radius: number) =>
  Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % corners)) / corners;
    return [104 + radius * Math.cos(angle), 30 + radius * Math.sin(angle)];
  });
const bowTie = [
  [104, 30],
  [104.01, 30.01],
  [104.01, 30],
  [104, 30.01],
  [104, 30],
];
const withFix = (features: readonly object[]): Given => ({
  layers: { neighborhoods: features },
  options: { repair: "fix" },
});
const tangle = (() => {
  const across = Array.from({ length: 150 }, (_, i) => [104 + (i % 2) * 0.02, 30 + i * 1e-4]);
  const along = Array.from({ length: 150 }, (_, i) => [104 + (0.02 * i) / 150, 29.998 + (i % 2) * 0.02]);
  return [...across, ...along, across[0]];
})();
const holes = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    turned(ring(104.0002 + 0.001 * (i % 100), 30.0002 + 0.001 * Math.floor(i / 100), 5e-4)),
  );
const nestedCollections = (depth: number) => {
  let geometry: object = { type: "Polygon", coordinates: [shell] };
  for (let i = 0; i < depth; i++) geometry = { type: "GeometryCollection", geometries: [geometry] };
  return geometry;
};

const NEIGHBORHOODS: readonly Row[] = [
  ["a clockwise shell", "repaired", "ring.winding", besideSound(turned(shell))],
  ["a hole wound like its shell", "repaired", "ring.winding", besideSound(shell, hole)],
  ["a bow-tie", "left out", "polygon.invalid", besideSound(bowTie)],
  ["a bow-tie, to be mended", "repaired", "polygon.invalid", withFix(besideSound(bowTie))],
  [
    "a spike",
    "left out",
    "polygon.invalid",
    besideSound([
      [104, 30],
      [104.01, 30],
      [104.02, 30],
      [104.01, 30],
      [104.01, 30.01],
      [104, 30],
    ]),
  ],
  ["a hole outside of its shell", "left out", "polygon.invalid", besideSound(shell, turned(ring(104.5, 30.5)))],
  ["a hole that is its shell", "left out", "polygon.invalid", besideSound(shell, turned(shell))],
  [
    "an unclosed ring, a step apart",
    "repaired",
    "ring.unclosed",
    besideSound([...shell.slice(0, 4), [104, 30.000000001]]),
  ],
  [
    "an unclosed ring",
    "left out",
    "ring.unclosed",
    besideSound([
      [104, 30],
      [104.01, 30],
      [104.01, 30.01],
      [104.002, 30.006],
      [104.001, 30.005],
    ]),
  ],
  [
    "a ring of three positions",
    "left out",
    "ring.tooShort",
    besideSound([
      [104, 30],
      [104.01, 30],
      [104, 30],
    ]),
  ],
  [
    "a ring without ground",
    "left out",
    "geometry.empty",
    besideSound([
      [104, 30],
      [104.01, 30],
      [104.02, 30],
      [104, 30],
    ]),
  ],
  ["a polygon of no rings", "left out", "geometry.empty", besideSound()],
  ["a polygon of an empty ring", "left out", "geometry.empty", besideSound([])],
  ["several polygons, one of them empty", "repaired", "geometry.parts", tried("MultiPolygon", [[shell], []])],
  ["positions that come twice", "accepted", "", besideSound(shell.flatMap((position) => [position, position]))],
  [
    "heights, and more, here and there",
    "accepted",
    "",
    besideSound(shell.map((position, i) => [...position, 500, 7].slice(0, 2 + (i % 3)))),
  ],
  ["no geometry", "left out", "geometry.null", raw(null)],
  ["a geometry that is not there", "left out", "geometry.null", raw(undefined)],
  [
    "a collection with one area",
    "accepted",
    "",
    raw({ type: "GeometryCollection", geometries: [{ type: "Polygon", coordinates: [shell] }] }),
  ],
  ["a collection of nothing", "left out", "geometry.empty", raw({ type: "GeometryCollection", geometries: [] })],
  ["a point", "left out", "geometry.kind", tried("Point", [104, 30])],
  ["a line", "left out", "geometry.kind", tried("LineString", ROAD)],
  ["a kind that nobody knows", "left out", "geometry.kind", tried("Circle", [104, 30])],
  ...(["104", null, true, {}, [104], "0x1F"] as const).map(
    (value): Row => [
      `the ordinate ${JSON.stringify(value)}`,
      "left out",
      "position.type",
      besideSound([[value, 30], ...shell.slice(1)]),
    ],
  ),
  [
    "a number beyond all numbers",
    "left out",
    "position.finite",
    besideSound([[Number.POSITIVE_INFINITY, 30], ...shell.slice(1)]),
  ],
  ["a latitude beyond the pole", "left out", "position.range", besideSound(ring(104, 89.995))],
  ["a longitude of one turn more", "left out", "position.range", besideSound(ring(464, 30))],
  [
    "an outline across the antimeridian",
    "repaired",
    "geometry.antimeridian",
    besideSound([
      [179.99, 0],
      [-179.99, 0],
      [-179.99, 0.01],
      [179.99, 0.01],
      [179.99, 0],
    ]),
  ],
  [
    "an outline at the pole",
    "accepted",
    "",
    { layers: { neighborhoods: [feature("Polygon", [ring(10, 89.9, 0.05)])], streets: undefined } },
  ],
  ["80 by 80 degrees", "refused", "LIMIT_EXCEEDED", besideSound(ring(20, -40, 80))],
  [
    "80 by 80 degrees, looked at from far",
    "accepted",
    "area.implausible",
    { layers: { neighborhoods: besideSound(ring(20, -40, 80)) }, options: { originSpacingMeters: 100_000 } },
  ],
  ["lists a hundred thousand deep", "left out", "position.type", tried("Polygon", nestedList(100_000))],
  ["twenty thousand collections in each other", "left out", "json.depth", raw(nestedCollections(20_000))],
  ["a ring of 60,000 corners", "accepted", "", besideSound(circle(60_000, 0.005))],
  ["22,500 self-crossings", "left out", "polygon.invalid", besideSound(tangle)],
  ["five thousand holes", "accepted", "", besideSound(ring(104, 30, 0.1), ...holes(5000))],
  [
    "two outlines that are one",
    "accepted",
    "neighborhood.overlap",
    [sound, feature("Polygon", [ring(104.2, 30.2)], { id: "again" })],
  ],
];

const FACILITIES: readonly Row[] = [
  ["an area wound the wrong way", "repaired", "ring.winding", place("Polygon", [turned(shell)])],
  ["an area that crosses itself: people walk up to it", "accepted", "", place("Polygon", [bowTie])],
  [
    "many points",
    "accepted",
    "",
    place("MultiPoint", [
      [X, Y],
      [X + 1e-4, Y],
    ]),
  ],
  ["a line", "accepted", "", place("LineString", ROAD)],
  ["a point, half of it", "left out", "position.type", place("Point", [104])],
  ["a point of texts", "left out", "position.type", place("Point", ["104", "30"])],
  ["a point of nothing", "left out", "geometry.empty", place("Point", [])],
  ["a point at [0, 0]", "accepted", "position.nullIsland", place("Point", [0, 0])],
  ["a ring of 60,000 corners", "accepted", "", place("Polygon", [circle(60_000, 0.005)])],
];

describe.each([
  ["neighborhoods", NEIGHBORHOODS],
  ["facilities", FACILITIES],
] as const satisfies readonly (readonly [Layer, readonly Row[]])[])("%s", (layer, rows) => {
  test.each(rows)("%s: %s %s", (_, outcome, code, given) => {
    const seen = see(layer, given);
    expect(seen.outcome, seen.codes.join()).toBe(outcome);
    if (code !== "") expect(seen.codes).toContain(code);
  });
});
