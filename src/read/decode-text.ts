import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import { type ForeignFormat, foreignFormat } from "./foreign-format.js";

/** V8 holds texts of up to 2^29 - 24 characters; a character takes a byte at least. */
export const MAX_BYTES = 536_870_888;

/** Files that begin with these bytes are not text. */
const BINARY_FORMATS: readonly { readonly magic: readonly number[]; readonly format: ForeignFormat }[] = [
  { format: "gzip", magic: [0x1f, 0x8b] },
  { format: "zip", magic: [0x50, 0x4b, 0x03, 0x04] },
  { format: "zstd", magic: [0x28, 0xb5, 0x2f, 0xfd] },
  { format: "flatGeobuf", magic: [0x66, 0x67, 0x62, 0x03] },
  { format: "shapefile", magic: [0x00, 0x00, 0x27, 0x0a] },
  { format: "geoPackage", magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
  { format: "parquet", magic: [0x50, 0x41, 0x52, 0x31] },
  { format: "pbf", magic: [0x00, 0x00, 0x00] },
];

/**
 * Decodes the bytes of a text file: UTF-8, or UTF-16 if it begins with a byte order mark.
 *
 * @param path name of the file, for messages
 * @throws {CoverageError} INVALID_ENCODING naming the first byte that is wrong
 * @throws {CoverageError} UNKNOWN_FORMAT for packed and binary files
 * @throws {CoverageError} LIMIT_EXCEEDED for more than 536,870,888 bytes
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.length > MAX_BYTES) {
    throw new CoverageError(
      "LIMIT_EXCEEDED",
      say("text.tooLong", {
        path,
        bytesCount: bytes.length,
        most: MAX_BYTES,
      }),
      {
        path,
        hint: say("text.tooLong.hint"),
      },
    );
  }
  const binary = BINARY_FORMATS.find(({ magic }) => beginsWith(bytes, magic));
  if (binary !== undefined) throw foreignFormat(path, binary.format);
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isLittleEndian || isBigEndian) return decodeUtf16(isBigEndian ? swapPairs(bytes) : bytes, path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // passes over a byte order mark
  } catch {
    if (holdsZeros(bytes)) throw foreignFormat(path, "binary");
    throw notUtf8(bytes, findInvalidUtf8(bytes), { path, start: 0 });
  }
}

/** No text holds zeros, but UTF-16 and UTF-32 that do not say what they are. */
function holdsZeros(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).includes(0);
}

/** @param start of the bytes in the file */
export function notUtf8(
  bytes: Uint8Array,
  offset: number,
  { path, start }: { readonly path: string; readonly start: number },
): CoverageError {
  const found =
    offset < bytes.length
      ? say("text.byte", { offset: start + offset, byte: hex(bytes[offset]) })
      : say("text.cutCharacter");
  return new CoverageError("INVALID_ENCODING", say("text.notUtf8", { path, found }), {
    path,
    hint: say("text.notUtf8.hint", { path }),
  });
}

/** Tells whether a file begins with these bytes. */
export function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function decodeUtf16(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
  } catch {
    throw new CoverageError("INVALID_ENCODING", say("text.notUtf16", { path }), {
      path,
      hint: say("text.notUtf16.hint"),
    });
  }
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes, (_, i) => bytes[i ^ 1] ?? 0);
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, "0");
}

/** The offset of the first byte that cannot stand there in UTF-8; the length, if the text merely ends too early. */
export function findInvalidUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number;
    const count =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (count === -1) return i;
    for (let k = 1; k <= count; k++) {
      const byte = bytes[i + k];
      if (byte === undefined) return bytes.length;
      // overlong forms, surrogates and values beyond Unicode show in the second byte
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return i + k;
    }
    i += count + 1;
  }
  return bytes.length;
}
