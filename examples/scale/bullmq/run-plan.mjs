// BullMQ: node run-plan.mjs PLAN URL [JOBS], on every machine that sees the folder of the plan; after npm install quarterhour bullmq ioredis
import { submitPlan, workOnPlan } from "quarterhour/queue";

const [plan, connection, jobs = "1"] = process.argv.slice(2);
await submitPlan(plan, { connection });
const worker = await workOnPlan(plan, { connection, jobs: Number(jobs) });
await worker.untilDone();
await worker.close();
