import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { say } from "../../base/texts/node.js";
import { saveCity } from "../../city/save-city.js";
import { createApp, type ServiceParts } from "./app.js";
import { cannotListen } from "./can-listen.js";
import { JobPool } from "./job-pool.js";
import type { ThreadData } from "./jobs.js";
import { toErrorBody, toLabel } from "./service-error.js";

const MOST_CHECKING_MS = 5000;
/** However slowly the rest of a body comes that nobody reads, its connection ends after so long. */
const LEAST_REQUEST_MS = 60_000;
const MOST_TIMEOUTS = 10;

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
  const answer = getRequestListener(createApp({ ...options, pool, isLoopback }).fetch, {
    autoCleanupIncoming: false, // what is left of a body is let go by below, as long as it may take
    errorHandler: (error) => Response.json(toBadRequest(error), { status: 400 }),
  });
  const { timeoutMilliseconds } = options;
  const limits = {
    headersTimeout: timeoutMilliseconds,
    requestTimeout: Math.max(LEAST_REQUEST_MS, MOST_TIMEOUTS * timeoutMilliseconds), // bodies have their own, which is told
    connectionsCheckingInterval: Math.min(timeoutMilliseconds, MOST_CHECKING_MS),
    requireHostHeader: false, // the answer to one without says so
  };
  const server = createServer(limits, (request, response) => {
    response.on("finish", () => letRestGoBy(request, timeoutMilliseconds));
    void answer(request, response);
  });
  server.on("clientError", (error, socket) => {
    if (!socket.writable || (socket as Socket).bytesWritten > 0) {
      socket.destroy();
      return;
    }
    const isSlow = (error as NodeJS.ErrnoException).code === "ERR_HTTP_REQUEST_TIMEOUT";
    const body = JSON.stringify(toBadRequest(error));
    const head = isSlow ? "408 Request Timeout" : "400 Bad Request";
    socket.end(
      `HTTP/1.1 ${head}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
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
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * Lets the rest of a request go by that was answered before it was there, and ends the connection when nothing more comes: one that is
 * ended while its client is still sending loses the answer.
 */
function letRestGoBy(request: IncomingMessage, idleMilliseconds: number): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.socket.destroySoon(), idleMilliseconds);
  request
    .on("data", () => timer.refresh())
    .once("end", () => clearTimeout(timer))
    .once("close", () => clearTimeout(timer))
    .on("error", () => clearTimeout(timer));
}

/** The error object for what is no request at all: no host, a host that is none, broken lines. */
function toBadRequest(error: unknown): object {
  const reason = error instanceof Error ? error.message : String(error);
  const isAddress = (error as NodeJS.ErrnoException).code === "HPE_INVALID_URL";
  const problem = isAddress ? say("service.badAddress") : say("service.badRequest", { reason });
  return toErrorBody({ code: "BAD_REQUEST", message: toLabel(problem), details: {} });
}
