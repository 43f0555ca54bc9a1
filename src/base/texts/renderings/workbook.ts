import type { TranslationOf } from "../phrase.js";
import { type TellIn, tellFrom } from "../tell.js";
import { REPORT, REPORT_ZH } from "./report.js";

/** What the workbook says, besides what reports say. */
export const WORKBOOK = {
  "workbook.sheet.about": "About",
  "workbook.sheet.charts": "Charts",
  "workbook.sheet.indicators": "Indicators",
  "workbook.sheet.neighborhoods": "Neighborhoods",
  "workbook.sheet.shortfalls": "Shortfalls",
  "workbook.sheet.measures": "Measures",
  "workbook.sheet.sources": "Sources",
  "workbook.chart.requirements": "Within reach, by mandatory requirement",
  "workbook.chart.circles": "Every mandatory requirement within reach, by circle",
  /** At the foot of a printed page: Excel puts numbers for `&P` and `&N`. */
  "workbook.page": "page &P of &N",
  "workbook.nearestName": "Name of the nearest facility",
  "workbook.whole": "whole circle",
  "workbook.areaKm2": "Area (km²)",
  "workbook.shortOf": "Missing",
  "workbook.mandatoryMissing": "Mandatory missing",
  "workbook.uncoveredPeople": "People not covered",
  "workbook.uncoveredSquareMeters": "Ground not covered (m²)",
  "workbook.topic": "Topic",
  "workbook.what": "What",
  "workbook.reading": "How to read it",
  "workbook.given": "Given",
  "workbook.used": "Used",
  "workbook.repaired": "Repaired",
  "workbook.leftOut": "Left out",
  "workbook.code": "Code",
  "workbook.documents": "Standards and sources",
  "workbook.severity.info": "info",
  "workbook.severity.warning": "warning",
  "workbook.note.empty": "An empty cell is unknown or no data, never 0.",
  "workbook.note.units":
    "Shares are real percentages, times are minutes, distances meters. Times are rounded up, as everywhere in the report; other numbers are not rounded, only shown so.",
  "workbook.note.unitsAndScores":
    "Shares are real percentages, times are minutes, distances meters. Times are rounded up and scores down, as everywhere in the report; other numbers are not rounded, only shown so.",
  "workbook.note.missing": "Missing: within reach of less than half of the people.",
  "workbook.note.goesOn": "Goes on in {sheets}: a sheet holds {rows} {rows|row|rows} at most.",
  "workbook.licence": "Results from OpenStreetMap data need “© OpenStreetMap contributors” and are under the ODbL.",
} as const;

/** The same in Chinese. */
export const WORKBOOK_ZH: TranslationOf<typeof WORKBOOK> = {
  "workbook.sheet.about": "说明",
  "workbook.sheet.charts": "图表",
  "workbook.sheet.indicators": "指标统计表",
  "workbook.sheet.neighborhoods": "社区明细",
  "workbook.sheet.shortfalls": "短板清单",
  "workbook.sheet.measures": "指标",
  "workbook.sheet.sources": "数据来源",
  "workbook.chart.requirements": "各项必备要求的覆盖率",
  "workbook.chart.circles": "各生活圈完整覆盖的比例",
  "workbook.page": "第 &P 页，共 &N 页",
  "workbook.nearestName": "最近设施名称",
  "workbook.whole": "圈合计",
  "workbook.areaKm2": "面积（平方公里）",
  "workbook.shortOf": "短板",
  "workbook.mandatoryMissing": "必备短板数",
  "workbook.uncoveredPeople": "未覆盖人口",
  "workbook.uncoveredSquareMeters": "未覆盖面积（平方米）",
  "workbook.topic": "项目",
  "workbook.what": "内容",
  "workbook.reading": "阅读说明",
  "workbook.given": "输入",
  "workbook.used": "采用",
  "workbook.repaired": "修复",
  "workbook.leftOut": "略去",
  "workbook.code": "代码",
  "workbook.documents": "标准与出处",
  "workbook.severity.info": "提示",
  "workbook.severity.warning": "警告",
  "workbook.note.empty": "空单元格表示未知或无数据，不是 0。",
  "workbook.note.units":
    "覆盖率为真实百分比数值，时间单位为分钟，距离单位为米。时间向上取整，与报告其他部分一致；其余数值未取整，仅显示取整。",
  "workbook.note.unitsAndScores":
    "覆盖率为真实百分比数值，时间单位为分钟，距离单位为米。时间向上取整、得分向下取整，与报告其他部分一致；其余数值未取整，仅显示取整。",
  "workbook.note.missing": "短板：能在阈值内到达的居民不足一半（服务盲区）。",
  "workbook.note.goesOn": "续见{sheets}：一张工作表最多 {rows} 行。",
  "workbook.licence": "若使用 OpenStreetMap 数据，成果须注明“© OpenStreetMap contributors”，并遵守 ODbL。",
};

/** Tells what workbooks and reports say. */
export const workbookTexts: TellIn<typeof REPORT & typeof WORKBOOK> = /* @__PURE__ */ tellFrom(
  [REPORT, REPORT_ZH],
  [WORKBOOK, WORKBOOK_ZH],
);
