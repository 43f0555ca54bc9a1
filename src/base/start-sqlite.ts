import type { SqlJsStatic } from "sql.js";
import { CoverageError } from "./errors.js";
import { explainLoading } from "./optional-packages.js";
import { say } from "./texts/library.js";

/** Where SQLite's WebAssembly is: its address, or its bytes. */
export type SqliteSource = Uint8Array | ArrayBuffer | URL | string;

/** Loads SQLite as WebAssembly. @param user what needs it @throws {CoverageError} `PACKAGE_MISSING` */
export async function loadSqlite(user: string): Promise<typeof import("#sqlite")> {
  try {
    return await import("#sqlite");
  } catch (cause) {
    throw explainLoading(user, "sql.js", cause);
  }
}

/**
 * Starts SQLite.
 *
 * @param user what needs it
 * @param sqlite default: where the package finds it
 * @throws {CoverageError} `PACKAGE_MISSING`; `INVALID_ARGUMENT` when it does not start
 */
export async function startSqlite(user: string, sqlite: SqliteSource | undefined): Promise<SqlJsStatic> {
  const { default: start } = await loadSqlite(user);
  const isAddress = typeof sqlite === "string" || sqlite instanceof URL;
  try {
    return await start(
      isAddress ? { locateFile: () => String(sqlite) } : sqlite === undefined ? {} : { wasmBinary: sqlite },
    );
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CoverageError("INVALID_ARGUMENT", say("geoPackage.sqlite", { reason }), {
      path: "sqlite",
      hint: say("geoPackage.sqlite.hint"),
      cause,
    });
  }
}
