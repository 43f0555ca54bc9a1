/**
 * The partitions of a plan on a queue: `import { submitPlan, workOnPlan } from "quarterhour/queue"`. Re-exports only.
 *
 * @module quarterhour/queue
 */

export {
  type PlanQueueOptions,
  type PlanWorker,
  type PlanWorkerOptions,
  submitPlan,
  workOnPlan,
} from "./plan-queue.js";
