import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { saveCity } from "../../city/save-city.js";
import { createApp, type ServiceParts } from "./app.js";
import { cannotListen } from "./can-listen.js";
import { JobPool } from "./job-pool.js";
import type { ThreadData } from "./jobs.js";

/** What the service is started with. */
export interface ServiceOptions extends Omit<ServiceParts, "pool" | "isLoopback"> {
  readonly settings: ThreadData["settings"];
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly threads: number;
  /** How many requests may wait for a thread. */
  readonly queue: number;
}

/** A service that listens. */
export interface RunningService {
  readonly url: string;
  /** Ends all work and all connections. */
  readonly close: () => Promise<void>;
}

/** Starts the service. @throws {CoverageError} `CANNOT_LISTEN` */
export async function startService(options: ServiceOptions): Promise<RunningService> {
  const { city, settings, host, port, threads, queue } = options;
  const saved = saveCity(city);
  const shared = new Uint8Array(new SharedArrayBuffer(saved.length));
  shared.set(saved);
  const pool = new JobPool({ city: shared, settings }, { threads, queue });
  const isLoopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
  const server = createAdaptorServer({ fetch: createApp({ ...options, pool, isLoopback }).fetch });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen(host, port, cause)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${address.port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await pool.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}
