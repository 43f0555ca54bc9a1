import { workbookTexts } from "../base/texts/renderings/workbook.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { listMeasures, measuredGroups } from "../report/measure-rows.js";
import { toAreaName } from "../report/shortfalls.js";
import { type Cells, column, type WorkbookSheet } from "./workbook-sheet.js";

/** Lays out what was measured beside the standard, of the city and each neighborhood; no sheet where nothing was. */
export function measureSheets(report: CoverageReport, locale: Locale): WorkbookSheet[] {
  const told = listMeasures(report);
  if (told.length === 0) return [];
  const tell = workbookTexts(locale);
  const hasGroups = report.city.groupMeasures !== undefined;
  const areas = [
    { name: tell("report.city"), area: report.city },
    ...report.neighborhoods.map((area) => ({ name: toAreaName(report, area, locale), area })),
  ];
  const rows = areas.flatMap(({ name, area }) =>
    measuredGroups(area).map(
      ({ group, measures }): Cells => [
        name,
        ...(hasGroups ? [group ?? tell("report.groups.everybody")] : []),
        ...told.map(({ id, statistic }) => measures[id]?.[statistic] ?? null),
      ],
    ),
  );
  const colon = tell("report.colon");
  const columns = [
    column(tell("report.neighborhood"), "text", 24),
    ...(hasGroups ? [column(tell("report.groups.group"), "text", 18)] : []),
    ...told.map(({ id, about, statistic }) =>
      column(`${about.label?.[locale] ?? id}${colon}${statistic}`, "measured", 14),
    ),
  ];
  return [{ name: tell("workbook.sheet.measures"), columns, rows, frozenColumns: hasGroups ? 2 : 1 }];
}
