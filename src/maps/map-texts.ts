import type { Locale } from "../base/words.js";
import type { CircleScale } from "../report/circle-view.js";

/** Every word of the map files that is not in the other renderings. */
export interface MapTexts {
  readonly legend: Readonly<Record<CircleScale, string>>;
  readonly north: string;
  readonly dots: string;
  readonly streets: string;
  readonly water: string;
  readonly numbers: string;
  readonly date: string;
  readonly data: string;
  readonly standard: string;
  readonly travel: string;
  readonly noDataOrUnknown: string;
  readonly noOutlines: string;
  readonly cityScore: (score: string) => string;
  readonly completePeople: (share: string) => string;
  readonly completeArea: (share: string) => string;
}

const zh: MapTexts = {
  legend: { grade: "得分与等级", score: "得分", share: "完整覆盖的比例" },
  north: "北",
  dots: "计入该圈的设施",
  streets: "道路",
  water: "水域",
  numbers: "图上数字为该社区在报告表格中的行号。",
  date: "日期",
  data: "数据",
  standard: "标准",
  travel: "出行模型",
  noDataOrUnknown: "无数据或未知",
  noOutlines: "没有可绘制的社区边界。",
  cityScore: (score) => `全市 ${score}`,
  completePeople: (share) => `完整覆盖人口 ${share}`,
  completeArea: (share) => `完整覆盖面积 ${share}`,
};

const en: MapTexts = {
  legend: { grade: "Score and grade", score: "Score", share: "For whom it is complete" },
  north: "N",
  dots: "facilities that count",
  streets: "streets",
  water: "water",
  numbers: "Numbers on the map are rows of the report's tables.",
  date: "Date",
  data: "Data",
  standard: "Standard",
  travel: "Travel",
  noDataOrUnknown: "no data or unknown",
  noOutlines: "There are no outlines of neighborhoods to draw.",
  cityScore: (score) => `City ${score}`,
  completePeople: (share) => `complete for ${share} of people`,
  completeArea: (share) => `complete for ${share} of the ground`,
};

/** The words of the map files, in both languages. */
export const MAP_TEXTS: Readonly<Record<Locale, MapTexts>> = { zh, en };
