import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import { parquetWriteBuffer } from "hyparquet-writer/src/index.js";
import { describe, expect, test } from "vitest";
import startSqlite from "#sqlite";
import {
  readFlatGeobuf,
  readGeoJsonText,
  readGeoPackage,
  readGeoParquet,
  readPopulationRaster,
  readShapefile,
} from "../../../src/read/index.js";
import { assertReadableFile } from "../../../src/read/recognize-file.js";
import { toWellKnownBinary } from "../../../src/tables/well-known-binary.js";
import { errorOf, rejectionOf } from "../../support/geojson-samples.js";
import { placesInARow, writeRaster } from "../../support/gis-files.js";
import { pack, type RecordDraft, writeDbf, writeShp } from "../../support/write-shapefile.js";

// What other programs write that no fixture of ours holds: the right features, or one clear refusal.

const utf8 = (text: string) => new TextEncoder().encode(text);
const INHERITED = JSON.parse('{"__proto__":"p","constructor":"c","name":"n"}') as Record<string, unknown>;
const points = placesInARow(3).map((coordinates) => ({ type: "Point" as const, coordinates }));

describe("names that every object inherits", () => {
  const layer: FeatureCollection = {
    type: "FeatureCollection",
    features: points.map((geometry) => ({ type: "Feature", properties: INHERITED, geometry })),
  };
  const columnsOf = (names: readonly string[]) => names.map((name) => ({ name, data: points.map(() => `${name} 1`) }));

  test("are columns of a FlatGeobuf", async () => {
    const { features } = await readFlatGeobuf(serialize(layer, 4326));
    expect(Object.entries(features[0]?.properties ?? {})).toEqual(Object.entries(INHERITED));
  });
  test.each([true, false])("are columns of a Parquet file, with geometries: %s", async (hasGeometry) => {
    const geometry = {
      name: "geometry",
      type: "BYTE_ARRAY" as const,
      data: points.map((one) => toWellKnownBinary(one)),
    };
    const axes = [0, 1].map((axis) => ({
      name: ["lon", "lat"][axis] as string,
      data: points.map((one) => one.coordinates[axis]),
    }));
    const bytes = parquetWriteBuffer({
      columnData: [...columnsOf(["__proto__", "constructor"]), ...(hasGeometry ? [geometry] : axes)] as never,
      ...(hasGeometry
        ? {
            kvMetadata: [
              {
                key: "geo",
                value:
                  '{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":[]}}}',
              },
            ],
          }
        : {}),
    });
    const { features } = await readGeoParquet(new Uint8Array(bytes));
    expect(Object.entries(features[0]?.properties ?? {})).toEqual([
      ["__proto__", "__proto__ 1"],
      ["constructor", "constructor 1"],
    ]);
  });
  test("are columns of a Shapefile and of a GeoPackage, whatever its geometries are called", async () => {
    const records = points.map(({ coordinates }): RecordDraft => ({ parts: [[coordinates]], cells: ["p", "c"] }));
    const fields = ["__proto__", "toString"].map((name) => ({ name, type: "C" as const, length: 4 }));
    const shapefile = await readShapefile(pack({ "a.shp": writeShp(1, records), "a.dbf": writeDbf(fields, records) }));
    expect(Object.entries(shapefile.features[0]?.properties ?? {})).toEqual([
      ["__proto__", "p"],
      ["toString", "c"],
    ]);
    const { Database } = await startSqlite({});
    const database = new Database();
    database.run(`
      CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
      INSERT INTO gpkg_contents VALUES ('poi "x" 点', 'features');
      INSERT INTO gpkg_geometry_columns VALUES ('POI "x" 点', 'THE geom', 4326);
      CREATE TABLE "poi ""x"" 点" ("__proto__" TEXT, "the geom" BLOB);`);
    for (const point of points)
      database.run('INSERT INTO "poi ""x"" 点" VALUES (?, ?)', [
        "p",
        Uint8Array.of(0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0, ...toWellKnownBinary(point)),
      ]);
    const { features } = await readGeoPackage(database.export());
    expect(features.map(({ geometry }) => geometry)).toEqual(points);
    expect(Object.entries(features[0]?.properties ?? {})).toEqual([["__proto__", "p"]]);
  });
});

