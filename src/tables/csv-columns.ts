import type { Label, Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, RequirementCoverage } from "../model/report.js";
import type { CircleId, RequirementId } from "../model/standard.js";
import { type CircleView, scoredColumns, toGradeText, viewCircles } from "../report/circle-view.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { toStatusText } from "../report/requirement-view.js";
import { knownShareOf } from "../report/sentences.js";
import { toRequirementLabels } from "../report/shortfalls.js";
import { MEANINGS } from "./column-meanings.js";
import { type CsvColumn, minutesCell, numberCell, textCell } from "./csv-table.js";

/** A row of the table of areas: the whole city, or one neighborhood. */
export interface AreaRow {
  readonly id: string;
  readonly name: string;
  readonly area: AreaCoverage;
  readonly views: ReadonlyMap<CircleId, CircleView>;
}

/** Lists the rows: the whole city, then the neighborhoods in report order. */
export function listAreaRows(report: CoverageReport, locale: Locale): AreaRow[] {
  const toRow = (area: AreaCoverage, id: string, name: string): AreaRow => {
    const views = new Map(viewCircles(report, area).map((view) => [view.circle.id, view]));
    return { id, name, area, views };
  };
  return [
    toRow(report.city, "", REPORT_TEXTS[locale].city),
    ...report.neighborhoods.map((area) => toRow(area, area.id, area.name ?? "")),
  ];
}

/** Lists the columns: the area, each circle, each requirement. */
export function listAreaColumns(report: CoverageReport, locale: Locale): CsvColumn<AreaRow>[] {
  const texts = REPORT_TEXTS[locale];
  const { circles, requirements } = report.standard;
  return [
    { header: texts.id, meaning: MEANINGS.id, cell: ({ id }) => textCell(id) },
    { header: texts.name, meaning: MEANINGS.name, cell: ({ name }) => textCell(name) },
    { header: texts.population, meaning: MEANINGS.population, cell: ({ area }) => numberCell(area.population, 3) },
    { header: `${texts.area} (m²)`, meaning: MEANINGS.area, cell: ({ area }) => numberCell(area.areaSquareMeters, 1) },
    {
      header: texts.knownPeople,
      meaning: MEANINGS.knownPeople,
      cell: ({ area }) => numberCell(knownShareOf(area, "population"), 6),
    },
    {
      header: texts.knownArea,
      meaning: MEANINGS.knownArea,
      cell: ({ area }) => numberCell(knownShareOf(area, "area"), 6),
    },
    ...circles.flatMap((circle) =>
      named(circle, circleColumns(report, locale), locale, ({ views }: AreaRow) => views.get(circle.id)),
    ),
    ...requirements.flatMap((one) =>
      named(one, requirementColumns(locale), locale, ({ area }: AreaRow) => area.requirements[one.id]),
    ),
  ];
}

/** The columns of one circle. */
function circleColumns(report: CoverageReport, locale: Locale): CsvColumn<CircleView>[] {
  const texts = REPORT_TEXTS[locale];
  const listed = (ids: readonly RequirementId[]) => textCell(toRequirementLabels(report, ids, locale).join(";"));
  return [
    ...scoredColumns<CsvColumn<CircleView>>(
      report.standard,
      { header: texts.score, meaning: MEANINGS.score, cell: ({ coverage }) => numberCell(coverage.score, 2) },
      {
        header: texts.grade,
        meaning: MEANINGS.grade,
        // an asterisk would make a grade of its own
        cell: (view) => textCell(toGradeText({ ...view, isCapped: false }, locale)),
      },
    ),
    {
      header: texts.completePeople,
      meaning: MEANINGS.completePeople,
      cell: ({ coverage }) => numberCell(coverage.population.share, 6),
    },
    {
      header: texts.completeArea,
      meaning: MEANINGS.completeArea,
      cell: ({ coverage }) => numberCell(coverage.area.share, 6),
    },
    { header: texts.missing, meaning: MEANINGS.missing, cell: ({ coverage }) => listed(coverage.missing) },
    { header: texts.noData, meaning: MEANINGS.noData, cell: ({ coverage }) => listed(coverage.noData) },
  ];
}

/** The columns of one requirement. */
export function requirementColumns(locale: Locale): CsvColumn<RequirementCoverage>[] {
  const texts = REPORT_TEXTS[locale];
  return [
    { header: texts.statusName, meaning: MEANINGS.status, cell: (found) => textCell(toStatusText(found, locale)) },
    {
      header: texts.peopleShare,
      meaning: MEANINGS.peopleShare,
      cell: ({ population }) => numberCell(population.share, 6),
    },
    { header: texts.areaShare, meaning: MEANINGS.areaShare, cell: ({ area }) => numberCell(area.share, 6) },
    { header: texts.medianMinutes, meaning: MEANINGS.median, cell: ({ seconds }) => minutesCell(seconds?.median) },
    { header: texts.p90Minutes, meaning: MEANINGS.p90, cell: ({ seconds }) => minutesCell(seconds?.p90) },
    { header: texts.worstMinutes, meaning: MEANINGS.worst, cell: ({ seconds }) => minutesCell(seconds?.worst) },
    {
      header: texts.nearestId,
      meaning: MEANINGS.nearestId,
      cell: ({ nearest }) => (nearest === null ? null : textCell(nearest.facilityId)),
    },
    {
      header: texts.nearestMeters,
      meaning: MEANINGS.nearestMeters,
      cell: ({ nearest }) => numberCell(nearest?.meters, 1),
    },
    { header: texts.countMedian, meaning: MEANINGS.within, cell: ({ within }) => numberCell(within?.median, 2) },
  ];
}

/** Puts the columns of one circle or requirement, under its name, into the table of areas. */
function named<Part>(
  { label }: { readonly label: Label },
  columns: readonly CsvColumn<Part>[],
  locale: Locale,
  partOf: (row: AreaRow) => Part | undefined,
): CsvColumn<AreaRow>[] {
  const { colon } = REPORT_TEXTS[locale];
  return columns.map(({ header, meaning, cell }) => ({
    header: `${label[locale]}${colon}${header}`,
    meaning,
    cell: (row) => {
      const part = partOf(row);
      return part === undefined ? null : cell(part);
    },
  }));
}
