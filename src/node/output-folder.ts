import { createHash } from "node:crypto";
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";

/** What is written into a file: at once, or in pieces, because one text holds half a gigabyte at most. */
export type FileContent = string | Uint8Array | Iterable<string>;

/** A file that was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const LOCK_NAME = ".quarterhour.lock";
const ASIDE = ".quarterhour-";
const LOCK_TRIES = 600;
const LOCK_PAUSE_MS = 100;
/** Folders of processes that cannot be asked (of another machine, of version 0.1.0) are left for a day. */
const ABANDONED_MS = 86_400_000;
/** Pieces are gathered to so many characters before they are written. */
const PIECE_LENGTH = 2 ** 20;

/**
 * Holds the files of one run aside until all are there, and then puts them into the folder, at once as far as a file system can.
 *
 * While that happens no other run writes there (a lock), and the folder has no manifest: whoever finds one finds the files that it
 * lists. What a killed run left aside is removed by the next.
 */
export class OutputFolder {
  readonly #directory: string;
  readonly #aside: string;
  /** The first of the folders that had to be made. */
  readonly #made: string | undefined;
  readonly #files: WrittenFile[] = [];

  constructor(directory: string) {
    this.#directory = directory;
    this.#made = mkdirSync(directory, { recursive: true });
    removeAbandoned(directory);
    this.#aside = mkdtempSync(join(directory, `${ASIDE}${ownerName()}-`));
  }

  /** What was written, in that order. */
  get files(): readonly WrittenFile[] {
    return this.#files;
  }

  /** Writes a file aside. */
  add(name: string, content: FileContent): void {
    this.#files.push({ name, ...writeFile(join(this.#aside, name), content) });
  }

  /**
   * Puts all files in their places, the last one (the manifest) last.
   *
   * @param assertStillFree is asked once more when nobody else can write there
   * @param earlier files of an earlier run that this one did not write, to be removed
   */
  async putInPlace(assertStillFree: () => void, earlier: () => readonly string[]): Promise<void> {
    const release = await lock(this.#directory);
    try {
      assertStillFree();
      const last = this.#files.at(-1)?.name;
      const leftovers = earlier();
      if (last !== undefined) rmSync(join(this.#directory, last), { force: true });
      for (const name of leftovers) rmSync(join(this.#directory, name), { force: true });
      for (const { name } of this.#files) renameSync(join(this.#aside, name), join(this.#directory, name));
    } finally {
      release();
    }
  }

  /** Removes what is aside, and the folders that were made for nothing. */
  close(): void {
    rmSync(this.#aside, { recursive: true, force: true });
    for (let path = resolve(this.#directory); this.#made !== undefined; path = dirname(path)) {
      try {
        rmdirSync(path); // only if it is empty
      } catch {
        return;
      }
      if (path === resolve(this.#made)) return;
    }
  }
}

function writeFile(path: string, content: FileContent): { readonly bytes: number; readonly sha256: string } {
  const hash = createHash("sha256");
  const file = openSync(path, "wx");
  let bytes = 0;
  const write = (piece: string | Uint8Array) => {
    const buffer = typeof piece === "string" ? Buffer.from(piece) : piece;
    hash.update(buffer);
    for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at, Math.min(buffer.length - at, 2 ** 30));
    bytes += buffer.length;
  };
  try {
    if (typeof content === "string" || content instanceof Uint8Array) write(content);
    else for (const piece of gatherPieces(content)) write(piece);
  } finally {
    closeSync(file);
  }
  return { bytes, sha256: hash.digest("hex") };
}

/** Joins small pieces of a text to larger ones. */
export function* gatherPieces(pieces: Iterable<string>): Generator<string> {
  let gathered = "";
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < PIECE_LENGTH) continue;
    yield gathered;
    gathered = "";
  }
  yield gathered;
}

/** Waits until no other run writes into a folder, a minute at most. @returns what lets the next one write */
async function lock(directory: string): Promise<() => void> {
  const path = join(directory, LOCK_NAME);
  const own = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  writeFileSync(own, ownerName());
  try {
    for (let tries = 0; tries < LOCK_TRIES; tries++) {
      try {
        linkSync(own, path); // all of it or nothing, unlike a file that is made and then filled
        return () => rmSync(path, { force: true });
      } catch (error) {
        if (!isThere(error)) throw error;
      }
      if (isAbandoned(path, readOwner(path))) rmSync(path, { force: true });
      else await wait(LOCK_PAUSE_MS);
    }
  } finally {
    rmSync(own, { force: true });
  }
  throw new CoverageError("CANNOT_WRITE", say("output.busy", { directory }), {
    path: directory,
    hint: say("output.busy.hint", { path }),
  });
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it was released meanwhile
  }
}

function removeAbandoned(directory: string): void {
  for (const name of readdirSync(directory)) {
    if (!name.startsWith(ASIDE) && !name.startsWith(LOCK_NAME)) continue;
    const path = join(directory, name);
    const owner = name.startsWith(ASIDE) ? name.slice(ASIDE.length) : readOwner(path);
    if (isAbandoned(path, owner)) rmSync(path, { recursive: true, force: true });
  }
}

/** Names this process, for others on this machine: its number, and the machine's name. */
function ownerName(): string {
  return `${process.pid}-${hostname().replace(/[^\w]/g, "_")}`;
}

function isAbandoned(path: string, owner: string): boolean {
  const [, pid, host] = /^(\d+)-(\w+)/.exec(owner) ?? [];
  const [, , here] = /^(\d+)-(\w+)/.exec(ownerName()) ?? [];
  if (pid !== undefined && host === here) return !isRunning(Number(pid));
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  return age > ABANDONED_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // somebody else's, but it runs
  }
}

function isThere(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "EEXIST";
}
