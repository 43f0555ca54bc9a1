import type { TranslationOf } from "../phrase.js";
import { type TellIn, tellFrom } from "../tell.js";
import { REPORT, REPORT_ZH } from "./report.js";

/** What charts say, besides what reports say. */
export const CHART = {
  "chart.everydayServices": "everyday services within reach",
  "chart.histogram.people": "People by {subject}",
  "chart.histogram.ground": "Ground by {subject}",
  "chart.histogram.words": "At {pass} or above: {amount} of {all}.",
  "chart.lorenz": "How evenly everyday services are spread",
  "chart.lorenz.people": "people, those with the fewest services first",
  "chart.lorenz.ground": "ground, that with the fewest services first",
  "chart.lorenz.services": "services",
  "chart.lorenz.words":
    "The half with the fewest has {half} of all services within reach; all alike: 50%. Gini coefficient {gini}.",
  "chart.strips": "Neighborhoods by circle",
  "chart.strips.note":
    "A dot is a neighborhood, as large as its people (or its ground) are many; the bar is the city. The line is where it is enough.",
  "chart.strips.words": "{circle}: city {city}, neighborhoods from {least} to {most}.",
  "chart.ranking.missing": "What is missing most",
  "chart.ranking.places": "Where it is worst: {subject}",
  "chart.ranking.words": "First: {name}, {value}.",
  "chart.fromOrigins": "From every place where people live.",
  "chart.fromAreas": "From the means of neighborhoods: differences within them are not seen.",
  "chart.unknown": "Nothing is known of {amount}.",
  "chart.nothing": "There are no values to draw.",
} as const;

/** The same in Chinese. */
export const CHART_ZH: TranslationOf<typeof CHART> = {
  "chart.everydayServices": "可达日常服务",
  "chart.histogram.people": "人口分布：{subject}",
  "chart.histogram.ground": "面积分布：{subject}",
  "chart.histogram.words": "{all}中有 {amount}达到或超过 {pass}。",
  "chart.lorenz": "日常服务分布是否均衡",
  "chart.lorenz.people": "居民（服务由少到多）",
  "chart.lorenz.ground": "用地（服务由少到多）",
  "chart.lorenz.services": "服务",
  "chart.lorenz.words": "服务最少的一半共占全部可达服务的 {half}；完全均等为 50%。基尼系数 {gini}。",
  "chart.strips": "各圈的社区分布",
  "chart.strips.note": "每点为一个社区，大小表示人口（或面积）；竖条为全市。竖线处为达标。",
  "chart.strips.words": "{circle}：全市 {city}，各社区 {least} 至 {most}。",
  "chart.ranking.missing": "最缺什么",
  "chart.ranking.places": "哪里最差：{subject}",
  "chart.ranking.words": "首位：{name}，{value}。",
  "chart.fromOrigins": "按每个居住点计算。",
  "chart.fromAreas": "按社区平均值计算，社区内部的差异未计入。",
  "chart.unknown": "{amount}情况未知。",
  "chart.nothing": "没有可绘制的值。",
};

/** Tells what charts and reports say. */
export const chartTexts: TellIn<typeof REPORT & typeof CHART> = /* @__PURE__ */ tellFrom(
  [REPORT, REPORT_ZH],
  [CHART, CHART_ZH],
);
