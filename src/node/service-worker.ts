// The script of a thread of the service.
import { parentPort, workerData } from "node:worker_threads";
import { loadCity } from "../city/load-city.js";
import type { PreparedCity } from "../city/prepared-city.js";
import { modesFor } from "../streets/modes/other-modes.js";
import { profileOf } from "./commands/question-of.js";
import { answerJob } from "./service/answer-job.js";
import type { Job, ThreadData } from "./service/jobs.js";

const { city: saved, settings }: ThreadData = workerData;
let loaded: PreparedCity | undefined;
const city = (): PreparedCity => {
  loaded ??= loadCity(saved, { modes: modesFor([profileOf(settings)]) });
  return loaded;
};
parentPort?.on("message", (job: Job) => parentPort?.postMessage(answerJob(job, city, settings)));
