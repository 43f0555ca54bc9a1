import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";

/** Options of `readGeoJsonFile`. */
export interface ReadFileOptions {
  /**
   * Longest content, in bytes, counted while a `.gz` file is unpacked. Default: 4 GiB, the most that Node.js 20 holds in one piece; 1 GiB
   * for what tells no size (a pipe, a device).
   */
  readonly maxBytes?: number;
}

/** Longest content of a file, in bytes. */
export const MAX_CONTENT_BYTES: number = 2 ** 32;
/** What tells no size beforehand (a pipe, a device) is held twice for a moment: 1 GiB is enough. */
const MAX_STREAM_BYTES = 2 ** 30;
const STREAM_PART_BYTES = 2 ** 20;
/** Node.js reads less than 2 GiB at once. */
const PART_BYTES = 2 ** 30;

/** A file that was read: what it holds, and how it lies on the disk. The same bytes, where it is not packed. */
export interface FileContent {
  readonly bytes: Uint8Array;
  readonly onDisk: Uint8Array;
}

/**
 * Reads the bytes of one file, unpacked if they begin like gzip.
 *
 * @throws {CoverageError} `FILE_MISSING`, `FILE_UNREADABLE`, `LIMIT_EXCEEDED`; `INVALID_ENCODING` for damaged gzip
 */
export function readFileContent(path: string, { maxBytes = MAX_CONTENT_BYTES }: ReadFileOptions = {}): FileContent {
  const onDisk = readBytes(path, maxBytes);
  return { bytes: unpackIfGzip(onDisk, path, maxBytes), onDisk };
}

/** Unpacks what begins like gzip. @throws {CoverageError} `LIMIT_EXCEEDED`, `INVALID_ENCODING` */
export function unpackIfGzip(bytes: Uint8Array, path: string, maxBytes: number): Uint8Array {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? unpack(bytes, path, maxBytes) : bytes;
}

function readBytes(path: string, maxBytes: number): Uint8Array {
  try {
    const found = statSync(path);
    // what has no end tells no size: pipes, devices, files of the kernel
    if (!found.isDirectory() && !(found.isFile() && found.size > 0))
      return readToItsEnd(path, Math.min(maxBytes, MAX_STREAM_BYTES));
    if (found.size > maxBytes) throw tooLong(path, maxBytes);
    return found.size < PART_BYTES ? readFileSync(path) : readInParts(path, found.size);
  } catch (error) {
    throw error instanceof CoverageError ? error : cannotRead(path, error);
  }
}

/** Reads what does not tell its size, and may have no end. */
function readToItsEnd(path: string, maxBytes: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const file = openSync(path, "r");
  try {
    for (;;) {
      const part = new Uint8Array(STREAM_PART_BYTES);
      const count = readSync(file, part);
      if (count === 0) return Buffer.concat(parts, length);
      length += count;
      if (length > maxBytes) throw tooLong(path, maxBytes);
      // small parts come from pipes: none keeps more than it holds
      parts.push(count === part.length ? part : part.slice(0, count));
    }
  } finally {
    closeSync(file);
  }
}

function readInParts(path: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  const file = openSync(path, "r");
  try {
    let at = 0;
    for (let count = 1; count > 0 && at < size; at += count)
      count = readSync(file, bytes, at, Math.min(PART_BYTES, size - at), at);
    return bytes.subarray(0, at);
  } finally {
    closeSync(file);
  }
}

function unpack(bytes: Uint8Array, path: string, maxBytes: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (codeOf(error) === "ERR_BUFFER_TOO_LARGE") throw tooLong(path, maxBytes);
    throw new CoverageError("INVALID_ENCODING", say("file.damagedGzip", { path, error: messageOf(error) }), {
      path,
      hint: say("file.damagedGzip.hint"),
      cause: error,
    });
  }
}

function cannotRead(path: string, cause: unknown): CoverageError {
  const code = codeOf(cause);
  if (code === "ENOENT" || code === "ENOTDIR") {
    const isUrl = /^[a-z]+:\/\//i.test(path);
    const hint = isUrl ? say("file.remote.hint") : say("file.missing.hint", { folder: process.cwd() });
    return new CoverageError("FILE_MISSING", say("file.missing", { path }), { path, hint, cause });
  }
  if (code === "EISDIR" && /\.gdb[/\\]*$/i.test(path))
    return new CoverageError("UNKNOWN_FORMAT", say("file.isGeodatabase", { path }), {
      path,
      hint: say("file.isGeodatabase.hint", { path }),
      cause,
    });
  if (code === "EISDIR")
    return new CoverageError("FILE_UNREADABLE", say("file.isFolder", { path }), {
      path,
      hint: say("file.isFolder.hint"),
      cause,
    });
  if (code === "EACCES" || code === "EPERM")
    return new CoverageError("FILE_UNREADABLE", say("file.forbidden", { path }), {
      path,
      hint: say("file.forbidden.hint"),
      cause,
    });
  return new CoverageError("FILE_UNREADABLE", say("file.unreadable", { path, cause: messageOf(cause) }), {
    path,
    hint: say("file.unreadable.hint"),
    cause,
  });
}

function tooLong(path: string, maxBytes: number): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say("file.tooLarge", { path, maxBytes }), {
    path,
    hint: say("file.tooLarge.hint"),
  });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
