import fc from "fast-check";
import type { ReadOptions } from "../../src/read/read-options.js";

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
export const anyFeature: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      { type: fc.constant("Feature"), id: fc.oneof(word, fc.nat(3)), properties, geometry: nested },
      { requiredKeys: ["type"] },
    ),
  },
  { weight: 1, arbitrary: junk },
);
/** What a program might take for GeoJSON. */
export const nearlyGeoJson: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant("FeatureCollection"), features: fc.array(anyFeature, { maxLength: 6 }) }),
  },
  { weight: 1, arbitrary: fc.array(anyFeature, { maxLength: 4 }) },
  { weight: 1, arbitrary: anyFeature },
  { weight: 1, arbitrary: geometry },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("FeatureCollection"), features: junk, crs: junk }) },
);
export const anyReadOptions: fc.Arbitrary<ReadOptions> = fc.record<ReadOptions>(
  {
    repair: fc.constantFrom("none", "report", "fix"),
    datum: fc.constantFrom("wgs84", "gcj02", "bd09", "cgcs2000"),
    referenceLon: fc.constantFrom(-170, 0, 104, 179),
  },
  { requiredKeys: [] },
);
