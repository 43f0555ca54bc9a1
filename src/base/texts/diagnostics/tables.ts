import type { TranslationOf } from "../phrase.js";

/** What may be wrong in tables, and what to do. */
export const TABLE_FINDINGS = {
  "row.noPosition": "Rows of the table have no position that can be read; they were left out.",
  "row.noPosition.action": "Fill in longitude and latitude.",
} as const;

export const TABLE_FINDINGS_ZH: TranslationOf<typeof TABLE_FINDINGS> = {
  "row.noPosition": "表格中有些行没有可读取的位置，已略去。",
  "row.noPosition.action": "请补全经度和纬度。",
};
