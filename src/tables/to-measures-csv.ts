import { guardShape } from "../base/guard-call.js";
import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { listMeasures, measuredGroups } from "../report/measure-rows.js";
import { type CsvColumn, numberCell, textCell, toCsvText } from "./csv-table.js";
import type { CsvOptions } from "./to-csv.js";

/** One statistic of one measure, of the people of an area or of a group of them. */
interface MeasureRow {
  readonly areaId: string;
  readonly areaName: string;
  readonly group: string;
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly statistic: string;
  readonly value: number | null;
}

const DIGITS = 6;

/** The columns of the table of measures. */
export const MEASURE_COLUMNS: readonly CsvColumn<MeasureRow>[] = [
  { header: "area_id", meaning: "id", cell: ({ areaId }) => textCell(areaId) },
  { header: "area_name", meaning: "name", cell: ({ areaName }) => textCell(areaName) },
  { header: "group", meaning: "group", cell: ({ group }) => textCell(group) },
  { header: "measure_id", meaning: "measureId", cell: ({ measure }) => textCell(measure) },
  { header: "measure", meaning: "measureName", cell: ({ label }) => textCell(label) },
  { header: "unit", meaning: "measureUnit", cell: ({ unit }) => textCell(unit) },
  { header: "statistic", meaning: "statistic", cell: ({ statistic }) => textCell(statistic) },
  { header: "value", meaning: "measure", cell: ({ value }) => numberCell(value, DIGITS) },
];

/**
 * Writes what a report tells of its measures as a long CSV table: a row for each statistic of each measure, of the city (`area_id` is empty),
 * of every neighborhood, and of each group of people in them (`group`; empty = everybody). Unknown numbers and formulas are as in `toCsv`.
 *
 * @returns the header alone, where nothing was measured
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function toMeasuresCsv(report: CoverageReport, options: CsvOptions = {}): string {
  return guardShape("toMeasuresCsv", () => {
    assertRendering(report, options);
    return toCsvText(MEASURE_COLUMNS, eachMeasureRow(report, options.locale ?? "en"));
  });
}

function* eachMeasureRow(report: CoverageReport, locale: Locale): Generator<MeasureRow> {
  const told = listMeasures(report);
  const areas = [{ ...report.city, id: "", name: reportTexts(locale)("report.city") }, ...report.neighborhoods];
  for (const area of areas)
    for (const { group, measures } of measuredGroups(area))
      for (const { id, about, statistic } of told)
        yield {
          ...{ areaId: area.id, areaName: area.name ?? "", group: group ?? "", measure: id, statistic },
          ...{ label: about.label?.[locale] ?? id, unit: about.unit ?? "" },
          value: measures[id]?.[statistic] ?? null,
        };
}
