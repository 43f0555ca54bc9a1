/** A thread of `two-threads.ts`: searches in its half of the network. */
import { parentPort } from "node:worker_threads";
import { buildNetworkFromEdges } from "../../src/graph/network.js";
import { buildHierarchy } from "../../src/hierarchy/build-hierarchy.js";
import { HierarchySearch } from "../../src/hierarchy/hierarchy-search.js";
import type { PartColumns, ToPart } from "./part-of-network.js";
import { arcUnitsOf, toUnits } from "./units.js";

let search: HierarchySearch | null = null;
let ownCount = 0;
let found: Int32Array = new Int32Array();

function prepare({ ownCount: count, ...streets }: PartColumns, limitMeters: number): void {
  const network = buildNetworkFromEdges(streets);
  const limit = toUnits(limitMeters);
  const built = buildHierarchy(network, arcUnitsOf(network.edgeMeters), { direction: "toSources", limit });
  if (built === null) throw new Error("the network is too dense for a hierarchy");
  search = new HierarchySearch(built);
  ownCount = count;
}

function nearest(categories: readonly Uint32Array[]): void {
  if (search === null) throw new Error("not prepared");
  const { rankOfNode } = search.hierarchy;
  found = search.nearestCosts(categories.map((nodes) => nodes.map((node) => rankOfNode[node] ?? 0)));
}

function copy(answer: Int32Array): void {
  if (search === null) throw new Error("not prepared");
  const { rankOfNode, nodeCount } = search.hierarchy;
  for (let i = 0; i < answer.length; i++)
    answer[i] = found[Math.floor(i / ownCount) * nodeCount + (rankOfNode[i % ownCount] ?? 0)] ?? 0;
}

parentPort?.on("message", (message: ToPart) => {
  if (message.kind === "copy") {
    copy(message.answer);
    Atomics.store(message.isDone, 0, 1);
    Atomics.notify(message.isDone, 0);
    return;
  }
  if (message.kind === "prepare") prepare(message.columns, message.limitMeters);
  else nearest(message.categories);
  parentPort?.postMessage("done");
});
