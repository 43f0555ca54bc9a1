import { type Measurement, medianMs, quantile, type Remark, type Work } from "./measurement.js";

/** All that was measured on one network. */
export interface NetworkResults {
  readonly name: string;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly facilityCount: number;
  /** Processes that wanted to run, the mean of a minute, before the first measurement: 0 = the machine was idle. */
  readonly loadBefore: number;
  readonly measurements: readonly Measurement[];
  readonly remarks: readonly Remark[];
  readonly python: string | null;
  /** Why there are no peers, or not all. */
  readonly missing: readonly string[];
}

/** A time that was measured, or one that was not waited for. */
export interface Time {
  readonly ms: number;
  /** True: it took longer than this. */
  readonly isAtLeast: boolean;
}

/** Finds what one program took for one work: the median; `null` = not measured. */
export function timeOf({ measurements }: NetworkResults, who: string, work: Work): Time | null {
  const found = measurements.find((one) => one.who === who && one.work === work);
  if (found === undefined) return null;
  if (found.stoppedAfterMs !== undefined) return { ms: found.stoppedAfterMs, isAtLeast: true };
  const ms = medianMs(found);
  return ms === null ? null : { ms, isAtLeast: false };
}

/** Below this, what a processor's clock says is too coarse to compare with. */
const COARSE_MS = 5;
/** Two threads may use twice the time that passes, one alone cannot: longer than this, and there was waiting. */
const WAITING_FACTOR = 1.3;

/** Tells where a program waited for a processor: times that an idle machine would not have given. */
export function describeWaiting({ measurements }: NetworkResults): string[] {
  return measurements.flatMap(({ who, work, runsMs, cpuMs = [] }) => {
    const wall = quantile(runsMs, 0.5);
    const cpu = quantile(cpuMs, 0.5);
    if (wall === null || cpu === null || wall < COARSE_MS || wall < WAITING_FACTOR * cpu) return [];
    return [`${who}, ${work}: waited for a processor; ${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of them at work`];
  });
}

/** Adds up several works of one program; `null` if one was not measured. */
export function sumOf(results: NetworkResults, who: string, works: readonly Work[]): Time | null {
  let sum: Time = { ms: 0, isAtLeast: false };
  for (const work of works) {
    const time = timeOf(results, who, work);
    if (time === null) return null;
    sum = { ms: sum.ms + time.ms, isAtLeast: sum.isAtLeast || time.isAtLeast };
  }
  return sum;
}

/** Gives the time that 99 of 100 single edits do not exceed, of the slowest kind of edit. */
export function slowestEditMs({ measurements }: NetworkResults, who: string): number | null {
  const p99s = measurements
    .filter((one) => one.who === who && ["open", "move", "close"].includes(one.work))
    .map(({ runsMs }) => quantile(runsMs, 0.99) ?? Infinity);
  return p99s.length === 0 ? null : Math.max(...p99s);
}

/** Gives the most memory a program has held, up to and with a work, or in all; `null` = not known. */
export function peakMegabytesOf({ measurements }: NetworkResults, who: string, work?: Work): number | null {
  const peaks = measurements
    .filter((one) => one.who === who && (work === undefined || one.work === work))
    .flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
  return peaks.length === 0 ? null : Math.max(...peaks);
}
