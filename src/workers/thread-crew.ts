import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { ModeId } from "../model/travel.js";
import type { FromWorker, PartTask, ToWorker } from "./messages.js";
import { toError } from "./sent-error.js";

/** A thread, as Node or a browser has them. */
export interface Thread {
  readonly post: (message: ToWorker) => void;
  readonly terminate: () => void;
  /** Whether the program may end while this thread does nothing. */
  readonly setBusy?: (isBusy: boolean) => void;
}
/** Starts a thread that runs a `PartWorker`. */
export type StartThread = (events: {
  readonly onMessage: (message: FromWorker) => void;
  /** The thread has ended, or cannot start. */
  readonly onCrash: (reason: unknown) => void;
}) => Thread;

export interface CrewRun {
  readonly signal?: AbortSignal | undefined;
  /** Called with what a task has done so far. */
  readonly onTaskProgress?: (task: number, done: number) => void;
}

interface Slot {
  thread: Thread | null;
  /** Number of the task that it works on; -1 = none. */
  task: number;
}

interface Handlers {
  readonly receive: (slot: Slot, message: FromWorker) => void;
  readonly crash: (slot: Slot, why: unknown) => void;
}

/** A task is tried on so many threads before it is given up. */
const MAX_ATTEMPTS = 3;

/** Threads that share tasks; one that crashes is replaced, and its task done again. */
export class ThreadCrew {
  readonly #start: StartThread;
  readonly #saved: Uint8Array;
  readonly #modes: readonly ModeId[];
  readonly #slots: Slot[];
  /** What to do with what threads say, in the run under way: threads outlive runs. */
  #handlers: Handlers | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /**
   * @param saved the city, in shared memory if there is any
   * @param modes which of the library's modes it knows besides walking
   */
  constructor(start: StartThread, saved: Uint8Array, count: number, modes: readonly ModeId[] = []) {
    this.#start = start;
    this.#saved = saved;
    this.#modes = modes;
    this.#slots = Array.from({ length: count }, () => ({ thread: null, task: -1 }));
  }

  /** Does all tasks, after those that were given before. @returns their results, in order */
  run<T>(tasks: readonly PartTask[], run: CrewRun = {}): Promise<T[]> {
    const turn = this.#last.then(() => this.#runNow<T>(tasks, run));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  close(): void {
    this.#isClosed = true;
    this.#dismiss();
  }

  #runNow<T>(tasks: readonly PartTask[], { signal, onTaskProgress }: CrewRun): Promise<T[]> {
    if (this.#isClosed)
      return Promise.reject(
        new CoverageError("INVALID_ARGUMENT", say("pool.closed"), { hint: say("pool.closed.hint") }),
      );
    return new Promise<T[]>((resolve, reject) => {
      const results: T[] = [];
      const attempts = tasks.map(() => 0);
      const waiting = [...tasks.keys()];
      let left = tasks.length;
      const end = (settle: () => void) => {
        signal?.removeEventListener("abort", onAbort);
        // whoever is still at work is sent away: nothing runs on
        for (const slot of this.#slots) if (slot.task >= 0) this.#send(slot);
        settle();
      };
      const onAbort = () => end(() => reject(signal?.reason));
      const next = (slot: Slot) => {
        const task = waiting.shift();
        slot.task = task ?? -1;
        slot.thread?.setBusy?.(task !== undefined);
        if (task === undefined) return;
        attempts[task] = (attempts[task] as number) + 1;
        const thread = this.#threadOf(slot);
        thread.setBusy?.(true);
        thread.post({ kind: "task", id: task, task: tasks[task] as PartTask });
      };
      const receive = (slot: Slot, message: FromWorker) => {
        if (slot.task !== message.id) return;
        if (message.kind === "progress") onTaskProgress?.(message.id, message.done);
        else if (message.kind === "failed") {
          slot.task = -1;
          end(() => reject(toError(message.error)));
        } else {
          results[message.id] = message.result as T;
          left--;
          next(slot);
          if (left === 0) end(() => resolve(results));
        }
      };
      const crash = (slot: Slot, why: unknown) => {
        const { task } = slot;
        this.#send(slot);
        if (task < 0) return;
        if ((attempts[task] as number) < MAX_ATTEMPTS) {
          waiting.unshift(task);
          next(slot);
          return;
        }
        const message = say("pool.crashed", {
          count: MAX_ATTEMPTS,
          why: String(why),
        });
        end(() =>
          reject(
            new CoverageError("WORKER_CRASHED", message, {
              hint: say("pool.crashed.hint"),
              cause: why,
            }),
          ),
        );
      };
      this.#handlers = { receive, crash };
      if (signal?.aborted) onAbort();
      else {
        signal?.addEventListener("abort", onAbort);
        for (const slot of this.#slots) next(slot);
        if (left === 0) end(() => resolve(results));
      }
    });
  }

  #threadOf(slot: Slot): Thread {
    if (slot.thread !== null) return slot.thread;
    let isCurrent = true;
    const thread = this.#start({
      onMessage: (message) => isCurrent && slot.thread === thread && this.#handlers?.receive(slot, message),
      onCrash: (why) => {
        if (!isCurrent) return;
        isCurrent = false;
        if (slot.thread === thread) this.#handlers?.crash(slot, why);
      },
    });
    slot.thread = thread;
    thread.post({ kind: "city", saved: this.#saved, modes: this.#modes });
    return thread;
  }

  /** Ends the thread of a slot; another is started when there is work. */
  #send(slot: Slot): void {
    const { thread } = slot;
    slot.thread = null;
    slot.task = -1;
    thread?.terminate();
  }

  #dismiss(): void {
    for (const slot of this.#slots) this.#send(slot);
  }
}
