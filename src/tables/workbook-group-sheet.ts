import { workbookTexts } from "../base/texts/renderings/workbook.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { viewGroups } from "../report/groups-view.js";
import { toAreaName } from "../report/shortfalls.js";
import { type Cells, column, type WorkbookSheet } from "./workbook-sheet.js";

/** Lays out what each group of people reaches, in the city and in each neighborhood; no sheet where no groups were named. */
export function groupSheets(report: CoverageReport, locale: Locale): WorkbookSheet[] {
  const { city, neighborhoods, standard } = report;
  if (city.groups === undefined) return [];
  const tell = workbookTexts(locale);
  const areas = [
    { name: tell("report.city"), area: city },
    ...neighborhoods.map((area) => ({ name: toAreaName(report, area, locale), area })),
  ];
  const rows = areas.flatMap(({ name, area }) =>
    viewGroups(report, area).map(
      ({ group, people, services, circles }): Cells => [
        ...[name, group ?? tell("report.groups.everybody"), people, services],
        ...circles,
      ],
    ),
  );
  const columns = [
    column(tell("report.neighborhood"), "text", 24),
    column(tell("report.groups.group"), "text", 18),
    column(tell("report.population"), "count", 12),
    column(tell("report.services.of", { all: city.services.of }), "tenths", 14),
    ...standard.circles.map(({ label }) => column(label[locale], "share", 14)),
  ];
  return [{ name: tell("report.groups.title"), columns, rows, frozenColumns: 2 }];
}
