import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CoverageError } from "../../src/base/errors.js";
import type { GeoJsonInput } from "../../src/model/input.js";
import { FAILED, readNumber, skipValue } from "../../src/read/json-bytes.js";
import { readGeoJsonText } from "../../src/read/parse-geojson-text.js";
import type { ReadOptions } from "../../src/read/read-options.js";
import { readStreets } from "../../src/read/read-streets.js";
import { scanStreets } from "../../src/read/scan-streets.js";
import { MODES, tagKeysOf } from "../../src/streets/modes/modes.js";
import { describeCity, readCityText } from "../support/cities.js";
import { anyReadOptions, nearlyGeoJson } from "./any-geojson.js";

// The fast reader of text against its slow twin: JSON.parse, and the reader of objects.

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** All that reading gives, or the error. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    const { name, code, message, path, hint } = error as CoverageError;
    return { name, code, message, path, hint };
  }
}

function expectTwins(text: string, options: ReadOptions = {}): void {
  for (const input of [text, bytesOf(text)])
    expect(outcome(() => readStreets(input, options))).toEqual(
      outcome(() => readStreets(readGeoJsonText(input, "streets"), options)),
    );
}

const degree = (limit: number) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: -limit * 1e7, max: limit * 1e7 }).map((n) => n / 1e7) },
    { weight: 3, arbitrary: fc.double({ min: -limit, max: limit, noNaN: true }) },
    { weight: 1, arbitrary: fc.integer({ min: -limit - 1, max: limit + 1 }) },
  );
const line = fc.array(fc.tuple(degree(180), degree(90)), { minLength: 1, maxLength: 5 });
const tagValue = fc.oneof(
  fc.constantFrom<unknown>("yes", "no", "footway", "steps", "private", "1", "-1", 1, -1, 0, true, false, null, "路"),
  fc.constantFrom<unknown>("", "a\\b", "\u2028", "\ud83d\ude00", "\ud800", [], {}, [1], { a: "b" }),
);
const tags = fc.dictionary(fc.constantFrom(...tagKeysOf(MODES), "name", "tags", "nodes", "名"), tagValue, {
  maxKeys: 4,
});
const ids = fc.dictionary(
  fc.constantFrom("id", "osm_id", "osm_type", "@id", "stop_id", "name"),
  fc.oneof(fc.nat(), fc.constantFrom<unknown>("way", "way/5", "", " ", null, 1.5, -3, 1e21, [1], "路", "\ud800x")),
  { maxKeys: 2 },
);
const nodeIds = (count: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(fc.integer({ min: 1, max: 9e15 }), { minLength: count, maxLength: count }) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], ["a"], [1, "1"], "1", [null], {}) },
  );
const street = line.chain((coordinates) =>
  fc
    .record(
      {
        type: fc.constant("Feature"),
        id: fc.oneof(fc.nat(), fc.constantFrom("way/1", "", null)),
        geometry: fc.record(
          {
            type: fc.constantFrom("LineString", "LineString", "LineString", "MultiPoint"),
            coordinates: fc.constant(coordinates as unknown),
            bbox: fc.constant([1, 2, 3, 4]),
          },
          { requiredKeys: ["type", "coordinates"] },
        ),
        properties: fc.tuple(tags, ids, fc.option(nodeIds(coordinates.length))).map(([some, own, nodes]) => ({
          ...some,
          ...own,
          ...(nodes === null ? {} : { nodes }),
        })),
        bbox: fc.constant(null),
      },
      { requiredKeys: ["type", "geometry"] },
    )
    .chain((feature) =>
      fc
        .shuffledSubarray(Object.entries(feature), { minLength: Object.keys(feature).length })
        .map((entries) => Object.fromEntries(entries) as unknown),
    ),
);
const streetLayer = fc.record(
  { type: fc.constant("FeatureCollection"), name: fc.string(), features: fc.array(street, { maxLength: 6 }) },
  { requiredKeys: ["type", "features"] },
);
/** Small changes to a text, most of which make it something else than it was, or no JSON at all. */
const change = fc.record({
  at: fc.nat(),
  remove: fc.nat(3),
  insert: fc.oneof(
    fc.constantFrom("", " ", "\n", ",", "]", "}", '"', "\\", "0", "-", ".", "e5", "1e400", "null", "NaN", "\u0000"),
    fc.constantFrom("\\u0068", "\\u00zz", "[1,2],", "[1,2,3],", '"highway":"steps",', "\ufeff", "é", "\ud800", "01"),
  ),
});
const changed = (text: string, { at, remove, insert }: { at: number; remove: number; insert: string }) => {
  const place = at % (text.length + 1);
  return text.slice(0, place) + insert + text.slice(place + remove);
};

