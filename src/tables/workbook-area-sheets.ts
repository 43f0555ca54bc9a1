import { workbookTexts } from "../base/texts/renderings/workbook.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { scoredColumns, toGradeRange, viewCircles } from "../report/circle-view.js";
import { toServicesHeader } from "../report/services-view.js";
import { basisOf, judgedShare, listMissing, listShortfalls, toAreaName } from "../report/shortfalls.js";
import { type Cells, column, shareKind, toMinutes, toScore, type WorkbookSheet } from "./workbook-sheet.js";

/** Lays out a row for each neighborhood: its people, its circles, what is missing, and the share of each requirement. */
export function neighborhoodSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
  const tell = workbookTexts(locale);
  const { circles, requirements } = report.standard;
  const share = shareKind(report.neighborhoods, basisOf(report.city));
  const columns = [
    column(tell("report.id")),
    column(tell("report.name"), "text", 20),
    column(tell("report.population"), "count"),
    column(tell("workbook.areaKm2"), "area"),
    column(toServicesHeader(report, locale), "tenths"),
    column(tell("report.services.ceiling"), "tenths"),
    ...circles.flatMap(({ label }) => [
      ...scoredColumns(
        report.standard,
        [
          column(`${label[locale]} ${tell("report.score")}`, "score"),
          column(`${label[locale]} ${tell("report.scoreCeiling")}`, "score"),
        ],
        [column(`${label[locale]} ${tell("report.grade")}`, "text", 12)],
      ).flat(),
      column(`${label[locale]} ${tell("report.completePeople")}`, share),
    ]),
    column(tell("workbook.mandatoryMissing"), "count"),
    column(tell("workbook.shortOf"), "prose", 120),
    ...requirements.map(({ label }) => column(label[locale], share)),
  ];
  const rows = report.neighborhoods.map((area): Cells => {
    const missing = listMissing(report, area);
    return [
      area.id,
      area.name === null ? null : toAreaName(report, area, locale),
      area.population,
      area.areaSquareMeters / 1e6,
      area.services.value,
      area.services.ceiling,
      ...viewCircles(report, area).flatMap((view) => [
        ...scoredColumns<Cells[number][]>(
          report.standard,
          [toScore(view.coverage.score, view.digits), toScore(view.coverage.scoreCeiling, view.digits)],
          [toGradeRange(view, locale)],
        ).flat(),
        view.coverage[basisOf(area)].share,
      ]),
      missing.filter(({ necessity }) => necessity === "mandatory").length,
      missing.map(({ label }) => label[locale]).join(tell("report.listSeparator")),
      ...requirements.map(({ id }) => judgedShare(area.requirements[id], basisOf(area)).share),
    ];
  });
  return { name: tell("workbook.sheet.neighborhoods"), columns, rows, frozenColumns: 2 };
}

/** Lays out every neighborhood by every mandatory requirement that somebody lacks there; the most people first. */
export function shortfallSheet(
  report: CoverageReport,
  locale: Locale,
  names: ReadonlyMap<string, string | null>,
): WorkbookSheet {
  const tell = workbookTexts(locale);
  const circleOf = new Map(report.standard.circles.map(({ id, label }) => [id, label[locale]]));
  const isByPeople = basisOf(report.city) === "population";
  const columns = [
    column(tell("report.id")),
    column(tell("report.neighborhood"), "text", 20),
    column(tell("report.circle"), "text", 20),
    column(tell("report.requirement"), "text", 20),
    column(isByPeople ? tell("workbook.uncoveredPeople") : tell("workbook.uncoveredSquareMeters"), "count", 14),
    column(
      isByPeople ? tell("report.peopleShare") : tell("report.areaShare"),
      shareKind(report.neighborhoods, basisOf(report.city)),
    ),
    column(tell("report.medianMinutes"), "minutes"),
    column(tell("report.nearestId"), "text", 20),
    ...(names.size === 0 ? [] : [column(tell("workbook.nearestName"), "text", 20)]),
    column(tell("report.nearestMeters"), "count"),
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
      ...(names.size === 0 ? [] : [names.get(coverage.nearest?.facilityId ?? "") ?? null]),
      coverage.nearest?.meters ?? null,
    ],
  );
  return { name: tell("workbook.sheet.shortfalls"), columns, rows, frozenColumns: 2 };
}
