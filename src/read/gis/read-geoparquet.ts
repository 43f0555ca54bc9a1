import type { Geometry } from "geojson";
import type { Compressors, FileMetaData } from "hyparquet";
import { Diagnostics } from "../../base/diagnostics.js";
import { guardLive } from "../../base/guard-call.js";
import { setOwn } from "../../base/json-object.js";
import { explainLoading } from "../../base/optional-packages.js";
import type { Steps } from "../../base/steps.js";
import { GIS_FINDINGS } from "../../base/texts/diagnostics/gis.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import { say } from "../../base/texts/files.js";
import type { FeatureReading } from "../../model/input.js";
import { ROWS_OF_STEP, Turns } from "../in-turns.js";
import { openProjection } from "../projections/open-projection.js";
import type { Cell } from "../tables/read-cell.js";
import { readTable } from "../tables/read-table.js";
import type { Table } from "../tables/table.js";
import type { TableReadOptions } from "../tables/table-options.js";
import { checkFooter, checkPages } from "./check-parquet.js";
import { damaged, notUnderstood } from "./file-errors.js";
import { findGeometryColumn, type GeometryColumn, markUntypedGeometries } from "./geometry-column.js";
import { checkGisInput, type GisReadOptions, MAX_BYTES } from "./gis-options.js";
import { isNativeEncoding, readNativeGeometry } from "./native-geometry.js";
import { type FileFeature, placeFeatures } from "./place-features.js";
import { toReading } from "./to-reading.js";
import { WellKnownBinary } from "./well-known-binary.js";
import { toWholeNumber } from "./whole-number.js";

/** Compressions that the reader of Parquet has not inside. */
const EXTRA_CODECS: readonly string[] = ["GZIP", "BROTLI", "ZSTD", "LZ4", "LZ4_RAW"];

/**
 * Reads a GeoParquet file as longitude and latitude: geometries as well-known binary or as lists of coordinates. Without geometries it
 * takes columns of longitude and latitude.
 *
 * Its lengths are checked before, and its rows are counted after. Needs the package `hyparquet`; files packed by gzip, brotli, zstd
 * or lz4 also `hyparquet-compressors`, projected ones `proj4`.
 *
 * With `signal` or `onProgress` it reads in turns with whatever else is to be done; but the package reads a row group at one go: where a file is
 * one group of hundreds of thousands of rows, some tenths of a second. In Node, `readInWorker` is ended at once.
 *
 * @throws {CoverageError} DAMAGED_FILE, UNKNOWN_FORMAT, PROJECTED_COORDINATES, SWAPPED_COORDINATES, UNSUPPORTED_CRS, LIMIT_EXCEEDED,
 *   PACKAGE_MISSING, INVALID_ARGUMENT
 * @see OGC 24-013, GeoParquet 1.1.0, 2024
 */
export async function readGeoParquet(bytes: Uint8Array, options: GisReadOptions = {}): Promise<FeatureReading> {
  return await guardLive("readGeoParquet", [bytes, options], async () => {
    checkGisInput(bytes, options);
    const { path = "GeoParquet", crs, maxBytes = MAX_BYTES } = options;
    const isNorthFirst = options.axes === "north-first";
    checkFooter(bytes, path);
    const diagnostics = new Diagnostics({ ...TABLE_FINDINGS, ...GIS_FINDINGS });
    const turns = new Turns(options, bytes.length);
    const { metadata, rows, untyped } = await readRows(bytes, maxBytes, path, turns);
    const found = findGeometryColumn(metadata, path);
    const column = untyped === null || found === null ? found : untypedColumn(found, rows);
    if (column === null) {
      const ownOptions = await tableOptionsOf(options, path);
      return await turns.run(readTable(toTable(rows, path), ownOptions, diagnostics));
    }
    const features = await turns.run(toFeatures(rows, column, diagnostics, path));
    await placeFeatures(features, { path, definition: column.definition, crs, isNorthFirst, diagnostics }, turns);
    turns.finish();
    return toReading(features, diagnostics, ["geometry.curve"], options.datum);
  });
}

type Row = Readonly<Record<string, unknown>>;

const INHERITED = "__proto__";
const STAND_IN = "\u0000proto";

/** The package makes objects of rows, and of a column of this name the prototype of them. @param metadata changed */
function hideInherited({ schema, row_groups }: FileMetaData): void {
  for (const element of schema) if (element.name === INHERITED) element.name = STAND_IN;
  for (const { columns } of row_groups)
    for (const { meta_data } of columns)
      if (meta_data !== undefined)
        meta_data.path_in_schema = meta_data.path_in_schema.map((name) => (name === INHERITED ? STAND_IN : name));
}

