import startSqlite from "#sqlite";
import { toWellKnownBinary } from "../../src/tables/well-known-binary.js";
import { placesInARow } from "./gis-files.js";

/** A GeoPackage with one layer of points, `places`, with ids `p0`, `p1`, … in WGS 84. */
export async function geoPackageOfPoints(count: number): Promise<Uint8Array> {
  const { Database } = await startSqlite({});
  const database = new Database();
  database.run(`
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    INSERT INTO gpkg_contents VALUES ('places', 'features');
    INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 4326);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]');
    CREATE TABLE places (fid INTEGER PRIMARY KEY, id TEXT, geom BLOB);`);
  for (const [i, coordinates] of placesInARow(count).entries()) {
    const blob = Uint8Array.of(
      0x47,
      0x50,
      0,
      1,
      0xe6,
      0x10,
      0,
      0,
      ...toWellKnownBinary({ type: "Point", coordinates }),
    );
    database.run("INSERT INTO places VALUES (?, ?, ?)", [i + 1, `p${i}`, blob]);
  }
  return database.export();
}
