import { workbookTexts } from "../base/texts/renderings/workbook.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { toReasonSentence } from "../report/reason-sentences.js";
import { basisOf, toAreaName } from "../report/shortfalls.js";
import { type Cells, column, type WorkbookSheet } from "./workbook-sheet.js";

/** Lays out why circles are not complete, neighborhood by neighborhood; no sheet where nobody asked. */
export function reasonSheets(report: CoverageReport, locale: Locale): WorkbookSheet[] {
  const { reasons = [], neighborhoods, standard } = report;
  if (reasons.length === 0) return [];
  const tell = workbookTexts(locale);
  const names = new Map(neighborhoods.map((area) => [area.id, toAreaName(report, area, locale)]));
  const labels = new Map(standard.requirements.map(({ id, label }) => [id, label[locale]]));
  const circles = new Map(standard.circles.map(({ id, label }) => [id, label[locale]]));
  const context = { standard, basis: basisOf(report.city) };
  const rows = reasons.map(
    (reason): Cells => [
      names.get(reason.neighborhoodId) ?? reason.neighborhoodId,
      circles.get(reason.circle) ?? reason.circle,
      labels.get(reason.requirement) ?? reason.requirement,
      reason.lacking,
      toReasonSentence(context, reason, locale),
    ],
  );
  const columns = [
    column(tell("report.neighborhood"), "text", 24),
    column(tell("report.circle"), "text", 20),
    column(tell("report.requirement"), "text", 22),
    column(tell(context.basis === "population" ? "report.population" : "report.area"), "count", 12),
    column(tell("report.why.title"), "prose", 100),
  ];
  return [{ name: tell("report.why.title"), columns, rows, frozenColumns: 2 }];
}
