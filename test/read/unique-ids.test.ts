import { describe, expect, test } from "vitest";
import { compareText, Diagnostics } from "../../src/base/diagnostics.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readPopulation } from "../../src/read/read-population.js";
import { type Draft, makeIdsUnique } from "../../src/read/unique-ids.js";
import { collection, feature } from "../support/geojson-samples.js";
import { seededRandom } from "../support/random.js";

interface Row {
  readonly id: string;
  readonly what: number;
}

/** A row that counts how often it is written out. */
function countedRow(id: string, what: number, written: { count: number }): Row {
  const toJSON = () => {
    written.count++;
    return { id, what };
  };
  return Object.defineProperty({ id, what }, "toJSON", { value: toJSON, enumerable: false });
}

/** Takes the first of all rows that are left, again and again. */
function slowUniqueIds(drafts: readonly Draft<Row>[]): string[] {
  const taken = new Set(drafts.map(({ row }) => row.id));
  const isLess = (a: Draft<Row>, b: Draft<Row>): boolean => {
    if (a.isOwn !== b.isOwn) return a.isOwn;
    if (a.first[0] !== b.first[0]) return a.first[0] < b.first[0];
    if (a.first[1] !== b.first[1]) return a.first[1] < b.first[1];
    return JSON.stringify(a.row) < JSON.stringify(b.row);
  };
  const ids = drafts.map(({ row }) => row.id);
  for (const id of [...taken].sort(compareText)) {
    const left = new Set(drafts.keys());
    for (const i of drafts.keys()) if (drafts[i]?.row.id !== id) left.delete(i);
    for (let place = 1; left.size > 0; place++) {
      const [start] = left;
      let first = start as number;
      for (const i of left) if (isLess(drafts[i] as Draft<Row>, drafts[first] as Draft<Row>)) first = i;
      left.delete(first);
      if (place === 1) continue;
      let number = 2;
      while (taken.has(`${id}~${number}`)) number++;
      ids[first] = `${id}~${number}`;
      taken.add(`${id}~${number}`);
    }
  }
  return ids;
}

describe("unique ids", () => {
  test("are those of the slow twin, on random rows", () => {
    const random = seededRandom(7);
    const pick = (count: number) => Math.floor(random() * count);
    for (let round = 0; round < 200; round++) {
      const drafts = Array.from({ length: pick(40) }, (_, what): Draft<Row> => {
        const id = ["a", "a~2", "a~2~2", "b", "b~3", "c"][pick(6)] as string;
        const first = [pick(3), pick(2)] as const;
        return { row: { id, what }, first, isNumber: pick(2) === 0, isOwn: pick(2) === 0 };
      });
      const unique = makeIdsUnique(drafts, "facilities", true, new Diagnostics());
      expect(unique.map(({ id }) => id)).toEqual(slowUniqueIds(drafts));
    }
  });

  test("of ten thousand features at one place each is written out once", () => {
    const written = { count: 0 };
    const drafts = Array.from({ length: 10_000 }, (_, what): Draft<Row> => {
      const row = countedRow("park", (what * 7919) % 10_000, written);
      return { row, first: [0, 0], isNumber: false, isOwn: true };
    });
    const unique = makeIdsUnique(drafts, "facilities", true, new Diagnostics());
    expect(new Set(unique.map(({ id }) => id)).size).toBe(10_000);
    expect(written.count).toBe(10_000);
  });

  test("do not depend on the order of people and places of one position", () => {
    const people = [3, 1, 2, 2].map((population) => feature("Point", [104, 30], { population, old: 4 - population }));
    const shops = ["b", "a", "c"].map((name) => feature("Point", [104, 30], { name }));
    const idsOf = (features: readonly object[]) => {
      const { places } = readPopulation(collection(...features), { properties: { groups: { old: "old" } } });
      return places.ids.map((id, row) => `${id} ${places.population[row]} ${places.groups.old?.[row]}`).sort();
    };
    expect(idsOf([...people].reverse())).toEqual(idsOf(people));
    expect(idsOf(people)).toEqual([
      "@104.000000,30.000000 1 3",
      "@104.000000,30.000000~2 2 2",
      "@104.000000,30.000000~3 2 2",
      "@104.000000,30.000000~4 3 1",
    ]);
    const namesOf = (features: readonly object[]) =>
      readFacilities(collection(...features)).rows.map(({ id, name }) => `${id} ${name}`);
    expect(namesOf([...shops].reverse()).sort()).toEqual(namesOf(shops).sort());
  });
});
