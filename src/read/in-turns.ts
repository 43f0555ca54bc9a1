import { invalid } from "../base/check-argument.js";
import { isJsonObject } from "../base/json-object.js";
import { atOnce, type Steps } from "../base/steps.js";
import { say } from "../base/texts/files.js";

/** How far the reading of a file is. */
export interface ReadProgress {
  readonly doneBytes: number;
  /** Of the file, as it was given: packed, if it is. */
  readonly totalBytes: number;
}

/**
 * What lets others have their turn while a file is read: with one of these, reading goes on in steps of some hundredths of a second, and
 * whatever waits is done in between. Steps of the library's own are shorter than a tenth of a second; where a package does all at one go (`readXlsx`,
 * opening a GeoPackage, a row group of a Parquet file), that is one step: in Node, `readInWorker` is ended in the middle of it.
 */
export interface TurnOptions {
  /** Ends the reading before its next step; the promise is rejected with the reason of the signal, and nothing of the file is given. */
  readonly signal?: AbortSignal;
  /** Is told after each step how far it is: never back, and at last all. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** The names of these options. */
export const TURN_KEYS: readonly string[] = ["signal", "onProgress"];

/** So many rows or features are one step: some milliseconds. */
export const ROWS_OF_STEP = 4096;
/** So many bytes that are looked at one by one are one step. */
export const BYTES_OF_STEP: number = 1 << 20;

/** So many cells of a table, or nodes of an extract, are one step. */
const CELLS_OF_STEP = 1 << 15;

/** Tells when as much was done as one step should, whatever rows are long or short. */
export class Pace {
  readonly #most: number;
  #done = 0;

  constructor(most: number = CELLS_OF_STEP) {
    this.#most = most;
  }

  /** Whether others should have their turn. @param amount that was done since this was last asked */
  isDue(amount: number): boolean {
    this.#done += amount;
    if (this.#done < this.#most) return false;
    this.#done = 0;
    return true;
  }
}

/** @throws {CoverageError} INVALID_ARGUMENT */
export function checkTurnOptions({ signal, onProgress }: TurnOptions): void {
  if (signal !== undefined && !(isJsonObject(signal) && typeof signal.aborted === "boolean"))
    throw invalid("options.signal", signal, say("expected.signal"));
  if (onProgress !== undefined && typeof onProgress !== "function")
    throw invalid("options.onProgress", onProgress, say("value.function"));
}

/** Does work that can be left, with turns for others in between if somebody wants to end it or to hear of it. */
export class Turns {
  readonly #options: TurnOptions;
  readonly #totalBytes: number;
  #doneBytes = 0;

  /** @param totalBytes of the file */
  constructor(options: TurnOptions, totalBytes: number) {
    this.#options = options;
    this.#totalBytes = totalBytes;
  }

  /** Does all steps. @throws the reason of the signal */
  async run<Result>(steps: Steps<Result>): Promise<Result> {
    if (!areWanted(this.#options)) return atOnce(steps);
    for (;;) {
      this.check();
      const step = steps.next();
      if (step.done) return step.value;
      await this.pause(step.value);
    }
  }

  /** Lets others have their turn, if that is wanted. @throws the reason of the signal */
  async pause(doneBytes: number = this.#doneBytes): Promise<void> {
    if (!areWanted(this.#options)) return;
    this.#tell(doneBytes);
    await othersTurn();
    this.check();
  }

  /** Tells that all was read. */
  finish(): void {
    this.#tell(this.#totalBytes);
  }

  /** @throws the reason of the signal */
  check(): void {
    const { signal } = this.#options;
    if (signal?.aborted) throw signal.reason;
  }

  #tell(doneBytes: number): void {
    this.#doneBytes = Math.min(this.#totalBytes, Math.max(this.#doneBytes, doneBytes));
    this.#options.onProgress?.({ doneBytes: this.#doneBytes, totalBytes: this.#totalBytes });
  }
}

/** Reads at once, or in turns, if that is wanted: then it gives a promise. @param totalBytes of the file */
export function inTurns<Result>(
  options: TurnOptions,
  totalBytes: number,
  steps: () => Steps<Result>,
): Result | Promise<Result> {
  checkTurnOptions(options);
  if (!areWanted(options)) return atOnce(steps());
  const turns = new Turns(options, totalBytes);
  return turns.run(steps()).then((result) => {
    turns.finish();
    return result;
  });
}

function areWanted({ signal, onProgress }: TurnOptions): boolean {
  return signal !== undefined || onProgress !== undefined;
}

/** Whatever waits, clocks and input among it, comes before what goes on here. */
async function othersTurn(): Promise<void> {
  await new Promise<void>((resolve) => {
    // browsers have no setImmediate, and make timers wait
    if (typeof setImmediate === "function") setImmediate(resolve);
    else {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }
  });
}
