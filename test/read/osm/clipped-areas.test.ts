import { expect, test } from "vitest";
import { polygonsSquareMeters } from "../../../src/geo/area.js";
import { containsPoint } from "../../../src/geo/rings.js";
import type { Neighborhood } from "../../../src/model/facts.js";
import { readOsm, readOsmPbf } from "../../../src/read/index.js";
import { describeCity, readCityLayer } from "../../support/cities.js";
import { figuresOf, readCityBytes } from "../../support/extracts.js";
import { type TestNode, type TestRelation, type TestWay, toPbf } from "../../support/osm-encoder.js";

// A box of 0.04 by 0.04 degrees. Borders that leave it are cut there; a street leads through the middle.

const BOX = [10, 50, 10.04, 50.04] as const;
/** Places by name: in the box, and beside it. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  west: [9.99, 50.02],
  middle: [10.02, 50.02],
  east: [10.05, 50.02],
  north: [10.02, 50.05],
  south: [10.02, 49.99],
  inWest: [10.003, 50.02],
  upLeft: [10.01, 50.03],
  upRight: [10.03, 50.03],
  down: [10.02, 50.01],
  hole1: [10.02, 50.005],
  hole2: [10.025, 50.005],
  hole3: [10.0225, 50.01],
};
const names = Object.keys(PLACES);
const idOf = (name: string) => (names.includes(name) ? names.indexOf(name) + 1 : 900);
const nodes: TestNode[] = [
  ...names.map((name) => ({ id: idOf(name), lon: PLACES[name]?.[0] ?? 0, lat: PLACES[name]?.[1] ?? 0 })),
  ...[0, 1, 2, 3, 4].map((i) => ({ id: 50 + i, lon: 10.002 + i * 0.009, lat: 50.021 })),
];
const street: TestWay = { id: 1, refs: [50, 51, 52, 53, 54], tags: { highway: "residential" } };
const border = (id: number, ...places: readonly string[]): TestWay => ({ id, refs: places.map(idOf) });
const area = (id: number, ways: readonly number[], label?: string): TestRelation => ({
  id,
  members: [
    ...ways.map((way) => ["way", way, "outer"] as const),
    ...(label === undefined ? [] : [["node", idOf(label), "label"] as const]),
    // the rest of each lies outside, and is not in the extract
    ["way", 7000 + id, "outer"] as const,
  ],
  tags: { type: "boundary", boundary: "administrative", admin_level: "9", name: `area ${id}` },
});
const read = (ways: readonly TestWay[], relations: readonly TestRelation[]) =>
  readOsmPbf(toPbf({ nodes, ways: [street, ...ways], relations, box: BOX }));
const sizesOf = (rows: readonly Neighborhood[] | undefined) =>
  Object.fromEntries((rows ?? []).map(({ id, polygons }) => [id, Math.round(polygonsSquareMeters(polygons) / 1e5)]));
/** The box: 2,863 m by 4,451 m or so. */
const WHOLE = 127;

test("three areas that meet in the middle share the box among them", () => {
  const ways = [border(11, "west", "middle"), border(12, "middle", "east"), border(13, "middle", "north")];
  const { neighborhoods } = read(ways, [area(1, [11, 12]), area(2, [11, 13]), area(3, [13, 12])]);
  const sizes = sizesOf(neighborhoods?.rows);
  expect(sizes["relation/1"]).toBeCloseTo(WHOLE / 2, -1);
  expect(sizes["relation/2"]).toBeCloseTo(WHOLE / 4, -1);
  expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBeGreaterThan(WHOLE - 3);
  expect(neighborhoods?.diagnostics.find(({ code }) => code === "osm.levelCut")?.sampleIds).toEqual([
    "relation/1",
    "relation/2",
    "relation/3",
  ]);
});

test("of two areas with one border in common, a label tells which is which; without any, nobody is told", () => {
  const ways = [border(11, "west", "middle", "east")];
  const told = read(ways, [area(1, [11], "down"), area(2, [11], "upLeft")]).neighborhoods;
  expect(Object.keys(sizesOf(told?.rows))).toEqual(["relation/1", "relation/2"]);
  expect(containsPoint(told?.rows[0]?.polygons ?? [], 10.02, 50.01)).toBe(true);
  expect(containsPoint(told?.rows[1]?.polygons ?? [], 10.02, 50.01)).toBe(false);
  expect(read(ways, [area(1, [11]), area(2, [11])]).neighborhoods).toBeNull();
});