describe("streets as text, and as what JSON.parse makes of it, are read alike", () => {
  test("where they are of the usual form", () => {
    let scanned = 0;
    fc.assert(
      fc.property(streetLayer, anyReadOptions, fc.constantFrom(0, 2, "\t"), (layer, options, indent) => {
        const text = JSON.stringify(layer, null, indent);
        if (outcome(() => scanStreets(text, options)) !== null) scanned++;
        expectTwins(text, options);
      }),
      { numRuns: 1500 },
    );
    expect(scanned).toBeGreaterThan(500); // the fast reader must not always step aside
  });
  test("where they are nearly GeoJSON", () => {
    fc.assert(
      fc.property(nearlyGeoJson, anyReadOptions, (layer, options) => expectTwins(JSON.stringify(layer), options)),
      { numRuns: 1000 },
    );
  });
  test("where something was changed in the text", () => {
    fc.assert(
      fc.property(streetLayer, fc.array(change, { minLength: 1, maxLength: 2 }), (layer, changes) =>
        expectTwins(changes.reduce(changed, JSON.stringify(layer))),
      ),
      { numRuns: 3000 },
    );
  });
  test.each([
    ["a byte order mark", (text: string) => `\ufeff${text}`],
    ["two byte order marks", (text: string) => `\ufeff\ufeff${text}`],
    ["a second list of features", (text: string) => text.replace('"features"', '"features":[],"features"')],
    ["a second type", (text: string) => text.replace('"features"', '"type":"Feature","features"')],
    ["a tag twice", (text: string) => text.replace('"highway"', '"highway":"motorway","highway"')],
    ["a tag with an escape", (text: string) => text.replace('"highway"', '"high\\u0077ay"')],
    ["an escape in a value", (text: string) => text.replace('"steps"', '"st\\u0065ps"')],
    ["the crs of CGCS2000", (text: string) => text.replace('"features"', '"crs":"EPSG:4490","features"')],
    ["an unknown crs", (text: string) => text.replace('"features"', '"crs":"EPSG:3857","features"')],
    [
      "an unknown crs in a broken text",
      (text: string) => `${text.replace('"features"', '"crs":"EPSG:3857","features"')},`,
    ],
    ["heights", (text: string) => text.replace("30.66]", "30.66,500]")],
    ["an exponent", (text: string) => text.replace("104.06", "1.0406e2")],
    ["seventeen digits", (text: string) => text.replace("104.06", "104.06000000000001")],
    ["an infinite number", (text: string) => text.replace("104.06", "1e400")],
    ["an infinite layer", (text: string) => text.replace('"highway"', '"layer":1e400,"highway"')],
    ["a leading zero", (text: string) => text.replace("104.06", "0104.06")],
    [
      "lists nested deeply",
      (text: string) => text.replace('"highway"', `"x":${"[".repeat(9000)}${"]".repeat(9000)},"highway"`),
    ],
    [
      "one feature per line",
      () => `${JSON.stringify({ type: "Feature", properties: {}, geometry: null })}\n`.repeat(2),
    ],
    ["an empty collection", () => '{"type":"FeatureCollection","features":[]}'],
    ["Esri JSON", () => '{"type":"FeatureCollection","features":[{"attributes":{}}]}'],
    ["nothing", () => ""],
    ["swapped coordinates", (text: string) => text.replaceAll("104.0", "30.0").replaceAll("30.66", "104.66")],
  ])("with %s", (_, edit) => {
    const feature = {
      type: "Feature",
      properties: { highway: "steps", osm_id: 5 },
      geometry: {
        type: "LineString",
        coordinates: [
          [104.06, 30.66],
          [104.07, 30.66],
        ],
      },
    };
    expectTwins(edit(JSON.stringify({ type: "FeatureCollection", features: [feature, feature] })));
  });
  test("in bytes that are no UTF-8, and in UTF-16", () => {
    const text =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"?"},"geometry":null}]}';
    const at = text.indexOf("?");
    for (const bad of [0x80, 0xc1, 0xe0, 0xf5, 0xff]) {
      const bytes = bytesOf(text);
      bytes[at] = bad;
      const slow = outcome(() => readStreets(readGeoJsonText(bytes, "streets")));
      expect(outcome(() => readStreets(bytes))).toEqual(slow);
      expect(slow).toMatchObject({ code: "INVALID_ENCODING" });
    }
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer);
    expect(outcome(() => readStreets(utf16))).toEqual(outcome(() => readStreets(text)));
  });
});

