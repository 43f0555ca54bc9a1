// How far numbers of a report move with what was assumed.

import type { CircleId } from "./standard.js";

/** What is assumed and might be otherwise. */
export type Assumption = "speed" | "threshold" | "count" | "access" | "lattice" | "facilities";

/** The city under one other assumption. */
export interface SensitivityRun {
  readonly assumption: Assumption;
  /**
   * What was changed to what: a factor (of `speed`, `threshold`, `access`), one more (`count`), metres (`lattice`), or the share of
   * facilities that were left out (`facilities`).
   */
  readonly setting: number;
  /** Everyday services within reach; `null`: nothing is known. */
  readonly services: number | null;
  /** By circle, the share of people (of the ground) for whom it is complete. */
  readonly circles: Readonly<Record<CircleId, number | null>>;
}

/** From the least to the most, over all runs and the report itself. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** A band beside every headline number. */
export interface Sensitivity {
  readonly runs: readonly SensitivityRun[];
  readonly services: Band | null;
  readonly circles: Readonly<Record<CircleId, Band | null>>;
  /** Of the draw of facilities that are left out: the same seed leaves out the same. */
  readonly seed: number;
}
