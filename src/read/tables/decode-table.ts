import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import { findInvalidUtf8, MAX_BYTES } from "../decode-text.js";
import { likelyEncoding } from "../encoding-names.js";

/**
 * Decodes the bytes of a text with separators: as its byte order mark says, else as the option says, else as UTF-8.
 *
 * Nothing is guessed: a text that is not UTF-8 is refused with the option that likely reads it, for spreadsheet programs write the encoding
 * of their language (in China GBK, of which GB18030 is the whole) and do not say so.
 *
 * @throws {CoverageError} INVALID_ENCODING, LIMIT_EXCEEDED
 */
export function decodeTable(bytes: Uint8Array, path: string, encoding: string | undefined): string {
  if (bytes.length > MAX_BYTES) {
    throw new CoverageError("LIMIT_EXCEEDED", say("table.tooLong", { path, bytes: bytes.length, most: MAX_BYTES }), {
      path,
      hint: say("table.tooLong.hint"),
    });
  }
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decode("utf-16le", bytes, path);
  if (first === 0xfe && second === 0xff) return decode("utf-16be", bytes, path);
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const text = decode(hasMark ? "utf-8" : (encoding ?? "utf-8"), bytes, path);
  // plain letters of UTF-16 are valid UTF-8: with a zero beside each
  if (encoding === undefined && !hasMark && text.includes("\0")) throw notUtf8(bytes, path, undefined);
  return text;
}

const HINTS = {
  gb18030: "table.notUtf8.hint",
  "windows-1252": "table.notUtf8Western.hint",
  "utf-16le": "table.utf16.hint",
  "utf-16be": "table.utf16Big.hint",
} as const;

function decode(encoding: string, bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes); // passes over a byte order mark
  } catch (cause) {
    if (encoding === "utf-8") throw notUtf8(bytes, path, cause);
    throw new CoverageError("INVALID_ENCODING", say("table.encoding", { path, encoding }), {
      path,
      hint: say("table.encoding.hint"),
      cause,
    });
  }
}

function notUtf8(bytes: Uint8Array, path: string, cause: unknown): CoverageError {
  const offset = findInvalidUtf8(bytes);
  const byte = (bytes[offset] ?? bytes.at(-1) ?? 0).toString(16).padStart(2, "0");
  return new CoverageError("INVALID_ENCODING", say("table.notUtf8", { path, offset, byte }), {
    path,
    hint: say(HINTS[likelyEncoding(bytes)], { path }),
    cause,
  });
}
