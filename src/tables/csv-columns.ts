import { reportTexts } from "../base/texts/renderings/report.js";
import type { Label, Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, RequirementCoverage } from "../model/report.js";
import type { CircleId, RequirementId } from "../model/standard.js";
import { knownShareOf } from "../report/cautions.js";
import { type CircleView, scoredColumns, toGradeText, viewCircles } from "../report/circle-view.js";
import { servicesOfGroup } from "../report/groups-view.js";
import { toLineClass } from "../report/lines-view.js";
import { toStatusText } from "../report/requirement-view.js";
import { toServicesHeader } from "../report/services-view.js";
import { toRequirementLabels } from "../report/shortfalls.js";
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
    toRow(report.city, "", reportTexts(locale)("report.city")),
    ...report.neighborhoods.map((area) => toRow(area, area.id, area.name ?? "")),
  ];
}

/** Lists the columns: the area, each circle, each requirement. */
export function listAreaColumns(report: CoverageReport, locale: Locale): CsvColumn<AreaRow>[] {
  const tell = reportTexts(locale);
  const { circles, requirements } = report.standard;
  return [
    { header: tell("report.id"), meaning: "id", cell: ({ id }) => textCell(id) },
    { header: tell("report.name"), meaning: "name", cell: ({ name }) => textCell(name) },
    { header: tell("report.population"), meaning: "population", cell: ({ area }) => numberCell(area.population, 3) },
    {
      header: `${tell("report.area")} (m²)`,
      meaning: "area",
      cell: ({ area }) => numberCell(area.areaSquareMeters, 1),
    },
    {
      header: tell("report.knownPeople"),
      meaning: "knownPeople",
      cell: ({ area }) => numberCell(knownShareOf(area, "population"), 6),
    },
    {
      header: tell("report.knownArea"),
      meaning: "knownArea",
      cell: ({ area }) => numberCell(knownShareOf(area, "area"), 6),
    },
    {
      header: toServicesHeader(report, locale),
      meaning: "services",
      cell: ({ area }) => numberCell(area.services.value, 3),
    },
    {
      header: tell("report.services.ceiling"),
      meaning: "servicesCeiling",
      cell: ({ area }) => numberCell(area.services.ceiling, 3),
    },
    ...lineColumns(report, locale),
    ...groupColumns(report, locale),
    ...circles.flatMap((circle) =>
      named(circle, circleColumns(report, locale), locale, ({ views }: AreaRow) => views.get(circle.id)),
    ),
    ...requirements.flatMap((one) =>
      named(one, requirementColumns(locale), locale, ({ area }: AreaRow) => area.requirements[one.id]),
    ),
  ];
}

/** How many requirements an area meets, and its class by them; only where the standard has classes. */
function lineColumns({ standard }: CoverageReport, locale: Locale): CsvColumn<AreaRow>[] {
  if (standard.lineClasses === undefined) return [];
  const tell = reportTexts(locale);
  return [
    {
      header: tell("report.lines.met"),
      meaning: "linesMet",
      cell: ({ area: { lines } }) => numberCell(lines && lines.mandatory + lines.optional, 0),
    },
    {
      header: tell("report.lines.class"),
      meaning: "lineClass",
      cell: ({ area }) => textCell(toLineClass(standard, area, locale)),
    },
  ];
}

/** The people of each group, and how many services they reach; only where groups were named. */
function groupColumns(report: CoverageReport, locale: Locale): CsvColumn<AreaRow>[] {
  const tell = reportTexts(locale);
  return Object.keys(report.city.groups ?? {}).flatMap((group): CsvColumn<AreaRow>[] => [
    {
      header: `${tell("report.population")} (${group})`,
      meaning: "groupPeople",
      cell: ({ area }) => numberCell(area.groups?.[group], 3),
    },
    {
      header: `${toServicesHeader(report, locale)} (${group})`,
      meaning: "groupServices",
      cell: ({ area }) => numberCell(servicesOfGroup(report, area, group), 3),
    },
  ]);
}

