import { zipSync } from "fflate";
import type { Position } from "geojson";

/** A column of a table: its name as bytes, kind and width. */
export interface FieldDraft {
  readonly name: Uint8Array | string;
  readonly type: "C" | "N" | "D" | "L";
  readonly length: number;
}

/** A record: parts of positions (a point has one of one), or `null` for a null shape; its cells; whether it is deleted. */
export interface RecordDraft {
  readonly parts: readonly (readonly Position[])[] | null;
  readonly cells?: readonly (string | Uint8Array)[];
  readonly isDeleted?: boolean;
}

const bytesOf = (text: string | Uint8Array) => (typeof text === "string" ? new TextEncoder().encode(text) : text);

/** Writes a `.shp`: 1 points, 3 lines, 5 polygons, 8 several points; 10 more: with Z, 20 more: with M. */
export function writeShp(kind: number, records: readonly RecordDraft[]): Uint8Array {
  const contents = records.map(({ parts }) => writeShape(parts === null ? 0 : kind, parts ?? []));
  const size = 100 + contents.reduce((sum, own) => sum + 8 + own.length, 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, size / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, kind, true);
  let at = 100;
  for (const [i, content] of contents.entries()) {
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, content.length / 2);
    bytes.set(content, at + 8);
    at += 8 + content.length;
  }
  return bytes;
}

function writeShape(kind: number, parts: readonly (readonly Position[])[]): Uint8Array {
  const plain = kind % 10;
  const points = parts.flat();
  const extra = kind > 20 ? 8 : kind > 10 ? 16 : 0;
  if (kind === 0 || plain === 1) {
    const bytes = new Uint8Array(kind === 0 ? 4 : 20 + extra);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, kind, true);
    for (const [i, value] of (points[0] ?? []).slice(0, 2).entries()) view.setFloat64(4 + 8 * i, value, true);
    return bytes;
  }
  const head = plain === 8 ? 40 : 44 + 4 * parts.length;
  const bytes = new Uint8Array(head + points.length * 16 + (extra / 8) * (16 + 8 * points.length));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, kind, true);
  if (plain !== 8) view.setInt32(36, parts.length, true);
  view.setInt32(plain === 8 ? 36 : 40, points.length, true);
  let first = 0;
  for (const [i, part] of parts.entries()) {
    if (plain !== 8) view.setInt32(44 + 4 * i, first, true);
    first += part.length;
  }
  for (const [i, [x = 0, y = 0]] of points.entries()) {
    view.setFloat64(head + 16 * i, x, true);
    view.setFloat64(head + 16 * i + 8, y, true);
  }
  return bytes;
}

/** Writes a `.dbf`. @param languageDriver byte 29 */
export function writeDbf(
  fields: readonly FieldDraft[],
  records: readonly RecordDraft[],
  languageDriver = 0,
): Uint8Array {
  const headerLength = 33 + 32 * fields.length;
  const rowLength = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(headerLength + rowLength * records.length + 1).fill(0x20, headerLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 3);
  view.setUint32(4, records.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, rowLength, true);
  view.setUint8(29, languageDriver);
  for (const [i, { name, type, length }] of fields.entries()) {
    bytes.set(bytesOf(name).subarray(0, 10), 32 + 32 * i);
    view.setUint8(32 + 32 * i + 11, type.charCodeAt(0));
    view.setUint8(32 + 32 * i + 16, length);
  }
  view.setUint8(headerLength - 1, 0x0d);
  for (const [row, { cells = [], isDeleted = false }] of records.entries()) {
    let at = headerLength + rowLength * row;
    bytes[at++] = isDeleted ? 0x2a : 0x20;
    for (const [i, { length }] of fields.entries()) {
      bytes.set(bytesOf(cells[i] ?? "").subarray(0, length), at);
      at += length;
    }
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** Packs files as a zip archive. */
export function pack(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, own]) => [name, bytesOf(own)])));
}

/** 社区 名称 学校, in GBK. */
export const GBK: Readonly<Record<"community" | "name" | "school", Uint8Array>> = {
  community: Uint8Array.of(0xc9, 0xe7, 0xc7, 0xf8),
  name: Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6),
  school: Uint8Array.of(0xd1, 0xa7, 0xd0, 0xa3),
};

/** CGCS2000, 3-degree Gauss-Krüger around 105° E, as ArcGIS writes it. */
export const GAUSS_KRUEGER_105 =
  'PROJCS["CGCS2000_3_Degree_GK_CM_105E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
