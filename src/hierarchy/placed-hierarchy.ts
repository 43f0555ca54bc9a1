import { groupRows } from "../base/group-rows.js";
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
  const lowerEnd = new Uint32Array(upTarget.length);
  for (let rank = 0; rank < nodeCount; rank++) lowerEnd.fill(rank, firstUp[rank], firstUp[rank + 1]);
  const { first: firstDown, rows: downArc } = groupRows(upTarget, nodeCount);
  const downTarget = new Uint32Array(downArc.length);
  const downArcCost = new Int32Array(downArc.length);
  for (let at = 0; at < downArc.length; at++) {
    downTarget[at] = lowerEnd[downArc[at]];
    downArcCost[at] = downCost[downArc[at]];
  }
  return {
    firstDown: memory.place(firstDown),
    downTarget: memory.place(downTarget),
    downArcCost: memory.place(downArcCost),
  };
}
