import type { Database } from "sql.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { toQgisStyle } from "./qgis-style.js";
import { BinaryWriter, boundsOfGeometries, type LayerGeometry, sizeOf, writeGeometry } from "./well-known-binary.js";

/** One layer: fields, and rows of a geometry and their values. */
export interface GeoPackageLayer {
  readonly name: string;
  readonly description: string;
  readonly geometryType: LayerGeometry["type"];
  readonly fields: readonly string[];
  readonly rows: readonly {
    readonly geometry: LayerGeometry | null;
    readonly values: readonly (string | number | null)[];
  }[];
}

/** A GeoPackage says when each layer was changed; the same report must be the same bytes, so it always says this. */
const CHANGED = "2000-01-01T00:00:00.000Z";
/** WGS 84. */
const SRS_ID = 4326;
const SRS_DEFINITION =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const BLOB_HEADER_BYTES = 40;

/** Makes the tables that every GeoPackage has. */
export function writeFrame(database: Database): void {
  database.run(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
      srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL PRIMARY KEY REFERENCES gpkg_contents(table_name),
      column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys(srs_id),
      z TINYINT NOT NULL, m TINYINT NOT NULL);
    CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT,
      f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
      description TEXT, owner TEXT, ui TEXT, update_time DATETIME);`);
  const systems = [
    ["WGS 84", SRS_ID, "EPSG", SRS_ID, SRS_DEFINITION],
    ["Undefined Cartesian", -1, "NONE", -1, "undefined"],
    ["Undefined geographic", 0, "NONE", 0, "undefined"],
  ] as const;
  for (const system of systems)
    database.run("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)", [...system]);
  database.run(
    "INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, NULL, NULL, NULL, NULL, 0)",
    [CHANGED],
  );
}

/** Writes a table of one layer, and lists it. */
export function writeLayer(
  database: Database,
  { name, description, geometryType, fields, rows }: GeoPackageLayer,
): void {
  const columns = fields.map(
    (field, row) => `${quoted(field)} ${typeOf(rows.map(({ values }) => values[row] ?? null))}`,
  );
  database.run(
    `CREATE TABLE ${name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${geometryType.toUpperCase()}${columns.map((one) => `, ${one}`).join("")})`,
  );
  const box = boxOf(rows.map(({ geometry }) => geometry));
  database.run("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)", [
    name,
    name,
    description,
    CHANGED,
    ...box,
  ]);
  database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", [
    name,
    geometryType.toUpperCase(),
  ]);
  const places = ["NULL", "?", ...fields.map(() => "?")].join(", ");
  const insert = database.prepare(`INSERT INTO ${name} VALUES (${places})`);
  for (const { geometry, values } of rows)
    insert.run([geometry === null ? null : toGeoPackageBlob(geometry), ...values]);
  insert.free();
}

/** Writes a style for each circle; QGIS takes the first. */
export function writeStyles(database: Database, report: CoverageReport, locale: Locale): void {
  report.standard.circles.forEach((circle, row) => {
    database.run(
      "INSERT INTO layer_styles VALUES (NULL, '', '', 'neighborhoods', 'geom', ?, ?, '', ?, ?, '', NULL, ?)",
      [circle.label[locale], toQgisStyle(report, circle, locale), row === 0 ? 1 : 0, circle.label[locale], CHANGED],
    );
  });
}

/** The least and the most longitude and latitude; `null` where nothing is drawn. */
function boxOf(geometries: readonly (LayerGeometry | null)[]): (number | null)[] {
  const { west, south, east, north } = boundsOfGeometries(geometries);
  return west > east ? [null, null, null, null] : [west, south, east, north];
}

function typeOf(values: readonly (string | number | null)[]): "TEXT" | "DOUBLE" {
  return values.some((value) => typeof value === "string") ? "TEXT" : "DOUBLE";
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Writes a geometry as the bytes of a GeoPackage: its header with the box around it, then well-known binary.
 *
 * @see OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021
 */
function toGeoPackageBlob(geometry: LayerGeometry): Uint8Array {
  const writer = new BinaryWriter(BLOB_HEADER_BYTES + sizeOf(geometry));
  // "GP", version 0, little-endian with a box of x and y
  for (const byte of [0x47, 0x50, 0, 0b11]) writer.byte(byte);
  writer.whole(SRS_ID);
  const { west, south, east, north } = boundsOfGeometries([geometry]);
  for (const side of [west, east, south, north]) writer.number(side);
  writeGeometry(geometry, writer);
  return writer.bytes;
}
