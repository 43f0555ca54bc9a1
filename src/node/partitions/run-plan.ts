import { splitPartition } from "../../partitions/split-partition.js";
import { toError } from "../../workers/sent-error.js";
import type { PlanFolder } from "./plan-folder.js";
import type { FailedPartition, FiledPartition } from "./plan-records.js";
import { type CrewLimits, type Ending, ProcessCrew } from "./process-crew.js";
import { toFailure } from "./run-one.js";

/** What became of the partitions of a plan. */
export interface PlanRun {
  readonly ran: number;
  readonly failed: readonly (Pick<FailedPartition, "code" | "message"> & { readonly id: string })[];
  /** Ids of partitions that ran out of memory and were halved. */
  readonly halved: readonly string[];
}

/** A process that dies is replaced so many times for one partition. */
const MOST_TRIES = 3;
/** A partition that fills the memory so often is halved. */
const MOST_FULL = 2;

/** A partition that waits, and what happened to it before. */
interface Waiting {
  readonly partition: FiledPartition;
  readonly tries: number;
  readonly full: number;
}

/**
 * Runs what is left of a plan, in several processes. What is done already is not done again; what cannot be judged is tried once, and
 * stops nobody else.
 *
 * @param onProgress is told how many nodes of the network were worked on
 */
export async function runPlan(
  folder: PlanFolder,
  limits: CrewLimits,
  onProgress: (done: number, total: number) => void,
): Promise<PlanRun> {
  folder.removeLeftovers();
  let partitions = folder.readPartitions();
  const sizeOf = ({ nodeCount, originCount }: FiledPartition) => nodeCount + originCount;
  const total = partitions.reduce((sum, one) => sum + sizeOf(one), 0);
  const left = partitions.filter((one) => folder.stateOf(one, true) !== "done");
  let done = total - left.reduce((sum, one) => sum + sizeOf(one), 0);
  // the largest first: nobody waits for one that began last
  const queue: Waiting[] = [...left]
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .map((partition) => ({ partition, tries: 0, full: 0 }));
  const failed: PlanRun["failed"][number][] = [];
  const halved: string[] = [];
  let ran = 0;
  const crew = new ProcessCrew(folder.path, limits);
  const fail = (partition: FiledPartition, failure: Pick<FailedPartition, "code" | "message">) => {
    folder.writeFailure(partition, failure);
    failed.push({ id: partition.id, ...failure });
  };
  const halve = (partition: FiledPartition): boolean => {
    const halves = splitPartition(folder.readInput(partition), partition);
    if (halves === null) return false;
    const filed = halves.map(({ planned, bytes }) => folder.addPartition(planned, bytes));
    partitions = partitions.flatMap((one) => (one.id === partition.id ? filed : [one]));
    folder.writePartitions(partitions);
    queue.push(...filed.map((one) => ({ partition: one, tries: 0, full: 0 })));
    halved.push(partition.id);
    return true;
  };
  const settle = (waiting: Waiting, ending: Ending): void => {
    const { partition } = waiting;
    if (ending.how === "done") {
      ran++;
      done += sizeOf(partition);
    } else if (ending.how === "failed") {
      const error = toError(ending.error);
      fail(partition, toFailure(error, error.message));
    } else {
      const tries = waiting.tries + 1;
      const full = waiting.full + (ending.how === "outOfMemory" ? 1 : 0);
      if (full >= MOST_FULL && halve(partition)) return;
      if (full < MOST_FULL && tries < MOST_TRIES) queue.unshift({ partition, tries, full });
      else fail(partition, { code: "WORKER_CRASHED", message: `${ending.how}: ${ending.why}` });
    }
  };
  const work = async (): Promise<void> => {
    for (let waiting = queue.shift(); waiting !== undefined; waiting = queue.shift()) {
      settle(waiting, await crew.run(waiting.partition));
      onProgress(done, total);
    }
  };
  onProgress(done, total);
  try {
    // whoever finds nothing to do ends; what is queued later is done by the one that queued it
    await Promise.all(Array.from({ length: Math.min(limits.jobs, queue.length) }, work));
  } finally {
    crew.close();
  }
  return { ran, failed, halved };
}
