import type { TranslationOf } from "../phrase.js";
import { type TellIn, tellFrom } from "../tell.js";
import { REPORT, REPORT_ZH } from "./report.js";

/** What notebooks say, besides what reports say. */
export const NOTEBOOK = {
  "notebook.interactive": "Fifteen-minute circles: map and tables to work with",
  "notebook.noMap": "No map without outlines: show it with display(report, { city }).",
  "notebook.waiting": "Waiting for data …",
  "notebook.failed": "Cannot be shown",
  "notebook.isochrones": "Ground and streets within reach",
  "notebook.within": "Within",
  "notebook.reachedGround": "Ground reached",
  "notebook.reachedStreets": "Streets reached",
  "notebook.rows": "{count} {count|row|rows}, the first {shown}:",
} as const;

/** The same in Chinese. */
export const NOTEBOOK_ZH: TranslationOf<typeof NOTEBOOK> = {
  "notebook.interactive": "一刻钟生活圈：可操作的地图和表格",
  "notebook.noMap": "没有社区轮廓，未绘地图：请用 display(report, { city }) 显示。",
  "notebook.waiting": "等待数据……",
  "notebook.failed": "无法显示",
  "notebook.isochrones": "可达的地面和街道",
  "notebook.within": "时限",
  "notebook.reachedGround": "可达面积",
  "notebook.reachedStreets": "可达街道",
  "notebook.rows": "共 {count} 行，前 {shown} 行：",
};

/** Tells what notebooks and reports say. */
export const notebookTexts: TellIn<typeof REPORT & typeof NOTEBOOK> = /* @__PURE__ */ tellFrom(
  [REPORT, REPORT_ZH],
  [NOTEBOOK, NOTEBOOK_ZH],
);
