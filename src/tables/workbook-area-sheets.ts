import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { scoredColumns, toGradeText, viewCircles } from "../report/circle-view.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { basisOf, listMissing, listShortfalls } from "../report/shortfalls.js";
import { type Cells, column, toMinutes, type WorkbookSheet } from "./workbook-sheet.js";
import { WORKBOOK_TEXTS } from "./workbook-texts.js";

/** Lays out a row for each neighborhood: its people, its circles, what is missing, and the share of each requirement. */
export function neighborhoodSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
  const texts = REPORT_TEXTS[locale];
  const own = WORKBOOK_TEXTS[locale];
  const { circles, requirements } = report.standard;
  const columns = [
    column(texts.id),
    column(texts.name, "text", 20),
    column(texts.population, "count"),
    column(own.areaKm2, "hundredths"),
    ...circles.flatMap(({ label }) => [
      ...scoredColumns(
        report.standard,
        column(`${label[locale]} ${texts.score}`, "tenths"),
        column(`${label[locale]} ${texts.grade}`, "text", 12),
      ),
      column(`${label[locale]} ${texts.completePeople}`, "share"),
    ]),
    column(own.mandatoryMissing, "count"),
    column(own.shortOf, "text", 40),
    ...requirements.map(({ label }) => column(label[locale], "share")),
  ];
  const rows = report.neighborhoods.map((area): Cells => {
    const missing = listMissing(report, area);
    return [
      area.id,
      area.name,
      area.population,
      area.areaSquareMeters / 1e6,
      ...viewCircles(report, area).flatMap((view) => [
        ...scoredColumns<Cells[number]>(report.standard, view.coverage.score, toGradeText(view, locale)),
        view.coverage[basisOf(area)].share,
      ]),
      missing.filter(({ necessity }) => necessity === "mandatory").length,
      missing.map(({ label }) => label[locale]).join(texts.listSeparator),
      ...requirements.map(({ id }) => area.requirements[id][basisOf(area)].share),
    ];
  });
  return { name: own.sheets.neighborhoods, columns, rows, frozenColumns: 2 };
}

/** Lays out every neighborhood by every mandatory requirement that somebody lacks there; the most people first. */
export function shortfallSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
  const texts = REPORT_TEXTS[locale];
  const own = WORKBOOK_TEXTS[locale];
  const circleOf = new Map(report.standard.circles.map(({ id, label }) => [id, label[locale]]));
  const isByPeople = basisOf(report.city) === "population";
  const columns = [
    column(texts.id),
    column(texts.neighborhood, "text", 20),
    column(texts.circle, "text", 20),
    column(texts.requirement, "text", 20),
    column(isByPeople ? own.uncoveredPeople : own.uncoveredSquareMeters, "count", 14),
    column(isByPeople ? texts.peopleShare : texts.areaShare, "share"),
    column(texts.medianMinutes, "tenths"),
    column(texts.nearestId, "text", 20),
    column(texts.nearestMeters, "count"),
  ];
  const rows = listShortfalls(report, Number.POSITIVE_INFINITY).map(
    ({ neighborhood, requirement, coverage, basis, uncovered }): Cells => [
      neighborhood.id,
      neighborhood.name,
      circleOf.get(requirement.circle) ?? requirement.circle,
      requirement.label[locale],
      uncovered,
      coverage[basis].share,
      toMinutes(coverage.seconds?.median),
      coverage.nearest?.facilityId ?? null,
      coverage.nearest?.meters ?? null,
    ],
  );
  return { name: own.sheets.shortfalls, columns, rows, frozenColumns: 2 };
}
