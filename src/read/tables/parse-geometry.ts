import type { Geometry } from "geojson";
import { CoverageError } from "../../base/errors.js";
import { WellKnownBinary } from "../gis/well-known-binary.js";
import { parseWkt, type WktGeometry } from "./parse-wkt.js";

/** A point has 21 bytes. */
const HEXADECIMAL = /^(?:\\x)?(0[01][0-9a-f]{40,})$/i;
const SRID_FLAG = 0x20000000;
/** How many lists are around the positions of each kind. */
const DEPTHS: ReadonlyMap<unknown, number> = new Map([
  ["Point", 0],
  ["LineString", 1],
  ["MultiPoint", 1],
  ["Polygon", 2],
  ["MultiLineString", 2],
  ["MultiPolygon", 3],
]);

/**
 * Reads the geometry of a cell as databases write it: well-known text, well-known binary in hexadecimal digits (PostGIS), or
 * GeoJSON. `null` = it is none.
 */
export function parseGeometry(text: string): WktGeometry | null {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) return parseGeoJson(trimmed);
  const [, digits] = HEXADECIMAL.exec(trimmed) ?? [];
  return digits === undefined ? parseWkt(text) : parseHexadecimal(digits);
}

function parseHexadecimal(digits: string): WktGeometry | null {
  if (digits.length % 2 === 1) return null;
  const bytes = Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16),
  );
  const isLittleEndian = bytes[0] === 1;
  const view = new DataView(bytes.buffer);
  const hasSrid = (view.getUint32(1, isLittleEndian) & SRID_FLAG) !== 0;
  try {
    const geometry = new WellKnownBinary("").read(bytes, 0);
    return geometry === "curve" ? null : { geometry, srid: hasSrid ? view.getUint32(5, isLittleEndian) : null };
  } catch (error) {
    if (error instanceof CoverageError) return null;
    throw error;
  }
}

function parseGeoJson(text: string): WktGeometry | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { type, coordinates } = value as { readonly type?: unknown; readonly coordinates?: unknown };
  const depth = DEPTHS.get(type);
  if (depth === undefined || !isNested(coordinates, depth)) return null;
  return { geometry: { type, coordinates } as Geometry, srid: null };
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.length > 0 && value.every((inner) => isNested(inner, depth - 1));
  return typeof value[0] === "number" && typeof value[1] === "number";
}
