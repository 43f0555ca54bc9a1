import type { Geometry, Position } from "geojson";

/** How deep the lists of each native encoding of GeoParquet are, and what they are in GeoJSON. */
const ENCODINGS: Readonly<Record<string, { readonly depth: number; readonly type: string }>> = {
  point: { depth: 0, type: "Point" },
  linestring: { depth: 1, type: "LineString" },
  polygon: { depth: 2, type: "Polygon" },
  multipoint: { depth: 1, type: "MultiPoint" },
  multilinestring: { depth: 2, type: "MultiLineString" },
  multipolygon: { depth: 3, type: "MultiPolygon" },
};

/** Tells whether an encoding is one of lists of `{ x, y }`. */
export function isNativeEncoding(encoding: string): boolean {
  return Object.hasOwn(ENCODINGS, encoding.toLowerCase());
}

/**
 * Makes a geometry of nested lists of `{ x, y }`.
 *
 * @returns `null` for an empty one; `undefined` for what is no such geometry
 */
export function readNativeGeometry(value: unknown, encoding: string): Geometry | null | undefined {
  const { depth, type } = ENCODINGS[encoding.toLowerCase()] ?? { depth: 0, type: "" };
  if (value === null || value === undefined) return null;
  const coordinates = toCoordinates(value, depth);
  if (coordinates === undefined) return undefined;
  const isEmpty = depth > 0 ? (coordinates as unknown[]).length === 0 : Number.isNaN((coordinates as Position)[0]);
  return isEmpty ? null : ({ type, coordinates } as Geometry);
}

function toCoordinates(value: unknown, depth: number): unknown {
  if (depth > 0) {
    if (!Array.isArray(value)) return undefined;
    const inner = value.map((one) => toCoordinates(one, depth - 1));
    return inner.includes(undefined) ? undefined : inner;
  }
  if (typeof value !== "object" || value === null || !("x" in value) || !("y" in value)) return undefined;
  const { x, y } = value;
  return typeof x === "number" && typeof y === "number" ? [x, y] : undefined;
}
