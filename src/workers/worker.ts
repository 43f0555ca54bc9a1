/**
 * The script of a browser worker: `quarterhour/worker`.
 *
 * @module quarterhour/worker
 */
import type { FromWorker, ToWorker } from "./messages.js";
import { PartWorker } from "./part-worker.js";

interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;
const worker = new PartWorker((message) => scope.postMessage(message));
scope.onmessage = ({ data }) => worker.receive(data);
