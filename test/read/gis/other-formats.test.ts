import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection } from "geojson";
import { parquetWriteBuffer } from "hyparquet-writer/src/index.js";
import { describe, expect, test } from "vitest";
import initSqlite from "#sqlite";
import { prepareCity } from "../../../src/city/prepare-city.js";
import { computeCoverage } from "../../../src/index.js";
import { readFlatGeobuf, readGeoPackage, readGeoParquet, readNeighborhoods } from "../../../src/read/index.js";
import { toGeoPackage, toGeoParquet } from "../../../src/tables/index.js";
import { rejectionOf } from "../../support/geojson-samples.js";
import { parquetOfPoints, placesInARow } from "../../support/gis-files.js";
import { squareRing } from "../../support/sample-report.js";
import { pack } from "../../support/write-shapefile.js";

const city = prepareCity({
  neighborhoods: {
    type: "FeatureCollection",
    features: [0, 1].map((i) => ({
      type: "Feature",
      properties: { id: `n${i}`, name: `社区 ${i}`, population: 100 },
      geometry: { type: "Polygon", coordinates: [squareRing(104 + i / 100, 30.66, 0.01)] },
    })),
  },
  facilities: {
    type: "Feature",
    properties: { id: "f", name: "药店", category: "pharmacy" },
    geometry: { type: "Point", coordinates: [104.005, 30.665] },
  },
});
const report = computeCoverage(city);

describe("a GeoPackage", () => {
  test("of the library's own is read by layer, packed or not", async () => {
    const bytes = await toGeoPackage(report, city);
    expect((await rejectionOf(readGeoPackage(bytes))).message).toMatch(/facilities \(1\).*neighborhoods \(2\)/);
    for (const file of [bytes, pack({ "a/city.gpkg": bytes })]) {
      const { rows } = readNeighborhoods(await readGeoPackage(file, { layer: "neighborhoods" }));
      expect(rows.map(({ id, name }) => [id, name])).toEqual([
        ["n0", "社区 0"],
        ["n1", "社区 1"],
      ]);
      expect(rows[0]?.polygons[0]?.[0]).toEqual(city.neighborhoods[0]?.polygons[0]?.[0]);
    }
  });
  test("keeps the digits of ids, names curves and undefined systems, and says when it was in use", async () => {
    const { Database } = await initSqlite({});
    const database = new Database();
    const point = "47500001000000000101000000000000000000594000000000000034c0"; // 100, -20
    const curve = "475000010000000001080000000000000000";
    database.run(`
      CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
      CREATE TABLE "my ""layer" (fid INTEGER PRIMARY KEY, osm INTEGER, note BLOB, shape BLOB);
      INSERT INTO gpkg_contents VALUES ('my "layer', 'features'), ('tiles', 'tiles');
      INSERT INTO gpkg_geometry_columns VALUES ('my "layer', 'shape', -1);
      INSERT INTO "my ""layer" VALUES (1, 9007199254740993, x'00', x'${point}'), (2, 5, NULL, x'${curve}');`);
    const bytes = database.export();
    bytes[18] = 2;
    const { features, leftOut, diagnostics } = await readGeoPackage(bytes);
    expect(features).toEqual([
      {
        type: "Feature",
        properties: { osm: "9007199254740993", note: null },
        geometry: { type: "Point", coordinates: [100, -20] },
      },
    ]);
    expect(leftOut).toEqual({ "geometry.curve": 1 });
    expect(diagnostics.map(({ code }) => code)).toEqual(["geoPackage.writeAhead", "geometry.curve", "crs.assumed"]);
  });
  test("has whole numbers to the last digit, in whichever row and column they are long; others are numbers", async () => {
    const { Database } = await initSqlite({});
    const database = new Database();
    const point = "47500001000000000101000000000000000000594000000000000034c0";
    const rows: readonly (readonly [written: string, a: unknown, b: unknown])[] = [
      ["9007199254740991, 1", 9007199254740991, 1],
      ["9007199254740992, 2", "9007199254740992", 2],
      ["-9007199254740993, 0.5", "-9007199254740993", 0.5],
      ["9223372036854775807, -9223372036854775808", "9223372036854775807", "-9223372036854775808"],
      ["1e300, 9007199254740993", 1e300, "9007199254740993"],
      ["9e999, -0.25", Number.POSITIVE_INFINITY, -0.25],
      ["NULL, '9007199254740993'", null, "9007199254740993"],
      ["0, 4503599627370497", 0, 4503599627370497],
    ];
    database.run(`
      CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
      CREATE TABLE t (fid INTEGER PRIMARY KEY, a, b, shape BLOB);
      INSERT INTO gpkg_contents VALUES ('t', 'features');
      INSERT INTO gpkg_geometry_columns VALUES ('t', 'shape', -1);
      ${rows.map(([written]) => `INSERT INTO t (a, b, shape) VALUES (${written}, x'${point}');`).join("\n")}`);
    const { features } = await readGeoPackage(database.export());
    expect(features.map(({ properties }) => properties)).toEqual(rows.map(([, a, b]) => ({ a, b })));
  });
  test("that is none, or cut, is refused", async () => {
    const bytes = await toGeoPackage(report, city);
    for (const damaged of [bytes.subarray(0, bytes.length - 1000), bytes.subarray(0, 50), new Uint8Array(200)])
      expect((await rejectionOf(readGeoPackage(damaged))).code).toBe("DAMAGED_FILE");
    expect((await rejectionOf(readGeoPackage(pack({ "a.txt": "x" })))).code).toBe("DAMAGED_FILE");
    expect((await rejectionOf(readGeoPackage(bytes, { maxBytes: 1000 }))).code).toBe("LIMIT_EXCEEDED");
  });
});

