import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FeatureReading } from "../../src/model/input.js";
import { findInvalidUtf8 } from "../../src/read/decode-text.js";
import { findJsonError } from "../../src/read/find-json-error.js";
import { readGeoJsonText } from "../../src/read/parse-geojson-text.js";
import { errorOf } from "../support/geojson-samples.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SHOP = {
  type: "Feature",
  properties: { name: "药店" },
  geometry: { type: "Point", coordinates: [104.06, 30.66] },
};
const CITY = { type: "FeatureCollection", features: [SHOP] };
const TEXT = JSON.stringify(CITY);

describe("encodings", () => {
  const utf16 = (text: string, isLittleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), isLittleEndian);
    return new Uint8Array(view.buffer);
  };

  test.each([
    ["text", TEXT],
    ["text with a byte order mark", `\ufeff${TEXT}`],
    ["UTF-8", bytes(TEXT)],
    ["UTF-8 with a byte order mark", bytes(`\ufeff${TEXT}`)],
    ["UTF-16, little end first", utf16(`\ufeff${TEXT}`, true)],
    ["UTF-16, big end first", utf16(`\ufeff${TEXT}`, false)],
  ])("%s is read", (_, input) => {
    expect(readGeoJsonText(input)).toEqual(CITY);
  });

  test("GBK is refused, naming the first wrong byte and the way out", () => {
    const before = bytes('{"type":"Feature","properties":{"name":"');
    // 药店 in GBK
    const input = Uint8Array.of(...before, 0xd2, 0xa9, 0xb5, 0xea, ...bytes('"},"geometry":null}'));
    const error = errorOf(() => readGeoJsonText(input, "shops.geojson"));
    expect(error).toMatchObject({ code: "INVALID_ENCODING", path: "shops.geojson" });
    // 0xd2 0xa9 happens to be a letter of UTF-8; 0xb5 cannot begin one
    expect(error.message).toContain(`byte ${before.length + 2} is 0xb5`);
    expect(error.hint).toContain("GBK");
  });

  test.each([
    ["overlong", [0x41, 0xc0, 0x80], 1],
    ["overlong in three bytes", [0x41, 0xe0, 0x80, 0x80], 2],
    ["a surrogate", [0xed, 0xa0, 0x80], 1],
    ["beyond Unicode", [0xf4, 0x90, 0x80, 0x80], 1],
    ["Latin-1", [0x47, 0xe9, 0x6e], 2],
    ["a lone continuation", [0x80], 0],
    ["cut off", [0x41, 0xe8, 0x8d], 3],
    ["fine", [0x41, 0xe8, 0x8d, 0xaf, 0xf0, 0x9f, 0x8f, 0xa5], 8],
  ])("in UTF-8 that is %s, the place is found", (_, sequence, offset) => {
    expect(findInvalidUtf8(Uint8Array.from(sequence))).toBe(offset);
  });

  test("bytes are refused exactly when the platform's decoder refuses them", () => {
    const isFine = (input: Uint8Array): boolean => {
      try {
        new TextDecoder("utf-8", { fatal: true }).decode(input);
        return true;
      } catch {
        return false;
      }
    };
    // a letter at the end, so that a sequence that is cut off shows as a wrong byte
    const input = fc
      .oneof(fc.uint8Array({ maxLength: 6 }), fc.string({ unit: "grapheme", maxLength: 4 }).map(bytes))
      .map((start) => Uint8Array.of(...start, 0x41));
    fc.assert(
      fc.property(input, (sequence) => (findInvalidUtf8(sequence) === sequence.length) === isFine(sequence)),
      { numRuns: 3000 },
    );
  });
});

