import type { TranslationOf } from "../phrase.js";
import { type TellIn, tellFrom } from "../tell.js";
import { REPORT, REPORT_ZH } from "./report.js";

/** What a table of several profiles says, besides what reports say. */
export const PROFILE_TABLE = {
  "profiles.title": "Circles by who travels",
  "profiles.of": "{standard}: people for whom a circle is complete",
  "profiles.ofArea": "{standard}: part of the ground for which a circle is complete",
  "profiles.scores": "{standard}: scores",
  "profiles.sheet": "By profile",
  "profiles.standard": "Standard",
} as const;

export const PROFILE_TABLE_ZH: TranslationOf<typeof PROFILE_TABLE> = {
  "profiles.title": "各生活圈 × 出行人群",
  "profiles.of": "{standard}：生活圈完整的人口比例",
  "profiles.ofArea": "{standard}：生活圈完整的用地比例",
  "profiles.scores": "{standard}：得分",
  "profiles.sheet": "人群对比",
  "profiles.standard": "标准",
};

/** Tells what tables of profiles and reports say. */
export const profileTexts: TellIn<typeof PROFILE_TABLE & typeof REPORT> = /* @__PURE__ */ tellFrom(
  [PROFILE_TABLE, PROFILE_TABLE_ZH],
  [REPORT, REPORT_ZH],
);
