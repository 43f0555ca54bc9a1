import { createHash, randomUUID } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";

const PIECE_BYTES = 2 ** 24;
/** How names of half-written files end. */
export const ASIDE = ".half";

/** Writes a file aside and moves it to its place, so that nobody reads half of it. */
export function writeAside(path: string, content: Uint8Array | string): void {
  const aside = `${path}.${randomUUID()}${ASIDE}`;
  try {
    writeFileSync(aside, content);
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** SHA-256 of bytes. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** SHA-256 of a file, which is read in pieces. */
export function hashOfFile(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  const piece = new Uint8Array(PIECE_BYTES);
  try {
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece))
      hash.update(piece.subarray(0, count));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** Reads a file of JSON; `null`: it is not there, or no JSON. */
export function readMaybe<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
