import { checksumOf } from "../../base/checksum.js";
import { say } from "../../base/texts/files.js";
import { beyondLimit, damaged } from "./file-errors.js";
import { decodeZipName } from "./zip-names.js";

/** One file of a zip archive. */
export interface ZipEntry {
  /** With its folders, parted by `/`. */
  readonly name: string;
  /** Bytes when unpacked, as the directory says: checked while unpacking. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly crc: number;
  readonly isEncrypted: boolean;
  /** Where its own header begins. */
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const ENTRY_SIGNATURE = 0x02014b50;
/** In front of each file. */
export const HEADER_SIGNATURE: number = 0x04034b50;
const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 1;
/** What stands where the number itself is in the fields of Zip64. */
const BIG = 0xffffffff;
const ZIP64_FIELD = 1;
/** Info-ZIP's name in UTF-8, beside one in whatever encoding. */
const UNICODE_NAME_FIELD = 0x7075;
/** Systems whose names are UTF-8: Unix and macOS. */
const UNIX = [3, 19];
const MAX_ENTRIES = 100_000;

/**
 * Lists the files of a zip archive by its central directory, Zip64 too, without folders and what macOS adds.
 *
 * @throws {CoverageError} DAMAGED_FILE for an archive that is cut off, has no directory, or two files of one name; LIMIT_EXCEEDED for one
 *   of more than 100,000 files
 * @see PKWARE, APPNOTE.TXT 6.3.10, 2022
 */
export function listZipEntries(bytes: Uint8Array, path: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, from, end } = findDirectory(view, path);
  if (count > MAX_ENTRIES) throw beyondLimit(path, say("zip.files"), count, MAX_ENTRIES);
  let at = from;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged(path, say("zip.directoryDamaged"));
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged(path, say("zip.directoryDamaged"));
    const fields = extraFields(view, nameEnd, nameEnd + view.getUint16(at + 30, true));
    const flags = view.getUint16(at + 8, true);
    const rawName = bytes.subarray(at + 46, nameEnd);
    const name =
      unicodeName(rawName, fields) ??
      decodeZipName(rawName, (flags & UTF8_FLAG) !== 0, bytes[at + 5] === UNIX[0] || bytes[at + 5] === UNIX[1]);
    const [size, packedSize, headerAt] = sizesOf(view, at, fields.get(ZIP64_FIELD), path);
    const entry = {
      name: name.replaceAll("\\", "/"),
      size,
      packedSize,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
      headerAt,
    };
    at = next;
    if (!isFolderOrExtra(entry.name)) entries.push(entry);
  }
  // of two files of one name nobody knows which is meant
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw damaged(path, say("zip.sameName"));
  assertApart(view, entries, from, path);
  return entries;
}

/** Data that several files share are written to unpack to more than an archive could hold. @throws {CoverageError} DAMAGED_FILE */
function assertApart(view: DataView, entries: readonly ZipEntry[], directoryAt: number, path: string): void {
  const places = entries.map(({ headerAt, packedSize }) => ({ from: headerAt, end: headerAt + 30 + packedSize }));
  places.sort((a, b) => a.from - b.from);
  for (const [i, { from, end }] of places.entries()) {
    // where a header is not there at all, whoever unpacks the file says so
    const isHeader = from + 30 <= view.byteLength && view.getUint32(from, true) === HEADER_SIGNATURE;
    const names = isHeader ? view.getUint16(from + 26, true) + view.getUint16(from + 28, true) : 0;
    const next = places[i + 1]?.from ?? directoryAt;
    if (isHeader && end + names > next && end + names <= view.byteLength) throw damaged(path, say("zip.overlap"));
  }
}

function isFolderOrExtra(name: string): boolean {
  return name.endsWith("/") || /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(name);
}

interface Directory {
  readonly count: number;
  readonly from: number;
  /** Where it ends at the latest. */
  readonly end: number;
}

/** Finds the directory by the record at the end; where its numbers do not hold it, by the record of Zip64 in front of that. */
function findDirectory(view: DataView, path: string): Directory {
  const end = findEnd(view, path);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const from = view.getUint32(end + 16, true);
  const locator = end - 20;
  const isPlain = from !== BIG && count !== 0xffff && size !== BIG;
  // 65,535 files, and no Zip64
  if (isPlain || locator < 0 || view.getUint32(locator, true) !== LOCATOR64_SIGNATURE) {
    assertNoOtherEnd(view, from + size, end, path);
    return { count, from, end };
  }
  const end64 = readLong(view, locator + 8, path);
  if (end64 + 56 > locator || view.getUint32(end64, true) !== END64_SIGNATURE)
    throw damaged(path, say("zip.directoryDamaged"));
  return { count: readLong(view, end64 + 32, path), from: readLong(view, end64 + 48, path), end: end64 };
}

/** The record at the end, behind which stands at most a comment. @throws {CoverageError} DAMAGED_FILE for none, and for two */
function findEnd(view: DataView, path: string): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  const found: number[] = [];
  for (let at = view.byteLength - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      found.push(at);
  // bytes that were added behind it are passed over, if no comment ends where the file does
  const exact = found.filter((at) => at + 22 + view.getUint16(at + 20, true) === view.byteLength);
  const [end = found[0]] = exact;
  if (end === undefined) throw damaged(path, say("zip.noDirectory"));
  if (exact.length > 1) throw damaged(path, say("zip.twoEnds"));
  return end;
}

/** One program would read an archive with two ends by the one, another by the other. */
function assertNoOtherEnd(view: DataView, from: number, end: number, path: string): void {
  for (let at = Math.max(from, end - 22 - 0xffff); at + 4 <= end; at++)
    if (view.getUint32(at, true) === END_SIGNATURE) throw damaged(path, say("zip.twoEnds"));
}

/** A whole number of 64 bits. @throws {CoverageError} DAMAGED_FILE where no file is that long */
function readLong(view: DataView, at: number, path: string): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw damaged(path, say("zip.directoryDamaged"));
  return value;
}

/** The fields behind a name, by their ids; what does not fit any more is none. */
function extraFields(view: DataView, from: number, end: number): ReadonlyMap<number, DataView> {
  const fields = new Map<number, DataView>();
  for (let at = from; at + 4 <= end; ) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > end) break;
    fields.set(view.getUint16(at, true), new DataView(view.buffer, view.byteOffset + at + 4, length));
    at += 4 + length;
  }
  return fields;
}

/** Size, packed size and place of the header: the field of Zip64 holds, in this order, those that do not fit. */
function sizesOf(view: DataView, at: number, field: DataView | undefined, path: string): [number, number, number] {
  let used = 0;
  const read = (value: number): number => {
    if (value !== BIG || field === undefined) return value;
    if (used + 8 > field.byteLength) throw damaged(path, say("zip.directoryDamaged"));
    used += 8;
    return readLong(field, used - 8, path);
  };
  return [
    read(view.getUint32(at + 24, true)),
    read(view.getUint32(at + 20, true)),
    read(view.getUint32(at + 42, true)),
  ];
}

/** The name in UTF-8 that archivers put beside one of another encoding, if it is of this one: its checksum says so. */
function unicodeName(raw: Uint8Array, fields: ReadonlyMap<number, DataView>): string | null {
  const field = fields.get(UNICODE_NAME_FIELD);
  if (field === undefined || field.byteLength < 5 || field.getUint8(0) !== 1) return null;
  if (field.getUint32(1, true) !== checksumOf(raw)) return null;
  return new TextDecoder().decode(new Uint8Array(field.buffer, field.byteOffset + 5, field.byteLength - 5));
}
