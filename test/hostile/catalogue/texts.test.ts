import { gzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import { LAYER_IDS } from "../../../src/base/layers.js";
import { computeCoverage } from "../../../src/index.js";
import { readGeoJsonText, readLongGeoJson, readStreets } from "../../../src/read/index.js";
import { geoPackageOfPoints } from "../../support/geopackage-file.js";
import { parquetOfPoints, rasterOfOnes } from "../../support/gis-files.js";
import { toPbf } from "../../support/osm-encoder.js";
import { smallExtract } from "../../support/small-extract.js";
import { writeShp } from "../../support/write-shapefile.js";
import { cityWith, feature, X, Y } from "../hostile-city.js";
import { ring } from "./outcome.js";

// Texts of layers: read as they are, or refused by a typed error that names what they look like, at every door that takes text.

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, mark = "\ufeff") =>
  new Uint8Array(Uint16Array.from(mark + text, (letter) => letter.charCodeAt(0)).buffer);
const swapped = (bytes: Uint8Array) => bytes.map((_, i) => bytes[i ^ 1] as number);
const place = `{"type":"Feature","properties":{"id":"s","amenity":"pharmacy","name":"药店"},"geometry":{"type":"Point","coordinates":[${X},${Y}]}}`;
const other = place
  .replace('"id":"s"', '"id":"t"')
  .replace(String(X), String(X + 0.002))
  .replace("药店", "另一家");
const whole = `{"type":"FeatureCollection","features":[${place}]}`;
const within = (properties: string) => whole.replace('"id":"s"', `"id":"s",${properties}`);

/** Reads facilities of a text, and tells how many are used. */
function read(text: string | Uint8Array): string {
  const report = computeCoverage(cityWith({ facilities: text } as never));
  return `${report.inputs.find(({ layer }) => layer === "facilities")?.used}`;
}