describe("a Parquet file", () => {
  test("with bytes of no length where a geometry would be has features without one", async () => {
    const data = points.map((point, i) => (i === 1 ? new Uint8Array(0) : toWellKnownBinary(point)));
    const { features } = await readGeoParquet(
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [{ name: "geometry", type: "BYTE_ARRAY", data }],
          kvMetadata: [
            {
              key: "geo",
              value: '{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB"}}}',
            },
          ],
        }),
      ),
    );
    expect(features.map(({ geometry }) => geometry !== null)).toEqual([true, false, true]);
  });
});

describe("a TIFF", () => {
  const draft = { width: 2, height: 2, values: [1, 2, 3, 4] };
  const metadata = (xml: string) => [42112, 2, [...utf8(`<GDALMetadata>${xml}</GDALMetadata>\0`)]] as const;
  const item = (role: string, sample: number, value: number) =>
    `<Item name="${role.toUpperCase()}" sample="${sample}" role="${role}">${value}</Item>`;
  const read = (more: object) => readPopulationRaster(writeRaster({ ...draft, ...more }), { path: "p.tif" });

  test("with remarks of GDAL, or smaller copies, is read as before", async () => {
    for (const more of [
      {},
      { tags: [metadata('<Item name="AREA_OR_POINT">Area</Item>')] },
      { tags: [metadata(item("scale", 0, 1) + item("offset", 0, 0))] },
      { tags: [metadata(item("scale", 1, 0.1))] },
      { second: [[254, 4, 1]] },
    ])
      expect((await read(more)).places.population.reduce((sum, people) => sum + people, 0)).toBe(10);
  });
  test.each([
    ["cells that are to be multiplied", { tags: [metadata(item("scale", 0, 0.1) + item("offset", 0, 5))] }, "-unscale"],
    ["cells with something to be added", { tags: [metadata(item("offset", 0, 5))] }, "-unscale"],
    ["a mask", { second: [[254, 4, 4]] }, "-dstnodata"],
    ["a mask of a smaller copy", { second: [[254, 4, 5]] }, "-dstnodata"],
    ["complex numbers", { tags: [[339, 3, [6]]] }, "gdal_translate"],
    [
      "no place",
      {
        tags: [
          [33550, 12, []],
          [33922, 12, []],
        ],
      },
      "gdalwarp",
    ],
  ])("with %s is refused with the command that writes it plainly", async (_, more, command) => {
    const error = await rejectionOf(read(more));
    expect(error.code).toBe("UNKNOWN_FORMAT");
    expect(error.hint).toContain(command);
    expect(error.hint).toContain('"p.tif" out.tif');
  });
  test("whose images lead in a circle is read", async () => {
    const bytes = writeRaster({ ...draft, second: [[254, 4, 1]] });
    const view = new DataView(bytes.buffer);
    view.setUint32(bytes.length - 4, 8, true); // the second leads back to the first
    expect((await readPopulationRaster(bytes)).places.count).toBe(4);
  });
});

describe("a file of another kind", () => {
  const tar = new Uint8Array(1024);
  tar.set(utf8("poi.geojson"));
  tar.set(utf8("ustar\0"), 257);
  test.each([
    ["tar", tar, "tar archive"],
    ["ORC", utf8("ORC\u0001\u0002"), "ORC"],
    ["a stream of Arrow", Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x70, 0, 0, 0), "Arrow"],
  ])("%s is named", async (_, bytes, name) => {
    const error = errorOf(() => assertReadableFile(bytes, "a.bin"));
    expect([error.code, error.message.includes(name)]).toEqual(["UNKNOWN_FORMAT", true]);
  });
  test.each([
    ["cells of a raster", new Uint8Array(Float32Array.of(1, 2, 3, 0).buffer)],
    ["GeoJSON in UTF-16 that does not say so", [...'{"a":1}'].flatMap((letter) => [letter.charCodeAt(0), 0])],
    ["UTF-32", [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0, 0x7d, 0, 0, 0]],
    ["a table with a zero in it", utf8("id,lon,lat\n1,\u0000,30.66\n")],
  ])("%s is no text, and is not called GBK or CSV", async (_, bytes) => {
    const error = errorOf(() => readGeoJsonText(Uint8Array.from(bytes), "a.bin"));
    expect(error.code).toBe("UNKNOWN_FORMAT");
    expect(error.message).toContain("a.bin is no text");
  });
  test("GBK is still told from bytes of no kind", async () => {
    const gbk = Uint8Array.of(0x7b, 0x22, 0xb3, 0xc7, 0x22, 0x3a, 0x31, 0x7d);
    expect(errorOf(() => readGeoJsonText(gbk, "a.json")).code).toBe("INVALID_ENCODING");
  });
});