describe("sequences", () => {
  const point = { type: "Point", coordinates: [1, 2] };
  const lines = [JSON.stringify(SHOP), JSON.stringify(point), JSON.stringify(SHOP)];
  const features = [SHOP, { type: "Feature", properties: null, geometry: point }, SHOP];

  test.each([
    ["a feature or geometry per line", lines.join("\n")],
    ["the same with blank lines and Windows line ends", `\n${lines.join("\r\n\r\n")}\r\n`],
    ["an RFC 8142 sequence", lines.map((line) => `\u001e${line}\n`).join("")],
    [
      "an RFC 8142 sequence over several lines",
      features.map((one) => `\u001e${JSON.stringify(one, null, 2)}\n`).join(""),
    ],
  ])("%s becomes a collection", (_, text) => {
    expect(readGeoJsonText(text)).toEqual({ type: "FeatureCollection", features });
  });

  test("a sequence of one collection is that collection", () => {
    expect(readGeoJsonText(`\u001e${TEXT}\n`)).toEqual(CITY);
  });

  test("a broken line is refused with its number", () => {
    const error = errorOf(() => readGeoJsonText(`${lines[0]}\n${lines[1]}\n{"type": "Feature", }\n`));
    expect(error.code).toBe("INVALID_JSON");
    expect(error.message).toContain("line 3, column 21");
    const broken = `\u001e${lines[0]}\n\u001e{\n\u001e${lines[1]}\n`;
    expect(errorOf(() => readGeoJsonText(broken)).message).toContain("line 3, column 1");
    expect(errorOf(() => readGeoJsonText(`\u001e${lines[0]}\n\u001e{]`)).code).toBe("INVALID_JSON");
    expect(errorOf(() => readGeoJsonText(`\u001e${lines[0]?.slice(0, 30)}`)).code).toBe("INVALID_JSON");
  });

  test("a sequence that is cut off keeps what was whole, and says so; lines that are cut off are refused", () => {
    const cut = lines[1]?.slice(0, -4);
    const reading = readGeoJsonText(`\u001e${lines[0]}\n\u001e${cut}`) as FeatureReading;
    expect(reading.features).toEqual([JSON.parse(lines[0] as string)]);
    expect(reading.leftOut).toEqual({ "sequence.cutOff": 1 });
    expect(reading.diagnostics).toMatchObject([{ code: "sequence.cutOff", severity: "warning", count: 1 }]);
    expect(errorOf(() => readGeoJsonText(`${lines[0]}\n${cut}`)).code).toBe("INVALID_JSON");
  });

  test("collections as lines are one collection", () => {
    const collection = (count: number) => ({ type: "FeatureCollection", features: Array(count).fill(SHOP) });
    const text = [1, 0, 2].map((count) => `${JSON.stringify(collection(count))}\n`).join("");
    expect(readGeoJsonText(text)).toEqual(collection(3));
  });
});

