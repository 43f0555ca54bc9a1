// The script of a thread that reads one file with packages that are not trusted: whoever started it may end it at any time.
import { parentPort } from "node:worker_threads";
import { toSent } from "../workers/sent-error.js";
import { type ForeignFile, type ForeignOptions, readForeign } from "./foreign-readers.js";
import { buffersOf, packReading } from "./pack-reading.js";

parentPort?.once("message", async ({ file, bytes, options }: ReadTask) => {
  try {
    const packed = packReading(await readForeign(file, bytes, options));
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
}
