import { describe, expect, test } from "vitest";
import { neighborhoodAreas } from "../../src/coverage/areas.js";
import { summarizeMeasure } from "../../src/coverage/summarize-measure.js";
import { computeCoverage } from "../../src/index.js";
import { completeness, type Measure, type Statistic } from "../../src/measures/index.js";
import type { Origins } from "../../src/model/facts.js";
import { randomTown } from "../support/random-town.js";
import { toTownInput } from "../support/town-input.js";

/** One neighborhood whose origins have so many people. */
function areaOf(...people: readonly number[]) {
  const count = people.length;
  const origins: Origins = {
    count,
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    population: Float64Array.from(people),
    areaSquareMeters: new Float64Array(count).fill(100),
    neighborhoodRow: new Uint32Array(count),
    firstOrigin: Uint32Array.of(0, count),
    populationSource: "population layer",
    groups: {},
  };
  const [area] = neighborhoodAreas(
    [{ id: "n", name: null, population: null, polygons: [] }],
    origins,
    Float64Array.of(1),
  );
  if (area === undefined) throw new Error("no area");
  return area;
}
const measureOf = (summary: Measure["summary"]): Measure => ({ ...completeness(900), summary });
const summaryOf = (summary: Measure["summary"], values: readonly number[], people: readonly number[]) =>
  summarizeMeasure(measureOf(summary), Float64Array.from(values), areaOf(...people));

describe("a measure is summed up", () => {
  test("by those statistics that it names, in their order", () => {
    const found = summaryOf(["p90", "mean"], [1, 2, 10], [4, 4, 2]);
    expect(Object.entries(found)).toEqual([
      ["p90", 10], // 8 of 10 people have 2 or less
      ["mean", (4 * 1 + 4 * 2 + 2 * 10) / 10],
    ]);
    expect(summaryOf(["median"], [1, 2, 10], [4, 4, 2])).toEqual({ median: 2 });
  });
  test("over people alone: who is nobody or unknown is left out", () => {
    expect(summaryOf(["mean", "median"], [5, 99, Number.NaN], [3, 0, 8])).toEqual({ mean: 5, median: 5 });
    expect(summaryOf(["mean", "median"], [Number.NaN], [8])).toEqual({ mean: null, median: null });
  });
  test("with what lies beyond the search behind all others", () => {
    const all = summaryOf(["mean", "median", "p90"], [Infinity, 3], [1, 2]);
    expect(all).toEqual({ mean: null, median: 3, p90: null });
  });
  test("by a statistic of one's own, from values in ascending order and their weights", () => {
    const seen: unknown[] = [];
    const spread: Statistic = {
      id: "spread",
      compute: (values, weights) => {
        seen.push([...values], [...weights]);
        return (values.at(-1) ?? 0) - (values[0] ?? 0);
      },
    };
    const values = [7, Number.NaN, 3, 5, 1];
    expect(summaryOf([spread, "median"], values, [1, 9, 2, 0, 4])).toEqual({ spread: 6, median: 1 });
    expect(seen).toEqual([
      [1, 3, 7],
      [4, 2, 1],
    ]);
    const last: Statistic = { id: "last", compute: (sorted) => sorted.at(-1) ?? null };
    expect(summaryOf([last], [Infinity, 2], [1, 1])).toEqual({ last: null }); // a report is JSON
    const weight: Statistic = { id: "weight", compute: (_, weights) => weights.at(-1) ?? null };
    expect(summaryOf([weight], [Infinity, 2], [5, 1])).toEqual({ weight: 5 });
  });
});

test("statistics of one's own stand in the report of every area, under any id", () => {
  const people: Statistic = { id: "__proto__", compute: (_, weights) => weights.reduce((sum, one) => sum + one, 0) };
  const report = computeCoverage(toTownInput(randomTown(5), 5), {
    measures: [{ ...completeness(900), summary: [people] }],
  });
  for (const { measures, population } of [report.city, ...report.neighborhoods]) {
    const summary = measures?.["completeness-900s"];
    expect(Object.keys(summary ?? {})).toEqual(["__proto__"]);
    if (population !== null && population > 0)
      expect(Object.values(summary ?? {})[0]).toBeLessThanOrEqual(population * (1 + 1e-9));
  }
  expect(report.city.population).toBeGreaterThan(0);
});
