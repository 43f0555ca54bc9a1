import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { findIslands } from "../../src/graph/islands.js";
import { findArcAccess } from "../../src/streets/arc-access.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { walking } from "../../src/streets/modes/walking.js";
import { geodesicMeters } from "../oracle/oracle-geodesy.js";
import { desertGrid, streetOf } from "../support/desert-grid.js";
import { seededRandom, shuffled } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { columnsOf, type Street } from "../support/streets.js";

const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100 });
const footway = { highway: "footway" };
const bridge = { highway: "footway", bridge: "yes", layer: "1" };

/** How many islands streets make. */
function islandCount(streets: readonly Street[]): number {
  const columns = columnsOf(streets);
  const { network } = buildNetwork(columns);
  return findIslands(network, findArcAccess(network, columns, walking).open, 0).count;
}
/** The network, with the id of its street in place of the row. */
function namedNetwork(streets: readonly Street[]): unknown {
  const { network } = buildNetwork(columnsOf(streets));
  return { ...network, edgeStreetRow: Array.from(network.edgeStreetRow, (row) => streets[row].id) };
}
function withIds(street: Street, ...nodeIds: (string | number)[]): Street {
  return { ...street, nodeIds };
}

describe("a bridge", () => {
  const ground = streetOf("ground", [at(0, 1), at(1, 1), at(2, 1)], footway);
  const over = streetOf("over", [at(1, 0), at(1, 1), at(1, 2)], bridge);
  test("never joins the street it crosses, even where both have a vertex at the crossing", () => {
    expect(islandCount([ground, over])).toBe(2);
    expect(islandCount([withIds(ground, 1, 2, 3), withIds(over, 4, 5, 6)])).toBe(2);
    expect(islandCount([withIds(ground, 1, 2, 3), over])).toBe(1); // ids here, none there: only coordinates are left
  });
  test("joins where OpenStreetMap says that they share a node", () => {
    expect(islandCount([withIds(ground, 1, 2, 3), withIds(over, 4, 2, 6)])).toBe(1);
  });
  test("is no bridge when tagged bridge=no", () => {
    expect(islandCount([ground, { ...over, tags: { ...footway, bridge: "no" } }])).toBe(1);
  });
  test("does not join a street without a vertex at the crossing", () => {
    expect(islandCount([streetOf("g", [at(0, 1), at(2, 1)]), streetOf("o", [at(1, 0), at(1, 2)])])).toBe(2);
  });
  test("joins the street that goes on from its end", () => {
    expect(islandCount([over, streetOf("on", [at(1, 2), at(2, 2)], footway)])).toBe(1);
  });
  test("joins steps that end at one of its vertices", () => {
    expect(islandCount([over, streetOf("up", [at(1, 1), at(1.2, 1.1)], { highway: "steps" })])).toBe(1);
  });
  test("meets another bridge on its own level, but not one above it", () => {
    const across = (layer: string) => streetOf("across", [at(0, 1), at(1, 1), at(2, 1)], { ...bridge, layer });
    expect(islandCount([over, across("1")])).toBe(1);
    expect(islandCount([over, across("2")])).toBe(2);
  });
  test("and a tunnel below it are three levels with the street between them", () => {
    const under = streetOf("under", [at(0.5, 0.5), at(1, 1), at(1.5, 1.5)], { highway: "footway", tunnel: "yes" });
    expect(islandCount([ground, over, under])).toBe(3);
  });
});

describe("streets", () => {
  test("meet where coordinates are equal, and where a street with ids meets one without", () => {
    const across = streetOf("across", [at(0, 0), at(1, 0), at(2, 0)]);
    const along = streetOf("along", [at(1, 0), at(1, 1)]);
    expect(islandCount([across, along])).toBe(1);
    expect(islandCount([withIds(across, 1, 2, 3), along])).toBe(1);
    expect(islandCount([withIds(across, 1, 2, 3), withIds(along, 4, 5)])).toBe(2);
  });
  test("do not meet a millimetre apart", () => {
    const [lon, lat] = at(1, 0);
    const near: LonLat = [lon, lat + 1e-8];
    expect(islandCount([streetOf("a", [at(0, 0), at(1, 0)]), streetOf("b", [near, at(1, 1)])])).toBe(2);
  });
  test('keep the ids 1 and "1" apart', () => {
    expect(
      islandCount([
        withIds(streetOf("a", [at(0, 0), at(1, 0)]), 1, 2),
        withIds(streetOf("b", [at(1, 0), at(2, 0)]), "2", 3),
      ]),
    ).toBe(2);
  });
  test("become edges as long as the geodesic; repeated positions are counted and left out", () => {
    const street = streetOf("s", [at(0, 0), at(0, 0), at(1, 0), at(1, 1), at(1, 1)]);
    const { network, diagnostics } = buildNetwork(columnsOf([street]));
    expect(network.edgeCount).toBe(2);
    expect([...network.edgeMeters].map((meters) => meters.toFixed(6))).toEqual(["100.000000", "100.000000"]);
    expect(diagnostics).toMatchObject([{ code: "edge.zeroLength", count: 2, sampleIds: ["s"] }]);
  });
  test("in any order give the same network, to the last number", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { streets } = randomTown(seed);
      expect(namedNetwork(shuffled(seededRandom(seed), streets))).toEqual(namedNetwork(streets));
    }
  });
  test("are as long in all as their pieces, by the exact geodesic", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { streets } = randomTown(seed);
      const expected = streets
        .flatMap(({ coordinates }) => coordinates.slice(1).map((to, i) => geodesicMeters(coordinates[i] as LonLat, to)))
        .reduce((sum, meters) => sum + meters, 0);
      const meters = buildNetwork(columnsOf(streets)).network.edgeMeters.reduce((sum, edge) => sum + edge, 0);
      expect(meters / expected).toBeCloseTo(1, 7);
    }
  });
});

describe("islands", () => {
  test("are the parts between which there is no way, with the length of their open edges", () => {
    const grid = desertGrid({ columns: 3, rows: 3, blockMeters: 100 });
    const apart = streetOf("apart", [grid.at(9, 0), grid.at(10, 0)]);
    const closed = streetOf("closed", [grid.at(2, 0), grid.at(9, 0)], { highway: "motorway" });
    const streets = columnsOf([...grid.streets, apart, closed]);
    const { network } = buildNetwork(streets);
    const islands = findIslands(network, findArcAccess(network, streets, walking).open, 500);
    expect([islands.count, islands.fragmentCount]).toEqual([2, 1]);
    const lengths = [...islands.islandMeters].filter((meters) => meters > 0).sort((a, b) => a - b);
    expect(lengths[0]).toBeCloseTo(100, 5);
    expect(lengths[1]).toBeCloseTo(1200, 4); // 3 + 3 streets of 2 blocks
  });
});
