import type { FeatureCollection, Geometry } from "geojson";
import { guardShape } from "../base/guard-call.js";
import { startSqlite } from "../base/start-sqlite.js";
import { tableTexts } from "../base/texts/renderings/tables.js";
import { minutes } from "../base/units.js";
import { joinSentences, type Locale } from "../base/words.js";
import type { MapCity } from "../maps/map-city.js";
import { toNeighborhoodIsochrones } from "../maps/to-neighborhood-isochrones.js";
import type { CoverageReport } from "../model/report.js";
import { toAboutLines, toTitle } from "../report/about-report.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import { type GeoPackageLayer, writeFrame, writeLayer, writeStyles } from "./geopackage-tables.js";
import { toGeoJson } from "./to-geojson.js";
import type { LayerGeometry } from "./well-known-binary.js";

/** Options of `toGeoPackage`. */
export interface GeoPackageOptions {
  /** Of layer descriptions and legends; the names of layers and fields are the same in both. Default: `en`. */
  readonly locale?: Locale;
  /** Whether isochrones of 5, 10 and 15 minutes are drawn, given a prepared city with streets. Default: true. */
  readonly isochrones?: boolean;
  /**
   * `dist/sql-wasm-browser.wasm` of the package `sql.js`: its bytes, or in a browser also its address. Only programs that are
   * bundled for browsers must give it, once; in Node it is found.
   */
  readonly sqlite?: Uint8Array | ArrayBuffer | URL | string;
}

/** "GPKG", and version 1.3 of the standard. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10_300;
/**
 * Writes a report as a GeoPackage: neighborhoods, facilities and, with a prepared city, isochrones; WGS 84.
 *
 * It holds a style for each circle, the first one by default: QGIS opens the neighborhoods colored by their score. Fields are
 * those of `toGeoJson`. The same report gives the same bytes.
 *
 * Needs the package `sql.js`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, an unknown locale, or when SQLite does not start;
 *   PACKAGE_MISSING
 * @see OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021
 *
 * @example
 * ```ts
 * import { writeFileSync } from "node:fs";
 * import { toGeoPackage } from "quarterhour/tables"; // after npm install sql.js
 *
 * const bytes = await toGeoPackage(report, city);
 * writeFileSync("report.gpkg", bytes);
 * String.fromCharCode(...bytes.subarray(0, 15)); // → "SQLite format 3"
 * ```
 */
export async function toGeoPackage(
  report: CoverageReport,
  city: MapCity,
  options: GeoPackageOptions = {},
): Promise<Uint8Array> {
  return guardShape("toGeoPackage", async () => {
    assertRendering(report, options);
    assertMapCity(city);
    const { isochrones = true } = options;
    return writeGeoPackage(report, city, options, () => (isochrones ? drawIsochrones(report, city) : null));
  });
}

/** Draws the isochrones of every neighborhood, as files have them; `null` = the city has no streets to draw them on. */
export function drawIsochrones(report: CoverageReport, city: MapCity): ReturnType<typeof toNeighborhoodIsochrones> {
  return toNeighborhoodIsochrones(report, city, [5, 10, 15].map(minutes));
}

/** Writes what was checked. @param isochrones gives them where they are there already; `null` = none are wanted */
export async function writeGeoPackage(
  report: CoverageReport,
  city: MapCity,
  { locale = "en", sqlite }: GeoPackageOptions,
  isochrones: () => ReturnType<typeof drawIsochrones>,
): Promise<Uint8Array> {
  const engine = await startSqlite("toGeoPackage", sqlite);
  const database = new engine.Database();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${USER_VERSION};`);
    database.run("BEGIN");
    writeFrame(database);
    const about = toAboutLines(report, locale);
    for (const layer of layersOf(report, city, locale, isochrones())) {
      const what = tableTexts(locale)("table.layer.sentence", { what: toTitle(report, layer.description, ["place"]) });
      const description = joinSentences([what, ...about], locale);
      writeLayer(database, { ...layer, description });
    }
    writeStyles(database, report, locale);
    database.run("COMMIT");
    return database.export();
  } finally {
    database.close();
  }
}

function layersOf(
  report: CoverageReport,
  city: MapCity,
  locale: Locale,
  isochrones: ReturnType<typeof drawIsochrones>,
): GeoPackageLayer[] {
  const tell = tableTexts(locale);
  const facilities = (city.facilities ?? []).map(({ id, name, categories, location: [lon, lat] }) => ({
    geometry: { type: "Point" as const, coordinates: [lon, lat] },
    values: [id, name, categories.join(";")],
  }));
  return [
    polygonLayer("neighborhoods", tell("table.layer.neighborhoods"), toGeoJson(report, city.neighborhoods)),
    {
      name: "facilities",
      description: tell("table.layer.facilities"),
      geometryType: "Point",
      fields: ["id", "name", "categories"],
      rows: facilities,
    },
    ...(isochrones === null ? [] : [polygonLayer("isochrones", tell("table.layer.isochrones"), isochrones)]),
  ];
}

function polygonLayer(
  name: string,
  description: string,
  { features }: FeatureCollection<Geometry | null>,
): GeoPackageLayer {
  const fields = Object.keys(features[0]?.properties ?? {});
  const rows = features.map(({ geometry, properties }) => ({
    geometry: geometry as LayerGeometry | null,
    values: fields.map((field) => (properties?.[field] ?? null) as string | number | null),
  }));
  return { name, description, geometryType: "MultiPolygon", fields, rows };
}
