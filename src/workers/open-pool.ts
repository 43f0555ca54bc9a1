import type { PreparedCity } from "../city/prepared-city.js";
import { CityPool } from "./city-pool.js";
import type { FromWorker, ToWorker } from "./messages.js";

/** Options of `openPool` in browsers. */
export interface OpenPoolOptions {
  /** How many workers, 1 to 64. */
  readonly workers: number;
  /**
   * Starts a worker with the script `quarterhour/worker`, so that bundlers find it:
   * `() => new Worker(new URL("quarterhour/worker", import.meta.url), { type: "module" })`.
   */
  readonly startWorker: () => Worker;
}

/**
 * Opens a pool of browser workers for a city.
 *
 * Where the page is cross-origin isolated, the workers share the city's memory; elsewhere each has a copy.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_CITY_FILE`
 */
export function openPool(city: PreparedCity | Uint8Array, { workers, startWorker }: OpenPoolOptions): CityPool {
  const start: ConstructorParameters<typeof CityPool>[1] = ({ onMessage, onCrash }) => {
    const worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => onMessage(data);
    worker.onerror = (event) => onCrash(event.message);
    return {
      post: (message: ToWorker) => worker.postMessage(message),
      terminate: () => worker.terminate(),
    };
  };
  return new CityPool(city, start, workers);
}
