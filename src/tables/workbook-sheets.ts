import { LAYERS } from "../base/layers.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, RequirementSummary } from "../model/report.js";
import { scaleOf, scoredColumns, toGradeText, viewCircles } from "../report/circle-view.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { isKnown, toStatusText } from "../report/requirement-view.js";
import { toHeadline, toMethod, toNotes, toSourceText } from "../report/sentences.js";
import { basisOf, listMissing, listShortfalls } from "../report/shortfalls.js";
import { toDiagnosticText } from "../report/to-diagnostic-text.js";
import { WORKBOOK_TEXTS } from "./workbook-texts.js";

/** What a column holds, and so how it is shown. */
export type ColumnKind = "text" | "count" | "share" | "tenths" | "hundredths";

/** One sheet: a header, and rows of plain values. `null` = nothing is known. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly kind: ColumnKind; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** So many columns stay in sight when scrolling to the right. */
  readonly frozenColumns: number;
}

type Column = WorkbookSheet["columns"][number];
type Cells = WorkbookSheet["rows"][number];
const column = (header: string, kind: ColumnKind = "text", width = kind === "text" ? 16 : 12): Column => ({
  header,
  kind,
  width,
});
const toMinutes = (seconds: number | null | undefined) => (seconds == null ? null : seconds / 60);

/** Lays a report out as the five sheets of the workbook, in one language. */
export function toWorkbookSheets(report: CoverageReport, locale: Locale, surface: Surface): readonly WorkbookSheet[] {
  return [
    aboutSheet(report, locale),
    indicatorSheet(report, locale),
    neighborhoodSheet(report, locale),
    shortfallSheet(report, locale),
    sourceSheet(report, locale, surface),
  ];
}

function aboutSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
  const texts = WORKBOOK_TEXTS[locale];
  const { title, method } = REPORT_TEXTS[locale];
  const rows: Cells[] = [
    [title, toHeadline(report, locale)],
    ...[...texts.howToRead, ...toNotes(report, locale)].map((text) => [texts.topic, text]),
    ...toMethod(report, locale).map((text) => [method, text]),
    [texts.documents, texts.licence],
  ];
  const columns = [column(texts.topic, "text", 22), column(texts.what, "text", 120)];
  return { name: texts.sheets.about, columns, rows, frozenColumns: 0 };
}

/** Circle by circle, requirement by requirement: the whole city. */
function indicatorSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
  const texts = REPORT_TEXTS[locale];
  const own = WORKBOOK_TEXTS[locale];
  const { city, standard } = report;
  const scoredColumn = <Column>(score: Column): Column[] => scoredColumns(standard, score, score).slice(0, 1);
  const rows = viewCircles(report, city).flatMap((view): Cells[] => {
    const { circle, coverage } = view;
    const gap = view.state === "no-data" ? texts.noData : null;
    const state = scaleOf(standard) === "grade" ? toGradeText(view, locale) : gap;
    const head = [circle.label[locale], own.whole, null, null, null, ...scoredColumn(coverage.score), state];
    const inCircle = standard.requirements.filter((one) => one.circle === circle.id);
    return [
      [...head, coverage.population.covered, coverage.population.share, coverage.area.share],
      ...inCircle.map((one) =>
        indicatorCells(city, one, { circle: circle.label[locale], scores: scoredColumn(null) }, locale),
      ),
    ];
  });
  const columns = [
    column(texts.circle, "text", 20),
    column(texts.requirement, "text", 20),
    column(texts.necessityName, "text", 10),
    column(`${texts.threshold} (${texts.minutes})`, "tenths"),
    column(`${texts.threshold} (${texts.meters})`, "count"),
    ...scoredColumn(column(texts.score, "tenths")),
    column(scaleOf(standard) === "grade" ? `${texts.grade} / ${texts.statusName}` : texts.statusName, "text", 14),
    column(`${texts.population} (${texts.status.covered})`, "count", 16),
    column(texts.peopleShare, "share"),
    column(texts.areaShare, "share"),
    column(texts.medianMinutes, "tenths"),
    column(texts.p90Minutes, "tenths"),
    column(texts.worstMinutes, "tenths"),
    column(texts.facilityCount, "count"),
    column(texts.source, "text", 60),
    column(texts.verifiedName, "text", 10),
  ];
  return { name: own.sheets.indicators, columns, rows: padded(rows, columns.length), frozenColumns: 2 };
}

function indicatorCells(
  city: AreaCoverage,
  one: RequirementSummary,
  { circle, scores }: { readonly circle: string; readonly scores: Cells },
  locale: Locale,
): Cells {
  const texts = REPORT_TEXTS[locale];
  const coverage = city.requirements[one.id];
  const hasData = isKnown(coverage);
  return [
    circle,
    one.label[locale],
    texts.necessity[one.necessity],
    one.unit === "seconds" ? one.threshold / 60 : null,
    one.unit === "meters" ? one.threshold : null,
    ...scores,
    toStatusText(coverage, locale),
    hasData ? coverage.population.covered : null,
    coverage.population.share,
    coverage.area.share,
    toMinutes(coverage.seconds?.median),
    toMinutes(coverage.seconds?.p90),
    toMinutes(coverage.seconds?.worst),
    one.facilityCount,
    toSourceText(one.source, locale),
    one.verified ? texts.verified : texts.unverified,
  ];
}

/** A row for each neighborhood: its people, its circles, what is missing, and the share of each requirement. */
function neighborhoodSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
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

/** Every neighborhood by every mandatory requirement that somebody lacks there; the most people first. */
function shortfallSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
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

/** What became of the input, what was found in it, and where the thresholds are from. */
function sourceSheet(report: CoverageReport, locale: Locale, surface: Surface): WorkbookSheet {
  const texts = REPORT_TEXTS[locale];
  const own = WORKBOOK_TEXTS[locale];
  const columns = [
    column(own.topic, "text", 24),
    column(own.what, "text", 90),
    ...[own.given, own.used, own.repaired, own.leftOut].map((header) => column(header, "count", 10)),
    column(own.code, "text", 28),
  ];
  const sources = new Set(report.standard.requirements.map(({ source }) => toSourceText(source, locale)));
  const rows: Cells[] = [
    ...report.inputs.map(({ layer, given, used, repaired, leftOut }): Cells => {
      const codes = Object.entries(leftOut).map(([code, count]) => `${code} ${count}`);
      const sum = Object.values(leftOut).reduce((all, count) => all + count, 0);
      return [LAYERS[layer].label[locale], null, given, used, repaired, sum, codes.join("; ")];
    }),
    ...report.diagnostics.map((one): Cells => {
      const severity = own.severities[one.severity];
      return [
        `${texts.diagnostics} (${severity})`,
        toDiagnosticText(one, locale, surface),
        null,
        null,
        null,
        null,
        one.code,
      ];
    }),
    [own.documents, toSourceText(report.standard.source, locale)],
    ...[...sources].map((source): Cells => [own.documents, source]),
    [own.documents, own.licence],
  ];
  return { name: own.sheets.sources, columns, rows: padded(rows, columns.length), frozenColumns: 1 };
}

function padded(rows: readonly Cells[], length: number): Cells[] {
  return rows.map((cells) => [...cells, ...Array.from({ length: length - cells.length }, () => null)]);
}
