import { Inflate } from "fflate";
import { checksumOf } from "../../base/checksum.js";
import { CoverageError } from "../../base/errors.js";
import { atOnce, type Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { BYTES_OF_STEP } from "../in-turns.js";
import { beyondLimit, cutOff, damaged, notRead } from "./file-errors.js";
import { HEADER_SIGNATURE, type ZipEntry } from "./zip-directory.js";

/** Bytes that are handed to the decoder at once: what it gives back is counted in between. */
const CHUNK = 1 << 16;

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
  let checksum = 0;
  for (let at = 0; at < content.length; at += BYTES_OF_STEP) {
    checksum = checksumOf(content.subarray(at, at + BYTES_OF_STEP), checksum);
    yield;
  }
  if (checksum !== entry.crc) throw damaged(where, say("zip.checksum"));
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
