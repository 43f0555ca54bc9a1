import type { IncomingMessage } from "node:http";
import type { JobPool } from "./job-pool.js";

/** How a body could not be received. */
export type NotReceived = "busy" | "tooLarge" | "tooSlow" | "aborted";

/** Limits of what is received at once. */
export interface BodyLimits {
  readonly maxBodyBytes: number;
  readonly timeoutMilliseconds: number;
}

/** Bodies of so many times the largest one are held at once, however many requests may wait. */
const BODIES_AT_ONCE = 4;

/**
 * Receives the bodies of requests. One that still arrives takes a place in the pool's queue like one that waits, and all bodies together
 * take a few times the largest one at most: who sends slowly, or much, holds no memory that is not counted.
 */
export class BodyDesk {
  readonly #pool: Pick<JobPool, "load" | "places">;
  readonly #limits: BodyLimits;
  #receiving = 0;
  #bytes = 0;

  constructor(pool: Pick<JobPool, "load" | "places">, limits: BodyLimits) {
    this.#pool = pool;
    this.#limits = limits;
  }

  /** How many bodies are arriving. */
  get receiving(): number {
    return this.#receiving;
  }

  /**
   * Receives the body of a request whole. What is not received is let go by as it comes: a client that is still sending when its
   * connection ends would not read the answer.
   */
  async receive(request: IncomingMessage): Promise<Uint8Array | NotReceived> {
    const { maxBodyBytes, timeoutMilliseconds } = this.#limits;
    const given = request.headers["content-length"];
    const announced = given === undefined ? 0 : Number(given);
    if (announced > maxBodyBytes) return letGo(request, "tooLarge");
    const { working, waiting } = this.#pool.load;
    if (this.#receiving + working + waiting >= this.#pool.places) return letGo(request, "busy");
    let held = 0;
    const hold = (bytes: number): boolean => {
      if (this.#bytes > 0 && this.#bytes + bytes > BODIES_AT_ONCE * maxBodyBytes) return false;
      this.#bytes += bytes;
      held += bytes;
      return true;
    };
    if (!hold(announced)) return letGo(request, "busy");
    this.#receiving++;
    try {
      return await new Promise((resolve) => {
        const parts: Uint8Array[] = [];
        let length = 0;
        const end = (outcome: Uint8Array | NotReceived) => {
          clearTimeout(timer);
          request.off("data", take).off("end", finish).off("close", abort).off("error", abort);
          resolve(typeof outcome === "string" ? letGo(request, outcome) : outcome);
        };
        const take = (part: Uint8Array) => {
          length += part.length;
          if (length > maxBodyBytes) end("tooLarge");
          else if (length > held && !hold(length - held)) end("busy");
          else parts.push(part);
        };
        const finish = () => end(Buffer.concat(parts, length));
        const abort = () => end("aborted");
        const timer = setTimeout(() => end("tooSlow"), timeoutMilliseconds);
        request.on("data", take).on("end", finish).on("close", abort).on("error", abort);
      });
    } finally {
      this.#receiving--;
      this.#bytes -= held;
    }
  }
}

function letGo(request: IncomingMessage, outcome: NotReceived): NotReceived {
  request.on("error", () => undefined).resume();
  return outcome;
}
