import { Inflate } from "fflate";
import { type RasterLayout, rowBytes } from "./raster-layout.js";
import { unpackLzw } from "./unpack-lzw.js";

/** What is wrong with a strip or a tile. */
export class DamagedBlock extends Error {}

const CHUNK = 1 << 15;

/**
 * Unpacks a strip or tile, up to the size it has.
 *
 * @param unpackZstd unpacks Zstandard; `null`: the raster is not packed by it
 * @throws {DamagedBlock} for bytes that unpack to more, or not at all
 */
export function unpackBlock(
  packed: Uint8Array,
  compression: number,
  size: number,
  unpackZstd: ((packed: Uint8Array) => Uint8Array) | null,
): Uint8Array {
  if (compression === 5) {
    const bytes = unpackLzw(packed, size);
    if (bytes === null) throw new DamagedBlock("LZW");
    return bytes;
  }
  if (compression === 8 || compression === 32946) return unpackDeflate(packed, size);
  if (compression === 32773) return unpackBits(packed, size);
  if (compression !== 50000 || unpackZstd === null) return packed.length > size ? packed.slice(0, size) : packed;
  const announced = zstdContentSize(packed);
  if (announced === undefined || announced > size) throw new DamagedBlock("Zstandard");
  const bytes = unpackOrThrow(packed, unpackZstd);
  if (bytes.length > size) throw new DamagedBlock("Zstandard");
  return bytes.slice();
}

function unpackOrThrow(packed: Uint8Array, unpack: (packed: Uint8Array) => Uint8Array): Uint8Array {
  try {
    return unpack(packed);
  } catch (cause) {
    throw new DamagedBlock("Zstandard", { cause });
  }
}

/** Deflate between two bytes that say so and a checksum. @see RFC 1950 */
function unpackDeflate(packed: Uint8Array, size: number): Uint8Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < 7 || (view.getUint8(0) & 15) !== 8 || view.getUint16(0) % 31 !== 0)
    throw new DamagedBlock("Deflate");
  const content = packed.subarray(2, packed.length - 4);
  const output = new Uint8Array(size);
  let length = 0;
  const decoder = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new DamagedBlock("Deflate");
    output.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < content.length; at += CHUNK)
      decoder.push(content.subarray(at, at + CHUNK), at + CHUNK >= content.length);
  } catch (cause) {
    throw cause instanceof DamagedBlock ? cause : new DamagedBlock("Deflate", { cause });
  }
  const bytes = output.subarray(0, length);
  if (view.getUint32(packed.length - 4) !== adler32(bytes)) throw new DamagedBlock("Deflate");
  return bytes;
}

/** The checksum behind Deflate. @see RFC 1950 */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; at += 3800) {
    const end = Math.min(bytes.length, at + 3800);
    for (let i = at; i < end; i++) {
      a += bytes[i] as number;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

/** @see Adobe, TIFF Revision 6.0, section 9, 1992 */
function unpackBits(packed: Uint8Array, size: number): Uint8Array {
  const output = new Uint8Array(size);
  let written = 0;
  for (let at = 0; at < packed.length && written < size; ) {
    const head = packed[at++] as number;
    if (head === 128) continue;
    const count = head < 128 ? head + 1 : 257 - head;
    const source = head < 128 ? count : 1;
    if (written + count > size || at + source > packed.length) throw new DamagedBlock("PackBits");
    if (head < 128) output.set(packed.subarray(at, at + count), written);
    else output.fill(packed[at] as number, written, written + count);
    at += source;
    written += count;
  }
  return output.subarray(0, written);
}

/** How long a frame says that its content is; 0: it does not say; `undefined`: it is no frame. @see RFC 8878 */
function zstdContentSize(packed: Uint8Array): number | undefined {
  if (packed.length < 18) return packed.length >= 5 ? 0 : undefined;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (view.getUint32(0, true) !== 0xfd2fb528) return undefined;
  const descriptor = view.getUint8(4);
  const isSingle = (descriptor & 32) !== 0;
  const at = 5 + (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] as number);
  const kind = descriptor >> 6;
  if (kind === 0) return isSingle ? view.getUint8(at) : 0;
  if (kind === 1) return view.getUint16(at, true) + 256;
  return kind === 2 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}

/** Undoes in place what was done to the samples before packing, in the order of bytes of the file. */
export function undoPredictor(block: Uint8Array, layout: RasterLayout): void {
  const { predictor, bytesPerSample, isInterleaved, bandCount, isLittleEndian } = layout;
  if (predictor === 1) return;
  const step = isInterleaved ? bandCount : 1;
  const width = rowBytes(layout);
  for (let at = 0; at + width <= block.length; at += width) {
    const row = block.subarray(at, at + width);
    if (predictor === 2) addUp(row, step, bytesPerSample, isLittleEndian);
    else sortBytes(row, step, bytesPerSample, isLittleEndian);
  }
}

/** Every sample is the difference to the one before of its band: whole numbers that run over. */
function addUp(row: Uint8Array, step: number, size: number, isLittleEndian: boolean): void {
  for (let at = step * size; at + size <= row.length; at += size) {
    let carry = 0;
    for (let i = 0; i < size; i++) {
      const byte = isLittleEndian ? i : size - 1 - i;
      const sum = (row[at + byte] as number) + (row[at + byte - step * size] as number) + carry;
      row[at + byte] = sum & 255;
      carry = sum >> 8;
    }
  }
}

/** The highest bytes of all samples stand first, then the second ones, and each is the difference to the one before. */
function sortBytes(row: Uint8Array, step: number, size: number, isLittleEndian: boolean): void {
  for (let i = step; i < row.length; i++) row[i] = ((row[i] as number) + (row[i - step] as number)) & 255;
  const copy = row.slice();
  const count = row.length / size;
  for (let sample = 0; sample < count; sample++)
    for (let byte = 0; byte < size; byte++)
      row[sample * size + (isLittleEndian ? size - 1 - byte : byte)] = copy[byte * count + sample] as number;
}
