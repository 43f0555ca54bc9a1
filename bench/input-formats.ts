import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { Feature } from "geojson";
import { fromArrayBuffer } from "geotiff";
import { readXlsx as readWorkbook } from "hucre/xlsx";
import { parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import { read as readShapes } from "shapefile";
import type { Database } from "sql.js";
import startSqlite from "#sqlite";
import {
  readCsv,
  readFlatGeobuf,
  readGeoPackage,
  readGeoParquet,
  readPopulationRaster,
  readShapefile,
  readXlsx,
} from "../src/read/index.js";
import {
  csvOf,
  flatGeobufOf,
  geoPackageOf,
  geoParquetOf,
  listPlaces,
  type Packing,
  type Place,
  rasterOf,
  shapefileOf,
  workbookOf,
} from "./input-files.js";
import type { InputRow } from "./input-row.js";

/** Points in each file; the workbook has a tenth, as in a spreadsheet of a city. */
const COUNT = 100_000;
const SHEET_COUNT = 10_000;
/** Cells of the raster, each way. */
const SIDE = 1000;
const RUNS = 7;

/** Measures the readers of tables and GIS files, each against the library or prototype that reads the same bytes. */
export async function measureFormats(): Promise<readonly InputRow[]> {
  const places = listPlaces(COUNT);
  return [
    ...(await measureCsv(csvOf(places))),
    await measureWorkbook(await workbookOf(places.slice(0, SHEET_COUNT))),
    await measureShapefile(places),
    ...(await measureGeoPackage(await geoPackageOf(places))),
    await measureFlatGeobuf(flatGeobufOf(places)),
    await measureGeoParquet(geoParquetOf(places)),
    await measureRaster("not packed"),
    await measureRaster("Deflate"),
    await measureRaster("LZW"),
  ];
}

/** What is read, beside whom: by name. */
type Peers = Readonly<Record<string, () => unknown>>;

async function measureCsv(bytes: Uint8Array): Promise<readonly InputRow[]> {
  const parse = () => Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true });
  const toFeature = ({ lon, lat, ...properties }: Record<string, string>): Feature => ({
    type: "Feature",
    properties,
    geometry: { type: "Point", coordinates: [Number(lon), Number(lat)] },
  });
  return await rows("readCsv, 100,000 rows of eleven columns", () => readCsv(bytes), {
    "papaparse, rows as objects": parse,
    "papaparse, and a feature of each row": () => parse().data.map(toFeature),
  });
}

async function measureWorkbook(bytes: Uint8Array): Promise<InputRow> {
  return await row(
    "readXlsx, 10,000 rows",
    () => readXlsx(bytes),
    "hucre",
    () => readWorkbook(bytes),
  );
}

async function measureShapefile(places: readonly Place[]): Promise<InputRow> {
  const { shp, dbf } = shapefileOf(places);
  return await row(
    "readShapefile, 100,000 points",
    () => readShapefile({ shp, dbf }),
    "shapefile, its collection",
    () => readShapes(shp, dbf, { encoding: "utf-8" }),
  );
}

async function measureGeoPackage(bytes: Uint8Array): Promise<readonly InputRow[]> {
  const { Database } = await startSqlite({});
  const query = (each: (row: readonly unknown[]) => void) => {
    const database: Database = new Database(bytes);
    const statement = database.prepare("SELECT * FROM places");
    while (statement.step()) each(statement.get());
    database.close();
  };
  const toFeatures = () => {
    const features: Feature[] = [];
    query(([, id, name, blob]) => {
      const { buffer, byteOffset, byteLength } = blob as Uint8Array;
      const view = new DataView(buffer, byteOffset, byteLength);
      const coordinates = [view.getFloat64(13, true), view.getFloat64(21, true)];
      features.push({ type: "Feature", properties: { id, name }, geometry: { type: "Point", coordinates } });
    });
    return features;
  };
  return await rows("readGeoPackage, 100,000 points", () => readGeoPackage(bytes), {
    "sql.js, the bare query": () => query(() => undefined),
    "sql.js, and a feature of each row": toFeatures,
  });
}

async function measureFlatGeobuf(bytes: Uint8Array): Promise<InputRow> {
  const bare = async () => {
    const features: unknown[] = [];
    for await (const feature of deserialize(bytes) as AsyncIterable<unknown>) features.push(feature);
    return features;
  };
  return await row("readFlatGeobuf, 100,000 points", () => readFlatGeobuf(bytes), "flatgeobuf, its features", bare);
}

async function measureGeoParquet(buffer: ArrayBuffer): Promise<InputRow> {
  const bytes = new Uint8Array(buffer);
  const bare = () => parquetReadObjects({ file: buffer });
  return await row("readGeoParquet, 100,000 points", () => readGeoParquet(bytes), "hyparquet, rows as objects", bare);
}

async function measureRaster(packing: Packing): Promise<InputRow> {
  const bytes = rasterOf(SIDE, packing);
  const buffer = bytes.buffer as ArrayBuffer;
  const bare = async () => await (await (await fromArrayBuffer(buffer)).getImage()).readRasters();
  const what = `readPopulationRaster, 1,000,000 cells, ${packing}`;
  return await row(what, () => readPopulationRaster(bytes), "geotiff, an array of numbers", bare);
}

async function row(what: string, read: () => unknown, against: string, peer: () => unknown): Promise<InputRow> {
  const [only] = await rows(what, read, { [against]: peer });
  return only as InputRow;
}

/** Measures a reader and those beside it by turns, so that what else runs on the machine disturbs all of them. */
async function rows(what: string, read: () => unknown, peers: Peers): Promise<InputRow[]> {
  const works = { "": read, ...peers };
  const best = new Map<string, number>();
  for (let run = 0; run < RUNS; run++)
    for (const [name, work] of Object.entries(works)) {
      const start = process.cpuUsage();
      await work();
      const ms = process.cpuUsage(start).user / 1000;
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, ms));
    }
  const ms = best.get("") as number;
  return Object.keys(peers).map((against) => ({ what, ms, against, againstMs: best.get(against) as number }));
}
