import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { findIslands } from "../../src/graph/islands.js";
import { findArcAccess } from "../../src/streets/arc-access.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { joinEnds } from "../../src/streets/join-ends.js";
import { walking } from "../../src/streets/modes/walking.js";
import { desertGrid, streetOf } from "../support/desert-grid.js";
import { seededRandom, shuffled } from "../support/random.js";
import { columnsOf, rowsOf, type Street } from "../support/streets.js";

const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100, lon: 104, lat: 30 });
const off = ([lon, lat]: LonLat, east: number, north: number): LonLat => [lon + east, lat + north];

function islandCount(streets: readonly Street[]): number {
  const columns = joinEnds(columnsOf(streets));
  const { network } = buildNetwork(columns);
  return findIslands(network, findArcAccess(network, columns, walking).open, 0).count;
}

describe("ends of streets", () => {
  test.each([
    [1e-9, 0],
    [0, -1e-9],
    [1e-9, 1e-9],
    [-3e-10, 7e-10],
    [1e-13, 0],
  ])("that miss another end by %d, %d degrees meet it", (east, north) => {
    const a = streetOf("a", [at(0, 0), at(1, 0)]);
    const b = streetOf("b", [off(at(1, 0), east, north), at(1, 1)]);
    expect(islandCount([a, b])).toBe(1);
    expect(islandCount([b, a])).toBe(1);
    const through = streetOf("c", [at(0, 0), at(1, 0), at(2, 0)]);
    expect(islandCount([through, b])).toBe(1);
  });
  test.each([
    [1e-8, 0],
    [0, 2.5e-9],
  ])("that miss it by %d, %d degrees do not", (east, north) => {
    const a = streetOf("a", [at(0, 0), at(1, 0)]);
    expect(islandCount([a, streetOf("b", [off(at(1, 0), east, north), at(1, 1)])])).toBe(2);
  });
  test("take the place of a position that stays, and of ends the westernmost", () => {
    const through = streetOf("c", [at(0, 0), at(1, 0), at(2, 0)]);
    const near = streetOf("b", [off(at(1, 0), -1e-10, 0), at(1, 1)]);
    expect(rowsOf(joinEnds(columnsOf([near, through])))[0]?.coordinates[0]).toEqual(at(1, 0));
    const ends = [0, 4e-10, 8e-10, 1.6e-9].map((east, i) => streetOf(`${i}`, [off(at(1, 0), east, 0), at(2, i)]));
    for (let seed = 0; seed < 5; seed++)
      for (const street of rowsOf(joinEnds(columnsOf(shuffled(seededRandom(seed), ends)))))
        expect(street.coordinates[0]).toEqual(at(1, 0));
  });
  test("with node ids stay where they are, and nothing is copied where nothing is near", () => {
    const a = { ...streetOf("a", [at(0, 0), at(1, 0)]), nodeIds: [1, 2] };
    const b = { ...streetOf("b", [off(at(1, 0), 1e-10, 0), at(1, 1)]), nodeIds: [3, 4] };
    const columns = columnsOf([a, b]);
    expect(joinEnds(columns)).toBe(columns);
    const far = columnsOf([streetOf("a", [at(0, 0), at(1, 0)]), streetOf("b", [at(1, 0), at(1, 1)])]);
    expect(joinEnds(far)).toBe(far);
  });
  test("of the last streets only are moved, if only they may be", () => {
    const a = streetOf("a", [off(at(0, 0), 1e-10, 0), at(1, 0)]);
    const b = streetOf("b", [at(0, 0), at(1, 1)]);
    const joined = rowsOf(joinEnds(columnsOf([a, b]), 1));
    expect(joined.map(({ coordinates }) => coordinates[0])).toEqual([a.coordinates[0], a.coordinates[0]]);
  });
});
