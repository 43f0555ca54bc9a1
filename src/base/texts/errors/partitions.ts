import type { TranslationOf } from "../phrase.js";

/** What is wrong with partitions of a city, and with what was found in them. */
export const PARTITIONS = {
  "expected.bytes": "bytes, a Uint8Array",
  "expected.plan": "a plan that planPartitions of this version made",
  "expected.travelOfPlan": "the travel models of the plan: {keys}",
  "expected.adcode": "an id that begins with the six digits of a county, such as 510104; or partition by size",
  "partition.otherPlan": 'The result of partition "{id}" belongs to another plan: of other data, or another question.',
  "partition.otherPlan.hint": "Run the partitions of this plan.",
  "partition.missing":
    "{count} {count|partition has|partitions have} no result ({ids}): {people} {people|person lives|people live} there.",
  "partition.missing.hint": "Run them, and merge again.",
} as const;

/** The same in Chinese. */
export const PARTITIONS_ZH: TranslationOf<typeof PARTITIONS> = {
  "expected.bytes": "字节（Uint8Array）",
  "expected.plan": "当前版本的 planPartitions 给出的计划",
  "expected.travelOfPlan": "计划中的出行模型：{keys}",
  "expected.adcode": "以区县六位代码开头的 id，如 510104；或改为按规模划分",
  "partition.otherPlan": "分区“{id}”的结果属于另一个计划：数据或问题不同。",
  "partition.otherPlan.hint": "请运行本计划的分区。",
  "partition.missing": "缺少 {count} 个分区的结果（{ids}），涉及 {people} 人。",
  "partition.missing.hint": "请运行这些分区，再合并。",
};
