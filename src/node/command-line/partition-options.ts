import { say } from "../../base/texts/node.js";
import { GROUPINGS } from "../../partitions/group-neighborhoods.js";
import type { OptionRow } from "./option-table.js";
import { readChoice, readNumber, readText, readTexts, readWhole } from "./option-values.js";
import type { SettingName } from "./settings.js";

/** Rows of the table of options: how a city is parted, and how its partitions are run. */
export const PARTITION_OPTIONS: Readonly<
  Record<Extract<SettingName, "by" | "nodes" | "plan" | "memory" | "partition" | "allowMissing">, OptionRow>
> = {
  by: { read: readChoice(GROUPINGS), value: "<how>", choices: GROUPINGS },
  nodes: { read: readNumber(1, say("unit.nodes")), value: "<count>" },
  plan: { read: readText, value: "<folder>", isPath: true, flagOnly: true },
  memory: { read: readWhole(16, 1_048_576), value: "<MiB>" },
  partition: { read: readTexts, value: "<id|@place>", repeats: true, flagOnly: true },
  allowMissing: { flagOnly: true },
};