test("a border that ends in the middle bounds nothing: no straight line is drawn from it", () => {
  const ways = [border(11, "west", "middle"), border(12, "north", "upLeft")];
  expect(read(ways, [area(1, [11], "down"), area(2, [11, 12], "upRight")]).neighborhoods).toBeNull();
});

test("a border that lost its last nodes near the side of the box is drawn on to it", () => {
  const ways = [
    border(11, "gone", "middle", "east"),
    border(12, "gone", "inWest", "middle"),
    border(13, "middle", "north"),
  ];
  // "gone" is not in the extract: 11 ends in the middle, as 12 begins 0.003 degrees from the side
  const { neighborhoods } = read(ways.slice(1), [area(1, [12], "down"), area(2, [12], "upLeft")]);
  expect(neighborhoods).toBeNull(); // the other end of it lies in the middle
  const whole = [border(12, "gone", "inWest", "middle", "east")];
  const cut = read(whole, [area(1, [12], "down"), area(2, [12], "upLeft")]).neighborhoods;
  expect(Object.keys(sizesOf(cut?.rows))).toEqual(["relation/1", "relation/2"]);
});

test("an area in the middle of another one is a hole in it", () => {
  const ways = [
    border(11, "west", "middle"),
    border(12, "middle", "east"),
    border(13, "middle", "north"),
    border(14, "hole1", "hole2", "hole3", "hole1"),
  ];
  const enclave: TestRelation = { ...area(4, []), members: [["way", 14, "outer"]] };
  const relations = [area(1, [11, 12, 14]), area(2, [11, 13]), area(3, [13, 12]), enclave];
  const { neighborhoods } = read(ways, relations);
  const rows = neighborhoods?.rows ?? [];
  expect(rows.map(({ id }) => id)).toEqual(["relation/4", "relation/1", "relation/2", "relation/3"]);
  const [hole, around] = rows.map(({ polygons }) => polygonsSquareMeters(polygons));
  expect(hole).toBeGreaterThan(0);
  expect(rows[1]?.polygons[0]).toHaveLength(2);
  expect(((around ?? 0) + (hole ?? 0)) / 1e5).toBeCloseTo(WHOLE / 2, -1);
});

test("nothing is cut where the file names no box", () => {
  const ways = [border(11, "west", "middle", "east")];
  const relations = [area(1, [11], "down"), area(2, [11], "upLeft")];
  const { neighborhoods, diagnostics } = readOsmPbf(toPbf({ nodes, ways: [street, ...ways], relations }));
  expect(neighborhoods).toBeNull();
  expect(diagnostics.map(({ code }) => code)).toEqual(["osm.noLevel"]);
});

describeCity("reference/osm", () => {
  test("the five districts of Chengdu lie where they are", () => {
    const { neighborhoods, box } = readOsm(readCityBytes(figuresOf("chengdu").file));
    expect(neighborhoods?.rows).toHaveLength(5);
    const districts = readCityLayer("chengdu/neighborhoods.geojson").features;
    const { west, south, east, north } = box ?? expect.fail("no box");
    for (const { name, polygons } of neighborhoods?.rows ?? []) {
      const district = districts.find(({ properties }) =>
        JSON.stringify(properties).includes(name?.slice(0, 3) ?? "?"),
      );
      const { type, coordinates } = district?.geometry as { type: string; coordinates: never };
      const own = (type === "Polygon" ? [coordinates] : coordinates) as never;
      let [inside, all] = [0, 0];
      for (let x = 0.5; x < 100; x++)
        for (let y = 0.5; y < 100; y++) {
          const [lon, lat] = [west + (x / 100) * (east - west), south + (y / 100) * (north - south)];
          if (!containsPoint(polygons, lon, lat)) continue;
          all++;
          if (containsPoint(own, lon, lat)) inside++;
        }
      // the fifth is a corner of 0.2 % of the box
      expect(inside / all, name ?? "").toBeGreaterThan(all > 100 ? 0.95 : 0.8);
    }
  });
});
