import type { CoverageReport, Locale } from "../model.js";
import { toScoreText, viewCircles } from "./circle-view.js";
import { escapeHtml } from "./escape-html.js";
import { formatArea, formatCount, formatShare } from "./format-number.js";
import type { ScoreColors } from "./map-style.js";
import { REPORT_TEXTS } from "./report-texts.js";
import { toDiagnosticText, toMethod, toNotes } from "./sentences.js";
import { listMissing, listShortfalls, toAmountText, toListText } from "./shortfalls.js";

const WORST_COUNT = 20;
const MOST_MISSING_COUNT = 5;

/** Writes what stands under the maps, in one language: all neighborhoods, the worst shortfalls, method, sources, data. */
export function toPageTables(report: CoverageReport, colors: ScoreColors, locale: Locale): string {
  const texts = REPORT_TEXTS[locale];
  const remarks = report.diagnostics.map((diagnostic) => toDiagnosticText(diagnostic, locale));
  const shortfalls = shortfallRows(report, locale);
  return [
    heading(texts.neighborhoods),
    neighborhoodTable(report, colors, locale),
    list(toNotes(report, locale)),
    heading(texts.worstList),
    shortfalls.length === 0
      ? `<p>${escapeHtml(texts.noShortfall)}</p>`
      : table([texts.neighborhood, texts.requirement, texts.uncovered, texts.peopleShare], shortfalls),
    heading(texts.method),
    list(toMethod(report, locale)),
    heading(texts.source),
    list(toSources(report, locale)),
    heading(texts.diagnostics),
    list(remarks.length === 0 ? [texts.noDiagnostics] : remarks),
  ].join("\n");
}

/** One line per neighborhood: its number on the map, its people, the four scores, and what is missing most. */
function neighborhoodTable(report: CoverageReport, colors: ScoreColors, locale: Locale): string {
  const texts = REPORT_TEXTS[locale];
  const row = (mark: string, name: string, area: CoverageReport["city"]) => {
    const views = viewCircles(report, area);
    const cells = views.map((view) => {
      const swatch = `<span class="swatch ${colors.classOf(view.coverage.score, view.grade)}"></span>`;
      return `<td class="score">${swatch}${escapeHtml(toScoreText(view, locale))}</td>`;
    });
    const missing = listMissing(report, area).map(({ label }) => label[locale]);
    const isJudged = views.some(({ state }) => state === "judged");
    const facts = [formatCount(area.population), formatArea(area.areaSquareMeters, locale)].map(
      (text) => `<td>${escapeHtml(text)}</td>`,
    );
    const list = `<td class="list">${escapeHtml(toListText(missing, isJudged, locale, MOST_MISSING_COUNT))}</td>`;
    return `<tr><td>${mark}</td><th scope="row">${escapeHtml(name)}</th>${[...facts, ...cells].join("")}${list}</tr>`;
  };
  const header = [
    "#",
    texts.neighborhood,
    texts.population,
    texts.area,
    ...report.standard.circles.map(({ label }) => label[locale]),
    texts.missing,
  ].map((text) => `<th scope="col">${escapeHtml(text)}</th>`);
  const rows = [
    row("", texts.city, report.city),
    ...report.neighborhoods.map((area, i) => row(String(i + 1), area.name ?? area.id, area)),
  ];
  return `<div class="wide"><table><thead><tr>${header.join("")}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
}

/** Writes the warnings as a list; empty if there are none. They stand before the maps: they say what to believe. */
export function toWarningList(report: CoverageReport, locale: Locale): string {
  const warnings = report.diagnostics.filter(({ severity }) => severity === "warning");
  if (warnings.length === 0) return "";
  return list(warnings.map((diagnostic) => toDiagnosticText(diagnostic, locale)));
}

function shortfallRows(report: CoverageReport, locale: Locale): string[][] {
  return listShortfalls(report, WORST_COUNT).map(({ neighborhood, requirement, coverage, basis, uncovered }) => [
    neighborhood.name ?? neighborhood.id,
    requirement.label[locale],
    toAmountText(uncovered, basis, locale),
    formatShare(coverage[basis].share),
  ]);
}

/** One line per document: what it asks for. */
function toSources({ standard }: CoverageReport, locale: Locale): string[] {
  const texts = REPORT_TEXTS[locale];
  const colon = locale === "zh" ? "：" : ": ";
  const labels = new Map<string, string[]>();
  for (const { source, label } of standard.requirements) {
    labels.set(source, [...(labels.get(source) ?? []), label[locale]]);
  }
  return [
    ...standard.circles.map(({ label, source }) => `${label[locale]}${colon}${source}`),
    ...[...labels].map(([source, asked]) => `${source}${colon}${asked.join(texts.listSeparator)}`),
  ];
}

function heading(text: string): string {
  return `<h2>${escapeHtml(text)}</h2>`;
}

function list(lines: readonly string[]): string {
  return `<ul class="small">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = header.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((text) => `<td>${escapeHtml(text)}</td>`).join("")}</tr>`);
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}
