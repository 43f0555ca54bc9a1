import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import { writeXlsx } from "hucre/xlsx";
import { CoverageError } from "../../src/base/errors.js";
import { loadCity, prepareCity, saveCity } from "../../src/index.js";
import {
  readCsv,
  readElevation,
  readFacilities,
  readFlatGeobuf,
  readGeoJsonText,
  readGeoPackage,
  readGeoParquet,
  readLongGeoJson,
  readNeighborhoods,
  readOsm,
  readPopulation,
  readPopulationRaster,
  readShapefile,
  readStreets,
  readXlsx,
} from "../../src/read/index.js";
import { assertReadableFile } from "../../src/read/recognize-file.js";
import { looksLikeTable, looksLikeWorkbook } from "../../src/read/tables/recognize-table.js";
import { geoPackageOfPoints } from "./geopackage-file.js";
import { parquetOfPoints, placesInARow, rasterOfOnes, writeRaster } from "./gis-files.js";
import { toPbf, toXml } from "./osm-encoder.js";
import { smallCity } from "./small-city.js";
import { smallExtract } from "./small-extract.js";
import { pack, type RecordDraft, writeDbf, writeShp } from "./write-shapefile.js";

/** A whole file of a few kilobytes, and what reads it. */
export interface FileToMutate {
  readonly name: string;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  readonly read: (bytes: Uint8Array) => unknown;
  /** Whether it is refused by name, whole as it is. */
  readonly isRefused?: boolean;
}

const UTF8 = new TextEncoder();
const utf8 = (text: string): Uint8Array => UTF8.encode(text);
const places = placesInARow(30);
const records = places.map((at, i): RecordDraft => ({ parts: [[at]], cells: [`p${i}`] }));
const shapefile = { shp: writeShp(1, records), dbf: writeDbf([{ name: "id", type: "C", length: 8 }], records) };
const ring = [
  [104, 30],
  [104, 31],
  [105, 31],
  [105, 30],
  [104, 30],
];
const outlines: RecordDraft[] = places.map((_, i) => ({ parts: [ring], cells: [`p${i}`] }));
const points: FeatureCollection = {
  type: "FeatureCollection",
  features: places.map((coordinates, i) => ({
    type: "Feature",
    properties: { id: `p${i}`, name: `店 ${i}`, amenity: "pharmacy", population: i },
    geometry: { type: "Point", coordinates },
  })),
};
const rows = places.map(([lon = 0, lat = 0], i) => [`B${i}`, `"店 ${i}", 一楼`, 90600 + i, lon, lat]);
const header = ["id", "name", "typecode", "lng", "lat"];
const csv = [header, ...rows.map(([id, name, ...rest]) => [id, `"${String(name).replaceAll('"', '""')}"`, ...rest])]
  .map((cells) => cells.join(","))
  .join("\n");
const GBK: Readonly<Record<string, readonly number[]>> = { 店: [0xb5, 0xea], 一: [0xd2, 0xbb], 楼: [0xc2, 0xa5] };
const STOPS = `stop_id,stop_name,stop_lat,stop_lon,location_type\n${places
  .map(([lon, lat], i) => `s${i},Stop ${i},${lat},${lon},0`)
  .join("\r\n")}\r\n`;
const wkb = "0101000020E61000000000000000005A400000000000003E40";
const topology = {
  type: "Topology",
  objects: { poi: { type: "GeometryCollection", geometries: [] } },
  arcs: [[[0, 0]]],
};

/** Reads GeoJSON as every layer that it may be; one of them is enough. */
function readLayers(bytes: Uint8Array): void {
  const errors = [readNeighborhoods, readFacilities, readPopulation, readStreets].map((read) => {
    try {
      read(readGeoJsonText(bytes, "file"));
      return null;
    } catch (error) {
      return error;
    }
  });
  const raw = errors.find((error) => error !== null && !(error instanceof CoverageError));
  if (raw !== undefined) throw raw;
  if (!errors.includes(null)) throw errors[0];
}

const readTable = (bytes: Uint8Array) => readCsv(bytes, { datum: "wgs84" });

