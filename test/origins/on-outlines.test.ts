import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { computeCoverage } from "../../src/index.js";
import type { Neighborhood } from "../../src/model/facts.js";
import { Grounds } from "../../src/origins/grounds.js";
import { collection, pointFeature, polygonFeature } from "../support/desert-grid.js";
import { drawIndex, type Random, seededRandom, shuffled } from "../support/random.js";

// Who lives on an outline lives in exactly one of two neighbors, whichever of them lies east or north.

type Turn = (place: LonLat) => LonLat;
const TURNS: readonly (readonly [string, Turn])[] = [
  ["as it is", ([x, y]) => [x, y]],
  ["in a mirror, west for east", ([x, y]) => [-x, y]],
  ["upside down", ([x, y]) => [x, -y]],
  ["turned by half", ([x, y]) => [-x, -y]],
  ["turned by a quarter", ([x, y]) => [-y, x]],
  ["turned by three quarters", ([x, y]) => [y, -x]],
];

interface Area {
  readonly id: string;
  readonly ring: readonly LonLat[];
}
const UNIT = 1 / 1024; // exact in binary: borders meet to the last bit, in a mirror too

/** Cuts a square of 8 by 8 along straight lines through whole places: strips, then some of them across. */
function drawPartition(random: Random): Area[] {
  const cuts = [0, ...[1, 2, 3, 4, 5, 6, 7].filter(() => random() < 0.4), 8];
  const rings = cuts.slice(1).flatMap((east, i): LonLat[][] => {
    const west = cuts[i] as number;
    const [low, high] = [1 + drawIndex(random, 6), 1 + drawIndex(random, 6)]; // a slanted border
    return [
      [
        [west, 0],
        [east, 0],
        [east, high],
        [west, low],
      ],
      [
        [west, low],
        [east, high],
        [east, 8],
        [west, 8],
      ],
    ];
  });
  const names = shuffled(
    random,
    rings.map((_, row) => `n${row}`),
  );
  return rings.map((ring, row) => ({ id: names[row] as string, ring: ring.map(([x, y]) => [x * UNIT, y * UNIT]) }));
}

function groundsOf(areas: readonly Area[], turn: Turn = (place) => place): { holding: (place: LonLat) => string[] } {
  const neighborhoods = areas.map(
    ({ id, ring }): Neighborhood => ({
      ...{ id, name: null, population: null },
      polygons: [[[...ring, ring[0] as LonLat].map(turn)]],
    }),
  );
  const grounds = new Grounds(neighborhoods, false);
  return {
    holding: (place) => grounds.holding(...turn(place)).map(({ row }) => (neighborhoods[row] as Neighborhood).id),
  };
}

/** Corners, and places on straight borders between them. */
function placesOn(areas: readonly Area[]): LonLat[] {
  return areas.flatMap(({ ring }) =>
    ring.flatMap((from, i) => {
      const to = ring[(i + 1) % ring.length] as LonLat;
      return [0, 0.25, 0.5].map(
        (part): LonLat => [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])],
      );
    }),
  );
}

