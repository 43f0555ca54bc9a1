import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { selectFacilities } from "../../src/facilities/select-facilities.js";
import type { FacilityRecord } from "../../src/model/facts.js";
import { categories } from "../../src/standards/categories.js";
import { desertGrid } from "../support/desert-grid.js";
import { seededRandom, shuffled } from "../support/random.js";

/** Metres east and north. */
const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 1 });
const point = (
  id: string,
  place: LonLat,
  name: string | null,
  tags: object = { amenity: "library" },
): FacilityRecord => ({
  ...{
    id,
    name,
    location: place,
    entrances: [place],
    outline: [],
    isArea: false,
    areaSquareMeters: null,
    tags: { ...tags },
  },
});
const area = (
  id: string,
  [west, south, east, north]: readonly [number, number, number, number],
  name: string | null,
  tags: object = { amenity: "library" },
): FacilityRecord => {
  const corners = [at(west, south), at(east, south), at(east, north), at(west, north)];
  const outline = [[...corners, corners[0] as LonLat]];
  const location = at((west + east) / 2, (south + north) / 2);
  return { id, name, location, entrances: [], outline, isArea: true, areaSquareMeters: 1e4, tags: { ...tags } };
};
const kept = (...records: readonly FacilityRecord[]) => {
  const { facilities, leftOut } = selectFacilities(records, categories);
  return { ids: facilities.map(({ id }) => id).sort(), twins: leftOut["facility.twin"] ?? 0, facilities };
};
const box = [0, 0, 40, 40] as const;

describe("one place mapped twice is one:", () => {
  test.each([
    ["a node in an outline of the same name", at(10, 10), "Stadtbibliothek", "Stadtbibliothek"],
    ["written otherwise", at(10, 10), "STADTBIBLIOTHEK ", "Stadtbibliothek"],
    ["a nameless node in a named outline", at(10, 10), null, "Library"],
    ["a named node in a nameless outline", at(10, 10), "Library", null],
    ["both without a name", at(10, 10), null, null],
    ["a node 24 m beside the outline", at(64, 10), "Library", "Library"],
  ])("%s", (_, place, name, nameOfArea) => {
    const { ids, twins, facilities } = kept(point("node", place, name), area("way", box, nameOfArea));
    expect([ids, twins]).toEqual([["way"], 1]);
    expect(facilities[0]?.name).toBe(nameOfArea ?? name?.trim() ?? null);
    // the area is entered as before
    expect(facilities[0]?.entrances).toEqual([]);
  });
  test("two nodes of one name 24 m apart, each a way in", () => {
    const { ids, facilities } = kept(
      point("b", at(24, 0), "Central", { highway: "bus_stop" }),
      point("a", at(0, 0), "Central", { highway: "bus_stop" }),
    );
    expect(ids).toEqual(["a"]);
    expect(facilities[0]?.entrances).toEqual([at(0, 0), at(24, 0)]);
  });
  test("a nameless node beside a named one, the nearer of two", () => {
    const { ids, facilities } = kept(
      point("far", at(0, 0), "East"),
      point("near", at(30, 0), "West"),
      point("none", at(18, 0), null),
    );
    expect(ids).toEqual(["far", "near"]);
    expect(facilities.find(({ id }) => id === "near")?.entrances.length).toBe(2);
  });
});

describe("two places stay two:", () => {
  test.each([
    ["of other names", [point("a", at(10, 10), "North"), area("b", box, "South")]],
    ["of another category", [point("a", at(10, 10), "X", { amenity: "pharmacy" }), area("b", box, "X")]],
    ["26 m apart", [point("a", at(0, 0), "X"), point("b", at(26, 0), "X")]],
    ["26 m beside the outline", [point("a", at(66.5, 10), "X"), area("b", box, "X")]],
    ["without any name", [point("a", at(0, 0), null), point("b", at(10, 0), null)]],
    ["two outlines", [area("a", box, "X"), area("b", [41, 0, 60, 40], "X")]],
    [
      "named outright",
      [point("a", at(1, 1), null, { category: "pharmacy" }), point("b", at(2, 2), "X", { category: "pharmacy" })],
    ],
  ])("%s", (_, records) => {
    expect(kept(...records).ids).toEqual(["a", "b"]);
  });
  test("a nameless outline takes one of two names that are in it", () => {
    const { ids, facilities } = kept(point("a", at(10, 10), "A"), point("b", at(12, 10), "B"), area("way", box, null));
    expect(ids).toEqual(["b", "way"]);
    expect(facilities.find(({ id }) => id === "way")?.name).toBe("A");
  });
});

test("the order of the file changes nothing, and everything is accounted for", () => {
  const random = seededRandom(5);
  const names = ["X", "Y", null];
  const records = Array.from({ length: 120 }, (_, i) => {
    const [x, y, name] = [random() * 300, random() * 300, names[Math.floor(random() * 3)] ?? null];
    return random() < 0.2 ? area(`a${i}`, [x, y, x + 30, y + 30], name) : point(`p${i}`, at(x, y), name);
  });
  const expected = selectFacilities(records, categories);
  expect(expected.leftOut["facility.twin"]).toBeGreaterThan(20);
  expect(expected.facilities.length + (expected.leftOut["facility.twin"] ?? 0)).toBe(records.length);
  for (let i = 0; i < 5; i++) expect(selectFacilities(shuffled(random, records), categories)).toEqual(expected);
});
