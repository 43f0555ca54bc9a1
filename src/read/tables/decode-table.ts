import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import { findInvalidUtf8, MAX_BYTES } from "../decode-text.js";
import type { CsvReadOptions } from "./table-options.js";

/**
 * Decodes the bytes of a text with separators: as its byte order mark says, else as the option says, else as UTF-8.
 *
 * Nothing is guessed: a text that is not UTF-8 is refused with the option that reads it, for spreadsheet programs in China write
 * GBK (of which GB18030 is the whole) and do not say so.
 *
 * @throws {CoverageError} INVALID_ENCODING, LIMIT_EXCEEDED
 */
export function decodeTable(bytes: Uint8Array, path: string, encoding: CsvReadOptions["encoding"]): string {
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
  return decode(hasMark ? "utf-8" : (encoding ?? "utf-8"), bytes, path);
}

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
    hint: say("table.notUtf8.hint", { path }),
    cause,
  });
}
