/**
 * The door `quarterhour/hierarchy`, for those with a graph of their own: many nearest places of every node at once. Re-exports only.
 *
 * @module quarterhour/hierarchy
 */

export { buildHierarchy } from "./build-hierarchy.js";
export { type CountedSource, CountingSearch } from "./counting-search.js";
export type { Hierarchy } from "./hierarchy.js";
export { HierarchySearch, type LabelColumn, type RankedColumn, rankedAt } from "./hierarchy-search.js";
export type { KernelMemory } from "./kernel-memory.js";
export type { Kernels } from "./kernels.js";
export type { ColumnSeeds, Leaves, Seeds } from "./leaves.js";
export { type KernelSet, makeKernels, makePlainKernels } from "./make-kernels.js";
export type { PlacedHierarchy } from "./placed-hierarchy.js";
export type { RankedLabel } from "./ranked-labels.js";