describe("texts that are not JSON", () => {
  test.each([
    ["truncated", TEXT.slice(0, 50), "line 1, column 51", "incomplete"],
    ["with something after its end", `${TEXT}\n;`, "line 2, column 1", null],
    ["with a comment inside", '{\n  // shops\n  "type": "FeatureCollection"}', "line 2, column 3", "comments"],
    ["with NaN", '{"type": "Point",\n "coordinates": [NaN, 30]}', "line 2, column 18", "NaN"],
    ["with -Infinity", '{"type": "Point", "coordinates": [-Infinity, 30]}', "column 35", "Infinity"],
    ["with a comma too many", '{"type": "Point", "coordinates": [1, 2,]}', "column 40", "comma"],
    ["with single quotes", "{'type': 'Point'}", "column 2", "double quotes"],
    ["with bare names", '{type: "Point"}', "column 2", null],
    ["with a line break in a text", '{"name": "a\nb"}', "line 1, column 12", null],
    ["with a bad escape", '{"name": "C:\\data"}', "column 13", null],
    ["empty", " \n", "empty", null],
  ])("%s: the place is named", (_, text, where, hint) => {
    const error = errorOf(() => readGeoJsonText(text, "a.geojson"));
    expect(error).toMatchObject({ code: "INVALID_JSON", path: "a.geojson" });
    expect(error.message).toContain(where);
    if (hint !== null) expect(error.hint).toContain(hint);
  });

  test.each([
    ["HTML", "<!DOCTYPE html><html><body>404</body></html>"],
    ["OpenStreetMap XML", '<?xml version="1.0"?>\n<osm version="0.6">'],
    ["KML", '<?xml version="1.0"?><kml xmlns="x">'],
    ["XML", "<gml:Point/>"],
    ["WKT", "POLYGON ((104 30, 105 30, 105 31, 104 30))"],
    ["WKT", "SRID=4326;POINT Z (1 2 3)"],
    ["JSONP", `callback(${TEXT});`],
    ["JavaScript", `var shops = ${TEXT};`],
    ["comments", `// shops\n${TEXT}`],
    ["CSV", "id,name,lon,lat\n1,药店,104.06,30.66\n"],
    ["TopoJSON", '{"type":"Topology","objects":{},"arcs":[]}'],
    ["Esri JSON", '{"geometryType":"esriGeometryPoint","features":[{"attributes":{},"geometry":{"x":1,"y":2}}]}'],
    ["gzip", "\u001f\ufffd\b"],
  ])("%s is recognized", (name, text) => {
    const error = errorOf(() => readGeoJsonText(text));
    expect(error.code).toBe("UNKNOWN_FORMAT");
    expect(error.message).toContain(name);
    expect(error.hint).not.toBeNull();
  });

  test.each([
    ["gzip", [0x1f, 0x8b, 8, 0]],
    ["zip", [0x50, 0x4b, 3, 4]],
    ["PBF", [0, 0, 0, 0x0d, 0x0a, 9, 0x4f, 0x53, 0x4d]],
    ["shapefile", [0, 0, 0x27, 0x0a]],
    ["GeoPackage", [...bytes("SQLite format 3")]],
  ])("%s bytes are recognized", (name, start) => {
    const error = errorOf(() => readGeoJsonText(Uint8Array.from(start)));
    expect(error.code).toBe("UNKNOWN_FORMAT");
    expect(error.message).toContain(name);
  });

  test("JSON that is no GeoJSON is refused at once", () => {
    expect(errorOf(() => readGeoJsonText('{"a": 1}', "a.json"))).toMatchObject({
      code: "INVALID_GEOJSON",
      path: "a.json",
    });
    expect(errorOf(() => readGeoJsonText("null")).code).toBe("INVALID_GEOJSON");
  });

  test("the last of several equal keys wins", () => {
    expect(readGeoJsonText('{"type": "Point", "type": "FeatureCollection", "features": []}')).toEqual({
      type: "FeatureCollection",
      features: [],
    });
  });

  test("100,000 brackets are refused without a stack overflow", () => {
    expect(errorOf(() => readGeoJsonText("[".repeat(100_000))).code).toBe("INVALID_JSON");
    expect(findJsonError("[".repeat(100_000) + "]".repeat(100_000))).toBeNull();
  });
});

describe("the search for the place of an error", () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  test("finds nothing in JSON", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom(0, 2),
        (json, indent) => findJsonError(JSON.stringify(JSON.parse(json), null, indent)) === null,
      ),
    );
  });

  test("agrees with JSON.parse on every text made of JSON's signs", () => {
    const sign = fc.constantFrom(...'[]{},:"\\0123-+.eEtrunalsfu \n', "true", "null", '"a"', '":', "\\u00e9");
    const text = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(""));
    fc.assert(
      fc.property(text, (candidate) => (findJsonError(candidate) === null) === isJson(candidate)),
      { numRuns: 5000 },
    );
  });

  test("agrees with JSON.parse on JSON with one sign changed, and points at or before a place that can be mended", () => {
    const mutated = fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...'[]{},:"0-. x\\')).map(([json, place, sign]) => {
      const at = place % (json.length + 1);
      return json.slice(0, at) + sign + json.slice(at + 1);
    });
    fc.assert(
      fc.property(mutated, (candidate) => {
        const error = findJsonError(candidate);
        expect(error === null).toBe(isJson(candidate));
        expect(error?.offset ?? 0).toBeLessThanOrEqual(candidate.length);
      }),
      { numRuns: 2000 },
    );
  });
});