async function readRows(
  bytes: Uint8Array,
  maxBytes: number,
  path: string,
  turns: Turns,
): Promise<{ readonly metadata: FileMetaData; readonly rows: readonly Row[]; readonly untyped: string | null }> {
  const { parquetMetadata, parquetReadObjects } = await loadParquet();
  try {
    const metadata = parquetMetadata(bytes);
    checkPages(bytes, metadata, maxBytes, path);
    hideInherited(metadata);
    const untyped = markUntypedGeometries(metadata, path);
    const file = {
      byteLength: bytes.length,
      // a copy: bytes of Node may lie in the middle of a larger buffer
      slice: (from: number, to?: number) => new Uint8Array(bytes.subarray(from, to)).buffer,
    };
    // geometries stay bytes: the own reader checks their lengths
    const parsers = { geometryFromBytes: (own: Uint8Array) => own, geographyFromBytes: (own: Uint8Array) => own };
    const compressors = await compressorsFor(metadata);
    const rows: Row[] = [];
    // group by group: each is taken at one go
    for (const { num_rows: rowCount } of metadata.row_groups) {
      const rowStart = rows.length;
      const rowEnd = rowStart + Number(rowCount);
      const group = await parquetReadObjects({ file, metadata, parsers, compressors, rowStart, rowEnd });
      for (const row of group) rows.push(row);
      await turns.pause(Math.floor((bytes.length * rows.length) / Math.max(1, Number(metadata.num_rows))));
    }
    const announced = Number(metadata.num_rows);
    if (rows.length !== announced) throw damaged(path, say("gis.otherCount", { announced, found: rows.length }));
    return { metadata, rows, untyped };
  } catch (cause) {
    turns.check(); // who ended it knows why
    throw notUnderstood(path, cause);
  }
}

/** Bytes that are called a geometry: well-known binary begins with 0 or 1, and text with a letter. It does not say its system. */
function untypedColumn(column: GeometryColumn, rows: readonly Row[]): GeometryColumn | null {
  const first = rows.map((row) => row[column.name]).find((value) => value instanceof Uint8Array);
  const isBinary = !(first instanceof Uint8Array) || (first[0] ?? 0) <= 1;
  return isBinary ? { ...column, definition: null } : null;
}

function* toFeatures(
  rows: readonly Row[],
  { name, encoding, covering }: GeometryColumn,
  diagnostics: Diagnostics,
  path: string,
): Steps<FileFeature[]> {
  const isNative = isNativeEncoding(encoding);
  if (!isNative && encoding !== "WKB")
    throw damaged(path, say("parquet.encoding", { encoding: encoding.slice(0, 40) }));
  const hidden = new Set([name, ...covering]);
  const binary = new WellKnownBinary(path);
  const features: FileFeature[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_OF_STEP === 0) yield;
    const value = row[name];
    const geometry = isNative ? readNativeGeometry(value, encoding) : readBytes(value, binary);
    if (geometry === undefined) throw damaged(path, say("gis.geometryDamaged"));
    if (geometry === "curve") diagnostics.add("geometry.curve", null, String(i + 1));
    else features.push({ type: "Feature", properties: toProperties(row, hidden), geometry });
  }
  return features;
}

function readBytes(value: unknown, binary: WellKnownBinary): Geometry | null | "curve" | undefined {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array && value.length === 0) return null; // nothing, as some programs write it
  return value instanceof Uint8Array ? binary.read(value, 0) : undefined;
}

/** Without geometries it is a table as any other. */
function toTable(rows: readonly Row[], path: string): Table {
  const keys = Object.keys(rows[0] ?? {});
  const toCell = (value: unknown): Cell => {
    const plain = value instanceof Uint8Array ? new TextDecoder().decode(value) : toValue(value);
    return typeof plain === "object" && plain !== null ? JSON.stringify(plain) : (plain as Cell);
  };
  return {
    header: keys.map((key) => (key === STAND_IN ? INHERITED : key)),
    rows: rows.map((row, i) => ({ cells: keys.map((name) => toCell(row[name])), number: i + 1 })),
    path,
  };
}

async function tableOptionsOf({ crs, datum, axes }: GisReadOptions, path: string): Promise<TableReadOptions> {
  return {
    path,
    ...(datum === undefined ? {} : { datum }),
    ...(axes === undefined ? {} : { axes }),
    ...(crs === undefined ? {} : { projection: await openProjection(crs, path) }),
  };
}

function toProperties(row: Row, hidden: ReadonlySet<string>): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const key of Object.keys(row))
    if (!hidden.has(key)) setOwn(properties, key === STAND_IN ? INHERITED : key, toValue(row[key]));
  return properties;
}

function toValue(value: unknown): unknown {
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "bigint") return toWholeNumber(value);
  if (isMoment(value)) return value.toISOString();
  if (value instanceof Uint8Array || value === undefined) return null;
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, toValue(own)]));
}

/** A day or a time, as the package gives them. */
function isMoment(value: unknown): value is { readonly toISOString: () => string } {
  return typeof value === "object" && value !== null && "toISOString" in value;
}

async function compressorsFor({ row_groups }: FileMetaData): Promise<Compressors> {
  const needsMore = row_groups.some(({ columns }) =>
    columns.some(({ meta_data }) => EXTRA_CODECS.includes(meta_data?.codec ?? "")),
  );
  if (!needsMore) return {};
  try {
    const { compressors } = await import("hyparquet-compressors");
    return Object.fromEntries(Object.entries(compressors).map(([codec, unpack]) => [codec, orNothing(unpack)]));
  } catch (cause) {
    throw explainLoading("readGeoParquet", "hyparquet-compressors", cause);
  }
}

/** A page without a value is packed to a byte or two, which not every unpacker takes. */
function orNothing(unpack: (input: Uint8Array, length: number) => Uint8Array): typeof unpack {
  return (input, length) => (length === 0 ? new Uint8Array(0) : unpack(input, length));
}

async function loadParquet(): Promise<typeof import("hyparquet/src/index.js")> {
  try {
    return await import("hyparquet/src/index.js"); // without what it has for Node alone
  } catch (cause) {
    throw explainLoading("readGeoParquet", "hyparquet", cause);
  }
}
