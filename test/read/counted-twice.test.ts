import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/index.js";
import { readPopulation } from "../../src/read/read-population.js";

const place = (population: number, at: readonly [number, number], tags: object = {}) => ({
  type: "Feature",
  properties: { population, ...tags },
  geometry: { type: "Point", coordinates: at },
});
const square = (population: number, [lon, lat]: readonly [number, number], size: number) => ({
  type: "Feature",
  properties: { population },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [lon, lat],
        [lon + size, lat],
        [lon + size, lat + size],
        [lon, lat + size],
        [lon, lat],
      ],
    ],
  },
});
const layer = (features: readonly object[]) => ({ type: "FeatureCollection", features });
const nestedIn = (features: readonly object[]) =>
  readPopulation(layer(features)).diagnostics.find(({ code }) => code === "population.nested");
const grid = (count: number) => Array.from({ length: count }, (_, i) => [14 + i * 0.01, 35.9] as const);

describe("people counted twice", () => {
  test.each([
    ["a country, a town and villages", ["country", "town", "village", "village"], 1],
    ["a county and villages", ["county", "village", "hamlet"], 1],
    ["a city and its suburbs", ["city", "suburb", "suburb", "quarter"], 3],
    ["towns and villages, side by side", ["town", "town", "village", "hamlet"], 0],
    ["suburbs", ["suburb", "suburb", "suburb"], 0],
  ])("are noticed in %s by their tags", (_, kinds, holders) => {
    const found = nestedIn(
      kinds.map((kind, i) => place(1000 - 37 * i, grid(kinds.length)[i] ?? [0, 0], { place: kind })),
    );
    expect(found?.count ?? 0).toBe(holders);
  });
  test("are noticed by levels of administration", () => {
    const levels = [6, 8, 8].map((level, i) => place(500 + i, grid(3)[i] ?? [0, 0], { admin_level: String(level) }));
    expect(nestedIn(levels)?.examples).toEqual(["admin_level=6"]);
    expect(nestedIn(levels.slice(1))).toBeUndefined();
  });
  test("are noticed where one number is the sum of the others", () => {
    const parts = [120, 340, 95, 410].map((people, i) => place(people, grid(5)[i] ?? [0, 0]));
    expect(nestedIn([...parts, place(965, [14, 36])])?.count).toBe(1);
    expect(nestedIn([...parts, place(700, [14, 36])])).toBeUndefined();
  });
  test("are noticed where outlines lie in outlines, and not where they lie side by side", () => {
    const communities = grid(4).map((at) => square(50, at, 0.01));
    expect(nestedIn([...communities, square(210, [14, 35.9], 0.04)])?.count).toBe(1);
    expect(nestedIn(communities)).toBeUndefined();
  });
});

describe("people at one point", () => {
  const neighborhoods = layer(
    grid(6)
      .map((at) => square(0, at, 0.009))
      .map(({ geometry }, i) => ({ type: "Feature", properties: { id: `n${i}` }, geometry })),
  );
  const facilities = layer([]);
  const codesWith = (features: readonly object[]) =>
    computeCoverage({ neighborhoods, facilities, population: layer(features) }).diagnostics.map(({ code }) => code);
  const at = (i: number): readonly [number, number] => [14.004 + i * 0.01, 35.904];
  test.each([
    ["a city at its node", [place(40_000, at(2))], true],
    ["two towns of six", [place(900, at(0)), place(700, at(3))], true],
    ["a town among hamlets", [0, 1, 2, 3, 4, 5].map((i) => place(i === 0 ? 9000 : 100, at(i))), true],
    ["people everywhere", [0, 1, 2, 3, 4, 5].map((i) => place(100 + i, at(i))), false],
    ["blocks everywhere", [0, 1, 2, 3, 4, 5].map((i) => square(300, [14 + i * 0.01, 35.9], 0.008)), false],
  ])("are noticed: %s", (_, features, isNoticed) => {
    expect(codesWith(features).includes("population.concentrated")).toBe(isNoticed);
  });
});