describe("bytes of JSON", () => {
  test("make the number that JSON.parse makes of them, to the last bit", () => {
    const digits = (most: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: most }).map((all) => all.join(""));
    const exponent = fc.option(fc.integer({ min: -330, max: 330 }), { freq: 4 });
    const numeral = fc
      .tuple(fc.boolean(), digits(18), digits(18), exponent)
      .map(
        ([minus, whole, part, power]) =>
          `${minus ? "-" : ""}${whole}${part && `.${part}`}${power === null ? "" : `e${power}`}`,
      );
    const column = new Float64Array(1);
    fc.assert(
      fc.property(fc.oneof(numeral, fc.double().map(String)), (text) => {
        const parsed = outcome(() => JSON.parse(text));
        const isNumber = typeof parsed === "number";
        const end = readNumber(bytesOf(text), 0, column, 0);
        expect(end === text.length).toBe(isNumber);
        if (isNumber) expect(column[0]).toBe(parsed);
      }),
      { numRuns: 20_000 },
    );
  });
  test("are passed over exactly where JSON.parse takes them", () => {
    fc.assert(
      fc.property(fc.json(), fc.array(change, { maxLength: 2 }), (json, changes) => {
        const text = changes.reduce(changed, json).trim();
        const bytes = bytesOf(text);
        const isJson = Array.isArray(outcome(() => [JSON.parse(text)]));
        expect(bytes.length > 0 && skipValue(bytes, 0) === bytes.length).toBe(isJson);
      }),
      { numRuns: 10_000 },
    );
    expect(skipValue(bytesOf("[".repeat(9000) + "]".repeat(9000)), 0)).toBe(FAILED);
  });
});

for (const city of ["new_york", "porto", "chengdu", "milan"])
  describeCity(city, () => {
    test("has the same streets as text and as objects", () => {
      const text = readCityText(`${city}/streets.geojson.gz`);
      const { streets, counts, diagnostics } = readStreets(text);
      const slow = readStreets(JSON.parse(text) as GeoJsonInput);
      expect({ counts, diagnostics }).toEqual({ counts: slow.counts, diagnostics: slow.diagnostics });
      for (const key of ["firstVertex", "lon", "lat", "nodeIds", "featureRow", "tagSetRow"] as const)
        expect(Buffer.compare(Buffer.from(streets[key].buffer), Buffer.from(slow.streets[key].buffer)), key).toBe(0);
      expect(streets.ids.join()).toBe(slow.streets.ids.join());
      expect(streets.tagSets).toEqual(slow.streets.tagSets);
    });
  });
