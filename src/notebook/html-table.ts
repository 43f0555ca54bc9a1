import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import { escapeHtml } from "../report/escape-html.js";

const CELL = 'style="text-align:left;vertical-align:top;padding:4px 10px"';

/** Writes rows as an HTML table, a header first. */
export function toHtmlTable([header = [], ...rows]: readonly (readonly string[])[]): string {
  const cells = (tag: "th" | "td", row: readonly string[]) =>
    row.map((cell) => `<${tag} ${CELL}>${escapeHtml(cell)}</${tag}>`).join("");
  const body = rows.map((row) => `<tr>${cells("td", row)}</tr>`).join("");
  return `<table style="border-collapse:collapse"><thead><tr>${cells("th", header)}</tr></thead><tbody>${body}</tbody></table>`;
}

/** Puts an output of a cell into its own element, so that a notebook in the dark shows it as it was drawn. */
export function toHtmlOutput(parts: readonly string[], locale: Locale): string {
  const language = reportTexts(locale)("report.languageTag");
  return `<div lang="${language}" style="font-family:sans-serif;color:#1a1a1a;background:#fff;padding:8px">${parts.join("")}</div>`;
}

/** Writes a paragraph. */
export function toHtmlParagraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}
