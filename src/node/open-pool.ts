import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { PreparedCity } from "../city/prepared-city.js";
import { CityPool } from "../workers/city-pool.js";
import type { FromWorker, ToWorker } from "../workers/messages.js";
import { findScript } from "./find-script.js";

/**
 * Opens a pool of threads for a city, which share its memory.
 *
 * An idle pool does not keep the program from ending; `close` ends its threads at once.
 *
 * @param city prepared, or the bytes of a saved one
 * @param options `workers`: how many threads, 1 to 64. Default: one per processor
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_CITY_FILE`
 *
 * @example
 * ```ts
 * import { openPool } from "quarterhour/node";
 *
 * const pool = openPool(city, { workers: 2 });
 * const pooled = await pool.computeCoverage();
 * pool.close();
 * JSON.stringify(pooled) === JSON.stringify(report); // → true
 * ```
 */
export function openPool(
  city: PreparedCity | Uint8Array,
  { workers = availableParallelism() }: { readonly workers?: number } = {},
): CityPool {
  const start: ConstructorParameters<typeof CityPool>[1] = ({ onMessage, onCrash }) => {
    const worker = new Worker(findScript("worker.js"), { execArgv: [] });
    worker.unref();
    worker.on("message", (message: FromWorker) => onMessage(message));
    worker.on("error", onCrash);
    worker.on("exit", (code) => onCrash(`the thread ended with ${code}`));
    return {
      post: (message: ToWorker) => worker.postMessage(message),
      terminate: () => void worker.terminate(),
      setBusy: (isBusy) => (isBusy ? worker.ref() : worker.unref()),
    };
  };
  return new CityPool(city, start, workers);
}
