import { describe, expect, test } from "vitest";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import type { ReadOptions } from "../../src/read/read-options.js";
import { codesOf, collection, deepFreeze, diagnosticOf, errorOf, feature, SQUARE } from "../support/geojson-samples.js";
import { readStreetRows as readStreets } from "../support/streets.js";

const at = (lon: number, properties: unknown) => feature("Point", [lon, 30.66], properties);
const idOf = (properties: unknown, options: ReadOptions = {}) =>
  readFacilities(at(104.06, properties), options).rows[0]?.id;
const idsOf = (...features: object[]) => readFacilities(collection(...features)).rows.map(({ id }) => id);

describe("ids", () => {
  test.each([
    [{ id: "a", osm_id: 5 }, "a"],
    [{ id: 7 }, "7"],
    [{ id: 0 }, "0"],
    [{ id: "", osm_id: 5 }, "5"],
    [{ id: null, osm_type: "way", osm_id: 5 }, "way/5"],
    [{ osm_type: "way", osm_id: "5" }, "way/5"],
    [{ "@id": "node/5" }, "node/5"],
    [{ adcode: 510104 }, "510104"],
    [{ geoid: "36005000100", nta_id: "BX98" }, "36005000100"],
    [{ stop_id: "S1" }, "S1"],
    [{ id: { a: 1 } }, "@104.060000,30.660000"],
    [null, "@104.060000,30.660000"],
    ["text", "@104.060000,30.660000"],
  ])("of %o, the id is %s", (properties, id) => {
    expect(idOf(properties)).toBe(id);
  });

  test("the feature's own id comes after properties.id and before OSM's", () => {
    const own = (properties: object) =>
      readFacilities(
        deepFreeze({ type: "Feature", id: 9, properties, geometry: { type: "Point", coordinates: [104, 30] } }),
      ).rows[0]?.id;
    expect(own({ osm_id: 5 })).toBe("9");
    expect(own({ id: "a" })).toBe("a");
  });

  test("a named property alone counts, where the caller names one", () => {
    expect(idOf({ id: "a", code: "b" }, { properties: { id: "code" } })).toBe("b");
    const some = readFacilities(collection(at(104, { id: "a" }), at(105, { code: "b" })), {
      properties: { id: "code" },
    });
    expect(some.rows.map(({ id }) => id)).toEqual(["@104.000000,30.660000", "b"]);
  });

  test("a named property that no feature has is refused, and those that exist are listed", () => {
    const error = errorOf(() => idOf({ id: "a", code: "b" }, { properties: { id: "kode" } }));
    expect(error).toMatchObject({ code: "INVALID_ARGUMENT", path: "facilities" });
    expect(error.message).toContain('"kode"');
    expect(error.hint).toContain("code, id");
    expect(errorOf(() => idOf({ id: "a" }, { properties: { category: "toString" } })).code).toBe("INVALID_ARGUMENT");
  });

  test("missing ids are made of the place, and reported", () => {
    const reading = readFacilities(at(104.06, {}));
    expect(diagnosticOf(reading, "id.missing")).toMatchObject({
      severity: "info",
      sampleIds: ["@104.060000,30.660000"],
    });
  });

  test("integers beyond 2^53 are used, with a warning", () => {
    const reading = readFacilities(at(104.06, JSON.parse('{"id": 9007199254740993}')));
    expect(reading.counts.used).toBe(1);
    expect(codesOf(reading)).toEqual(["id.unsafe"]);
    expect(readFacilities(at(104.06, { id: 2 ** 53 - 1 })).diagnostics).toEqual([]);
  });

  test.each([
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
  ])("%s as an id, a key and a value is data", (word) => {
    const properties = JSON.parse(`{"id": "${word}", "${word}": "${word}", "tags": {"__proto__": "x"}}`);
    const { rows } = readFacilities(collection(at(104, properties), at(105, properties)));
    expect(rows.map(({ id }) => id)).toEqual([word, `${word}~2`]);
    expect(Object.hasOwn(rows[0]?.tags ?? {}, word)).toBe(true);
    expect(Object.getPrototypeOf(rows[0]?.tags)).toBe(Object.prototype);
    expect(readFacilities(at(104, {})).rows[0]?.name).toBeNull();
  });
});

