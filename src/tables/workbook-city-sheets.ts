import { LAYERS } from "../base/layers.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, RequirementSummary } from "../model/report.js";
import { BASIS_TEXTS, toBasisText } from "../report/basis-texts.js";
import { scaleOf, scoredColumns, toGradeText, viewCircles } from "../report/circle-view.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { isKnown, toStatusText } from "../report/requirement-view.js";
import { toHeadline, toMethod, toNotes, toSourceText } from "../report/sentences.js";
import { toDiagnosticText } from "../report/to-diagnostic-text.js";
import { type Cells, column, padded, toMinutes, type WorkbookSheet } from "./workbook-sheet.js";
import { WORKBOOK_TEXTS } from "./workbook-texts.js";

/** Lays out what the report says in words, and how it is to be read. */
export function aboutSheet(report: CoverageReport, locale: Locale, surface: Surface): WorkbookSheet {
  const texts = WORKBOOK_TEXTS[locale];
  const { title, method } = REPORT_TEXTS[locale];
  const rows: Cells[] = [
    [title, toHeadline(report, locale, surface)],
    ...[...texts.howToRead, ...toNotes(report, locale)].map((text) => [texts.topic, text]),
    ...toMethod(report, locale).map((text) => [method, text]),
    [texts.documents, texts.licence],
  ];
  const columns = [column(texts.topic, "text", 22), column(texts.what, "text", 120)];
  return { name: texts.sheets.about, columns, rows, frozenColumns: 0 };
}

/** Lays out the whole city, circle by circle, requirement by requirement. */
export function indicatorSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
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
    column(BASIS_TEXTS[locale].edition, "text", 12),
    column(BASIS_TEXTS[locale].name, "text", 60),
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
    one.edition,
    toBasisText(one, locale),
  ];
}

/** Lays out what became of the input, what was found in it, and where the thresholds are from. */
export function sourceSheet(report: CoverageReport, locale: Locale, surface: Surface): WorkbookSheet {
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
