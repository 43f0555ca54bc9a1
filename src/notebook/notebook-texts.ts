import type { Locale } from "../base/words.js";

/** The words of notebooks that are not in the other renderings. */
export interface NotebookTexts {
  readonly interactive: string;
  readonly noMap: string;
  readonly waiting: string;
  readonly failed: string;
}

export const NOTEBOOK_TEXTS: Readonly<Record<Locale, NotebookTexts>> = {
  zh: {
    interactive: "一刻钟生活圈：可操作的地图和表格",
    noMap: "没有社区轮廓，未绘地图：请用 display(report, { city }) 显示。",
    waiting: "等待数据……",
    failed: "无法显示",
  },
  en: {
    interactive: "Fifteen-minute circles: map and tables to work with",
    noMap: "No map without outlines: show it with display(report, { city }).",
    waiting: "Waiting for data …",
    failed: "Cannot be shown",
  },
};
