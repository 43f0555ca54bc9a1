import { describe, expect, test } from "vitest";
import type { GeoJsonInput } from "../../src/model/input.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import {
  codesOf,
  collection,
  deepFreeze,
  diagnosticOf,
  errorOf,
  expectBalanced,
  feature,
} from "../support/geojson-samples.js";

const shop = feature("Point", [104.06, 30.66], { id: "shop" });
const readAnything = (input: unknown) => readFacilities(input as GeoJsonInput);

describe("shapes of input", () => {
  test.each([
    ["a FeatureCollection", collection(shop)],
    ["a Feature", shop],
    ["a list of Features", [shop]],
    ["the text of a FeatureCollection", JSON.stringify(collection(shop))],
    ["the bytes of a FeatureCollection", new TextEncoder().encode(JSON.stringify(collection(shop)))],
  ])("%s is read", (_, input) => {
    expect(readAnything(input).rows).toMatchObject([{ id: "shop", location: [104.06, 30.66] }]);
  });

  test("a bare geometry counts as one feature without properties", () => {
    const { rows, counts } = readFacilities({ type: "Point", coordinates: [104.06, 30.66] });
    expect(rows).toMatchObject([{ id: "@104.060000,30.660000", tags: {} }]);
    expect(counts).toMatchObject({ given: 1, used: 1 });
  });

  test("an empty collection and an empty list of facilities are allowed", () => {
    expect(readAnything(collection()).rows).toEqual([]);
    expect(readAnything([]).rows).toEqual([]);
  });

  test.each([
    [null, "null"],
    [undefined, "undefined"],
    [42, "the number 42"],
    ['{"type":"FeatureCollection"}', "facilities.features must be an array; got undefined"],
    [new ArrayBuffer(3), "Uint8Array"],
    [Promise.resolve(), "Await"],
    [[1, 2, 3], "an array of length 3"],
    [{}, "an empty object"],
    [{ type: "FeatureCollection" }, "facilities.features must be an array; got undefined"],
    [{ type: "FeatureCollection", features: { 0: shop } }, "facilities.features must be an array; got an object"],
    [{ type: "Circle", radius: 3 }, 'an object of type "Circle"'],
  ])("%o is refused, and the message says what was found", (input, found) => {
    const error = errorOf(() => readAnything(input));
    expect(error.code).toBe("INVALID_GEOJSON");
    expect(error.path).toMatch(/^facilities/);
    expect(error.message).toContain(found);
  });

  test.each([
    ["TopoJSON", { type: "Topology", objects: {}, arcs: [] }],
    ["Esri JSON", { features: [{ attributes: { id: 1 }, geometry: { x: 104, y: 30 } }] }],
    ["Esri JSON", { geometryType: "esriGeometryPolygon", features: [] }],
    ["Esri JSON", { rings: [[[0, 0]]], spatialReference: { wkid: 4326 } }],
    ["Esri JSON", { type: "FeatureCollection", features: [{ attributes: {}, geometry: { rings: [] } }] }],
    ["OpenStreetMap", { version: 0.6, elements: [{ type: "node", lat: 1, lon: 2 }] }],
    ["Amap", { status: "1", pois: [{ location: "104.06,30.66" }] }],
  ])("%s is recognized", (name, input) => {
    const error = errorOf(() => readAnything(input));
    expect(error.code).toBe("UNKNOWN_FORMAT");
    expect(error.message).toContain(name);
    expect(error.hint).not.toBeNull();
  });

  test("what is not a feature is left out and counted", () => {
    const reading = readAnything(collection(shop, null, 7, "x", [], {}, { type: "Point", coordinates: [1, 2] }));
    expect(reading.counts).toMatchObject({ given: 7, used: 1, leftOut: { "feature.kind": 6 } });
    expect(diagnosticOf(reading, "feature.kind")?.examples).toContain("an array of length 0");
  });
});

