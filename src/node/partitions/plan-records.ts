import type { ReportAbout } from "../../model/report-about.js";
import type { PartitionPlan, PlannedPartition } from "../../partitions/partition.js";

/** What a plan says, besides its partitions: `plan.json`. */
export interface PlanFacts {
  readonly madeBy: string;
  readonly plan: Omit<PartitionPlan, "partitions">;
  /** Whether straight lines are measured, times `detour`. */
  readonly straightLine: boolean;
  readonly detour?: number;
  readonly about: ReportAbout;
}

/** A line of `plan.ndjson`: a partition, and the file that it lies in. */
export interface FiledPartition extends PlannedPartition {
  readonly bytes: number;
  readonly inputHash: string;
}

/** What is said of a partition that was run: `ID.done.json`. */
export interface DonePartition {
  readonly inputHash: string;
  readonly madeBy: string;
  readonly resultHash: string;
  readonly neighborhoods: number;
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
}

/** What is said of a partition that failed: `ID.failed.json`. */
export interface FailedPartition {
  readonly inputHash: string;
  readonly madeBy: string;
  readonly code: string;
  readonly message: string;
}

/** How a partition stands; `damaged`: its result is not what was said of it. */
export type PartitionState = "done" | "failed" | "damaged" | "left";
