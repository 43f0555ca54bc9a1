import type { Database as SqliteDatabase } from "sql.js";
import { type SqliteSource, startSqlite } from "../../base/start-sqlite.js";
import { say } from "../../base/texts/files.js";
import { cutOff, damaged, notUnderstood } from "./file-errors.js";

const MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;
const WRITE_VERSION_AT = 18;
/** Changes are written into a second file first. */
const WRITE_AHEAD = 2;

/** A database in memory, and whether a part of it may lie in a file beside it. */
export interface OpenDatabase {
  readonly database: SqliteDatabase;
  readonly mayLackChanges: boolean;
}

/**
 * Opens a database that lies in memory.
 *
 * @throws {CoverageError} DAMAGED_FILE for what is no SQLite, or cut off; PACKAGE_MISSING; INVALID_ARGUMENT when SQLite does not start
 */
export async function openSqlite(
  bytes: Uint8Array,
  sqlite: SqliteSource | undefined,
  path: string,
): Promise<OpenDatabase> {
  checkHeader(bytes, path);
  const { Database } = await startSqlite("readGeoPackage", sqlite);
  const mayLackChanges = bytes[WRITE_VERSION_AT] === WRITE_AHEAD;
  try {
    return { database: new Database(mayLackChanges ? withoutLog(bytes) : bytes), mayLackChanges };
  } catch (cause) {
    throw notUnderstood(path, cause);
  }
}

/** In memory there is no second file: what is in this one is read as it is. */
function withoutLog(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[WRITE_VERSION_AT] = 1;
  copy[WRITE_VERSION_AT + 1] = 1;
  return copy;
}

function checkHeader(bytes: Uint8Array, path: string): void {
  if (bytes.length < HEADER_BYTES) throw cutOff(path, HEADER_BYTES, bytes.length);
  if ([...MAGIC].some((character, i) => bytes[i] !== character.charCodeAt(0)))
    throw damaged(path, say("geoPackage.noDatabase"));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageSize = view.getUint16(16, false) === 1 ? 65_536 : view.getUint16(16, false);
  // a count that does not belong to the last change is not kept up by old programs
  const isCounted = view.getUint32(24, false) === view.getUint32(92, false);
  const needed = pageSize * view.getUint32(28, false);
  if (isCounted && needed > bytes.length) throw cutOff(path, needed, bytes.length);
}
