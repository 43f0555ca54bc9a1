import type { ShapefileParts } from "../read/gis/shapefile-parts.js";
import type { ZipEntry } from "../read/gis/zip-directory.js";

/** What a run takes of the heap for each byte of the tables of a workbook, unpacked: measured on places with four columns. */
const HEAP_PER_BYTE_OF_SHEET = 7;
/**
 * For each record of a Shapefile, and each byte of its shapes and of its table: measured from reading to the report on places, points and cells
 * of people, and buildings (`bench/heap-of-shapefiles.ts`), which took no more, and no less than half.
 */
const HEAP_PER_RECORD = 540;
const HEAP_PER_BYTE_OF_SHAPES = 7;
const HEAP_PER_BYTE_OF_TABLE = 2;

const COUNT_AT = 4;
const FIRST_RECORD_AT = 100;
const RECORD_HEAD_BYTES = 8;

/** Estimates what a workbook takes of the heap, by how long its tables are when they are unpacked. */
export function heapOfWorkbook(entries: readonly ZipEntry[]): number {
  const tables = entries.filter(({ name }) => /\.xml$/i.test(name));
  return HEAP_PER_BYTE_OF_SHEET * tables.reduce((sum, { size }) => sum + size, 0);
}

/** Estimates what a Shapefile takes of the heap, by its records and the positions of its shapes. */
export function heapOfShapefile({ shp, dbf }: ShapefileParts): number {
  const bytes = HEAP_PER_BYTE_OF_SHAPES * shp.length + HEAP_PER_BYTE_OF_TABLE * (dbf?.length ?? 0);
  return HEAP_PER_RECORD * recordsOf(shp, dbf) + bytes;
}

/** As its table says; without one, as if all shapes were as long as the first. */
function recordsOf(shp: Uint8Array, dbf: Uint8Array | undefined): number {
  if (dbf !== undefined)
    return dbf.length < COUNT_AT + 4 ? 0 : new DataView(dbf.buffer, dbf.byteOffset).getUint32(COUNT_AT, true);
  if (shp.length < FIRST_RECORD_AT + RECORD_HEAD_BYTES) return 0;
  const words = new DataView(shp.buffer, shp.byteOffset).getInt32(FIRST_RECORD_AT + 4);
  return shp.length / (RECORD_HEAD_BYTES + 2 * Math.max(1, words));
}
