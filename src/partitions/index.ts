/**
 * A city in partitions: each is judged on its own, anywhere, and the report of all is that of the whole.
 *
 * @module quarterhour/partition
 */

export type { BytesSource } from "../city/column-file.js";
export type { GroupOptions } from "./group-neighborhoods.js";
export { mergeGroups } from "./merge-groups.js";
export { mergePartitions } from "./merge-partitions.js";
export type { PartitionPlan, PartitionQuestion, PlannedPartition } from "./partition.js";
export { type PartitionedCity, type PartitionOptions, planPartitions } from "./plan-partitions.js";
export { type RunPartitionOptions, runPartition } from "./run-partition.js";
