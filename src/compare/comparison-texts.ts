import type { Locale } from "../base/words.js";
import type { MethodChange } from "./comparison.js";

interface ComparisonTexts {
  readonly title: string;
  readonly sameMethod: string;
  readonly method: Readonly<Record<MethodChange["what"], string>>;
  readonly inDetail: (label: string) => string;
  readonly used: (layer: string) => string;
  readonly change: string;
  readonly complete: string;
  readonly newlyMissing: string;
  readonly noLongerMissing: string;
  readonly share: string;
  readonly points: (value: string) => string;
  readonly unchanged: (count: string) => string;
  readonly onlyBefore: string;
  readonly onlyAfter: string;
  readonly noChange: string;
}

/** What a comparison says, besides what reports say. */
export const COMPARISON_TEXTS: Readonly<Record<Locale, ComparisonTexts>> = {
  zh: {
    title: "两份报告的比较：前 → 后",
    sameMethod: "两份报告的标准、出行人群和测算方法相同：差别来自数据。",
    method: { standard: "标准", judgeBy: "判定", profile: "出行人群", travel: "测算方法", originSpacing: "出发点间距" },
    inDetail: (label) => `${label}（两份内容不同）`,
    used: (layer) => `使用的${layer}`,
    change: "变化",
    complete: "完整覆盖",
    newlyMissing: "新缺",
    noLongerMissing: "已补",
    share: "覆盖比例",
    points: (value) => `${value} 个百分点`,
    unchanged: (count) => `${count} 个社区没有变化。`,
    onlyBefore: "只在前一份中",
    onlyAfter: "只在后一份中",
    noChange: "没有任何数字变化。",
  },
  en: {
    title: "Two reports compared: before → after",
    sameMethod: "Standard, profile and method are the same in both: the difference comes from the data.",
    method: {
      standard: "Standard",
      judgeBy: "Judged",
      profile: "Profile",
      travel: "Distances",
      originSpacing: "Spacing of origins",
    },
    inDetail: (label) => `${label} (not the same in detail)`,
    used: (layer) => `Used of ${layer}`,
    change: "Change",
    complete: "Complete",
    newlyMissing: "Newly missing",
    noLongerMissing: "No longer missing",
    share: "Within reach",
    points: (value) => `${value} points`,
    unchanged: (count) => `${count} neighborhoods did not change.`,
    onlyBefore: "Only before",
    onlyAfter: "Only after",
    noChange: "No number changed.",
  },
};