describe("a place on an outline", () => {
  test.each(
    Array.from({ length: 20 }, (_, seed) => seed),
  )("is in exactly one of the areas of a partition, and in the same one in every mirror: %i", (seed) => {
    const areas = drawPartition(seededRandom(seed));
    const turned = TURNS.map(([, turn]) => groundsOf(areas, turn));
    const reversed = groundsOf([...areas].reverse());
    for (const place of placesOn(areas)) {
      const holders = turned.map(({ holding }) => holding(place));
      expect(holders[0]).toHaveLength(1);
      for (const other of [...holders, reversed.holding(place)]) expect(other).toEqual(holders[0]);
    }
  });
  const square = (id: string, west: number, south: number, size = 1): Area => ({
    id,
    ring: [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
    ].map(([x, y]) => [(x as number) * UNIT, (y as number) * UNIT] as const),
  });
  const at = (x: number, y: number): LonLat => [x * UNIT, y * UNIT];
  test("between equal ones is with the lesser id, else with the smaller one", () => {
    const four = groundsOf([square("d", 0, 0), square("a", 1, 0), square("c", 0, 1), square("b", 1, 1)]);
    expect([at(1, 1), at(1, 0.5), at(0.5, 1), at(1.5, 1), at(1, 1.5)].map(four.holding)).toEqual([
      ["a"],
      ["a"],
      ["c"],
      ["a"],
      ["b"],
    ]);
    const two = groundsOf([square("a", 0, 0, 2), square("z", 2, 0)]);
    expect([at(2, 0.5), at(2, 1.5)].map(two.holding)).toEqual([["z"], ["a"]]);
  });
  test("of one area is in it, on every side", () => {
    const { holding } = groundsOf([square("a", 0, 0)]);
    for (const place of [at(0, 0), at(1, 1), at(0, 1), at(1, 0), at(0.5, 0), at(0.5, 1), at(0, 0.5), at(1, 0.5)])
      expect(holding(place)).toEqual(["a"]);
    for (const place of [at(-0.001, 0.5), at(1.001, 0.5), at(0.5, 1.001), at(0.5, -0.001)])
      expect(holding(place)).toEqual([]);
  });
  test("of a community is in its district, and not in the district beside", () => {
    const west = [square("district w", 0, 0, 2), square("w1", 1, 0), square("w2", 1, 1)];
    const east = [square("district e", 2, 0, 2), square("e1", 2, 0), square("e2", 2, 1)];
    for (const all of [
      [...west, ...east],
      [...east, ...west],
    ]) {
      const { holding } = groundsOf(all);
      expect(holding(at(2, 0.5))).toEqual(["e1", "district e"]);
      expect(holding(at(2, 1))).toEqual(["e1", "district e"]); // where four communities meet
      expect(holding(at(1, 1))).toEqual(["w1", "district w"]); // inside the district
      expect(holding(at(1.5, 1.5))).toEqual(["w2", "district w"]);
    }
  });
  test("a hair off an outline that was drawn twice counts once", () => {
    const [one, other] = [square("a", 0, 0), square("b", 1 + 5e-7, 0)]; // half a nanodegree apart
    const { holding } = groundsOf([one, other]);
    for (const x of [1 - 1e-7, 1, 1 + 2e-7, 1 + 5e-7]) expect(holding(at(x, 0.5))).toHaveLength(1);
  });
});

describe("people who live on outlines", () => {
  test.each(TURNS)("are counted exactly once, with the same neighborhood: %s", (_, turn) => {
    const areas = drawPartition(seededRandom(5));
    const places = placesOn(areas).map((place): LonLat => [place[0] + 50 * UNIT, place[1] + 3 * UNIT]);
    const moved: Turn = ([x, y]) => turn([x + 50 * UNIT, y + 3 * UNIT]);
    const input = (by: Turn, people: readonly LonLat[]) => ({
      neighborhoods: collection(areas.map(({ id, ring }) => polygonFeature(ring.map(by), { id }))),
      facilities: collection([pointFeature(by(areas[0]?.ring[0] as LonLat), { id: "f", category: "pharmacy" })]),
      population: collection(people.map((place, i) => pointFeature(place, { id: `p${i}`, population: i + 1 }))),
    });
    const report = computeCoverage(input(moved, places.map(turn)));
    const total = (places.length * (places.length + 1)) / 2;
    expect(report.city.population).toBe(total);
    expect(report.origins.populationOutside).toBe(0);
    expect(report.neighborhoods.reduce((sum, { population }) => sum + (population ?? 0), 0)).toBe(total);
    const plain = computeCoverage(input(([x, y]) => [x + 50 * UNIT, y + 3 * UNIT], places));
    expect(report.neighborhoods.map(({ population }) => population)).toEqual(
      plain.neighborhoods.map(({ population }) => population),
    );
  });
});

test("people spread over an outline that a level border cuts are on both sides of it", () => {
  // an L: its inner border is level, and wider than the block that lies across it
  const ring = [
    [0, 0],
    [8, 0],
    [8, 8],
    [6, 8],
    [6, 4],
    [0, 4],
  ].map(([x, y]) => [(x as number) * UNIT, (y as number) * UNIT] as [number, number]);
  const block = [
    [2, 3],
    [3, 3],
    [3, 5],
    [2, 5],
  ].map(([x, y]) => [(x as number) * UNIT, (y as number) * UNIT] as [number, number]);
  const report = computeCoverage({
    neighborhoods: collection([polygonFeature(ring, { id: "l" })]),
    facilities: collection([pointFeature([UNIT, UNIT], { id: "f", category: "pharmacy" })]),
    population: collection([polygonFeature(block, { id: "p", population: 100 })]),
  });
  expect(report.city.population).toBeCloseTo(50, 3);
  expect(report.origins.populationOutside).toBeCloseTo(50, 3);
});
