import type { Geometry } from "geojson";
import type { Database, SqlValue, Statement } from "sql.js";
import { Diagnostics } from "../../base/diagnostics.js";
import { guardLive } from "../../base/guard-call.js";
import { setOwn } from "../../base/json-object.js";
import type { Steps } from "../../base/steps.js";
import { GIS_FINDINGS } from "../../base/texts/diagnostics/gis.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import { say } from "../../base/texts/files.js";
import type { FeatureReading } from "../../model/input.js";
import { Pace, Turns } from "../in-turns.js";
import { beyondLimit, chooseLayer, damaged, notRead, notUnderstood } from "./file-errors.js";
import { type GeoPackageLayer, listLayers, quoted } from "./geopackage-layers.js";
import { checkGisInput, MAX_BYTES, type SqliteReadOptions } from "./gis-options.js";
import { openSqlite } from "./open-sqlite.js";
import { type FileFeature, placeFeatures } from "./place-features.js";
import { toReading } from "./to-reading.js";
import { unpackInSteps } from "./unpack-entry.js";
import { WellKnownBinary } from "./well-known-binary.js";
import { toWholeNumber } from "./whole-number.js";
import { listZipEntries } from "./zip-directory.js";

/**
 * Reads a layer of features of a GeoPackage, also zipped (`.gpkg.zip`), as longitude and latitude.
 *
 * The whole file lies in memory, twice while it is read. Features without a geometry come as such, so that they are counted. Needs the package `sql.js`;
 * projected layers also need `proj4`.
 *
 * With `signal` or `onProgress` it reads in turns with whatever else is to be done; but the package opens the file at one go, some tenths of a
 * second for fifty megabytes. In Node, `readInWorker` is ended at once.
 *
 * @throws {CoverageError} LAYER_NEEDED where the file holds several layers; DAMAGED_FILE, UNKNOWN_FORMAT, PROJECTED_COORDINATES,
 *   SWAPPED_COORDINATES, UNSUPPORTED_CRS, LIMIT_EXCEEDED, PACKAGE_MISSING, INVALID_ARGUMENT
 * @see OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021
 */
export async function readGeoPackage(bytes: Uint8Array, options: SqliteReadOptions = {}): Promise<FeatureReading> {
  return await guardLive("readGeoPackage", [bytes, options], async () => {
    checkGisInput(bytes, options, ["sqlite"]);
    const { path = "GeoPackage", layer, crs, maxBytes = MAX_BYTES, sqlite } = options;
    const isNorthFirst = options.axes === "north-first";
    const turns = new Turns(options, bytes.length);
    const file = isZip(bytes) ? await turns.run(unpackGeoPackage(bytes, maxBytes, path)) : bytes;
    if (file.length > maxBytes) throw beyondLimit(path, say("geoPackage.bytes"), file.length, maxBytes);
    const diagnostics = new Diagnostics({ ...TABLE_FINDINGS, ...GIS_FINDINGS });
    await turns.pause(); // the package takes the file at one go
    const { database, mayLackChanges } = await openSqlite(file, sqlite, path);
    let features: FileFeature[];
    let chosen: GeoPackageLayer;
    try {
      const layers = listLayers(database, path);
      if (layers.length === 0)
        throw notRead(path, say("geoPackage.noLayers"), say("geoPackage.noLayers.hint", { path }));
      chosen = chooseLayer(path, layers, layer);
      features = await turns.run(readFeatures(database, chosen, diagnostics, path));
    } catch (cause) {
      turns.check(); // who ended it knows why
      throw notUnderstood(path, cause);
    } finally {
      database.close();
    }
    if (mayLackChanges) diagnostics.add("geoPackage.writeAhead", null);
    await placeFeatures(features, { path, definition: chosen.definition, crs, isNorthFirst, diagnostics }, turns);
    turns.finish();
    return toReading(features, diagnostics, ["geometry.curve"], options.datum);
  });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** @throws {CoverageError} unless there is one GeoPackage in the archive */
function* unpackGeoPackage(bytes: Uint8Array, maxBytes: number, path: string): Steps<Uint8Array> {
  const entries = listZipEntries(bytes, path).filter(({ name }) => /\.gpkg$/i.test(name));
  if (entries.length === 0) throw damaged(path, say("geoPackage.noneInZip"));
  const files = entries.map((entry) => ({ name: entry.name, count: null, entry }));
  return yield* unpackInSteps(bytes, chooseLayer(path, files, undefined).entry, maxBytes, path);
}

function* readFeatures(
  database: Database,
  layer: GeoPackageLayer,
  diagnostics: Diagnostics,
  path: string,
): Steps<FileFeature[]> {
  const statement = database.prepare(`SELECT * FROM ${quoted(layer.name)}`);
  const names = statement.getColumnNames();
  const geometryAt = names.findIndex((name) => name.toLowerCase() === layer.geometryColumn.toLowerCase());
  if (geometryAt < 0) throw damaged(path, say("geoPackage.noTable", { table: layer.geometryColumn }));
  // the key that programs give every row; other formats have none, and the same layer must read the same
  const properties = names.flatMap((name, at) =>
    at === geometryAt || /^(ogc_)?fid$/i.test(name) ? [] : [{ name, at }],
  );
  const binary = new WellKnownBinary(path);
  const features: FileFeature[] = [];
  let rowCount = 0;
  const pace = new Pace();
  while (statement.step()) {
    rowCount++;
    if (pace.isDue(names.length)) yield;
    const row = rowOf(statement);
    const geometry = readBlob(row[geometryAt], binary, path);
    if (geometry === "curve") {
      diagnostics.add("geometry.curve", null, String(row[0]));
      continue;
    }
    const own: Record<string, unknown> = {};
    for (const { name, at } of properties) setOwn(own, name, toValue(row[at] as SqlValue | bigint));
    features.push({ type: "Feature", properties: own, geometry });
  }
  statement.free();
  if (rowCount !== layer.count) throw damaged(path, say("gis.otherCount", { announced: layer.count, found: rowCount }));
  return features;
}

/** How rows are taken with whole numbers to the last digit: the types of the package do not know it. */
type GetRow = (parameters?: null, config?: { readonly useBigInt: boolean }) => (SqlValue | bigint)[];

/** Takes a row: once more, with whole numbers to the last digit, if one of them may have more digits than a number holds. */
function rowOf(statement: Statement): (SqlValue | bigint)[] {
  const get = statement.get as GetRow;
  const row = get.call(statement);
  const isLong = row.some((value) => typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER);
  return isLong ? get.call(statement, null, { useBigInt: true }) : row;
}

/** Bytes are nothing that can be read. */
function toValue(value: SqlValue | bigint): string | number | null {
  if (typeof value === "bigint") return toWholeNumber(value);
  return value instanceof Uint8Array ? null : value;
}

/** Lengths of the box in front of a geometry, by its code. */
const ENVELOPE_BYTES: readonly number[] = [0, 32, 48, 48, 64];
const EMPTY_FLAG = 0x10;
const EXTENDED_FLAG = 0x20;

function readBlob(
  blob: SqlValue | bigint | undefined,
  binary: WellKnownBinary,
  path: string,
): Geometry | null | "curve" {
  if (blob === null) return null;
  if (!(blob instanceof Uint8Array) || blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50)
    throw damaged(path, say("gis.geometryDamaged"));
  const flags = blob[3] as number;
  if ((flags & EMPTY_FLAG) !== 0) return null;
  if ((flags & EXTENDED_FLAG) !== 0) return "curve";
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (envelope === undefined) throw damaged(path, say("gis.geometryDamaged"));
  return binary.read(blob, 8 + envelope);
}