describe("duplicate ids", () => {
  test("facilities are numbered from west to east, in whatever order they come", () => {
    const [west, middle, east] = [at(104, { id: "a" }), at(105, { id: "a" }), at(106, { id: "a" })];
    expect(idsOf(west, middle, east)).toEqual(["a", "a~2", "a~3"]);
    expect(idsOf(east, west, middle)).toEqual(["a~3", "a", "a~2"]);
    expect(diagnosticOf(readFacilities(collection(west, east)), "id.duplicate")).toMatchObject({ sampleIds: ["a~2"] });
  });

  test("at one place, the rest of the feature decides, not the order", () => {
    const one = at(104, { id: "a", name: "one" });
    const two = at(104, { id: "a", name: "two" });
    expect(idsOf(one, two)).toEqual(["a", "a~2"]);
    expect(idsOf(two, one)).toEqual(["a~2", "a"]);
  });

  test("a number that is taken already is not given again", () => {
    expect(idsOf(at(104, { id: "a" }), at(105, { id: "a" }), at(103, { id: "a~2" }))).toEqual(["a", "a~3", "a~2"]);
  });

  const block = (west: number, id: unknown) =>
    feature("Polygon", [SQUARE.map(([lon = 0, lat]) => [lon + west, lat])], { id });

  test("neighborhoods with the same id are refused, unless they are to be fixed", () => {
    const input = collection(block(0, "a"), block(1, "b"), block(2, "a"));
    const error = errorOf(() => readNeighborhoods(input));
    expect(error).toMatchObject({ code: "DUPLICATE_ID", path: "neighborhoods" });
    expect(error.message).toContain('"a"');
    const fixed = readNeighborhoods(input, { repair: "fix" });
    expect(fixed.rows.map(({ id }) => id)).toEqual(["a", "b", "a~2"]);
    expect(codesOf(fixed)).toEqual(["id.duplicate"]);
  });

  test('1 and "1" are two ids', () => {
    const reading = readNeighborhoods(collection(block(0, 1), block(1, "1")));
    expect(reading.rows.map(({ id }) => id)).toEqual(["1", "1~2"]);
    expect(codesOf(reading)).toEqual(["id.duplicate"]);
  });

  test("streets may share an id, or have none: ways are cut in pieces", () => {
    const line = (id: unknown) =>
      feature(
        "LineString",
        [
          [104, 30],
          [104.01, 30],
        ],
        { id },
      );
    const reading = readStreets(collection(line(5), line(5), line(undefined)));
    expect(reading.rows.map(({ id }) => id)).toEqual(["5", "5", "@104.000000,30.000000"]);
    expect(reading.diagnostics).toEqual([]);
  });
});

describe("names", () => {
  const nameOf = (properties: object, options: ReadOptions = {}) =>
    readFacilities(at(104, { id: "x", ...properties }), options).rows[0]?.name;

  test.each([
    [{ name: "药店" }, "药店"],
    [{ name: "  Pharmacy\n" }, "Pharmacy"],
    [{ name: " ", "name:zh": "药店" }, "药店"],
    [{ name: 7, NAME: "seven" }, "7"],
    [{ name: true, NAME: "seven" }, "seven"],
    [{ name: "nan" }, null],
    [{ nta_name: "Astoria" }, "Astoria"],
    [{ name: "" }, null],
    [{ name: ["a"] }, null],
    [{}, null],
  ])("of %o, the name is %s", (properties, name) => {
    expect(nameOf(properties)).toBe(name);
  });

  test("a named property alone counts", () => {
    expect(nameOf({ name: "a", title: "b" }, { properties: { name: "title" } })).toBe("b");
  });
});
