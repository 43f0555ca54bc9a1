import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";

/**
 * Writes one file: aside first, then moved to its place, so that no reader sees half of it.
 *
 * @throws {CoverageError} `CANNOT_WRITE`, also if it is there and `overwrite` is false
 */
export function writeTextFile(path: string, text: string, overwrite: boolean): void {
  assertFree(path, overwrite);
  const aside = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(aside, text);
      renameSync(aside, path);
    } finally {
      rmSync(aside, { force: true });
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CoverageError("CANNOT_WRITE", say("file.cannotWrite", { path, reason }), {
      path,
      hint: say("file.cannotWrite.hint"),
      cause,
    });
  }
}

/** @throws {CoverageError} `CANNOT_WRITE` if the file is there and may not be replaced */
export function assertFree(path: string, overwrite: boolean): void {
  if (overwrite || !existsSync(path)) return;
  throw new CoverageError("CANNOT_WRITE", say("file.exists", { path }), {
    path,
    hint: say("file.exists.hint"),
  });
}
