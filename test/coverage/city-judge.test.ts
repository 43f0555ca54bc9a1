import { describe, expect, test } from "vitest";
import { CityJudge, type TableChange } from "../../src/coverage/city-judge.js";
import type { NearestTable } from "../../src/model/travel.js";
import { judgeByDefinition } from "../oracle/oracle-judging.js";
import { drawCell, drawInput, drawSizes, WEIGHTS } from "../support/drawn-city.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";

/** Lists where two values differ; numbers may differ by what a few roundings make of a sum or quotient. */
function differences(found: unknown, expected: unknown, where: string): string[] {
  if (typeof expected === "object" && expected !== null && typeof found === "object" && found !== null) {
    if (where.endsWith("uncertainty")) return []; // has a test of its own
    const keys = Object.keys(expected);
    if (Object.keys(found).join() !== keys.join()) return [`${where}: has ${Object.keys(found)}, not ${keys}`];
    return keys.flatMap((key) =>
      differences((found as typeof NOTHING)[key], (expected as typeof NOTHING)[key], `${where}: ${key}`),
    );
  }
  // a share is a quotient of a difference, which may lose digits
  const tolerance = /: (?:share|score)$/.test(where) ? 1e-13 : 1e-15;
  const isNear =
    typeof expected === "number" &&
    typeof found === "number" &&
    Math.abs(found - expected) <= tolerance * Math.abs(expected);
  return isNear || found === expected ? [] : [`${where}: ${found}, not ${expected}`];
}
const NOTHING: Readonly<Record<string, unknown>> = {};

describe("judging", () => {
  test.each(WEIGHTS)("says what asking everybody one by one says, where weights are: %s", (weights) => {
    for (let seed = 0; seed < 40; seed++) {
      const random = seededRandom(seed);
      const { input } = drawInput(random, drawSizes(random, seed % 10 === 0 ? 800 : 60), weights);
      const { judged } = new CityJudge(input);
      expect(differences(judged, judgeByDefinition(input), `seed ${seed}`)).toEqual([]);
    }
  });
  test("again says the same as judging from scratch, and leaves what it said before as it was", () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = seededRandom(seed + 1000);
      const { input, tables } = drawInput(random, drawSizes(random, 60), draw(random, WEIGHTS));
      const { count } = input.context.origins;
      const judge = new CityJudge(input);
      for (let edit = 0; edit < 5; edit++) {
        const before = judge.judged;
        const saidBefore = JSON.stringify(before);
        const changes = Array.from({ length: drawIndex(random, 3) }, (): TableChange => {
          const request = drawIndex(random, tables.length);
          const table = tables[request] as NearestTable;
          const column = drawIndex(random, table.categories.length);
          const origins = Array.from({ length: count === 0 ? 0 : drawIndex(random, 5) }, () =>
            drawIndex(random, count),
          );
          for (const origin of origins) drawCell(random, table, column, origin);
          return { request, column, origins };
        });
        const after = judge.rejudge(changes);
        expect(after).toEqual(new CityJudge(input).judged);
        expect(JSON.stringify(before)).toBe(saidBefore);
        expect(judge.judged).toBe(after);
        const touched = new Set(
          changes.flatMap(({ origins }) => [...origins]).map((o) => input.context.origins.neighborhoodRow[o]),
        );
        after.areas.forEach((area, row) => {
          if (!touched.has(row)) expect(area).toBe(before.areas[row]);
        });
      }
    }
  });
});
