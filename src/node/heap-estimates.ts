import type { ShapefileParts } from "../read/gis/shapefile-parts.js";
import { listZipEntries } from "../read/gis/zip-directory.js";
import { isZip } from "../read/recognize-file.js";

/** What a run takes of the heap for each byte of the tables of a workbook, unpacked: measured on places with four columns. */
const HEAP_PER_BYTE_OF_SHEET = 7;
/** For each record of a Shapefile: measured on places with a few attributes, from reading to the report. */
const HEAP_PER_RECORD = 800;
/** For each byte of its shapes: a position of 16 bytes becomes a list of two numbers, twice. */
const HEAP_PER_BYTE_OF_SHAPES = 8;

const COUNT_AT = 4;
const FIRST_RECORD_AT = 100;
const RECORD_HEAD_BYTES = 8;

/** Estimates what a workbook takes of the heap, by how long its tables are when they are unpacked. */
export function heapOfWorkbook(bytes: Uint8Array, path: string): number {
  return HEAP_PER_BYTE_OF_SHEET * sheetBytes(bytes, path);
}

/** What is damaged is told by its reader. */
function sheetBytes(bytes: Uint8Array, path: string): number {
  if (!isZip(bytes)) return 0;
  try {
    const tables = listZipEntries(bytes, path).filter(({ name }) => /\.xml$/i.test(name));
    return tables.reduce((sum, { size }) => sum + size, 0);
  } catch {
    return 0;
  }
}

/** Estimates what a Shapefile takes of the heap, by its records and the positions of its shapes. */
export function heapOfShapefile({ shp, dbf }: ShapefileParts): number {
  return HEAP_PER_RECORD * recordsOf(shp, dbf) + HEAP_PER_BYTE_OF_SHAPES * shp.length;
}

/** As its table says; without one, as if all shapes were as long as the first. */
function recordsOf(shp: Uint8Array, dbf: Uint8Array | undefined): number {
  if (dbf !== undefined)
    return dbf.length < COUNT_AT + 4 ? 0 : new DataView(dbf.buffer, dbf.byteOffset).getUint32(COUNT_AT, true);
  if (shp.length < FIRST_RECORD_AT + RECORD_HEAD_BYTES) return 0;
  const words = new DataView(shp.buffer, shp.byteOffset).getInt32(FIRST_RECORD_AT + 4);
  return shp.length / (RECORD_HEAD_BYTES + 2 * Math.max(1, words));
}
