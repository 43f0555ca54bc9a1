import { workbookTexts } from "../base/texts/renderings/workbook.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { isKnown } from "../report/requirement-view.js";
import { basisOf, judgedShare } from "../report/shortfalls.js";
import { type Cells, column, padded, shareKind, type WorkbookChart, type WorkbookSheet } from "./workbook-sheet.js";

/**
 * Lays out what is drawn: for how many people each mandatory requirement is met, the fewest first, and each circle is complete.
 * The numbers stand in the sheet, so that the charts are Excel's own.
 */
export function chartSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
  const tell = workbookTexts(locale);
  const { city, standard } = report;
  const basis = basisOf(city);
  const kind = shareKind([city], basis);
  const share = basis === "population" ? tell("report.peopleShare") : tell("report.areaShare");
  const complete = basis === "population" ? tell("report.completePeople") : tell("report.completeArea");
  const requirements = standard.requirements
    .filter(({ id, necessity }) => necessity === "mandatory" && isKnown(city.requirements[id]))
    .map(({ id, label }) => ({ name: label[locale], share: judgedShare(city.requirements[id], basis).share }))
    .filter((one) => one.share !== null)
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
  const circles = standard.circles
    .map(({ id, label }) => ({ name: label[locale], share: city.circles[id][basis].share }))
    .filter((one) => one.share !== null);
  const rows = Array.from({ length: Math.max(requirements.length, circles.length) }, (_, y): Cells => {
    const requirement = requirements[y];
    const circle = circles[y];
    return [requirement?.name ?? null, requirement?.share ?? null, circle?.name ?? null, circle?.share ?? null];
  });
  const charts: WorkbookChart[] = [
    { title: tell("workbook.chart.circles"), nameColumn: 2, valueColumn: 3, rowCount: circles.length },
    { title: tell("workbook.chart.requirements"), nameColumn: 0, valueColumn: 1, rowCount: requirements.length },
  ];
  return {
    name: tell("workbook.sheet.charts"),
    columns: [
      column(tell("report.requirement"), "text", 20),
      column(share, kind),
      column(tell("report.circle"), "text", 20),
      column(complete, kind),
    ],
    rows: padded(rows, 4),
    frozenColumns: 0,
    charts: charts.filter(({ rowCount }) => rowCount > 0),
  };
}
