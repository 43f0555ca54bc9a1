import type { TranslationOf } from "../phrase.js";

/** What may be wrong with who travels, and when, on the command line. */
export const TRAVELERS = {
  "usage.profiles": "--json and --ndjson print one report: name one --profile. With -o, profiles.csv holds several.",
  "usage.slope": "--slope needs heights: add --elevation <file.tif>.",
  "usage.unknownHours": "--unknown-hours needs an hour: add --open-at.",
} as const;

/** The same in Chinese. */
export const TRAVELERS_ZH: TranslationOf<typeof TRAVELERS> = {
  "usage.profiles": "--json 与 --ndjson 只输出一份报告：请只写一个 --profile；用 -o 时，profiles.csv 含多个人群。",
  "usage.slope": "--slope 需要高程：请加 --elevation <文件.tif>。",
  "usage.unknownHours": "--unknown-hours 需要时刻：请加 --open-at。",
};
