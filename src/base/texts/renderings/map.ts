import type { TranslationOf } from "../phrase.js";
import { type TellIn, tellFrom } from "../tell.js";
import { REPORT, REPORT_ZH } from "./report.js";

/** What map files say, besides what reports say. */
export const MAP = {
  "map.legend.grade": "Score and grade",
  "map.legend.score": "Score",
  "map.legend.share": "For whom it is complete",
  "map.north": "N",
  "map.dots": "facilities that count",
  "map.streets": "streets",
  "map.water": "water",
  "map.numbers": "Numbers on the map are rows of the report's tables.",
  "map.date": "Date",
  "map.data": "Data",
  "map.standard": "Standard",
  "map.travel": "Travel",
  "map.noDataOrUnknown": "no data or unknown",
  "map.noOutlines": "There are no outlines of neighborhoods to draw.",
  "map.cityScore": "City {score}",
  "map.complete.population": "complete for {share} of people",
  "map.complete.area": "complete for {share} of the ground",
} as const;

/** The same in Chinese. */
export const MAP_ZH: TranslationOf<typeof MAP> = {
  "map.legend.grade": "得分与等级",
  "map.legend.score": "得分",
  "map.legend.share": "完整覆盖的比例",
  "map.north": "北",
  "map.dots": "计入该圈的设施",
  "map.streets": "道路",
  "map.water": "水域",
  "map.numbers": "图上数字为该社区在报告表格中的行号。",
  "map.date": "日期",
  "map.data": "数据",
  "map.standard": "标准",
  "map.travel": "出行模型",
  "map.noDataOrUnknown": "无数据或未知",
  "map.noOutlines": "没有可绘制的社区边界。",
  "map.cityScore": "全市 {score}",
  "map.complete.population": "完整覆盖人口 {share}",
  "map.complete.area": "完整覆盖面积 {share}",
};

/** Tells what map files and reports say. */
export const mapTexts: TellIn<typeof REPORT & typeof MAP> = /* @__PURE__ */ tellFrom(
  [REPORT, REPORT_ZH],
  [MAP, MAP_ZH],
);
