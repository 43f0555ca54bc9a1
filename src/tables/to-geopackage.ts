import type { FeatureCollection, Geometry } from "geojson";
import type { Database, SqlJsStatic } from "sql.js";
import type { Locale } from "../base/words.js";
import type { MapCity } from "../maps/map-city.js";
import { toNeighborhoodIsochrones } from "../maps/to-neighborhood-isochrones.js";
import type { CoverageReport } from "../model/report.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import { toGeoPackageBlob } from "./geopackage-blob.js";
import { toQgisStyle } from "./qgis-style.js";
import { toGeoJson } from "./to-geojson.js";
import { boundsOfGeometries, type LayerGeometry } from "./well-known-binary.js";

export interface GeoPackageOptions {
  /** Of layer descriptions and legends; the names of layers and fields are the same in both. Default: `en`. */
  readonly locale?: Locale;
}

/** One layer: fields, and rows of a geometry and their values. */
interface Layer {
  readonly name: string;
  readonly description: Readonly<Record<Locale, string>>;
  readonly geometryType: LayerGeometry["type"];
  readonly fields: readonly string[];
  readonly rows: readonly {
    readonly geometry: LayerGeometry | null;
    readonly values: readonly (string | number | null)[];
  }[];
}

const ISOCHRONE_MINUTES = [5, 10, 15];
/** "GPKG", and version 1.3 of the standard. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10_300;
/** A GeoPackage says when each layer was changed; the same report must be the same bytes, so it always says this. */
const CHANGED = "2000-01-01T00:00:00.000Z";
const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
const DESCRIPTIONS = {
  neighborhoods: { zh: "社区及各生活圈得分", en: "neighborhoods with the scores of their circles" },
  facilities: { zh: "采用的设施", en: "facilities that were used" },
  isochrones: { zh: "步行 5、10、15 分钟可达范围", en: "within 5, 10 and 15 minutes on foot" },
} as const;

/**
 * Writes a report as a GeoPackage: neighborhoods, facilities and, with a prepared city, isochrones; WGS 84.
 *
 * It holds a style for each circle, the first one by default: QGIS opens the neighborhoods colored by their score. Fields are
 * those of `toGeoJson`. The same report gives the same bytes.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, or an unknown locale
 * @see OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021
 */
export async function toGeoPackage(
  report: CoverageReport,
  city: MapCity,
  options: GeoPackageOptions = {},
): Promise<Uint8Array> {
  assertRendering(report, options);
  assertMapCity(city);
  const { locale = "en" } = options;
  const database = new (await loadSqlite()).Database();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${USER_VERSION};`);
    database.run("BEGIN");
    writeFrame(database);
    for (const layer of layersOf(report, city)) writeLayer(database, layer, locale);
    writeStyles(database, report, locale);
    database.run("COMMIT");
    return database.export();
  } finally {
    database.close();
  }
}

/** SQLite as WebAssembly, inside the script: no file to be found. */
async function loadSqlite(): Promise<SqlJsStatic> {
  const { default: load } = await import("sql.js/dist/sql-wasm-inline.js");
  return load();
}

function layersOf(report: CoverageReport, city: MapCity): Layer[] {
  const isochrones = toNeighborhoodIsochrones(report, city, ISOCHRONE_MINUTES);
  const facilities = (city.facilities ?? []).map(({ id, name, categories, location: [lon, lat] }) => ({
    geometry: { type: "Point" as const, coordinates: [lon, lat] },
    values: [id, name, categories.join(";")],
  }));
  return [
    polygonLayer("neighborhoods", toGeoJson(report, city.neighborhoods)),
    {
      name: "facilities",
      description: DESCRIPTIONS.facilities,
      geometryType: "Point",
      fields: ["id", "name", "categories"],
      rows: facilities,
    },
    ...(isochrones === null ? [] : [polygonLayer("isochrones", isochrones)]),
  ];
}

function polygonLayer(name: "neighborhoods" | "isochrones", { features }: FeatureCollection<Geometry | null>): Layer {
  const fields = Object.keys(features[0]?.properties ?? {});
  const rows = features.map(({ geometry, properties }) => ({
    geometry: geometry as LayerGeometry | null,
    values: fields.map((field) => (properties?.[field] ?? null) as string | number | null),
  }));
  return { name, description: DESCRIPTIONS[name], geometryType: "MultiPolygon", fields, rows };
}

/** The tables that every GeoPackage has. */
function writeFrame(database: Database): void {
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
    ["WGS 84", 4326, "EPSG", 4326, WGS84],
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

function writeLayer(
  database: Database,
  { name, description, geometryType, fields, rows }: Layer,
  locale: Locale,
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
    description[locale],
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

/** One for each circle; QGIS takes the first. */
function writeStyles(database: Database, report: CoverageReport, locale: Locale): void {
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
