// The script of a thread that reads one file with packages that are not trusted: whoever started it may end it at any time.
import { parentPort } from "node:worker_threads";
import type { ReadProgress } from "../read/in-turns.js";
import { toSent } from "../workers/sent-error.js";
import { type ForeignFile, type ForeignOptions, readForeign } from "./foreign-readers.js";
import { buffersOf, packReading } from "./pack-reading.js";

parentPort?.once("message", async ({ file, bytes, options, isTold }: ReadTask) => {
  const onProgress = (progress: ReadProgress) => parentPort?.postMessage({ progress });
  try {
    const packed = packReading(await readForeign(file, bytes, isTold ? { ...options, onProgress } : options));
    parentPort?.postMessage({ packed }, buffersOf(packed));
  } catch (error) {
    parentPort?.postMessage({ error: toSent(error) });
  }
});

/** What the thread is told. */
interface ReadTask {
  readonly file: ForeignFile;
  readonly bytes: Uint8Array;
  readonly options: ForeignOptions[ForeignFile];
  /** Whether somebody wants to hear how far it is. */
  readonly isTold: boolean;
}
