import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Measurement, Remark, Work } from "./measurement.js";

/** What a program wrote: one JSON line per measurement, and `{"start": work}` before each. */
export interface ChildOutput {
  readonly measurements: Measurement[];
  readonly remarks: Remark[];
  /** The work during which it was stopped or failed; `null` = it came to its end. */
  readonly stoppedIn: Work | null;
  readonly failure: string | null;
  /** It was stopped because a work took longer than the budget. */
  readonly isOverBudget: boolean;
}

/** A program and its arguments. */
export type Command = readonly [string, ...string[]];

type Line = Partial<Measurement & Remark> & { readonly start?: Work };

/**
 * Runs a program that prints measurements, and kills it when a single work takes longer than the budget.
 *
 * Lines that are not JSON are the program's own chatter and are skipped.
 */
export function runChild(
  [command, ...args]: Command,
  { budgetSeconds, env = {} }: { readonly budgetSeconds: number; readonly env?: Readonly<Record<string, string>> },
): Promise<ChildOutput> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const measurements: Measurement[] = [];
  const remarks: Remark[] = [];
  let running: Work | null = null;
  let isOverBudget = false;
  let startError: string | null = null;
  let errorText = "";
  const kill = () => {
    isOverBudget = true;
    child.kill("SIGKILL");
  };
  let timer = setTimeout(kill, budgetSeconds * 1000);
  createInterface(child.stdout).on("line", (text) => {
    if (!text.startsWith("{")) return;
    const line = JSON.parse(text) as Line;
    if (line.start !== undefined) running = line.start;
    else if (line.work !== undefined) measurements.push(line as Measurement);
    else remarks.push(line as Remark);
    process.stderr.write(`  ${text.slice(0, 300)}\n`);
    clearTimeout(timer);
    timer = setTimeout(kill, budgetSeconds * 1000);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errorText = (errorText + chunk.toString()).slice(-400);
  });
  return new Promise((resolve) => {
    child.on("error", ({ message }) => {
      startError = message;
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const lastLine = errorText.trim().split("\n").at(-1) ?? "";
      const stopped = isOverBudget ? `more than ${budgetSeconds} s` : (startError ?? `failed: ${lastLine}`);
      const failure = code === 0 ? null : stopped;
      resolve({ measurements, remarks, stoppedIn: failure === null ? null : running, failure, isOverBudget });
    });
  });
}

/**
 * Runs a program for some works; stopped in one, it is started again for those that are left.
 *
 * @param commandFor the command that does these works, and no others, after its preparation
 */
export async function runWorks(
  who: string,
  works: readonly Work[],
  commandFor: (works: readonly Work[]) => Command,
  limits: { readonly budgetSeconds: number; readonly env?: Readonly<Record<string, string>> },
): Promise<{ readonly measurements: readonly Measurement[]; readonly remarks: readonly Remark[] }> {
  const done = new Map<Work, Measurement>();
  let remarks: readonly Remark[] = [];
  for (let left = works; left.length > 0; ) {
    const output = await runChild(commandFor(left), limits);
    for (const measurement of output.measurements)
      if (!done.has(measurement.work)) done.set(measurement.work, measurement);
    remarks = [...remarks, ...output.remarks.filter((remark) => !remarks.some((known) => isSame(known, remark)))];
    if (output.failure === null) break;
    const stopped = output.stoppedIn === null ? "prepare" : wholeOf(output.stoppedIn);
    const unfinished: readonly Work[] = left.includes(stopped) ? [stopped] : [stopped, ...left];
    for (const work of unfinished) {
      const isLate = output.isOverBudget && work === stopped;
      const end = isLate ? { stoppedAfterMs: limits.budgetSeconds * 1000 } : { note: output.failure };
      if (!done.has(work)) done.set(work, { who, work, runsMs: [], ...end });
    }
    left = left.filter((work) => work !== stopped && !done.has(work));
  }
  return { measurements: [...done.values()], remarks };
}

/** Some works are the first half of another. */
function wholeOf(work: Work): Work {
  if (work === "precompute") return "counts";
  return work === "put-facilities" ? "nearest" : work;
}

function isSame(a: Remark, b: Remark): boolean {
  return a.version === b.version && a.check === b.check;
}
