import { notebookTexts } from "../base/texts/renderings/notebook.js";
import type { Locale } from "../base/words.js";
import type { Basis, RequirementBasis, Standard, Threshold } from "../model/standard.js";
import { toDecimals } from "../report/format-number.js";
import { toHtmlOutput, toHtmlParagraph, toHtmlTable } from "./html-table.js";

/** Writes a standard as a notebook shows it: its name and sources, and its lines. */
export function toStandardOutput(standard: Standard, locale: Locale): { text: string; html: string } {
  const tell = notebookTexts(locale);
  const labels = new Map([...standard.circles, ...standard.categories].map(({ id, label }) => [id, label[locale]]));
  const rows = [
    [
      tell("report.circle"),
      tell("report.requirement"),
      tell("report.necessityName"),
      tell("report.threshold"),
      tell("report.basis"),
    ],
    ...standard.requirements.map(({ circle, category, necessity, threshold, count = 1, basis }) => [
      labels.get(circle) ?? circle,
      `${labels.get(category) ?? category}${count > 1 ? ` × ${count}` : ""}`,
      tell(`report.necessity.${necessity}`),
      toThreshold(threshold, locale),
      basesOf(basis)
        .map((one) => tell(`report.basis.${one}`))
        .join(" / "),
    ]),
  ];
  const title = standard.label[locale];
  const source = typeof standard.source === "string" ? standard.source : standard.source[locale];
  const paragraphs = [title, source, ...(standard.frame === undefined ? [] : [standard.frame[locale]])];
  const text = [...paragraphs, ...rows.map((row) => row.join("\t"))].join("\n");
  return { text, html: toHtmlOutput([...paragraphs.map(toHtmlParagraph), toHtmlTable(rows)], locale) };
}

/** What the thresholds rest on, each kind once; where something has only to be there, what its listing does. */
function basesOf({ listing, minutes, metres }: RequirementBasis): readonly Basis[] {
  const found = [...new Set([minutes, metres])].filter((one) => one !== undefined);
  return found.length === 0 ? [listing] : found;
}

function toThreshold({ time, network, straight, inside }: Threshold, locale: Locale): string {
  const tell = notebookTexts(locale);
  const meters = (count: number) => `${toDecimals(count, 1)} ${tell("report.meters")}`;
  return [
    ...(time === undefined ? [] : [`${toDecimals(time / 60, 2)} ${tell("report.minutes")}`]),
    ...(network === undefined ? [] : [meters(network)]),
    ...(straight === undefined ? [] : [tell("report.straight", { distance: meters(straight) })]),
    ...(inside === undefined ? [] : [tell("report.inside")]),
  ].join(" / ");
}
