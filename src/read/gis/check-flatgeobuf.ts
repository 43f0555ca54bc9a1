import type { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import { cutOff, damaged } from "./file-errors.js";
import { FlatTable, OutOfBounds } from "./flat-table.js";

const MAGIC = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62];
const HEADER_AT = 8;
/** As the format's own programs limit it. */
const MAX_HEADER_BYTES = 10_485_760;
const NODE_BYTES = 40;
const MAX_DEPTH = 16;
/** Fields of the header, of a feature, of a geometry, by their number in the format's schema. */
const HEADER = { columns: 7, featuresCount: 8, indexNodeSize: 9, crs: 10 } as const;
const FEATURE = { geometry: 0, properties: 1 } as const;
const GEOMETRY = { ends: 0, xy: 1, z: 2, m: 3, parts: 7 } as const;

/**
 * Holds every length and offset of a FlatGeobuf against its bytes, since the package that reads them never returns from a wrong one.
 *
 * @returns how many features it holds
 * @throws {CoverageError} DAMAGED_FILE
 * @see FlatGeobuf, specification 3
 */
export function checkFlatGeobuf(bytes: Uint8Array, path: string): number {
  try {
    return walk(bytes, path);
  } catch (cause) {
    throw cause instanceof OutOfBounds ? damaged(path, say("gis.offset")) : cause;
  }
}

function walk(bytes: Uint8Array, path: string): number {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw damaged(path, say("flatGeobuf.noMagic"));
  if (bytes.length < HEADER_AT + 4) throw cutOff(path, HEADER_AT + 4, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = HEADER_AT + 4 + view.getUint32(HEADER_AT, true);
  if (headerEnd > bytes.length) throw cutOff(path, headerEnd, bytes.length);
  if (headerEnd > MAX_HEADER_BYTES) throw damaged(path, say("flatGeobuf.header"));
  const header = FlatTable.root(view, HEADER_AT, headerEnd);
  for (const column of header.tables(HEADER.columns)) column.vector(0, 1);
  header.table(HEADER.crs)?.vector(4, 1);
  const announced = header.uint64(HEADER.featuresCount);
  let at = headerEnd + indexBytes(announced, header.uint16(HEADER.indexNodeSize, 16), bytes, headerEnd, path);
  let found = 0;
  while (at < bytes.length) {
    if (at + 4 > bytes.length) throw cutOff(path, at + 4, bytes.length);
    const next = at + 4 + view.getUint32(at, true);
    if (next > bytes.length) throw cutOff(path, next, bytes.length);
    checkFeature(FlatTable.root(view, at, next), view);
    at = next;
    found++;
  }
  if (announced !== 0 && announced !== found) throw otherCount(path, announced, found);
  return found;
}

/** The tree between header and features. */
function indexBytes(count: number, nodeSize: number, bytes: Uint8Array, headerEnd: number, path: string): number {
  if (nodeSize === 0) return 0;
  // of no features there is no tree, and of one that is announced nobody knows how large it is
  if (count === 0 && headerEnd < bytes.length) throw damaged(path, say("flatGeobuf.header"));
  if (count === 0) return 0;
  const size = Math.max(2, nodeSize);
  let level = count;
  let nodes = count;
  do {
    level = Math.ceil(level / size);
    nodes += level;
  } while (level > 1);
  if (headerEnd + nodes * NODE_BYTES > bytes.length) throw cutOff(path, headerEnd + nodes * NODE_BYTES, bytes.length);
  return nodes * NODE_BYTES;
}

function checkFeature(feature: FlatTable, view: DataView): void {
  feature.vector(FEATURE.properties, 1);
  const geometry = feature.table(FEATURE.geometry);
  if (geometry !== null) checkGeometry(geometry, view, 0);
}

function checkGeometry(geometry: FlatTable, view: DataView, depth: number): void {
  if (depth > MAX_DEPTH) throw new OutOfBounds();
  const points = (geometry.vector(GEOMETRY.xy, 8)?.length ?? 0) / 2;
  if (!Number.isInteger(points)) throw new OutOfBounds();
  geometry.vector(GEOMETRY.z, 8);
  geometry.vector(GEOMETRY.m, 8);
  const ends = geometry.vector(GEOMETRY.ends, 4);
  let last = 0;
  for (let i = 0; ends !== null && i < ends.length; i++) {
    const end = view.getUint32(ends.at + 4 * i, true);
    if (end < last || end > points) throw new OutOfBounds();
    last = end;
  }
  for (const part of geometry.tables(GEOMETRY.parts)) checkGeometry(part, view, depth + 1);
}

function otherCount(path: string, announced: number, found: number): CoverageError {
  return damaged(path, say("gis.otherCount", { announced, found }));
}
