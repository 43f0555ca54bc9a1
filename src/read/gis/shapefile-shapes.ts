import type { Geometry, Position } from "geojson";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { BYTES_OF_STEP, ROWS_OF_STEP } from "../in-turns.js";
import { cutOff, damaged, notRead } from "./file-errors.js";
import { toPolygons } from "./group-rings.js";

/** A geometry of each record, in the order of the file; `null`: a null shape, or one without positions. */
export type Shapes = readonly (Geometry | null)[];

const HEADER_BYTES = 100;
const FILE_CODE = 9994;
const POINT = 1;
const LINE = 3;
const POLYGON = 5;
const MULTI_POINT = 8;
const MULTI_PATCH = 31;

/**
 * Reads the geometries of a `.shp`: points, lines, polygons and points of several, also with Z and M, which are passed over.
 *
 * The lengths that the file announces are held against the bytes that are there.
 *
 * @throws {CoverageError} DAMAGED_FILE for a file that is cut off or damaged; UNKNOWN_FORMAT for multipatches
 * @see Esri, ESRI Shapefile Technical Description, 1998
 */
export function* readShapes(bytes: Uint8Array, path: string): Steps<Shapes> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { end, kind } = readHeader(view, path);
  const shapes: (Geometry | null)[] = [];
  let at = HEADER_BYTES;
  let step = at;
  while (at < end) {
    if (at + 12 > end) throw cutOff(path, at + 12, end);
    const length = view.getUint32(at + 4, false) * 2;
    const next = at + 8 + length;
    if (length < 4 || next > end) throw cutOff(path, next, end);
    const own = kindOf(view.getUint32(at + 8, true), path);
    if (own !== 0 && own !== kind) throw damagedRecord(path, shapes.length);
    shapes.push(own === 0 ? null : readShape(view, own, at + 8, next, path, shapes.length));
    at = next;
    // large outlines count as many
    if (shapes.length % ROWS_OF_STEP !== 0 && at - step < BYTES_OF_STEP) continue;
    step = at;
    yield;
  }
  return shapes;
}

function readHeader(view: DataView, path: string): { readonly end: number; readonly kind: number } {
  if (view.byteLength < HEADER_BYTES) throw cutOff(path, HEADER_BYTES, view.byteLength);
  if (view.getUint32(0, false) !== FILE_CODE) throw damaged(path, say("shapefile.noShp"));
  const end = view.getUint32(24, false) * 2;
  if (end > view.byteLength) throw cutOff(path, end, view.byteLength);
  if (end < HEADER_BYTES) throw damaged(path, say("shapefile.headerDamaged"));
  return { end, kind: kindOf(view.getUint32(32, true), path) };
}

/** The kind without Z and M, 0 = null shape. */
function kindOf(code: number, path: string): number {
  if (code === MULTI_PATCH) throw notRead(path, say("shapefile.multiPatch"), say("shapefile.multiPatch.hint"));
  const kind = code % 10;
  const isKnown = code === 0 || (code < 30 && [POINT, LINE, POLYGON, MULTI_POINT].includes(kind));
  if (!isKnown) throw damaged(path, say("shapefile.kind", { code }));
  return kind;
}

function readShape(view: DataView, kind: number, from: number, to: number, path: string, row: number): Geometry | null {
  if (kind === POINT) {
    if (from + 20 > to) throw damagedRecord(path, row);
    return { type: "Point", coordinates: positionAt(view, from + 4) };
  }
  const isMultiPoint = kind === MULTI_POINT;
  const partsAt = from + (isMultiPoint ? 40 : 44);
  if (partsAt > to) throw damagedRecord(path, row);
  const partCount = isMultiPoint ? 0 : view.getUint32(from + 36, true);
  const pointCount = view.getUint32(partsAt - 4, true);
  const pointsAt = partsAt + 4 * partCount;
  if (pointsAt + 16 * pointCount > to) throw damagedRecord(path, row);
  if (pointCount === 0) return null;
  if (isMultiPoint) return { type: "MultiPoint", coordinates: positionsAt(view, pointsAt, 0, pointCount) };
  const starts = Array.from({ length: partCount }, (_, part) => view.getUint32(partsAt + 4 * part, true));
  starts.push(pointCount);
  const isAscending = starts[0] === 0 && starts.every((start, i) => i === 0 || start >= (starts[i - 1] as number));
  if (!isAscending || partCount === 0) throw damagedRecord(path, row);
  const parts = starts
    .slice(1)
    .map((end, part) => positionsAt(view, pointsAt, starts[part] as number, end))
    .filter((part) => part.length > 0);
  return kind === LINE ? toLines(parts) : toPolygons(parts);
}

function toLines(parts: Position[][]): Geometry {
  const [first = []] = parts;
  return parts.length === 1
    ? { type: "LineString", coordinates: first }
    : { type: "MultiLineString", coordinates: parts };
}

function positionsAt(view: DataView, pointsAt: number, first: number, end: number): Position[] {
  const positions: Position[] = [];
  for (let i = first; i < end; i++) positions.push(positionAt(view, pointsAt + 16 * i));
  return positions;
}

function positionAt(view: DataView, at: number): Position {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
}

function damagedRecord(path: string, row: number): Error {
  return damaged(path, say("shapefile.record", { record: row + 1 }));
}
