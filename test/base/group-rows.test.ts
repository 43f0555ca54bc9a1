import { expect, test } from "vitest";
import { groupRows } from "../../src/base/group-rows.js";
import { drawIndex, seededRandom } from "../support/random.js";

test("every row is in its group, ascending, and those with a negative number are in none", () => {
  const random = seededRandom(5);
  for (let round = 0; round < 200; round++) {
    const groupCount = 1 + drawIndex(random, 8);
    const groupOf = Int32Array.from({ length: drawIndex(random, 40) }, () => drawIndex(random, groupCount + 1) - 1);
    const { first, rows } = groupRows(groupOf, groupCount);
    const found = Array.from({ length: groupCount }, (_, group) => [...rows.subarray(first[group], first[group + 1])]);
    const expected = Array.from({ length: groupCount }, (_, group) =>
      [...groupOf.keys()].filter((row) => groupOf[row] === group),
    );
    expect(found).toEqual(expected);
    expect([first[0], first[groupCount]]).toEqual([0, rows.length]);
  }
});

test("no rows and no groups are grouped as well", () => {
  expect(groupRows(new Uint32Array(0), 3)).toEqual({ first: new Uint32Array(4), rows: new Uint32Array(0) });
  expect(groupRows(new Uint32Array(0), 0)).toEqual({ first: new Uint32Array(1), rows: new Uint32Array(0) });
});
