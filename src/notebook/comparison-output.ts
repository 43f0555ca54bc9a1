import type { Locale } from "../base/words.js";
import type { ReportComparison } from "../compare/comparison.js";
import { cityRows, neighborhoodRows, requirementRows } from "../compare/comparison-rows.js";
import { toComparisonText } from "../compare/to-comparison-text.js";
import { toHtmlOutput, toHtmlParagraph, toHtmlTable } from "./html-table.js";

/** Writes a comparison as a notebook shows it: what differs in how the reports were made, and the tables of what changed. */
export function toComparisonOutput(comparison: ReportComparison, locale: Locale): { text: string; html: string } {
  const text = toComparisonText(comparison, { locale });
  // the lines above the first table: title and methods
  const [title = "", ...methods] = text.split(/\n\n+/, 2).flatMap((part) => part.split("\n"));
  const tables = [cityRows, requirementRows, neighborhoodRows]
    .map((toRows) => toRows(comparison, locale))
    .filter((rows) => rows.length > 1)
    .map(toHtmlTable);
  return { text, html: toHtmlOutput([...[title, ...methods].filter(Boolean).map(toHtmlParagraph), ...tables], locale) };
}