describe("an SQLite file", () => {
  test("that is no GeoPackage, or one without features, is named", async () => {
    const { Database } = await initSqlite({});
    const other = await rejectionOf(readGeoPackage(new Database().export(), { path: "city.sqlite" }));
    expect(other.code).toBe("UNKNOWN_FORMAT");
    expect(other.hint).toContain('ogr2ogr -f GPKG out.gpkg "city.sqlite"');
    const tiles = new Database();
    tiles.run(
      "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT); INSERT INTO gpkg_contents VALUES ('t', 'tiles')",
    );
    expect((await rejectionOf(readGeoPackage(tiles.export()))).message).toMatch(
      /without a layer of features.*gdal_translate/,
    );
  });
  test("has the newer definition of its system read where the older form cannot say it", async () => {
    const { Database } = await initSqlite({});
    const database = new Database();
    const newer = `COMPOUNDCRS["with heights",GEODCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],AXIS["latitude",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],AXIS["longitude",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]]],VERTCRS["EGM96 height",VDATUM["EGM96 geoid"],CS[vertical,1],AXIS["height",up,LENGTHUNIT["metre",1]]]]`;
    database.run(`
      CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
      CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, definition_12_063 TEXT);
      CREATE TABLE places (fid INTEGER PRIMARY KEY, shape BLOB);
      INSERT INTO gpkg_spatial_ref_sys VALUES (9707, 'EPSG', 9707, 'undefined', '${newer}');
      INSERT INTO gpkg_contents VALUES ('places', 'features');
      INSERT INTO gpkg_geometry_columns VALUES ('places', 'shape', 9707);
      INSERT INTO places VALUES (1, x'47500001000000000101000000000000000000594000000000000034c0');`);
    const { features, diagnostics } = await readGeoPackage(database.export());
    expect(features[0]?.geometry).toEqual({ type: "Point", coordinates: [100, -20] });
    expect(diagnostics).toEqual([]);
  });
});

describe("GeoParquet", () => {
  test("without rows is read, and bytes that are only called a geometry are one", async () => {
    const point = Uint8Array.from([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x5a, 0x40, 0, 0, 0, 0, 0, 0, 0x3e, 0x40]);
    const geo = { version: "1.1.0", primary_column: "geometry", columns: { geometry: { encoding: "WKB" } } };
    const write = (data: readonly Uint8Array[], isSaid: boolean) =>
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [{ name: "geometry", type: "BYTE_ARRAY", data: [...data] }],
          ...(isSaid ? { kvMetadata: [{ key: "geo", value: JSON.stringify(geo) }] } : {}),
        }),
      );
    expect((await readGeoParquet(write([], true))).features).toEqual([]);
    const untyped = await readGeoParquet(write([point, point], false));
    expect(untyped.features.map(({ geometry }) => geometry)).toEqual([
      { type: "Point", coordinates: [104, 30] },
      { type: "Point", coordinates: [104, 30] },
    ]);
    expect(untyped.diagnostics.map(({ code }) => code)).toEqual(["crs.assumed"]);
    const text = new TextEncoder().encode("POINT (104 30)");
    expect((await readGeoParquet(write([text], false))).features[0]?.geometry).toEqual(untyped.features[0]?.geometry);
  });
  test("of the library's own is read", async () => {
    const { rows } = readNeighborhoods(await readGeoParquet(await toGeoParquet(report, city)));
    expect(rows.map(({ id }) => id)).toEqual(["n0", "n1"]);
  });
  test("has its points in order", async () => {
    const { features } = await readGeoParquet(await parquetOfPoints(30));
    expect(features.map(({ geometry }) => (geometry as { coordinates: unknown }).coordinates)).toEqual(
      placesInARow(30),
    );
    expect(features[7]?.properties).toEqual({ id: "p7" });
  });
  test("that is cut, or names a column that is not there, is refused", async () => {
    const bytes = await parquetOfPoints(30);
    for (const end of [3, 11, 40, bytes.length - 1])
      expect((await rejectionOf(readGeoParquet(bytes.slice(0, end)))).code).toBe("DAMAGED_FILE");
    const text = new TextDecoder("latin1").decode(bytes);
    const at = text.lastIndexOf('"primary_column":"geometry"') + 18;
    const other = bytes.slice();
    other.set(new TextEncoder().encode("geomotry"), at);
    expect((await rejectionOf(readGeoParquet(other))).code).toBe("DAMAGED_FILE");
  });
});

describe("FlatGeobuf", () => {
  const collection: FeatureCollection = {
    type: "FeatureCollection",
    features: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [10, 0],
        [14, 0],
        [14, 4],
        [10, 4],
        [10, 0],
      ],
    ].map((ring, i) => ({
      type: "Feature",
      properties: { id: `a${i}`, people: i + 0.5 },
      geometry: { type: "Polygon", coordinates: [ring] },
    })),
  };
  test("is read in the order of the file, without numbers of its own", async () => {
    const { features, diagnostics } = await readFlatGeobuf(serialize(collection, 4326));
    expect(features).toEqual(collection.features);
    expect(diagnostics).toEqual([]);
  });
  test("is refused wherever it is cut, whatever the length of its header", async () => {
    const bytes = serialize(collection, 4326);
    for (let end = 1; end < bytes.length; end += 7)
      expect((await rejectionOf(readFlatGeobuf(bytes.slice(0, end)))).code).toBe("DAMAGED_FILE");
    for (const length of [0, 1, 7, 0x7fffffff, 0xffffffff]) {
      const damaged = bytes.slice();
      new DataView(damaged.buffer).setUint32(8, length, true);
      expect((await rejectionOf(readFlatGeobuf(damaged))).code, String(length)).toBe("DAMAGED_FILE");
    }
  });
});
