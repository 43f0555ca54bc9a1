import { Worker } from "node:worker_threads";
import { assertChoice, checkObject, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/files.js";
import { checkTurnOptions, type ReadProgress } from "../read/in-turns.js";
import type { SentError } from "../workers/messages.js";
import { toError } from "../workers/sent-error.js";
import { findScript } from "./find-script.js";
import { FOREIGN_FILES, type ForeignFile, type ForeignOptions, type ForeignReadings } from "./foreign-readers.js";
import { type PackedReading, unpackReading } from "./pack-reading.js";

/** What reading a file in a thread of its own may take. */
export interface WorkerLimits {
  /** Ends the reading at once; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Longest time, in seconds. Default: 60, and one more for each megabyte. */
  readonly maxSeconds?: number;
  /** Most memory that reading may take, in MiB. Default: 1024, and 16 for each megabyte of the file. */
  readonly maxMemoryMiB?: number;
}

interface Answer {
  readonly progress?: ReadProgress;
  readonly packed?: PackedReading;
  readonly error?: SentError;
}

const MIB = 2 ** 20;
/** How often the memory is looked at. */
const LOOK_MILLISECONDS = 50;

/**
 * Reads a file of a format that packages of others read, in a thread of its own, which is ended when it takes too long or too much memory:
 * damaged bytes can make such a package run for ever. It is ended by `signal` at once, too, where the package does all in one step: opening
 * a GeoPackage, a row group of a Parquet file, the sheets of a workbook.
 *
 * @param file `geoPackage`, `flatGeobuf`, `geoParquet`, `populationRaster` or `xlsx`
 * @param options as of `readGeoPackage` and its like; of a workbook without `projection`
 * @throws {CoverageError} `INVALID_ARGUMENT` for options that are no plain data; `LIMIT_EXCEEDED` when a limit is reached, `WORKER_CRASHED`; what the reader throws
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { readInWorker } from "quarterhour/node"; // after npm install sql.js
 *
 * const readPois = () => readInWorker("geoPackage", readFileSync("poi.gpkg"), {}, { maxSeconds: 10 });
 * ```
 */
export async function readInWorker<File extends ForeignFile>(
  file: File,
  bytes: Uint8Array,
  options: ForeignOptions[File] = {},
  limits: WorkerLimits = {},
): Promise<ForeignReadings[File]> {
  assertChoice("file", file, FOREIGN_FILES);
  if (!(bytes instanceof Uint8Array)) throw invalid("bytes", bytes, say("expected.bytes"));
  const megabytes = Math.ceil(bytes.length / MIB);
  checkObject("options", options);
  const { signal: ownSignal, onProgress, ...plain } = options;
  checkTurnOptions(options);
  const { signal = ownSignal, maxSeconds = 60 + megabytes, maxMemoryMiB = 1024 + 16 * megabytes } = limits;
  for (const [path, limit] of Object.entries({ maxSeconds, maxMemoryMiB }))
    if (typeof limit !== "number" || !(limit > 0)) throw invalid(path, limit, say("expected.positive"));
  signal?.throwIfAborted();
  const path = options.path ?? file;
  return await new Promise<ForeignReadings[File]>((resolve, reject) => {
    const worker = new Worker(findScript("read-worker.js"), {
      execArgv: [],
      workerData: {}, // a package that geotiff loads looks into it
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMiB },
    });
    const before = process.memoryUsage().rss;
    const end = (settle: () => void) => {
      clearTimeout(clock);
      clearInterval(look);
      signal?.removeEventListener("abort", onAbort);
      void worker.terminate();
      settle();
    };
    const onAbort = () => end(() => reject(signal?.reason));
    const exceed = (error: CoverageError) => end(() => reject(error));
    const clock = setTimeout(() => exceed(tooSlow(path, maxSeconds)), maxSeconds * 1000);
    // what lies outside of the engine's heap, as arrays of bytes do, only shows in the memory of the process
    const look = setInterval(() => {
      if (process.memoryUsage().rss - before > maxMemoryMiB * MIB) exceed(tooLarge(path, maxMemoryMiB));
    }, LOOK_MILLISECONDS);
    signal?.addEventListener("abort", onAbort);
    worker.on("message", ({ packed, error, progress }: Answer) => {
      if (progress !== undefined) onProgress?.(progress);
      else
        end(() => {
          if (packed !== undefined) resolve(unpackReading(packed, signal) as Promise<ForeignReadings[File]>);
          else if (error !== undefined) reject(toError(error));
        });
    });
    worker.once("error", (cause) => exceed(isOutOfMemory(cause) ? tooLarge(path, maxMemoryMiB) : crashed(path, cause)));
    worker.once("exit", (code) => exceed(crashed(path, `exit ${code}`)));
    try {
      worker.postMessage({ file, bytes, options: plain, isTold: onProgress !== undefined });
    } catch {
      // functions do not go to threads
      end(() => reject(invalid("options", options, say("value.object"))));
    }
  });
}

function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tooSlow(path: string, maxSeconds: number): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say("reading.tooSlow", { path, maxSeconds }), {
    path,
    hint: say("reading.tooSlow.hint", { path }),
  });
}

function tooLarge(path: string, maxMemoryMiB: number): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say("reading.tooLarge", { path, maxMemoryMiB }), {
    path,
    hint: say("reading.tooLarge.hint"),
  });
}

function crashed(path: string, cause: unknown): CoverageError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new CoverageError("WORKER_CRASHED", say("reading.crashed", { path, why }), {
    path,
    hint: say("reading.tooSlow.hint", { path }),
    cause,
  });
}
