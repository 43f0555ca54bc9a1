import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { deflateSync, gunzipSync } from "node:zlib";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection, Point } from "geojson";
import { writeXlsx } from "hucre/xlsx";
import { parquetWriteBuffer } from "hyparquet-writer/src/index.js";
import { toWellKnownBinary } from "../src/tables/well-known-binary.js";
import { writeGeoPackage } from "../test/support/geopackage-file.js";
import { type RasterDraft, writeRaster } from "../test/support/gis-files.js";
import { writeDbf, writeShp } from "../test/support/write-shapefile.js";
import { packLzw } from "./pack-lzw.js";

const FACILITIES = resolve(import.meta.dirname, "../fixtures/monaco/facilities.geojson.gz");

/** A place of the files that are measured. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly at: readonly [number, number];
}

/** The facilities of Monaco, again and again, each time a little farther. */
export function listPlaces(count: number): Place[] {
  const { features } = JSON.parse(gunzipSync(readFileSync(FACILITIES)).toString("utf8")) as FeatureCollection;
  const points = features.filter(({ geometry }) => geometry.type === "Point");
  return Array.from({ length: count }, (_, i): Place => {
    const { geometry, properties } = points[i % points.length] as FeatureCollection["features"][number];
    const [lon = 0, lat = 0] = (geometry as Point).coordinates;
    const name = typeof properties?.name === "string" ? properties.name : "place";
    return { id: `p${i}`, name, at: [lon + i * 1e-7, lat] };
  });
}

const pointOf = ({ at }: Place): Point => ({ type: "Point", coordinates: [...at] });

/** A table as Amap's crawlers write it, 130 bytes a row. */
export function csvOf(places: readonly Place[]): Uint8Array {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const head = "id,name,type,typecode,address,tel,pname,cityname,adname,lon,lat";
  const rows = places.map(({ id, name, at: [lon, lat] }, i) =>
    [id, quoted(name), '"购物服务;便利店"', "060200", `${i % 300} 号`, "", "省", "市", "区", lon, lat].join(","),
  );
  return new TextEncoder().encode(`${[head, ...rows].join("\n")}\n`);
}

/** A workbook with one sheet. */
export async function workbookOf(places: readonly Place[]): Promise<Uint8Array> {
  const rows = [["id", "name", "lon", "lat"], ...places.map(({ id, name, at: [lon, lat] }) => [id, name, lon, lat])];
  return await writeXlsx({ sheets: [{ name: "poi", rows: rows as never }] });
}

/** The two files of a Shapefile. */
export function shapefileOf(places: readonly Place[]): { readonly shp: Uint8Array; readonly dbf: Uint8Array } {
  const records = places.map(({ id, name, at }) => ({ parts: [[[...at]]], cells: [id, cutAt(name, 40)] }));
  const fields = [
    { name: "id", type: "C", length: 10 },
    { name: "name", type: "C", length: 40 },
  ] as const;
  return { shp: writeShp(1, records), dbf: writeDbf(fields, records) };
}

/** A name cut to so many bytes, none of its characters in half. */
function cutAt(name: string, most: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(name).subarray(0, most)).replaceAll("\ufffd", "");
}

/** A GeoPackage with one layer, `places`. */
export async function geoPackageOf(places: readonly Place[]): Promise<Uint8Array> {
  return await writeGeoPackage(
    ["id", "name"],
    places.map(({ id, name }) => [id, name]),
    places.map(pointOf),
  );
}

/** A FlatGeobuf. */
export function flatGeobufOf(places: readonly Place[]): Uint8Array {
  const features = places.map((place) => ({
    type: "Feature" as const,
    properties: { id: place.id, name: place.name },
    geometry: pointOf(place),
  }));
  return serialize({ type: "FeatureCollection", features });
}

/** A GeoParquet. */
export function geoParquetOf(places: readonly Place[]): ArrayBuffer {
  const columns = { geometry: { encoding: "WKB", geometry_types: ["Point"] } };
  const binary = places.map((place) => toWellKnownBinary(pointOf(place) as Point & { coordinates: number[] }));
  return parquetWriteBuffer({
    columnData: [
      { name: "id", type: "STRING", data: places.map(({ id }) => id) },
      { name: "name", type: "STRING", data: places.map(({ name }) => name) },
      { name: "geometry", type: "BYTE_ARRAY", data: binary },
    ],
    kvMetadata: [{ key: "geo", value: JSON.stringify({ version: "1.1.0", primary_column: "geometry", columns }) }],
  });
}

/** How the strip of a raster is packed. */
export type Packing = "not packed" | "Deflate" | "LZW";

const PACKINGS: Readonly<Record<Packing, RasterDraft["packing"] | null>> = {
  "not packed": null,
  Deflate: { compression: 8, pack: (bytes) => new Uint8Array(deflateSync(bytes)) },
  LZW: { compression: 5, pack: packLzw },
};

/** A raster of people, a third of it without any. @param side cells each way */
export function rasterOf(side: number, packing: Packing): Uint8Array {
  // as in real ones, no two cells are alike
  const peopleOf = (i: number) => (i % side < side / 3 ? -99_999 : ((i * 7919) % 10_007) / 100);
  const values = Float32Array.from({ length: side * side }, (_, i) => peopleOf(i));
  const own = PACKINGS[packing];
  const place = [7.4, 43.8, 0.0001, 0.0001] as const;
  return writeRaster({ width: side, height: side, values, noData: "-99999", place, ...(own && { packing: own }) });
}
