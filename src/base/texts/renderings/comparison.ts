import type { TranslationOf } from "../phrase.js";
import { type TellIn, tellFrom } from "../tell.js";
import { REPORT, REPORT_ZH } from "./report.js";

/** What a comparison says, besides what reports say. */
export const COMPARISON = {
  "comparison.title": "Two reports compared: before → after",
  "comparison.sameMethod":
    "Standard, profile and method are the same in both: the difference comes from data or edits.",
  "comparison.method.standard": "Standard",
  "comparison.method.judgeBy": "Judged",
  "comparison.method.profile": "Profile",
  "comparison.method.travel": "Distances",
  "comparison.method.originSpacing": "Spacing of origins",
  "comparison.judgeBy.time": "by time",
  "comparison.judgeBy.network": "by distance",
  "comparison.judgeBy.straight": "by straight lines",
  "comparison.standards.title": "Several standards, one city",
  "comparison.standards.standard": "Standard",
  "comparison.standards.services": "Services in reach",
  "comparison.standards.share": "Part of them",
  "comparison.standards.agreement":
    "{one} and {other}: rank correlation of the neighborhoods {correlation} (1: the same order, 0: none in common). Who moves most:",
  "comparison.standards.mover": "{name}: rank {from} → {to}",
  "comparison.judgeBy.inside": "by presence in the neighborhood",
  "comparison.spacing": "{meters} m",
  "comparison.inDetail": "{label} (not the same in detail)",
  "comparison.used": "Used of {layer}",
  "comparison.change": "Change",
  "comparison.complete": "Complete",
  "comparison.newlyMissing": "Newly missing",
  "comparison.noLongerMissing": "No longer missing",
  "comparison.share": "Within reach",
  "comparison.points": "{value} points",
  "comparison.unchanged": "{count} {count|neighborhood|neighborhoods} did not change.",
  "comparison.onlyBefore": "Only before",
  "comparison.onlyAfter": "Only after",
  "comparison.noChange": "No number changed.",
} as const;

/** The same in Chinese. */
export const COMPARISON_ZH: TranslationOf<typeof COMPARISON> = {
  "comparison.title": "两份报告的比较：前 → 后",
  "comparison.sameMethod": "两份报告的标准、出行人群和测算方法相同：差别来自数据或修改。",
  "comparison.method.standard": "标准",
  "comparison.method.judgeBy": "判定",
  "comparison.method.profile": "出行人群",
  "comparison.method.travel": "测算方法",
  "comparison.method.originSpacing": "出发点间距",
  "comparison.judgeBy.time": "按时间",
  "comparison.judgeBy.network": "按距离",
  "comparison.judgeBy.straight": "按直线距离",
  "comparison.standards.title": "一城多标准",
  "comparison.standards.standard": "标准",
  "comparison.standards.services": "可达服务",
  "comparison.standards.share": "占比",
  "comparison.standards.agreement":
    "{one}与{other}：社区排序的相关系数为 {correlation}（1 为次序相同，0 为毫无关联）。名次变动最大的：",
  "comparison.standards.mover": "{name}：第 {from} 名 → 第 {to} 名",
  "comparison.judgeBy.inside": "按社区内是否有",
  "comparison.spacing": "{meters} 米",
  "comparison.inDetail": "{label}（两份内容不同）",
  "comparison.used": "使用的{layer}",
  "comparison.change": "变化",
  "comparison.complete": "完整覆盖",
  "comparison.newlyMissing": "新缺",
  "comparison.noLongerMissing": "已补",
  "comparison.share": "覆盖比例",
  "comparison.points": "{value} 个百分点",
  "comparison.unchanged": "{count} 个社区没有变化。",
  "comparison.onlyBefore": "只在前一份中",
  "comparison.onlyAfter": "只在后一份中",
  "comparison.noChange": "没有任何数字变化。",
};

/** Tells what comparisons and reports say. */
export const comparisonTexts: TellIn<typeof REPORT & typeof COMPARISON> = /* @__PURE__ */ tellFrom(
  [REPORT, REPORT_ZH],
  [COMPARISON, COMPARISON_ZH],
);
