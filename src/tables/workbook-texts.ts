import type { Locale } from "../base/words.js";

/** The words of the workbook that are not in the other renderings. */
export interface WorkbookTexts {
  readonly sheets: Readonly<Record<"about" | "indicators" | "neighborhoods" | "shortfalls" | "sources", string>>;
  readonly whole: string;
  readonly ground: string;
  readonly areaKm2: string;
  readonly shortOf: string;
  readonly mandatoryMissing: string;
  readonly uncoveredPeople: string;
  readonly uncoveredSquareMeters: string;
  readonly share: string;
  readonly topic: string;
  readonly what: string;
  readonly given: string;
  readonly used: string;
  readonly repaired: string;
  readonly leftOut: string;
  readonly code: string;
  readonly severity: string;
  readonly count: string;
  readonly samples: string;
  readonly documents: string;
  readonly severities: Readonly<Record<"info" | "warning", string>>;
  readonly howToRead: readonly string[];
  readonly licence: string;
}

const zh: WorkbookTexts = {
  sheets: {
    about: "说明",
    indicators: "指标统计表",
    neighborhoods: "社区明细",
    shortfalls: "短板清单",
    sources: "数据来源",
  },
  whole: "圈合计",
  ground: "土地",
  areaKm2: "面积（平方公里）",
  shortOf: "短板",
  mandatoryMissing: "必备短板数",
  uncoveredPeople: "未覆盖人口",
  uncoveredSquareMeters: "未覆盖面积（平方米）",
  share: "覆盖率",
  topic: "项目",
  what: "内容",
  given: "输入",
  used: "采用",
  repaired: "修复",
  leftOut: "略去",
  code: "代码",
  severity: "级别",
  count: "数量",
  samples: "举例",
  documents: "标准与出处",
  severities: { info: "提示", warning: "警告" },
  howToRead: [
    "空单元格表示未知或无数据，不是 0。",
    "覆盖率为真实百分比数值，时间单位为分钟，距离单位为米；数值未取整，仅显示取整。",
    "短板：能在阈值内到达的居民不足一半（服务盲区）。",
  ],
  licence: "若使用 OpenStreetMap 数据，成果须注明“© OpenStreetMap contributors”，并遵守 ODbL。",
};

const en: WorkbookTexts = {
  sheets: {
    about: "About",
    indicators: "Indicators",
    neighborhoods: "Neighborhoods",
    shortfalls: "Shortfalls",
    sources: "Sources",
  },
  whole: "whole circle",
  ground: "ground",
  areaKm2: "Area (km²)",
  shortOf: "Missing",
  mandatoryMissing: "Mandatory missing",
  uncoveredPeople: "People not covered",
  uncoveredSquareMeters: "Ground not covered (m²)",
  share: "Share",
  topic: "Topic",
  what: "What",
  given: "Given",
  used: "Used",
  repaired: "Repaired",
  leftOut: "Left out",
  code: "Code",
  severity: "Severity",
  count: "Count",
  samples: "Samples",
  documents: "Standards and sources",
  severities: { info: "info", warning: "warning" },
  howToRead: [
    "An empty cell is unknown or no data, never 0.",
    "Shares are real percentages, times are minutes, distances meters; numbers are not rounded, only shown so.",
    "Missing: within reach of less than half of the people.",
  ],
  licence: "Results from OpenStreetMap data need “© OpenStreetMap contributors” and are under the ODbL.",
};

/** The words of the workbook, in both languages. */
export const WORKBOOK_TEXTS: Readonly<Record<Locale, WorkbookTexts>> = { zh, en };
