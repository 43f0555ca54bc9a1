import type { FileMetaData } from "hyparquet";
import { isJsonObject } from "../../base/json-object.js";
import { say } from "../../base/texts/files.js";
import { damaged } from "./file-errors.js";

/** Where a Parquet file keeps its geometries. */
export interface GeometryColumn {
  readonly name: string;
  /** `WKB`, or one of lists of `{ x, y }`. */
  readonly encoding: string;
  /** The coordinate system; `null`: it is said to be undefined. Where a file does not say, it is WGS 84 by the standard. */
  readonly definition: string | object | null;
  /** Columns that only repeat where the geometries are. */
  readonly covering: readonly string[];
}

const WGS84 = "OGC:CRS84";

/**
 * Finds the column of geometries: by the `geo` metadata of GeoParquet 1, else by the type of the column (GeoParquet 2).
 *
 * @returns `null`: the file has none
 * @throws {CoverageError} DAMAGED_FILE for metadata that are no JSON, or name a column that is not there
 */
export function findGeometryColumn(metadata: FileMetaData, path: string): GeometryColumn | null {
  const text = metadata.key_value_metadata?.find(({ key }) => key === "geo")?.value;
  if (text !== undefined) return ofMetadata(text, metadata, path);
  const typed = metadata.schema.find(
    ({ logical_type }) => logical_type?.type === "GEOMETRY" || logical_type?.type === "GEOGRAPHY",
  );
  if (typed === undefined) return null;
  const crs = typed.logical_type !== undefined && "crs" in typed.logical_type ? typed.logical_type.crs : undefined;
  return { name: typed.name, encoding: "WKB", definition: crs ?? WGS84, covering: [] };
}

/** What columns are called that hold geometries as bytes, where nothing else says it. */
const NAMES: ReadonlySet<string> = new Set(["geom", "geometry", "the_geom", "wkb", "wkb_geometry", "shape"]);

/**
 * Finds a column of bytes that nobody says is of geometries, but that is called so, and says it: then its bytes stay bytes.
 *
 * @returns its name; `null`: there is none, or the file has geometries that say what they are
 */
export function markUntypedGeometries(metadata: FileMetaData, path: string): string | null {
  if (findGeometryColumn(metadata, path) !== null) return null;
  const found = metadata.schema.find(
    ({ name, type, logical_type, converted_type }) =>
      type === "BYTE_ARRAY" &&
      logical_type === undefined &&
      converted_type === undefined &&
      NAMES.has(name.toLowerCase()),
  );
  if (found === undefined) return null;
  found.logical_type = { type: "GEOMETRY" };
  return found.name;
}

function ofMetadata(text: string, metadata: FileMetaData, path: string): GeometryColumn {
  let geo: unknown;
  try {
    geo = JSON.parse(text);
  } catch (cause) {
    throw damaged(path, say("parquet.geo"), cause);
  }
  const columns = isJsonObject(geo) && isJsonObject(geo.columns) ? geo.columns : {};
  const name = isJsonObject(geo) && typeof geo.primary_column === "string" ? geo.primary_column : "geometry";
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!isJsonObject(column) || typeof column.encoding !== "string" || !metadata.schema.some((one) => one.name === name))
    throw damaged(path, say("parquet.geo"));
  const { crs = WGS84, encoding } = column;
  const definition = typeof crs === "string" || isJsonObject(crs) ? crs : null;
  return { name, encoding, definition, covering: coveringOf(column) };
}

/** `{ covering: { bbox: { xmin: ["bbox", "xmin"] } } }` */
function coveringOf({ covering }: Readonly<Record<string, unknown>>): string[] {
  const box = isJsonObject(covering) && isJsonObject(covering.bbox) ? Object.values(covering.bbox) : [];
  return box.flatMap((one) => (Array.isArray(one) && typeof one[0] === "string" ? [one[0]] : []));
}
