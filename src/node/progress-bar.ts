import { say } from "../base/texts/node.js";
import { translatePhrase } from "../base/texts/translate.js";
import type { Locale } from "../base/words.js";
import type { Progress } from "../model/travel.js";

/** A stage of the command: the library's, after the files are parsed. */
export interface CommandProgress {
  readonly stage: Progress["stage"] | "parse" | "partition";
  readonly done: number;
  readonly total: number;
}

/** The part of a terminal that a progress bar needs. */
export interface ProgressTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressBarOptions {
  readonly locale: Locale;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
}

/** Share of the whole work, by rough measurement of real cities; the rest of the estimate comes from the clock. */
const SHARES: Readonly<Record<Exclude<CommandProgress["stage"], "partition">, number>> = {
  parse: 0.12,
  read: 0.15,
  network: 0.25,
  attach: 0.12,
  search: 0.26,
  judge: 0.1,
};
const ORDER = Object.keys(SHARES) as readonly (keyof typeof SHARES)[];

const MIN_MILLISECONDS_BETWEEN = 100;
/** A log gets a line where the stage is another or this much time went by; work that takes less has none. */
const MILLISECONDS_BETWEEN_LINES = 10_000;
const BAR_WIDTH = 24;
const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = "\r\u001b[K";

/** Draws how far the work has come on one line of a terminal. Where there is none, long work writes lines, as a log keeps them. */
export class ProgressBar {
  readonly #terminal: ProgressTerminal;
  readonly #options: ProgressBarOptions;
  readonly #start: number;
  #drawnAt = -Infinity;
  #drawn = false;
  /** Of the last line of a log. */
  #line: { readonly stage: CommandProgress["stage"] | null; readonly at: number };

  constructor(terminal: ProgressTerminal, options: ProgressBarOptions) {
    this.#terminal = terminal;
    this.#options = options;
    this.#start = options.now();
    this.#line = { stage: null, at: this.#start };
  }

  /** Draws the line anew, at most ten times a second. */
  update(progress: CommandProgress): void {
    const now = this.#options.now();
    if (this.#terminal.isTTY !== true) {
      this.#log(progress, now);
      return;
    }
    if (now - this.#drawnAt < MIN_MILLISECONDS_BETWEEN) return;
    this.#drawnAt = now;
    this.#drawn = true;
    const line = toProgressLine(progress, (now - this.#start) / 1000, this.#options.locale);
    const columns = this.#terminal.columns || DEFAULT_COLUMNS; // some terminals say 0
    this.#terminal.write(CLEAR_LINE + fitToColumns(line, columns - 1));
  }

  #log(progress: CommandProgress, now: number): void {
    const { stage, at } = this.#line;
    if (now - this.#start < MILLISECONDS_BETWEEN_LINES) return;
    if (progress.stage === stage && now - at < MILLISECONDS_BETWEEN_LINES) return;
    this.#line = { stage: progress.stage, at: now };
    this.#terminal.write(`${toLogLine(progress, (now - this.#start) / 1000, this.#options.locale)}\n`);
  }

  /** Clears the line, so that the next output begins on an empty one. */
  finish(): void {
    if (this.#drawn) this.#terminal.write(CLEAR_LINE);
    this.#drawn = false;
  }
}

/** Tells how much of the whole work is done, 0 to 1. */
export function shareDone({ stage, done, total }: CommandProgress): number {
  if (stage === "partition") return total === 0 ? 1 : done / total; // all the work there is
  const before = ORDER.slice(0, ORDER.indexOf(stage)).reduce((sum, name) => sum + SHARES[name], 0);
  return Math.min(1, before + SHARES[stage] * (total === 0 ? 1 : done / total));
}

/** Writes the line: bar, percentage, stage and the time that is left if the rest goes as fast as what is done. */
export function toProgressLine(progress: CommandProgress, elapsedSeconds: number, locale: Locale): string {
  const share = shareDone(progress);
  const full = Math.round(share * BAR_WIDTH);
  const bar = "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
  return `${bar} ${toLogLine(progress, elapsedSeconds, locale)}`;
}

/** Writes the same without a bar. */
export function toLogLine(progress: CommandProgress, elapsedSeconds: number, locale: Locale): string {
  const share = shareDone(progress);
  const percentage = `${Math.floor(share * 100)} %`.padStart(5);
  const stage = translatePhrase(say(`progress.stage.${progress.stage}`), locale);
  return `${percentage}  ${stage}${remaining(share, elapsedSeconds, locale)}`;
}

function remaining(share: number, elapsedSeconds: number, locale: Locale): string {
  if (share === 0 || elapsedSeconds < 0.5) return ""; // too early to tell
  const seconds = Math.max(1, Math.round((elapsedSeconds * (1 - share)) / share));
  const left =
    seconds < 90
      ? say("progress.seconds", { count: seconds })
      : say("progress.minutes", { count: Math.round(seconds / 60) });
  return translatePhrase(left, locale);
}

/** Cuts a line that would wrap; characters beyond Latin and blocks take two columns. */
function fitToColumns(line: string, columns: number): string {
  let width = 0;
  let fitted = "";
  for (const character of line) {
    width += character >= "\u2e80" ? 2 : 1;
    if (width > columns) break;
    fitted += character;
  }
  return fitted;
}