describe("is read", () => {
  test.each<[string, string | Uint8Array, number]>([
    ["a text", whole, 1],
    ["bytes", utf8(whole), 1],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${whole}`), 1],
    ["UTF-16, little-endian", utf16(whole), 1],
    ["UTF-16, big-endian", swapped(utf16(whole)), 1],
    ["one feature by line", `${place}\n${other}\n`, 2],
    ["the same with CRLF, blank lines and no last end", `${place}\r\n\r\n${other}`, 2],
    ["a text sequence", `\u001e${place}\n\u001e${other}\n`, 2],
    ["a sequence that was cut off", `\u001e${place}\n\u001e${place.slice(0, 40)}`, 1],
    [
      "keys that come twice: the last counts",
      whole.replace('"amenity":"pharmacy"', '"amenity":"x","amenity":"pharmacy"'),
      1,
    ],
    ["a list of features", `[${place}]`, 1],
    ["one feature", place, 1],
    ["a __proto__ of its own", within('"__proto__":{"polluted":1}'), 1],
    ["half characters", within('"x":"\\ud800"'), 1],
    ["a text of fifty thousand characters", within(`"x":"${"(".repeat(50_000)}"`), 1],
    ["numbers of a thousand digits", within(`"x":${"9".repeat(1000)}`), 1],
    ["objects a thousand deep", within(`"x":${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`), 1],
  ])("%s", (_, text, used) => {
    expect(read(text)).toBe(String(used));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("is refused", () => {
  const FILES: readonly (readonly [name: string, text: string | Uint8Array, code: string, named: RegExp])[] = [
    ["nothing", "", "INVALID_JSON", /empty/],
    ["blanks", " \n\t ", "INVALID_JSON", /empty/],
    ["a text that was cut off", whole.slice(0, -3), "INVALID_JSON", /ends|end of the file/],
    ["garbage behind it", `${whole} and more`, "INVALID_JSON", /line 1, column \d+/],
    ["NaN", whole.replace(String(X), "NaN"), "INVALID_JSON", /NaN/],
    ["Infinity", whole.replace(String(X), "-Infinity"), "INVALID_JSON", /Infinity/],
    ["a comma too many", whole.replace("]}}]", "]}},]"), "INVALID_JSON", /comma/],
    ["single quotes", whole.replaceAll('"', "'"), "INVALID_JSON", /double quotes/],
    ["a hundred thousand open brackets", "[".repeat(100_000), "INVALID_JSON", /ends|deep/],
    ["objects a hundred thousand deep", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, "INVALID_GEOJSON", /./],
    ["comments", `// made by hand\n${whole}`, "UNKNOWN_FORMAT", /comments/],
    ["JSONP", `callback(${whole})`, "UNKNOWN_FORMAT", /JSONP/],
    ["JavaScript", `var city = ${whole};`, "UNKNOWN_FORMAT", /JavaScript/],
    ["a web page", "<!DOCTYPE html><html><body>404</body></html>", "UNKNOWN_FORMAT", /HTML/],
    ["KML", '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"/>', "UNKNOWN_FORMAT", /KML/],
    ["OpenStreetMap XML", '<osm version="0.6"/>', "UNKNOWN_FORMAT", /OpenStreetMap XML/],
    ["well-known text", "POLYGON ((0 0, 1 0, 1 1, 0 0))", "UNKNOWN_FORMAT", /WKT/],
    ["a table", "id,lon,lat\n1,104,30\n", "UNKNOWN_FORMAT", /CSV/],
    ["TopoJSON", '{"type":"Topology","objects":{},"arcs":[]}', "UNKNOWN_FORMAT", /TopoJSON/],
    [
      "Esri JSON",
      '{"geometryType":"esriGeometryPoint","features":[{"attributes":{},"geometry":{"x":1,"y":2}}]}',
      "UNKNOWN_FORMAT",
      /Esri/,
    ],
    ["an answer of Overpass", '{"version":0.6,"elements":[]}', "UNKNOWN_FORMAT", /Overpass/],
    ["other JSON", '{"hello":1}', "INVALID_GEOJSON", /./],
    ["features that are no list", '{"type":"FeatureCollection","features":{}}', "INVALID_GEOJSON", /features/],
    ["a damaged line of many", `${place}\n{"type":"Feature",\n${place}\n`, "INVALID_JSON", /line 2/],
    ["gzip", gzipSync(utf8(whole)), "UNKNOWN_FORMAT", /gzip/],
    ["a zip archive", zipSync({ "a.geojson": utf8(whole) }), "UNKNOWN_FORMAT", /zip/],
    ["a Shapefile", writeShp(1, [{ parts: [[[104, 30]]] }]), "UNKNOWN_FORMAT", /shapefile/i],
    ["an extract", toPbf(smallExtract), "UNKNOWN_FORMAT", /PBF/],
    ["a raster", rasterOfOnes(2, 2), "UNKNOWN_FORMAT", /./],
    ["UTF-16 that does not say so", utf16(whole, ""), "UNKNOWN_FORMAT", /UTF-16/],
    [
      "UTF-32",
      Uint8Array.from([0xff, 0xfe, 0, 0, ...utf8("{}")].flatMap((byte, i) => (i < 4 ? [byte] : [byte, 0, 0, 0]))),
      "UNKNOWN_FORMAT",
      /UTF-32/,
    ],
    ["Latin-1", latin1(whole.replace("药店", "caf\u00e9")), "INVALID_ENCODING", /byte \d+/],
    ["GBK", latin1(whole.replace("药店", "\u00d2\u00a9\u00b5\u00ea")), "INVALID_ENCODING", /byte \d+/],
    ["a slash in two bytes too many", latin1(whole.replace("药店", "\u00c0\u00af")), "INVALID_ENCODING", /0xc0/],
    ["a slash in three bytes", latin1(whole.replace("药店", "\u00e0\u0080\u00af")), "INVALID_ENCODING", /0x80/],
    ["half a character as UTF-8", latin1(whole.replace("药店", "\u00ed\u00a0\u0080")), "INVALID_ENCODING", /0xa0/],
    ["a character beyond all", latin1(whole.replace("药店", "\u00f4\u0090\u0080\u0080")), "INVALID_ENCODING", /0x90/],
    ["half a character at the end", latin1(`${whole.slice(0, -2)}\u00e8`), "INVALID_ENCODING", /./],
    ["a zero", whole.replace("药店", "\u0000"), "UNKNOWN_FORMAT", /no text/],
  ];
  const typed = (tryIt: () => unknown): CoverageError => {
    try {
      tryIt();
    } catch (error) {
      expect(error).toBeInstanceOf(CoverageError);
      return error as CoverageError;
    }
    return expect.fail("it was read");
  };
  test.each(FILES)("%s", (_, text, code, named) => {
    const error = typed(() => readGeoJsonText(text, "a.geojson"));
    expect([error.code, error.path?.startsWith("a.geojson")]).toEqual([code, true]);
    expect(error.message).toMatch(named);
    for (const layer of LAYER_IDS) {
      const ofLayer = typed(() => computeCoverage(cityWith({ [layer]: text })));
      expect([ofLayer.code, ofLayer.path?.split(".")[0]], layer).toEqual([code, layer]);
    }
    expect(typed(() => readStreets(text)).code).toBe(code);
    if (typeof text !== "string") expect(typed(() => readLongGeoJson(text, "a.geojson")).path).toBe("a.geojson");
  });
  test("what packages write, under the name of GeoJSON", async () => {
    const files = [await geoPackageOfPoints(2), await parquetOfPoints(2)];
    for (const [i, bytes] of files.entries())
      expect(typed(() => readGeoJsonText(bytes, "a.geojson")).message).toMatch([/GeoPackage/, /Parquet/][i] as RegExp);
  });
  test("every part of a text, however long", () => {
    for (let end = 0; end < whole.length; end++)
      expect(typed(() => readGeoJsonText(whole.slice(0, end))).code).toMatch(/INVALID_JSON|UNKNOWN/);
    const area = JSON.stringify(feature("Polygon", [ring(104, 30)]));
    for (let end = 1; end < area.length; end += 3)
      expect(() => readStreets(utf8(area.slice(0, end)))).toThrow(CoverageError);
  });
});
