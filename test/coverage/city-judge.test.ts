import { describe, expect, test } from "vitest";
import { cityArea, neighborhoodAreas } from "../../src/coverage/areas.js";
import { CityJudge, type JudgeInput, type TableChange } from "../../src/coverage/city-judge.js";
import { planRequests } from "../../src/coverage/plan.js";
import { sumInOrder } from "../../src/coverage/weighted-statistics.js";
import type { Neighborhood, Origins } from "../../src/model/facts.js";
import {
  type CostUnit,
  type NearestTable,
  NO_WAY,
  NONE_WITHIN_CUTOFF,
  NOT_ATTACHED,
  type TravelRequest,
} from "../../src/model/travel.js";
import { judgeByDefinition } from "../oracle/oracle-judging.js";
import { draw, drawIndex, type Random, seededRandom } from "../support/random.js";
import { standardOf } from "../support/test-standard.js";
import { facilityAt } from "../support/travel-city.js";

const standard = standardOf(
  [
    { category: "shop", thresholdSeconds: 400 },
    { category: "school", thresholdMeters: 500, necessity: "optional" },
    { category: "park", thresholdSeconds: 300, orElse: [{ category: "shop", thresholdSeconds: 200 }] },
    { category: "shop", id: "shop close by", thresholdSeconds: 100, necessity: "label" },
    { category: "library", thresholdSeconds: 900 },
    { category: "bank", circle: "money", thresholdSeconds: 900 },
  ],
  { circles: ["circle", "money"].map((id) => ({ id, label: { zh: id, en: id }, source: "test" })) },
);
const FACILITIES = Array.from({ length: 9 }, (_, i) => facilityAt(`f${i}`, [104 + i / 1000, 30], "shop"));

/** By neighborhood; numbers whose sums are round, so that half of them is exactly half. */
const SQUARE_METERS = [2500, 2000.5, 1250, 3200.1, 800];

type Weights = "alike" | "whole" | "any" | "nobody";

function drawOrigins(random: Random, sizes: readonly number[], weights: Weights): Origins {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const people = { alike: () => 0.1, whole: () => drawIndex(random, 4), any: () => random() * 9, nobody: () => 0 };
  const emptyRow = random() < 0.5 ? drawIndex(random, sizes.length) : -1;
  const neighborhoodRow = Uint32Array.from(sizes.flatMap((size, row) => new Array<number>(size).fill(row)));
  return {
    count,
    lon: Float64Array.from({ length: count }, () => 104 + drawIndex(random, 20) / 100),
    lat: Float64Array.from({ length: count }, () => 30 + drawIndex(random, 20) / 100),
    population: Float64Array.from(neighborhoodRow, (row) => (row === emptyRow ? 0 : people[weights]())),
    areaSquareMeters: Float64Array.from(neighborhoodRow, (row) =>
      random() < 0.1 ? 0 : (SQUARE_METERS[row] as number),
    ),
    neighborhoodRow,
    firstOrigin: Uint32Array.from([0, ...sizes].map((_, row) => sizes.slice(0, row).reduce((sum, n) => sum + n, 0))),
    populationSource: weights === "nobody" ? "none" : "population layer",
  };
}

/** Draws what one origin has in one column; costs often tie, and often lie on the threshold. */
function drawCell(random: Random, table: NearestTable, column: number, origin: number): void {
  const cell = column * table.originCount + origin;
  const dice = random();
  const isFound = dice > 0.25;
  table.cost[cell] = isFound ? (random() < 0.5 ? 100 * drawIndex(random, 10) : random() * table.cutoff) : Infinity;
  table.facilityRow[cell] = isFound
    ? drawIndex(random, FACILITIES.length)
    : dice < 0.1
      ? NOT_ATTACHED
      : dice < 0.2
        ? NO_WAY
        : NONE_WITHIN_CUTOFF;
  // who is as far from the same facility has come as far
  if (table.secondQuantity !== null)
    table.secondQuantity[cell] = isFound ? table.cost[cell] * (1 + table.facilityRow[cell] / 7) : 0;
  const counts = table.counts[column];
  if (counts) counts[origin] = isFound ? drawIndex(random, random() < 0.02 ? 300 : 5) : 0;
}

function drawTable(random: Random, { unit, cutoff, categories }: TravelRequest, origins: Origins): NearestTable {
  const originCount = origins.count;
  const cells = categories.length * originCount;
  const table: NearestTable = {
    unit,
    originCount,
    categories,
    nearestCount: 1,
    cutoff,
    cost: new Float64Array(cells),
    facilityRow: new Int32Array(cells),
    secondQuantity: random() < 0.5 ? new Float64Array(cells) : null,
    counts: categories.map(() => new Uint32Array(originCount)),
  };
  const fill = (column: number, first: number, end: number) => {
    const facilityRow = draw(random, [NO_WAY, NOT_ATTACHED, NONE_WITHIN_CUTOFF, 3]);
    const firstCell = column * originCount;
    table.cost.fill(facilityRow < 0 ? Infinity : 200, firstCell + first, firstCell + end);
    table.facilityRow.fill(facilityRow, firstCell + first, firstCell + end);
  };
  const allTheSame = drawIndex(random, 12);
  categories.forEach((_, column) => {
    for (let origin = 0; origin < originCount; origin++) drawCell(random, table, column, origin);
    // a whole neighborhood, or everybody, finds the same
    origins.firstOrigin.forEach((first, row) => {
      if (random() < 0.3) fill(column, first, origins.firstOrigin[row + 1] ?? first);
    });
    if (column === allTheSame) fill(column, 0, originCount);
  });
  return table;
}

function drawInput(random: Random, sizes: readonly number[], weights: Weights) {
  const plan = planRequests(standard, (category) => category !== "library" && category !== "bank");
  const origins = drawOrigins(random, sizes, weights);
  const tables = plan.requests.map((request) => drawTable(random, request, origins));
  const neighborhoods = sizes.map(
    (_, row): Neighborhood => ({ id: `${row}`, name: null, population: null, polygons: [] }),
  );
  const squareMeters = Float64Array.from(sizes, () => 10_000);
  const areas = neighborhoodAreas(neighborhoods, origins, squareMeters);
  const input: JudgeInput = {
    standard,
    plan,
    tableOf: (unit: CostUnit) => tables.find((table) => table.unit === unit) as NearestTable,
    speedMetersPerSecond: 1.3,
    measureValues: [],
    areas,
    city: cityArea(origins, {
      population: sumInOrder(areas.map(({ population }) => population ?? 0)),
      areaSquareMeters: sumInOrder(squareMeters),
    }),
    context: { origins, facilities: FACILITIES },
  };
  return { input, tables };
}
const WEIGHTS: readonly Weights[] = ["alike", "whole", "any", "nobody"];
const drawSizes = (random: Random, most: number) =>
  Array.from({ length: 1 + drawIndex(random, 5) }, () => drawIndex(random, most));

/** Lists where two values differ; numbers may differ by what a few roundings make of a sum or quotient. */
function differences(found: unknown, expected: unknown, where: string): string[] {
  if (typeof expected === "object" && expected !== null && typeof found === "object" && found !== null) {
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
          const table = draw(random, tables);
          const column = drawIndex(random, table.categories.length);
          const origins = Array.from({ length: count === 0 ? 0 : drawIndex(random, 5) }, () =>
            drawIndex(random, count),
          );
          for (const origin of origins) drawCell(random, table, column, origin);
          return { unit: table.unit, column, origins };
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
