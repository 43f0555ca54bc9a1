import { reportTexts } from "../base/texts/renderings/report.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { escapeHtml } from "./escape-html.js";
import { toMethod, toNotes, toSourceText } from "./sentences.js";
import { toRemarks } from "./to-remarks.js";

/** Writes what stands under the results, in one language: notes, method, sources, what was found in the data. */
export function toPageNotes(report: CoverageReport, locale: Locale, surface: Surface): string {
  const tell = reportTexts(locale);
  const remarks = toRemarks(report, { locale, surface });
  return [
    heading(tell("report.method")),
    list([...toNotes(report, locale), ...toMethod(report, locale)]),
    heading(tell("report.source")),
    list(toSources(report, locale)),
    heading(tell("report.diagnostics")),
    list(remarks.length === 0 ? [tell("report.noDiagnostics")] : remarks),
  ].join("\n");
}

/** Writes the warnings as a list; empty if there are none. They stand before the maps: they say what to believe. */
export function toWarningList(report: CoverageReport, locale: Locale, surface: Surface): string {
  const warnings = report.diagnostics.filter(({ severity }) => severity === "warning");
  if (warnings.length === 0) return "";
  return list(toRemarks(report, { locale, surface }, warnings));
}

/** One line per document: what it asks for. */
function toSources({ standard }: CoverageReport, locale: Locale): string[] {
  const tell = reportTexts(locale);
  const colon = tell("report.colon");
  const labels = new Map<string, string[]>();
  for (const { source, label } of standard.requirements) {
    const text = toSourceText(source, locale);
    labels.set(text, [...(labels.get(text) ?? []), label[locale]]);
  }
  return [
    ...standard.circles.map(({ label, source }) => `${label[locale]}${colon}${toSourceText(source, locale)}`),
    ...[...labels].map(([source, asked]) => `${source}${colon}${asked.join(tell("report.listSeparator"))}`),
  ];
}

function heading(text: string): string {
  return `<h2>${escapeHtml(text)}</h2>`;
}

function list(lines: readonly string[]): string {
  return `<ul class="small">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;
}
