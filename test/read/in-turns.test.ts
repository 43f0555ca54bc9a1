import { isDeepStrictEqual } from "node:util";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import {
  type ReadProgress,
  readCsv,
  readElevation,
  readFlatGeobuf,
  readGeoPackage,
  readGeoParquet,
  readLongGeoJson,
  readOsm,
  readOsmPbf,
  readOsmXml,
  readPopulationRaster,
  readShapefile,
  readXlsx,
  type TurnOptions,
} from "../../src/read/index.js";
import { geoPackageOfPoints } from "../support/geopackage-file.js";
import { parquetOfPoints, placesInARow, rasterOfOnes } from "../support/gis-files.js";
import { toPbf, toXml } from "../support/osm-encoder.js";
import { pack, writeShp } from "../support/write-shapefile.js";

const COUNT = 13_000;
const places = placesInARow(COUNT);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const pointOf = ([lon, lat]: readonly number[]) => `{"type":"Point","coordinates":[${lon},${lat}]}`;
const featureOf = (place: readonly number[], i: number) =>
  `{"type":"Feature","properties":{"name":"${"x".repeat(100)} ${i}"},"geometry":${pointOf(place)}}`;
const collection = `{"type":"FeatureCollection","features":[${places.map(featureOf).join()}]}`;
const extract = {
  nodes: places.map(([lon = 0, lat = 0], i) => ({ id: i + 1, lon, lat, tags: { amenity: "cafe", name: `${i}` } })),
  ways: Array.from({ length: 9000 }, (_, i) => ({
    id: i + 1,
    refs: [i + 1, i + 2],
    tags: { highway: "residential" },
  })),
};

type Read = (bytes: Uint8Array, options: TurnOptions) => unknown;

/** Every reader, with a file of some steps. */
const READERS: readonly (readonly [name: string, file: () => Uint8Array | Promise<Uint8Array>, read: Read])[] = [
  ["readCsv", () => bytesOf(`lon,lat\n${places.map((place) => place.join()).join("\n")}\n`), readCsv],
  [
    "readXlsx",
    () => writeXlsx({ sheets: [{ name: "a", rows: [["lon", "lat"], ...places.map((place) => [...place])] }] }),
    readXlsx,
  ],
  ["readLongGeoJson", () => bytesOf(collection), (bytes, options) => readLongGeoJson(bytes, "a", options)],
  [
    "readLongGeoJson of lines",
    () => bytesOf(places.map(featureOf).join("\n")),
    (bytes, options) => readLongGeoJson(bytes, "a", options),
  ],
  ["readOsmPbf", () => toPbf(extract), readOsmPbf],
  ["readOsmXml", () => bytesOf(toXml(extract)), readOsmXml],
  ["readOsm", () => bytesOf(toXml(extract)), readOsm],
  [
    "readShapefile",
    () =>
      pack({
        "a.shp": writeShp(
          1,
          places.map((place) => ({ parts: [[place]] })),
        ),
      }),
    readShapefile,
  ],
  ["readGeoPackage", () => geoPackageOfPoints(COUNT), readGeoPackage],
  ["readFlatGeobuf", () => serialize(JSON.parse(collection) as FeatureCollection, 4326), readFlatGeobuf],
  ["readGeoParquet", () => parquetOfPoints(COUNT), readGeoParquet],
  ["readPopulationRaster", () => rasterOfOnes(150, 150), readPopulationRaster],
  ["readElevation", () => rasterOfOnes(150, 150), readElevation],
];

/** Texts are made when they are asked for; what they hold is compared. */
function plain(reading: unknown): unknown {
  const { features } = reading as { readonly features?: unknown };
  return typeof features === "function" ? [...(features() as Iterable<unknown>)] : reading;
}

describe.each(READERS)("%s", (_, write, read) => {
  const written = Promise.resolve().then(write);
  const file = () => written;
  test("reads the same in turns with others, and tells how far it is", async () => {
    const bytes = await file();
    let turns = 0;
    let isDone = false;
    const others = () => {
      turns++;
      if (!isDone) setImmediate(others);
    };
    const told: (ReadProgress & { readonly turns: number })[] = [];
    const reading = read(bytes, { onProgress: (progress) => told.push({ ...progress, turns }) });
    expect(reading).toBeInstanceOf(Promise);
    setImmediate(others);
    const inTurns = plain(await reading);
    isDone = true;
    expect(isDeepStrictEqual(inTurns, plain(await read(bytes, {})))).toBe(true);
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toMatchObject({ doneBytes: bytes.length, totalBytes: bytes.length });
    const isAscending = told.every(({ doneBytes }, i) => i === 0 || doneBytes >= (told[i - 1]?.doneBytes ?? 0));
    expect(isAscending).toBe(true);
    // others had their turn between nearly all steps: the last ones may be told at once
    expect(new Set(told.map((each) => each.turns)).size).toBeGreaterThan(told.length / 2 - 1);
  });

  test("goes no step further once its signal is aborted, and gives the reason", async () => {
    const bytes = await file();
    const reason = new Error("no longer");
    for (const at of [1, 2, 3]) {
      const ending = new AbortController();
      let steps = 0;
      const onProgress = () => {
        if (++steps === at) setImmediate(() => ending.abort(reason));
      };
      await expect(read(bytes, { signal: ending.signal, onProgress })).rejects.toBe(reason);
      // the abort comes in the turn of others: at most one more step was on its way
      expect(steps).toBeLessThanOrEqual(at + 1);
    }
    await expect((async () => read(bytes, { signal: AbortSignal.abort(reason) }))()).rejects.toBe(reason);
  });

  test("takes no other signals and no other listeners", async () => {
    const bytes = await file();
    for (const options of [{ signal: 1 }, { signal: {} }, { onProgress: "x" }])
      await expect((async () => read(bytes, options as never))()).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });
});
