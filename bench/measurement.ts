/** What is measured of every program that can do it. */
export type Work =
  | "prepare"
  | "put-facilities"
  | "nearest"
  | "nearest-3"
  | "counts-direct"
  | "precompute"
  | "counts"
  | "within"
  | "edits" // all of: open, move, close
  | "open"
  | "move"
  | "close"
  | "floor";

/** The limit of every question: 15 minutes at 4.8 km/h. */
export const LIMIT_METERS = 1200;

/** How often, and how long at most, a work is repeated; it is done once in any case. */
export const REPETITIONS = { engine: { runs: 9, seconds: 30 }, peer: { runs: 5, seconds: 90 } } as const;

/** One work of one program on one network. */
export interface Measurement {
  readonly who: string;
  readonly work: Work;
  /** Empty if it was not finished. */
  readonly runsMs: readonly number[];
  /** Processor time of each run, of all threads together: what it would take on an idle machine. */
  readonly cpuMs?: readonly number[];
  /** It was stopped after this time. */
  readonly stoppedAfterMs?: number;
  /** The most memory the process has held so far. */
  readonly peakMegabytes?: number;
  /** What else there is to say. */
  readonly note?: string;
}

/** A line about the program itself, or about how far its answers are from another's. */
export interface Remark {
  readonly who: string;
  readonly version?: string;
  readonly check?: string;
}

/** Gives the middle of the runs; `null` if there are none. */
export function medianMs({ runsMs }: Pick<Measurement, "runsMs">): number | null {
  return quantile(runsMs, 0.5);
}

/** Gives the value that a share of all is not above; `null` if there are none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
