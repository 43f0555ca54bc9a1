import type { Point } from "geojson";
import startSqlite from "#sqlite";
import { toWellKnownBinary } from "../../src/tables/well-known-binary.js";
import { placesInARow } from "./gis-files.js";

/** A GeoPackage with one layer of points, `places`, with ids `p0`, `p1`, … in WGS 84. */
export async function geoPackageOfPoints(count: number): Promise<Uint8Array> {
  const places = placesInARow(count);
  return await writeGeoPackage(
    ["id"],
    places.map((_, i) => [`p${i}`]),
    places.map((coordinates) => ({ type: "Point", coordinates })),
  );
}

/** Writes a GeoPackage with one layer of points, `places`, in WGS 84. */
export async function writeGeoPackage(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  places: readonly Point[],
): Promise<Uint8Array> {
  const { Database } = await startSqlite({});
  const database = new Database();
  database.run(`
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_contents VALUES ('places', 'features');
    INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 4326);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]');
    CREATE TABLE places (fid INTEGER PRIMARY KEY, ${columns.map((name) => `${name} TEXT`).join(", ")}, geom BLOB);`);
  for (const [i, place] of places.entries()) {
    const blob = Uint8Array.of(
      0x47,
      0x50,
      0,
      1,
      0xe6,
      0x10,
      0,
      0,
      ...toWellKnownBinary(place as { type: "Point"; coordinates: number[] }),
    );
    const marks = columns.map(() => "?").join(", ");
    database.run(`INSERT INTO places VALUES (?, ${marks}, ?)`, [i + 1, ...(rows[i] ?? []), blob]);
  }
  return database.export();
}
