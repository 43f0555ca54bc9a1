import { type ChildProcess, fork } from "node:child_process";
import { isJsonObject } from "../../base/json-object.js";
import type { SentError } from "../../workers/messages.js";
import { findScript } from "../find-script.js";
import type { FiledPartition } from "./plan-records.js";

/** How a partition ended; `outOfMemory`, `killed`, `hung`: it may be tried again. */
export type Ending =
  | { readonly how: "done" }
  | { readonly how: "failed"; readonly error: SentError }
  | { readonly how: "outOfMemory" | "killed" | "hung"; readonly why: string };

/** How the processes of a crew are bounded. */
export interface CrewLimits {
  readonly jobs: number;
  /** Most memory of the heap of each, in MiB. */
  readonly memoryMiB: number;
  /** After so long without an answer a process is ended, in seconds. */
  readonly patienceFor: (partition: FiledPartition) => number;
}

/** What V8 ends a process with when its heap is full, and how a shell tells it. */
const HEAP_FULL = { signal: "SIGABRT", code: 134 } as const;

/** Processes that run partitions, each one at a time; they stay warm, and one that dies is replaced when it is needed. */
export class ProcessCrew {
  readonly #folder: string;
  readonly #limits: CrewLimits;
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();

  constructor(folder: string, limits: CrewLimits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** Runs a partition to whatever end. */
  run(partition: FiledPartition): Promise<Ending> {
    const child = this.#idle.pop() ?? this.#start();
    return new Promise((resolve) => {
      const patience = this.#limits.patienceFor(partition);
      let isHung = false;
      const clock = setTimeout(() => {
        isHung = true;
        child.kill("SIGKILL");
      }, patience * 1000);
      const end = (ending: Ending) => {
        clearTimeout(clock);
        child.removeAllListeners();
        child.on("error", () => undefined);
        resolve(ending);
      };
      child.once("message", (message) => {
        this.#idle.push(child);
        const error = isJsonObject(message) ? (message.error as SentError | undefined) : undefined;
        end(error === undefined ? { how: "done" } : { how: "failed", error });
      });
      const lose = (ending: Ending) => {
        this.#all.delete(child);
        end(ending);
      };
      child.once("error", ({ message }) => lose({ how: "killed", why: message }));
      child.once("exit", (code, signal) => {
        const isFull = signal === HEAP_FULL.signal || code === HEAP_FULL.code;
        lose({ how: isHung ? "hung" : isFull ? "outOfMemory" : "killed", why: signal ?? `exit ${code}` });
      });
      child.send({ partition });
    });
  }

  /** Ends all processes, whatever they do. */
  close(): void {
    for (const child of this.#all) child.kill("SIGKILL");
    this.#all.clear();
  }

  #start(): ChildProcess {
    const child = fork(findScript("partition-process.js"), [this.#folder], {
      execArgv: [`--max-old-space-size=${this.#limits.memoryMiB}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.#all.add(child);
    return child;
  }
}
