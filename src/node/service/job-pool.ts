import { Worker } from "node:worker_threads";
import { findScript } from "../find-script.js";
import type { Answer, Job, ThreadData } from "./jobs.js";
import { toServiceError } from "./service-error.js";

interface Waiting {
  readonly job: Job;
  readonly settle: (answer: Answer) => void;
}

/** Threads that do the service's work, one piece each at a time; ending a piece of work ends its thread. */
export class JobPool {
  readonly #data: ThreadData;
  readonly #threads: number;
  readonly #queue: number;
  readonly #waiting: Waiting[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Waiting, Worker>();

  constructor(data: ThreadData, { threads, queue }: { readonly threads: number; readonly queue: number }) {
    this.#data = data;
    this.#threads = threads;
    this.#queue = queue;
  }

  /** How many pieces of work are done now, and how many wait. */
  get load(): { readonly working: number; readonly waiting: number } {
    return { working: this.#busy.size, waiting: this.#waiting.length };
  }

  /** How many pieces of work may be there at once, done or waiting. */
  get places(): number {
    return this.#threads + this.#queue;
  }

  /** Does a piece of work. `null`: too many are waiting. Rejected with the signal's reason if it is aborted. */
  run(job: Job, signal: AbortSignal): Promise<Answer> | null {
    if (this.#busy.size >= this.#threads && this.#waiting.length >= this.#queue) return null;
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const abort = () => {
        this.#drop(waiting);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        job,
        settle: (answer) => {
          signal.removeEventListener("abort", abort);
          resolve(answer);
        },
      };
      signal.addEventListener("abort", abort, { once: true });
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  /** Ends all threads, whatever they do. */
  async close(): Promise<void> {
    this.#waiting.length = 0;
    const workers = [...this.#idle, ...this.#busy.values()];
    this.#idle.length = 0;
    this.#busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#busy.size >= this.#threads) return;
    const waiting = this.#waiting.shift();
    if (waiting === undefined) return;
    const worker =
      this.#idle.pop() ?? new Worker(findScript("service-worker.js"), { execArgv: [], workerData: this.#data });
    this.#busy.set(waiting, worker);
    const finish = (answer: Answer, isAlive: boolean) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      if (this.#busy.get(waiting) !== worker) return;
      this.#busy.delete(waiting);
      if (isAlive) this.#idle.push(worker);
      else {
        worker.on("error", () => undefined);
        void worker.terminate();
      }
      waiting.settle(answer);
      this.#next();
    };
    const onMessage = (answer: Answer) => finish(answer, true);
    const onError = (error: unknown) => finish({ error: toServiceError(error) }, false);
    const onExit = () => finish({ error: toServiceError(null) }, false);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(waiting.job);
  }

  #drop(waiting: Waiting): void {
    const at = this.#waiting.indexOf(waiting);
    if (at >= 0) this.#waiting.splice(at, 1);
    const worker = this.#busy.get(waiting);
    if (worker === undefined) return;
    this.#busy.delete(waiting);
    void worker.terminate();
    this.#next();
  }
}
