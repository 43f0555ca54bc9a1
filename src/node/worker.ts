// The script of a worker thread in Node, Deno and Bun.
import { parentPort } from "node:worker_threads";
import { PartWorker } from "../workers/part-worker.js";

const worker = new PartWorker((message) => parentPort?.postMessage(message));
parentPort?.on("message", (message) => worker.receive(message));
