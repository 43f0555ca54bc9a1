import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import type { Reading } from "../../src/model/facts.js";
import type { GeoJsonInput } from "../../src/model/input.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import type { ReadOptions } from "../../src/read/read-options.js";
import { readPopulation } from "../../src/read/read-population.js";
import { deepFreeze, expectBalanced } from "../support/geojson-samples.js";
import { readStreetRows as readStreets } from "../support/streets.js";
import { anyFeature, anyReadOptions, nearlyGeoJson } from "./any-geojson.js";

const READERS: Readonly<Record<string, (input: GeoJsonInput, options?: ReadOptions) => Reading<object>>> = {
  readNeighborhoods,
  readFacilities,
  readStreets,
  readPopulation: (input, options) => {
    const { places, ...books } = readPopulation(input, options);
    return {
      ...books,
      rows: Array.from(places.population, (population, row) => ({ population, id: places.ids[row] })),
    };
  },
};

/** Counts that are balanced, rows without NaN, or a typed error: nothing else may come out. */
function expectHonest(
  read: (input: GeoJsonInput, options?: ReadOptions) => Reading<object>,
  input: unknown,
  how: ReadOptions,
): "read" | "refused" {
  const before = JSON.stringify(input);
  let reading: Reading<object>;
  try {
    reading = read(deepFreeze(input) as GeoJsonInput, how);
  } catch (error) {
    expect(error).toBeInstanceOf(CoverageError);
    return "refused";
  }
  expectBalanced(reading.counts);
  expect(reading.counts.repaired).toBeLessThanOrEqual(reading.counts.used);
  expect(reading.rows.length).toBeGreaterThanOrEqual(reading.counts.used);
  for (const [code, count] of Object.entries(reading.counts.leftOut)) {
    const found = reading.diagnostics.find((diagnostic) => diagnostic.code === code);
    expect(found?.count).toBeGreaterThanOrEqual(count);
  }
  expect(JSON.stringify(input)).toBe(before);
  return "read";
}

describe.each(Object.entries(READERS))("%s", (_, read) => {
  test("takes any JSON value: a typed error, or balanced books", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void expectHonest(read, value, {})),
      { numRuns: 300 },
    );
  });

  test("takes anything that is nearly GeoJSON: a typed error, or balanced books", () => {
    let readCount = 0;
    fc.assert(
      fc.property(nearlyGeoJson, anyReadOptions, (value, how) => {
        if (expectHonest(read, value, how) === "read") readCount++;
      }),
      { numRuns: 1000 },
    );
    expect(readCount).toBeGreaterThan(100); // the samples must not all be refused
  });

  test("gives the same rows, counts and findings whatever the order of the features", () => {
    const ordered = fc
      .array(anyFeature, { maxLength: 6 })
      .chain((features) =>
        fc.tuple(fc.constant(features), fc.shuffledSubarray(features, { minLength: features.length })),
      );
    const outcome = (features: readonly unknown[]): unknown => {
      try {
        const { rows, counts, diagnostics } = read({ type: "FeatureCollection", features } as GeoJsonInput, {
          repair: "fix",
        });
        return { rows: rows.map((row) => JSON.stringify(row)).sort(), counts, diagnostics };
      } catch (error) {
        return (error as CoverageError).code;
      }
    };
    fc.assert(
      fc.property(ordered, ([one, other]) => {
        expect(outcome(other)).toEqual(outcome(one));
      }),
      { numRuns: 500 },
    );
  });
});

test("no input changes Object.prototype", () => {
  const hostile = JSON.parse(
    '{"type":"Feature","properties":{"__proto__":{"polluted":1},"tags":{"__proto__":{"polluted":1}}},"geometry":{"type":"Point","coordinates":[1,2]}}',
  );
  readFacilities(hostile);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
