import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { readGeoJsonText } from "../../src/read/parse-geojson-text.js";
import { readLongGeoJson } from "../../src/read/parse-long-text.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import { readPopulation } from "../../src/read/read-population.js";
import { readStreets } from "../../src/read/read-streets.js";
import { seededRandom } from "../support/random.js";

/** The whole of such a text. */
function parseLongText(bytes: Uint8Array, path: string): object {
  const { crs, features } = readLongGeoJson(bytes, path);
  return { type: "FeatureCollection", ...(crs === undefined ? {} : { crs }), features: [...features()] };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

function randomCollection(seed: number): object {
  const random = seededRandom(seed);
  const features = Array.from({ length: Math.floor(random() * 8) }, (_, i) => ({
    type: "Feature",
    id: random() < 0.5 ? i : `社区 "${i}" \\ \n {[`,
    properties: random() < 0.2 ? null : { name: "药店, }{", tags: { a: [1, { b: null }] }, big: random() * 1e12 },
    geometry: random() < 0.2 ? null : { type: "Point", coordinates: [random() * 360 - 180, random() * 180 - 90] },
  }));
  return random() < 0.5 ? { type: "FeatureCollection", features } : { features, name: "x", type: "FeatureCollection" };
}

describe("a text that is parsed feature by feature", () => {
  test("is what JSON.parse makes of it, however it is laid out", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const collection = randomCollection(seed) as { features: unknown[] };
      const text = JSON.stringify(collection, null, seed % 3);
      const { type, features } = readGeoJsonText(text) as { type: string; features: unknown[] };
      expect(parseLongText(bytesOf(seed % 2 === 0 ? text : `\ufeff${text}`), "x")).toEqual({ type, features });
      if (collection.features.length < 2) continue;
      const lines = collection.features.map((feature) => JSON.stringify(feature));
      const expected = readGeoJsonText(lines.join("\n"));
      expect(parseLongText(bytesOf(`${lines.join("\r\n")}\n\n`), "x")).toEqual(expected);
      expect(parseLongText(bytesOf(lines.map((line) => `\u001e${line}\n`).join("")), "x")).toEqual(expected);
    }
  });

  test("gives every layer the same reading as the parsed text", () => {
    const read = (layer: string) => readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url));
    const readers = {
      neighborhoods: readNeighborhoods,
      facilities: readFacilities,
      streets: readStreets,
      population: readPopulation,
    };
    for (const [layer, reader] of Object.entries(readers)) {
      const bytes = read(layer);
      expect(reader(readLongGeoJson(bytes, layer))).toEqual(reader(JSON.parse(bytes.toString())));
    }
  });

  test("keeps the digits of whole numbers beyond 2^53, a crs, and bare geometries by line", () => {
    const big = '{"type":"FeatureCollection","crs":{"a":1},"features":[{"type":"Feature","id":12345678901234567890}]}';
    expect(parseLongText(bytesOf(big), "x")).toEqual({
      type: "FeatureCollection",
      crs: { a: 1 },
      features: [{ type: "Feature", id: "12345678901234567890" }],
    });
    const point = '{"type":"Point","coordinates":[1,2]}';
    expect(parseLongText(bytesOf(`${point}\n${point}`), "x")).toEqual(readGeoJsonText(`${point}\n${point}`));
  });

  test("takes what stands in a list as it is, and what stands by itself apart, as JSON.parse and its reader do", () => {
    const point = '{"type":"Point","coordinates":[1,2]}';
    const points = `{"type":"GeometryCollection","geometries":[${point}]}`;
    const inList = `{"type":"FeatureCollection","features":[${point},${points},3,null]}`;
    expect(parseLongText(bytesOf(inList), "x")).toEqual(readGeoJsonText(inList));
    const lines = `${points}\n${inList}\n${point}`;
    expect(parseLongText(bytesOf(lines), "x")).toEqual(readGeoJsonText(lines));
  });

  test("cut off, or damaged, gives nothing of it, and says where", () => {
    const text = JSON.stringify(randomCollection(3));
    for (let end = 1; end < text.length; end++) {
      const cut = bytesOf(text.slice(0, end));
      expect(() => parseLongText(cut, "x")).toThrow(CoverageError);
    }
    const good = '{"type":"FeatureCollection","features":[{"type":"Feature"},{"type":Feature}]}';
    expect(() => parseLongText(bytesOf(good), "data.geojson")).toThrow(
      "data.geojson is not valid GeoJSON from byte 59 on.",
    );
    const bytes = bytesOf('{"type":"FeatureCollection","features":[{"type":"Feature","id":"x"}]}');
    bytes[64] = 0xff;
    expect(() => parseLongText(bytes, "x")).toThrow(/UTF-8/);
  });
});