/** One file of every format that is read, and of those that are refused by name. */
export const FILES_TO_MUTATE: readonly FileToMutate[] = [
  { name: "GeoJSON of points", make: () => utf8(JSON.stringify(points)), read: readLayers },
  { name: "GeoJSON of outlines", make: () => utf8(JSON.stringify(smallCity.neighborhoods)), read: readLayers },
  {
    name: "GeoJSON of streets",
    make: () => utf8(JSON.stringify(smallCity.streets)),
    read: (bytes) => readStreets(bytes),
  },
  {
    name: "long GeoJSON",
    make: () => utf8(JSON.stringify(points)),
    read: (bytes) => readFacilities(readLongGeoJson(bytes)),
  },
  { name: "NDJSON", make: () => utf8(points.features.map((one) => JSON.stringify(one)).join("\n")), read: readLayers },
  {
    name: "a GeoJSON sequence",
    make: () => utf8(points.features.map((one) => `\u001e${JSON.stringify(one)}\n`).join("")),
    read: readLayers,
  },
  { name: "TopoJSON", make: () => utf8(JSON.stringify(topology)), read: readLayers, isRefused: true },
  { name: "CSV", make: () => utf8(csv), read: readTable },
  { name: "zipped CSV", make: () => pack({ "poi.csv": csv }), read: (bytes) => readCsv(bytes) },
  {
    name: "CSV as GB18030",
    make: () => Uint8Array.from([...csv].flatMap((letter) => GBK[letter] ?? [letter.charCodeAt(0)])),
    read: (bytes) => readCsv(bytes, { encoding: "gb18030" }),
  },
  { name: "UTF-16", make: () => Uint8Array.from([0xff, 0xfe, ...Buffer.from(csv, "utf16le")]), read: readTable },
  {
    name: "CSV of WKT",
    make: () =>
      utf8(`id\twkt\n${rows.map(([id]) => `${id}\tSRID=4326;POLYGON((104 30, 105 30, 105 31, 104 30))`).join("\n")}\n`),
    read: readTable,
  },
  {
    name: "CSV of WKB",
    make: () => utf8(`id,geom\n${rows.map(([id]) => `${id},${wkb}`).join("\n")}\n`),
    read: readTable,
  },
  { name: "stops of a timetable", make: () => utf8(STOPS), read: (bytes) => readFacilities(readTable(bytes)) },
  {
    name: "a workbook",
    make: async () => await writeXlsx({ sheets: [{ name: "s", rows: [header, ...rows] as never }] }),
    read: (bytes) => readXlsx(bytes, { datum: "wgs84" }),
  },
  { name: "an OpenStreetMap extract", make: () => toPbf(smallExtract), read: (bytes) => readOsm(bytes) },
  {
    name: "an extract that is not packed",
    make: () => toPbf(smallExtract, { packing: "raw" }),
    read: (bytes) => readOsm(bytes),
  },
  {
    name: "an extract with plain nodes",
    make: () => toPbf(smallExtract, { dense: false, packing: "raw" }),
    read: (bytes) => readOsm(bytes),
  },
  { name: "an extract as XML", make: () => utf8(toXml(smallExtract)), read: (bytes) => readOsm(bytes) },
  {
    name: "a Shapefile in a zip",
    make: () => pack({ "a.shp": shapefile.shp, "a.dbf": shapefile.dbf }),
    read: readShapefile,
  },
  // no checksum helps here
  { name: "a .shp", make: () => shapefile.shp, read: (shp) => readShapefile({ ...shapefile, shp }) },
  {
    name: "a .shp of outlines",
    make: () => writeShp(5, outlines),
    read: (shp) => readShapefile({ ...shapefile, shp }),
  },
  { name: "a .dbf", make: () => shapefile.dbf, read: (dbf) => readShapefile({ ...shapefile, dbf }) },
  { name: "a GeoPackage", make: () => geoPackageOfPoints(30), read: readGeoPackage },
  {
    name: "a GeoPackage in a zip",
    make: async () => pack({ "a.gpkg": await geoPackageOfPoints(5) }),
    read: readGeoPackage,
  },
  { name: "a FlatGeobuf", make: () => serialize(points, 4326), read: readFlatGeobuf },
  { name: "a GeoParquet", make: () => parquetOfPoints(30), read: readGeoParquet },
  { name: "a raster", make: () => rasterOfOnes(20, 10), read: readPopulationRaster },
  {
    name: "a raster with a system of its own",
    make: () =>
      writeRaster({
        width: 8,
        height: 5,
        values: new Float32Array(40).fill(2),
        keys: [
          [1024, 1],
          [2048, 4214],
          [3072, 32767],
          [3075, 11],
          [3078, 25],
          [3079, 47],
          [3084, 105],
        ],
        place: [-90_000, 3_399_000, 1000, 1000],
      }),
    read: readPopulationRaster,
  },
  { name: "a raster of heights", make: () => rasterOfOnes(20, 10), read: readElevation },
  {
    name: "a saved city",
    make: () => {
      const { neighborhoods, facilities, streets } = smallCity;
      return saveCity(prepareCity({ neighborhoods, facilities, streets }));
    },
    read: (bytes) => loadCity(bytes),
  },
  {
    name: "what a file is",
    make: () => pack({ "doc.kml": "<kml/>", "a.gdbtable": "x" }),
    read: (bytes) => {
      looksLikeWorkbook(bytes);
      looksLikeTable(bytes);
      assertReadableFile(bytes, "file");
    },
    isRefused: true,
  },
];
