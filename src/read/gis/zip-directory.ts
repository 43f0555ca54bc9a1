import { Inflate } from "fflate";
import { CoverageError } from "../../base/errors.js";
import { atOnce, type Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { beyondLimit, cutOff, damaged, notRead } from "./file-errors.js";

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
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 1;
const BIG = 0xffffffff;
const MAX_ENTRIES = 100_000;
/** Bytes that are handed to the decoder at once: what it gives back is counted in between. */
const CHUNK = 1 << 16;

/**
 * Lists the files of a zip archive by its central directory, without folders and what macOS adds.
 *
 * @throws {CoverageError} DAMAGED_FILE for an archive that is cut off, has no directory, or two files of one name
 * @see PKWARE, APPNOTE.TXT 6.3.10, 2022
 */
export function listZipEntries(bytes: Uint8Array, path: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw damaged(path, say("zip.noDirectory"));
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === BIG || count === 0xffff) throw notRead(path, say("zip.large"), say("zip.large.hint"));
  const entries: ZipEntry[] = [];
  for (let i = 0; i < Math.min(count, MAX_ENTRIES); i++) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged(path, say("zip.directoryDamaged"));
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged(path, say("zip.directoryDamaged"));
    const flags = view.getUint16(at + 8, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & UTF8_FLAG) !== 0);
    const entry = {
      name: name.replaceAll("\\", "/"),
      size: view.getUint32(at + 24, true),
      packedSize: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      isEncrypted: (flags & ENCRYPTED_FLAG) !== 0,
      headerAt: view.getUint32(at + 42, true),
    };
    at = next;
    if (!isFolderOrExtra(entry.name)) entries.push(entry);
  }
  // of two files of one name nobody knows which is meant
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw damaged(path, say("zip.directoryDamaged"));
  return entries;
}

function isFolderOrExtra(name: string): boolean {
  return name.endsWith("/") || /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name);
}

/** The record at the end, behind which stands at most a comment. */
function findEnd(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--)
    if (view.getUint32(at, true) === END_SIGNATURE && at + 22 + view.getUint16(at + 20, true) <= view.byteLength)
      return at;
  return -1;
}

/** Without the mark of UTF-8 names are GBK in China; macOS writes UTF-8 without it, which a character of three bytes shows. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  const hasLong = bytes.some((byte) => byte >= 0xe0);
  for (const label of isUtf8 || hasLong ? ["utf-8", "gb18030"] : ["gb18030", "utf-8"])
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding may fit
    }
  return new TextDecoder("windows-1252").decode(bytes);
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

/** As {@link unpackEntry}, in steps that tell the byte of the archive they have come to. */
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
  const start = packed.byteOffset;
  let length = 0;
  const decoder = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged(where, say("zip.longer", { size }));
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      decoder.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
      yield packed.byteOffset - start + at;
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
