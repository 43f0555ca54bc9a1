import { totalmem } from "node:os";
import type { CrewLimits } from "./process-crew.js";

/** A process that gives no answer for so many seconds, or so many times as long as it should take, is ended. */
const LEAST_PATIENCE_SECONDS = 60;
const PATIENCE = 20;
/** Seconds that a thousand nodes or origins take: some ten times what was measured. */
const SECONDS_PER_THOUSAND = 0.5;
const MIB = 2 ** 20;
/** Of the machine's memory so much is for the heaps of the processes. */
const SHARE_OF_MEMORY = 0.6;

/** Bounds the processes that run partitions. @param memoryMiB most memory of the heap of each. Default: their share of the machine's */
export function crewLimits(jobs: number, memoryMiB?: number): CrewLimits {
  return {
    jobs,
    memoryMiB: memoryMiB ?? Math.floor((SHARE_OF_MEMORY * totalmem()) / MIB / jobs),
    patienceFor: ({ nodeCount, originCount }) =>
      Math.max(LEAST_PATIENCE_SECONDS, (PATIENCE * SECONDS_PER_THOUSAND * (nodeCount + originCount)) / 1000),
  };
}
