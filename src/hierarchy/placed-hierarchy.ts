import type { Hierarchy } from "./hierarchy.js";
import type { KernelMemory } from "./kernel-memory.js";

/** Where the columns of a hierarchy lie in the memory of the kernels. */
export interface PlacedHierarchy {
  readonly firstUp: number;
  readonly upTarget: number;
  readonly upCost: number;
  readonly downCost: number;
}
/** The same arcs by their upper ends. */
export interface PlacedDownArcs {
  readonly firstDown: number;
  readonly downTarget: number;
  readonly downArcCost: number;
}

/** Copies a hierarchy into the memory of the kernels. */
export function placeHierarchy(memory: KernelMemory, hierarchy: Hierarchy): PlacedHierarchy {
  const { firstUp, upTarget, upCost, downCost } = hierarchy;
  const placedUpCost = memory.place(upCost);
  return {
    firstUp: memory.place(firstUp),
    upTarget: memory.place(upTarget),
    upCost: placedUpCost,
    downCost: downCost === upCost ? placedUpCost : memory.place(downCost),
  };
}

/** Lays the arcs out by their upper ends, for searches that must not visit every rank. */
export function placeDownArcs(memory: KernelMemory, hierarchy: Hierarchy): PlacedDownArcs {
  const { nodeCount, firstUp, upTarget, downCost } = hierarchy;
  const firstDown = new Uint32Array(nodeCount + 1);
  for (const target of upTarget) firstDown[target + 1]++;
  for (let rank = 0; rank < nodeCount; rank++) firstDown[rank + 1] += firstDown[rank];
  const next = firstDown.slice(0, nodeCount);
  const downTarget = new Uint32Array(upTarget.length);
  const downArcCost = new Int32Array(upTarget.length);
  for (let rank = 0; rank < nodeCount; rank++) {
    for (let arc = firstUp[rank]; arc < firstUp[rank + 1]; arc++) {
      const at = next[upTarget[arc]]++;
      downTarget[at] = rank;
      downArcCost[at] = downCost[arc];
    }
  }
  return {
    firstDown: memory.place(firstDown),
    downTarget: memory.place(downTarget),
    downArcCost: memory.place(downArcCost),
  };
}