describe("geometries", () => {
  const withGeometry = (geometry: unknown) => readAnything(collection({ type: "Feature", properties: {}, geometry }));

  test.each([
    ["null", null, "geometry.null"],
    ["missing", undefined, "geometry.null"],
    ["a text", "POINT (1 2)", "geometry.kind"],
    ["of unknown type", { type: "Curve", coordinates: [[1, 2]] }, "geometry.kind"],
    ["a Feature", shop, "geometry.kind"],
    ["without coordinates", { type: "Point" }, "geometry.empty"],
    ["with empty coordinates", { type: "Point", coordinates: [] }, "geometry.empty"],
    ["an empty MultiPolygon", { type: "MultiPolygon", coordinates: [] }, "geometry.empty"],
    ["a MultiPolygon with an empty part only", { type: "MultiPolygon", coordinates: [[]] }, "geometry.empty"],
    ["a Polygon with an empty ring", { type: "Polygon", coordinates: [[]] }, "geometry.empty"],
    ["an empty collection", { type: "GeometryCollection", geometries: [] }, "geometry.empty"],
    ["a collection without a list", { type: "GeometryCollection" }, "geometry.empty"],
    ["a line of one position", { type: "LineString", coordinates: [[1, 2]] }, "line.tooShort"],
    [
      "a line of equal positions",
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [1, 2],
        ],
      },
      "line.tooShort",
    ],
  ])("a geometry that is %s is left out", (_, geometry, code) => {
    const { counts } = withGeometry(geometry);
    expect(counts).toMatchObject({ given: 1, used: 0, leftOut: { [code]: 1 } });
  });

  test("a collection with one usable part is used, and the rest is said to be passed over", () => {
    const point = { type: "Point", coordinates: [104.06, 30.66] };
    const reading = withGeometry({ type: "GeometryCollection", geometries: [{ type: "Curve" }, point, null] });
    expect(reading.rows).toMatchObject([{ entrances: [[104.06, 30.66]] }]);
    expect(codesOf(reading)).toContain("geometry.parts");
  });

  const nest = (depth: number): object => {
    let geometry: object = { type: "Point", coordinates: [104.06, 30.66] };
    for (let i = 0; i < depth; i++) geometry = { type: "GeometryCollection", geometries: [geometry] };
    return geometry;
  };

  test("a hundred nested collections are read, twenty thousand are left out", () => {
    expect(withGeometry(nest(100)).counts.used).toBe(1);
    expect(withGeometry(nest(20_000)).counts.leftOut).toEqual({ "json.depth": 1 });
  });

  test("coordinates nested 100,000 deep are left out", () => {
    let coordinates: unknown = 1;
    for (let i = 0; i < 100_000; i++) coordinates = [coordinates];
    for (const type of ["Point", "MultiPolygon"]) {
      expect(withGeometry({ type, coordinates }).counts.leftOut).toEqual({ "position.type": 1 });
    }
  });
});

describe("the crs member", () => {
  const withCrs = (crs: unknown) => readAnything(deepFreeze({ type: "FeatureCollection", crs, features: [shop] }));
  const named = (name: string) => withCrs({ type: "name", properties: { name } });

  test.each([
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84",
    "EPSG:4326",
    "urn:ogc:def:crs:EPSG::4326",
    "CRS84",
    "http://www.opengis.net/def/crs/EPSG/0/4326",
  ])("%s is WGS 84", (name) => {
    expect(named(name).diagnostics).toEqual([]);
  });

  test.each(["EPSG:4490", "urn:ogc:def:crs:EPSG::4490"])("%s (CGCS2000) is read and noted", (name) => {
    expect(codesOf(named(name))).toEqual(["crs.member"]);
    expect(named(name).rows).toHaveLength(1);
  });

  test("null is read and noted", () => {
    expect(codesOf(withCrs(null))).toEqual(["crs.member"]);
  });

  test.each([
    ["projected", { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3857" } }],
    ["a Chinese projected one", { type: "name", properties: { name: "EPSG:4547" } }],
    ["one that ends in 4326", { type: "name", properties: { name: "EPSG:14326" } }],
    ["unknown", { type: "name", properties: { name: "our own" } }],
    ["a link", { type: "link", properties: { href: "https://example.com/crs", type: "proj4" } }],
    ["a number", 4326],
    ["empty", {}],
  ])("a system that is %s is refused", (_, crs) => {
    const error = errorOf(() => withCrs(crs));
    expect(error).toMatchObject({ code: "UNSUPPORTED_CRS", path: "facilities.crs" });
    expect(error.hint).toContain("EPSG:4326");
  });

  test("the oldest form, a bare code, is understood", () => {
    expect(withCrs({ type: "EPSG", properties: { code: 4326 } }).diagnostics).toEqual([]);
  });
});

test("a whole reading is balanced and leaves the frozen input as it was", () => {
  const input = collection(
    shop,
    null,
    feature("Point", ["104", 30]),
    feature("LineString", [
      [104, 30],
      [104, 31],
    ]),
  );
  const before = JSON.stringify(input);
  const { counts } = readAnything(input);
  expectBalanced(counts);
  expect(JSON.stringify(input)).toBe(before);
});
