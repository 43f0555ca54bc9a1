import type { Queue, QueueBaseOptions, Worker } from "bullmq";
import { assertKeys, assertObject, invalid } from "../../base/check-argument.js";
import { explainLoading } from "../../base/optional-packages.js";
import { say } from "../../base/texts/node.js";
import { toError } from "../../workers/sent-error.js";
import { crewLimits } from "../partitions/crew-limits.js";
import { PlanFolder } from "../partitions/plan-folder.js";
import { ProcessCrew } from "../partitions/process-crew.js";
import { toFailure } from "../partitions/run-one.js";

/** Where a queue is. */
export interface PlanQueueOptions {
  /** A URL: `redis://…` (Redis or Valkey, with `ioredis`) or `postgres://…` (PostgreSQL, with `pg`). */
  readonly connection: string;
  /** Default: `quarterhour`. */
  readonly queueName?: string;
}

/** How the partitions of a queue are run. */
export interface PlanWorkerOptions extends PlanQueueOptions {
  /** How many processes run partitions. Default: 1. */
  readonly jobs?: number;
  /** Most memory of the heap of each process, in MiB. Default: 60 % of the machine's, shared among them. */
  readonly memoryMiB?: number;
  /** After how many seconds without a sign of life a job is given to another worker. Default: 30. */
  readonly stalledSeconds?: number;
}

/** What runs the partitions of a queue. */
export interface PlanWorker {
  /** Is kept when every partition of the plan is done or has failed, whoever ran it. */
  readonly untilDone: () => Promise<void>;
  /** Ends the worker and its processes. */
  readonly close: () => Promise<void>;
}

const QUEUE_KEYS = ["connection", "queueName"];
const WORKER_KEYS = new Set([...QUEUE_KEYS, "jobs", "memoryMiB", "stalledSeconds"]);
const TRIES = 3;
const LOOK_MILLISECONDS = 200;

/**
 * Puts the partitions of a plan that are not done into a queue. Whoever does it again puts nothing there twice: a job is named for its
 * partition and its data. Jobs hold ids only: where the workers are, the folder of the plan must be, too.
 *
 * @param path the folder of a plan, from `quarterhour plan`
 * @returns how many partitions are not done
 * @throws {CoverageError} `PACKAGE_MISSING` without `bullmq`; `FILE_MISSING`, `DAMAGED_FILE`; `INVALID_ARGUMENT`
 */
export async function submitPlan(path: string, options: PlanQueueOptions): Promise<number> {
  checkConnection(options, new Set(QUEUE_KEYS));
  const { connection, queueName = "quarterhour" } = options;
  const folder = new PlanFolder(path);
  folder.readFacts();
  const left = folder.readPartitions().filter((one) => folder.stateOf(one) !== "done");
  const { bullmq, base, factory } = await openBackend("submitPlan", connection);
  const queue: Queue = new bullmq.Queue(queueName, base, factory);
  try {
    await queue.addBulk(
      left.map(({ id, inputHash }) => ({
        name: "partition",
        data: { id },
        opts: { jobId: `${id}-${inputHash}`, attempts: TRIES, removeOnComplete: true },
      })),
    );
  } finally {
    await queue.close();
  }
  return left.length;
}

/**
 * Runs partitions that a queue hands out, in processes of their own, until it is closed. What cannot be judged is tried once; a process
 * that dies, or a worker that is lost, is tried again, by whoever is there.
 *
 * @param path the folder of the plan
 * @throws {CoverageError} as {@link submitPlan}
 */
export async function workOnPlan(path: string, options: PlanWorkerOptions): Promise<PlanWorker> {
  checkConnection(options, WORKER_KEYS);
  const { connection, queueName = "quarterhour", jobs = 1, memoryMiB, stalledSeconds = 30 } = options;
  for (const [name, value] of Object.entries({ jobs, stalledSeconds }))
    if (!(typeof value === "number" && value > 0)) throw invalid(`options.${name}`, value, say("expected.positive"));
  const folder = new PlanFolder(path);
  folder.readFacts();
  const { bullmq, base, factory } = await openBackend("workOnPlan", connection);
  const crew = new ProcessCrew(path, crewLimits(jobs, memoryMiB));
  const stalled = 1000 * stalledSeconds;
  const worker: Worker = new bullmq.Worker(
    queueName,
    async ({ data }: { data: { id: string } }) => {
      const partition = folder.findPartition(data.id);
      if (partition === undefined) throw new bullmq.UnrecoverableError(`the plan has no partition ${data.id}`);
      const ending = await crew.run(partition);
      if (ending.how === "done") return;
      if (ending.how !== "failed") throw new Error(`${ending.how}: ${ending.why}`);
      const error = toError(ending.error);
      folder.writeFailure(partition, toFailure(error, error.message));
      throw new bullmq.UnrecoverableError(error.message);
    },
    { ...base, concurrency: jobs, lockDuration: stalled, stalledInterval: stalled, maxStalledCount: TRIES },
    factory,
  );
  worker.on("error", () => undefined); // of the connection, which is made again
  worker.on("failed", (job, { message }) => {
    const partition = folder.findPartition(job?.data.id);
    const isLast = (job?.attemptsMade ?? TRIES) >= TRIES;
    if (partition !== undefined && isLast && folder.stateOf(partition) === "left")
      folder.writeFailure(partition, { code: "WORKER_CRASHED", message });
  });
  return {
    untilDone: async () => {
      const isOpen = () => folder.readPartitions().some((one) => folder.stateOf(one) === "left");
      while (isOpen()) await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
    },
    close: async () => {
      crew.close();
      await worker.close(true);
    },
  };
}

/** Loads BullMQ with what it needs for a connection. */
async function openBackend(
  user: string,
  url: string,
): Promise<{
  readonly bullmq: typeof import("bullmq");
  readonly base: QueueBaseOptions;
  readonly factory: undefined;
}> {
  try {
    const bullmq = await import("bullmq");
    const isPostgres = /^postgres(ql)?:/.test(url);
    const connection = isPostgres ? { connectionString: url, migrate: true } : { url, maxRetriesPerRequest: null };
    return {
      bullmq,
      base: { connection } as QueueBaseOptions,
      // Redis is what it takes by itself
      factory: (isPostgres ? bullmq.createPostgresBackend : undefined) as undefined,
    };
  } catch (cause) {
    throw explainLoading(user, "bullmq", cause);
  }
}

function checkConnection(options: PlanQueueOptions, known: ReadonlySet<string>): void {
  assertObject("options", options);
  assertKeys(options, known);
  const { connection } = options;
  if (typeof connection !== "string" || !/^(rediss?|postgres(ql)?):\/\//.test(connection))
    throw invalid("options.connection", connection, say("expected.queueUrl"));
}
