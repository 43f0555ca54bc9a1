import { unzlibSync } from "fflate";
import { PbfReader } from "pbf";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import { DamagedBytes } from "./packed-numbers.js";

/** Unpacks zlib bytes into as many as are told: with Node, `(bytes, size) => zlib.inflateSync(bytes, { maxOutputLength: size })`. */
export type Inflate = (bytes: Uint8Array, size: number) => Uint8Array;

/** The limits of the format. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOB_BYTES = 32 * 1024 * 1024;
/** How blobs may be packed, by the number of the field. */
const RAW = 1;
const RAW_SIZE = 2;
const ZLIB = 3;
const FOREIGN_PACKING: Readonly<Record<number, string>> = { 4: "lzma", 5: "bzip2", 6: "lz4", 7: "zstd" };
const BYTES = 2;

/** A blob of a file, still packed. */
export interface Blob {
  /** `OSMHeader`, `OSMData`; others are passed over. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Where its header begins in the file. */
  readonly offset: number;
}

/**
 * Lists the blobs of a file.
 *
 * @param path name of the file, for messages
 * @throws {CoverageError} `UNKNOWN_FORMAT` if it does not begin as a file of this kind; `INVALID_ENCODING` if it is cut off or
 *   damaged; `LIMIT_EXCEEDED` for a header above 64 KiB or a blob above 32 MiB
 */
export function listBlobs(bytes: Uint8Array, path: string): Blob[] {
  const blobs: Blob[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let offset = 0; offset < bytes.length; ) {
    const start = offset + 4;
    if (start > bytes.length) throw cutOff(path, offset);
    const headerSize = view.getUint32(offset);
    if (headerSize > MOST_HEADER_BYTES) {
      if (blobs.length === 0) throw notPbf(path);
      throw tooLarge(path, offset, headerSize, MOST_HEADER_BYTES);
    }
    const end = start + headerSize;
    if (end > bytes.length) throw blobs.length === 0 && headerSize > 64 ? notPbf(path) : cutOff(path, offset);
    const header = guarded(path, offset, () => readHeader(bytes.subarray(start, end)));
    if (blobs.length === 0 && header.type !== "OSMHeader") throw notPbf(path);
    if (header.size > MOST_BLOB_BYTES) throw tooLarge(path, offset, header.size, MOST_BLOB_BYTES);
    if (end + header.size > bytes.length) throw cutOff(path, offset);
    blobs.push({ type: header.type, bytes: bytes.subarray(end, end + header.size), offset });
    offset = end + header.size;
  }
  if (blobs.length === 0) throw notPbf(path);
  return blobs;
}

function readHeader(bytes: Uint8Array): { readonly type: string; readonly size: number } {
  const reader = new PbfReader(bytes);
  let type = "";
  let size = -1;
  while (reader.pos < bytes.length) {
    const tag = reader.readVarint();
    if (tag === ((1 << 3) | BYTES)) type = reader.readString();
    else if (tag === 3 << 3) size = reader.readVarint();
    else reader.skip(tag);
  }
  if (reader.pos !== bytes.length || !(size >= 0)) throw new DamagedBytes();
  return { type, size };
}

/**
 * Unpacks a blob.
 *
 * @throws {CoverageError} `UNKNOWN_FORMAT` if it is packed in a way that is not read: lz4, lzma, zstd; `INVALID_ENCODING` if it is
 *   damaged; `LIMIT_EXCEEDED` if it holds more than 32 MiB
 */
export function unpackBlob({ bytes, offset }: Blob, path: string, inflate: Inflate = inflateChecked): Uint8Array {
  return guarded(path, offset, () => {
    const reader = new PbfReader(bytes);
    let size: number | null = null;
    let content: Uint8Array | null = null;
    let isPacked = false;
    while (reader.pos < bytes.length) {
      const tag = reader.readVarint();
      const packing = FOREIGN_PACKING[tag >>> 3];
      if (tag === RAW_SIZE << 3) size = reader.readVarint();
      else if (packing !== undefined && (tag & 7) === BYTES) throw foreignPacking(path, packing);
      else if (tag === ((RAW << 3) | BYTES) || tag === ((ZLIB << 3) | BYTES)) {
        isPacked = tag >>> 3 === ZLIB;
        const length = reader.readVarint();
        content = bytes.subarray(reader.pos, reader.pos + length);
        reader.pos += length;
      } else reader.skip(tag);
    }
    if (reader.pos !== bytes.length || content === null) throw new DamagedBytes();
    if (!isPacked) return content;
    if (size === null) throw new DamagedBytes();
    if (size > MOST_BLOB_BYTES) throw tooLarge(path, offset, size, MOST_BLOB_BYTES);
    const unpacked = inflate(content, size);
    if (unpacked.length !== size) throw new DamagedBytes();
    return unpacked;
  });
}

/** Inflates, and checks what `fflate` does not: the sum at the end. */
function inflateChecked(bytes: Uint8Array, size: number): Uint8Array {
  const unpacked = unzlibSync(bytes, { out: new Uint8Array(size) });
  const end = bytes.length;
  if (end < 6) throw new DamagedBytes();
  const sum = ((bytes[end - 4] << 24) | (bytes[end - 3] << 16) | (bytes[end - 2] << 8) | bytes[end - 1]) >>> 0;
  if (adler32(unpacked) !== sum) throw new DamagedBytes();
  return unpacked;
}

/** So many bytes can be added up before the sums pass 2^32. */
const MOST_UNREDUCED = 5552;
const MODULUS = 65_521;

/** @see RFC 1950, 1996, section 9 */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let start = 0; start < bytes.length; start += MOST_UNREDUCED) {
    const end = Math.min(bytes.length, start + MOST_UNREDUCED);
    for (let i = start; i < end; i++) {
      a += bytes[i];
      b += a;
    }
    a %= MODULUS;
    b %= MODULUS;
  }
  return b * 65_536 + a;
}

/** Runs what reads bytes: whatever it throws that is not ours means that they are damaged. */
export function guarded<T>(path: string, offset: number, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof CoverageError) throw cause;
    throw new CoverageError("INVALID_ENCODING", say("osm.damaged", { path, offset }), {
      path,
      hint: say("osm.damaged.hint"),
      cause,
    });
  }
}

function notPbf(path: string): CoverageError {
  return new CoverageError("UNKNOWN_FORMAT", say("osm.notPbf", { path }), { path, hint: say("osm.notPbf.hint") });
}

function cutOff(path: string, offset: number): CoverageError {
  return new CoverageError("INVALID_ENCODING", say("osm.cutOff", { path, offset }), {
    path,
    hint: say("osm.damaged.hint"),
  });
}

function tooLarge(path: string, offset: number, size: number, most: number): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say("osm.blobTooLarge", { path, offset, size, most }), {
    path,
    hint: say("osm.damaged.hint"),
  });
}

function foreignPacking(path: string, packing: string): CoverageError {
  return new CoverageError("UNKNOWN_FORMAT", say("osm.packing", { path, packing }), {
    path,
    hint: say("osm.packing.hint"),
  });
}
