import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/errors.js";
import type { GeoJsonInput, Reading } from "../../src/model.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import type { ReadOptions } from "../../src/read/read-options.js";
import { readPopulation } from "../../src/read/read-population.js";
import { readStreetRows as readStreets } from "../support/streets.js";
import { deepFreeze, expectBalanced } from "./geojson-samples.js";

const READERS: Readonly<Record<string, (input: GeoJsonInput, options?: ReadOptions) => Reading<object>>> = {
  readNeighborhoods,
  readFacilities,
  readStreets,
  readPopulation,
};

const ordinate = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: -18, max: 18 }).map((n) => n * 10) },
  { weight: 10, arbitrary: fc.double({ min: -90, max: 90 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, "104", 1e7, Number.NaN, Infinity, true, [], {}) },
);
const position = fc.array(ordinate, { minLength: 2, maxLength: 3 });
const line = fc.array(position, { maxLength: 6 });
const ring = line.map((positions) => [...positions, ...positions.slice(0, 1)]);
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const junk = fc.jsonValue();
const coordinates = {
  Point: position,
  MultiPoint: listOf(position),
  LineString: line,
  MultiLineString: listOf(line),
  Polygon: listOf(ring),
  MultiPolygon: listOf(listOf(ring)),
  Curve: line,
};
const wild = fc.oneof(
  ...Object.entries(coordinates).map(([type, usual]) =>
    fc.record({
      type: fc.constant(type),
      coordinates: fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: junk }),
    }),
  ),
);
const corner = fc.integer({ min: -8, max: 8 }).map((n) => n * 10);
const tame = fc.tuple(corner, corner, fc.boolean()).map(([west, south, isLine]) => {
  const outline = [
    [west, south],
    [west + 10, south],
    [west + 10, south + 10],
    [west, south],
  ];
  return isLine ? { type: "LineString", coordinates: outline } : { type: "Polygon", coordinates: [outline] };
});
const geometry = fc.oneof(wild, tame);
const nested = fc.oneof(
  { weight: 6, arbitrary: geometry },
  { weight: 1, arbitrary: junk },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("GeometryCollection"), geometries: fc.oneof(listOf(geometry), junk) }),
  },
);
const word = fc.constantFrom("a", "1", "__proto__", "constructor", "");
const properties = fc.oneof(
  fc.dictionary(
    fc.constantFrom("id", "name", "population", "nodes", "highway", "tags", "__proto__", "osm_id"),
    fc.oneof(word, fc.nat(), junk),
  ),
  junk,
);
const feature = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      { type: fc.constant("Feature"), id: fc.oneof(word, fc.nat(3)), properties, geometry: nested },
      { requiredKeys: ["type"] },
    ),
  },
  { weight: 1, arbitrary: junk },
);
const nearlyGeoJson = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant("FeatureCollection"), features: fc.array(feature, { maxLength: 6 }) }),
  },
  { weight: 1, arbitrary: fc.array(feature, { maxLength: 4 }) },
  { weight: 1, arbitrary: feature },
  { weight: 1, arbitrary: geometry },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("FeatureCollection"), features: junk, crs: junk }) },
);
const options = fc.record<ReadOptions>(
  {
    repair: fc.constantFrom("none", "report", "fix"),
    datum: fc.constantFrom("wgs84", "gcj02", "bd09", "cgcs2000"),
    referenceLon: fc.constantFrom(-170, 0, 104, 179),
  },
  { requiredKeys: [] },
);

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
      fc.property(nearlyGeoJson, options, (value, how) => {
        if (expectHonest(read, value, how) === "read") readCount++;
      }),
      { numRuns: 1000 },
    );
    expect(readCount).toBeGreaterThan(100); // the samples must not all be refused
  });

  test("gives the same rows, counts and findings whatever the order of the features", () => {
    const ordered = fc
      .array(feature, { maxLength: 6 })
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
