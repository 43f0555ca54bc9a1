import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { deserialize, serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection, Point } from "geojson";
import { fromArrayBuffer } from "geotiff";
import { readXlsx as readWorkbook, writeXlsx } from "hucre/xlsx";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer/src/index.js";
import startSqlite from "#sqlite";
import { readFlatGeobuf, readGeoPackage, readGeoParquet, readPopulationRaster, readXlsx } from "../src/read/index.js";
import { toWellKnownBinary } from "../src/tables/well-known-binary.js";
import { writeGeoPackage } from "../test/support/geopackage-file.js";
import { writeRaster } from "../test/support/gis-files.js";
import type { InputRow } from "./input-row.js";

const FACILITIES = resolve(import.meta.dirname, "../fixtures/monaco/facilities.geojson.gz");
/** Points in each file; the workbook has a tenth, as in a spreadsheet of a city. */
const COUNT = 100_000;
const SHEET_COUNT = 10_000;
/** Cells of the raster, each way. */
const SIDE = 1000;
const RUNS = 3;

interface Place {
  readonly id: string;
  readonly name: string;
  readonly at: readonly [number, number];
}

/** Measures the readers of tables and GIS files, each against the library that it stands on, which reads the same bytes and no more. */
export async function measureFormats(): Promise<readonly InputRow[]> {
  const places = listPlaces(COUNT);
  return [
    await measureWorkbook(places.slice(0, SHEET_COUNT)),
    await measureGeoPackage(places),
    await measureFlatGeobuf(places),
    await measureGeoParquet(places),
    await measureRaster(),
  ];
}

/** The facilities of Monaco, again and again, each time a little farther. */
function listPlaces(count: number): Place[] {
  const { features } = JSON.parse(gunzipSync(readFileSync(FACILITIES)).toString("utf8")) as FeatureCollection;
  const points = features.filter(({ geometry }) => geometry.type === "Point");
  return Array.from({ length: count }, (_, i): Place => {
    const { geometry, properties } = points[i % points.length] as FeatureCollection["features"][number];
    const [lon = 0, lat = 0] = (geometry as Point).coordinates;
    const name = typeof properties?.name === "string" ? properties.name : "place";
    return { id: `p${i}`, name, at: [lon + i * 1e-7, lat] };
  });
}

async function measureWorkbook(places: readonly Place[]): Promise<InputRow> {
  const rows = [["id", "name", "lon", "lat"], ...places.map(({ id, name, at: [lon, lat] }) => [id, name, lon, lat])];
  const bytes = await writeXlsx({ sheets: [{ name: "poi", rows: rows as never }] });
  return await row(
    "readXlsx, 10,000 rows",
    "hucre",
    () => readXlsx(bytes),
    () => readWorkbook(bytes),
  );
}

async function measureGeoPackage(places: readonly Place[]): Promise<InputRow> {
  const points = places.map(({ at }): Point => ({ type: "Point", coordinates: [...at] }));
  const bytes = await writeGeoPackage(
    ["id", "name"],
    places.map(({ id, name }) => [id, name]),
    points,
  );
  const { Database } = await startSqlite({});
  const query = async () => {
    const database = new Database(bytes);
    const statement = database.prepare("SELECT * FROM places");
    while (statement.step()) statement.get();
    database.close();
  };
  return await row("readGeoPackage, 100,000 points", "sql.js, the bare query", () => readGeoPackage(bytes), query);
}

async function measureFlatGeobuf(places: readonly Place[]): Promise<InputRow> {
  const features = places.map(({ id, name, at }) => ({
    type: "Feature" as const,
    properties: { id, name },
    geometry: { type: "Point" as const, coordinates: [...at] },
  }));
  const bytes = serialize({ type: "FeatureCollection", features });
  const bare = async () => {
    for await (const _ of deserialize(bytes) as AsyncIterable<unknown>);
  };
  return await row("readFlatGeobuf, 100,000 points", "flatgeobuf", () => readFlatGeobuf(bytes), bare);
}

async function measureGeoParquet(places: readonly Place[]): Promise<InputRow> {
  const columns = { geometry: { encoding: "WKB", geometry_types: ["Point"] } };
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: "id", type: "STRING", data: places.map(({ id }) => id) },
      { name: "name", type: "STRING", data: places.map(({ name }) => name) },
      {
        name: "geometry",
        type: "BYTE_ARRAY",
        data: places.map(({ at }) => toWellKnownBinary({ type: "Point", coordinates: [...at] })),
      },
    ],
    kvMetadata: [{ key: "geo", value: JSON.stringify({ version: "1.1.0", primary_column: "geometry", columns }) }],
  });
  const bytes = new Uint8Array(buffer);
  const bare = () => parquetReadObjects({ file: buffer });
  return await row("readGeoParquet, 100,000 points", "hyparquet", () => readGeoParquet(bytes), bare);
}

async function measureRaster(): Promise<InputRow> {
  const bytes = writeRaster({
    width: SIDE,
    height: SIDE,
    values: Float32Array.from({ length: SIDE * SIDE }, (_, i) => i % 7),
    place: [7.4, 43.8, 0.0001, 0.0001],
  });
  const bare = async () => {
    const image = await (await fromArrayBuffer(bytes.slice().buffer)).getImage();
    await image.readRasters();
  };
  return await row("readPopulationRaster, 1,000,000 cells", "geotiff", () => readPopulationRaster(bytes), bare);
}

async function row(
  what: string,
  against: string,
  read: () => Promise<unknown>,
  bare: () => Promise<unknown>,
): Promise<InputRow> {
  return { what, against, ms: await bestOf(read), againstMs: await bestOf(bare) };
}

/** Processor time in milliseconds, in user code alone: what else runs on the machine does not show. */
async function bestOf(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage();
    await work();
    best = Math.min(best, process.cpuUsage(start).user / 1000);
  }
  return best;
}
