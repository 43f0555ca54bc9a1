import { notebookTexts } from "../base/texts/renderings/notebook.js";
import type { Locale } from "../base/words.js";
import type { Row } from "../tables/rows.js";
import { toHtmlOutput, toHtmlParagraph, toHtmlTable } from "./html-table.js";

const MOST_ROWS = 50;

/** Writes tidy rows as a notebook shows them: the first ones as a table, and how many there are. */
export function toRowsOutput(table: readonly Row[], locale: Locale): { text: string; html: string } {
  const shown = table.slice(0, MOST_ROWS);
  const rows = [
    Object.keys(table[0] ?? {}),
    ...shown.map((row) => Object.values(row).map((value) => (value === null ? "" : String(value)))),
  ];
  const count = notebookTexts(locale)("notebook.rows", { count: table.length, shown: shown.length });
  const text = [count, ...rows.map((row) => row.join("\t"))].join("\n");
  return { text, html: toHtmlOutput([toHtmlParagraph(count), toHtmlTable(rows)], locale) };
}
