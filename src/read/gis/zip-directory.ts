import { Inflate } from "fflate";
import { CoverageError } from "../../base/errors.js";
import { atOnce, type Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { beyondLimit, cutOff, damaged, notRead } from "./file-errors.js";
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
const HEADER_SIGNATURE = 0x04034b50;
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
/** Bytes that are handed to the decoder at once: what it gives back is counted in between. */
const CHUNK = 1 << 16;

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
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw damaged(path, say("zip.directoryDamaged"));
  return entries;
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
  const end = findEnd(view);
  if (end < 0) throw damaged(path, say("zip.noDirectory"));
  const plain = { count: view.getUint16(end + 10, true), from: view.getUint32(end + 16, true), end };
  if (plain.from !== BIG && plain.count !== 0xffff && view.getUint32(end + 12, true) !== BIG) return plain;
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64_SIGNATURE) return plain; // 65,535 files, and no Zip64
  const end64 = readLong(view, locator + 8, path);
  if (end64 + 56 > locator || view.getUint32(end64, true) !== END64_SIGNATURE)
    throw damaged(path, say("zip.directoryDamaged"));
  return { count: readLong(view, end64 + 32, path), from: readLong(view, end64 + 48, path), end: end64 };
}

/** The record at the end, behind which stands at most a comment. */
function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  return -1;
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

/**
 * Unpacks one file of an archive and checks its checksum.
 *
 * @param maxBytes most bytes that may come out, counted as they come: what the directory says is not believed
 * @throws {CoverageError} DAMAGED_FILE, LIMIT_EXCEEDED; UNKNOWN_FORMAT for what is encrypted or packed in another way
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, maxBytes: number, path: string): Uint8Array {
  return atOnce(unpackInSteps(bytes, entry, maxBytes, path));
}

/** As {@link unpackEntry}, in steps that tell the byte of the packed file they have come to. */
export function* unpackInSteps(bytes: Uint8Array, entry: ZipEntry, maxBytes: number, path: string): Steps<Uint8Array> {
  const where = `${path}/${entry.name}`;
  if (entry.isEncrypted) throw notRead(where, say("zip.encrypted"), say("zip.encrypted.hint"));
  if (entry.size > maxBytes) throw beyondLimit(where, say("zip.unpackedBytes"), entry.size, maxBytes);
  const packed = packedBytes(bytes, entry, where);
  if (entry.method !== 0 && entry.method !== 8)
    throw notRead(where, say("zip.method", { method: entry.method }), say("zip.method.hint"));
  const content = entry.method === 0 ? packed : yield* inflate(packed, entry.size, where);
  if (content.length !== entry.size) throw cutOff(where, entry.size, content.length);
  yield;
  if (checksumOf(content) !== entry.crc) throw damaged(where, say("zip.checksum"));
  return content;
}

function packedBytes(bytes: Uint8Array, { headerAt, packedSize }: ZipEntry, where: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== HEADER_SIGNATURE)
    throw damaged(where, say("zip.directoryDamaged"));
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (from + packedSize > bytes.length) throw cutOff(where, from + packedSize, bytes.length);
  return bytes.subarray(from, from + packedSize);
}

function* inflate(packed: Uint8Array, size: number, where: string): Steps<Uint8Array> {
  // a byte of Deflate stands for 1032 at most: a directory that says more would only take memory
  if (size > packed.length * 1032 + 64) throw damaged(where, say("zip.longer", { size }));
  const content = new Uint8Array(size);
  let length = 0;
  const decoder = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged(where, say("zip.longer", { size }));
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      decoder.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
      yield at;
    }
  } catch (cause) {
    throw cause instanceof CoverageError ? cause : damaged(where, say("zip.packedDamaged"), cause);
  }
  return content.subarray(0, length);
}

/** CRC-32 as in ISO 3309. */
export function checksumOf(bytes: Uint8Array): number {
  const table = CRC_TABLE;
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (table[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

const CRC_TABLE: Int32Array = /* @__PURE__ */ Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