/** The columns of one circle. */
function circleColumns(report: CoverageReport, locale: Locale): CsvColumn<CircleView>[] {
  const tell = reportTexts(locale);
  const listed = (ids: readonly RequirementId[]) => textCell(toRequirementLabels(report, ids, locale).join(";"));
  return [
    ...scoredColumns<CsvColumn<CircleView>[]>(
      report.standard,
      [
        { header: tell("report.score"), meaning: "score", cell: ({ coverage }) => numberCell(coverage.score, 2) },
        {
          header: tell("report.scoreCeiling"),
          meaning: "scoreCeiling",
          cell: ({ coverage }) => numberCell(coverage.scoreCeiling, 2),
        },
      ],
      [
        {
          header: tell("report.grade"),
          meaning: "grade",
          // an asterisk would make a grade of its own
          cell: (view) => textCell(toGradeText({ ...view, gradedBy: "score" }, locale)),
        },
        {
          header: tell("report.gradeCeiling"),
          meaning: "gradeCeiling",
          cell: ({ betterGrade, grade, state }) =>
            textCell(toGradeText({ state, grade: betterGrade ?? grade, gradedBy: "score" }, locale)),
        },
      ],
    ).flat(),
    {
      header: tell("report.completePeople"),
      meaning: "completePeople",
      cell: ({ coverage }) => numberCell(coverage.population.share, 6),
    },
    {
      header: tell("report.completeArea"),
      meaning: "completeArea",
      cell: ({ coverage }) => numberCell(coverage.area.share, 6),
    },
    { header: tell("report.missing"), meaning: "missing", cell: ({ coverage }) => listed(coverage.missing) },
    { header: tell("report.noData"), meaning: "noData", cell: ({ coverage }) => listed(coverage.noData) },
  ];
}

/** The columns of one requirement. */
function requirementColumns(locale: Locale): CsvColumn<RequirementCoverage>[] {
  const tell = reportTexts(locale);
  return [
    { header: tell("report.statusName"), meaning: "status", cell: (found) => textCell(toStatusText(found, locale)) },
    {
      header: tell("report.peopleShare"),
      meaning: "peopleShare",
      cell: ({ population }) => numberCell(population.share, 6),
    },
    { header: tell("report.areaShare"), meaning: "areaShare", cell: ({ area }) => numberCell(area.share, 6) },
    { header: tell("report.medianMinutes"), meaning: "median", cell: ({ seconds }) => minutesCell(seconds?.median) },
    { header: tell("report.p90Minutes"), meaning: "p90", cell: ({ seconds }) => minutesCell(seconds?.p90) },
    { header: tell("report.worstMinutes"), meaning: "worst", cell: ({ seconds }) => minutesCell(seconds?.worst) },
    {
      header: tell("report.nearestId"),
      meaning: "nearestId",
      cell: ({ nearest }) => (nearest === null ? null : textCell(nearest.facilityId)),
    },
    {
      header: tell("report.nearestMeters"),
      meaning: "nearestMeters",
      cell: ({ nearest }) => numberCell(nearest?.meters, 1),
    },
    { header: tell("report.countMedian"), meaning: "within", cell: ({ within }) => numberCell(within?.median, 2) },
  ];
}

/** Puts the columns of one circle or requirement, under its name, into the table of areas. */
function named<Part>(
  { label }: { readonly label: Label },
  columns: readonly CsvColumn<Part>[],
  locale: Locale,
  partOf: (row: AreaRow) => Part | undefined,
): CsvColumn<AreaRow>[] {
  const colon = reportTexts(locale)("report.colon");
  return columns.map(({ header, meaning, cell }) => ({
    header: `${label[locale]}${colon}${header}`,
    meaning,
    cell: (row) => {
      const part = partOf(row);
      return part === undefined ? null : cell(part);
    },
  }));
}
