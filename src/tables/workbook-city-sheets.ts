import { LAYERS } from "../base/layers.js";
import { workbookTexts } from "../base/texts/renderings/workbook.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import type { RequirementSummary } from "../model/standard-summary.js";
import { toTitle } from "../report/about-report.js";
import { toBasisText } from "../report/basis-lines.js";
import { hasResult, scaleOf, scoredColumns, toAbsence, toGradeText, viewCircles } from "../report/circle-view.js";
import { toDecimals } from "../report/format-number.js";
import { isKnown, toStatusText } from "../report/requirement-view.js";
import { toHeadline, toMethod, toNotes, toSourceText } from "../report/sentences.js";
import { toStepSentence } from "../report/step-sentences.js";
import { toRemarks } from "../report/to-remarks.js";
import { type Continuation, SHEET_ROWS } from "./split-sheets.js";
import { type Cells, column, padded, shareKind, toMinutes, toScore, type WorkbookSheet } from "./workbook-sheet.js";

/** Lays out what the report says in words, and how it is to be read. */
export function aboutSheet(
  report: CoverageReport,
  {
    locale,
    surface,
    continuations,
  }: { readonly locale: Locale; readonly surface: Surface; readonly continuations: readonly Continuation[] },
): WorkbookSheet {
  const tell = workbookTexts(locale);
  const notes = [
    tell("workbook.note.empty"),
    tell(scaleOf(report.standard) === "share" ? "workbook.note.units" : "workbook.note.unitsAndScores"),
    tell("workbook.note.missing"),
  ];
  const rows: Cells[] = [
    [toTitle(report, tell("report.title")), toHeadline(report, locale, surface)],
    ...(report.steps ?? []).map((step) => [tell("report.steps.title"), toStepSentence(report, step, locale)]),
    ...[...notes, ...toNotes(report, locale)].map((text) => [tell("workbook.reading"), text]),
    ...continuations.map(({ sheet, goesOnIn }) => [
      sheet,
      tell("workbook.note.goesOn", { sheets: goesOnIn.join(tell("report.listSeparator")), rows: SHEET_ROWS }),
    ]),
    ...toMethod(report, locale).map((text) => [tell("report.method"), text]),
    [tell("workbook.documents"), tell("workbook.licence")],
  ];
  const columns = [column(tell("workbook.topic"), "text", 22), column(tell("workbook.what"), "prose", 120)];
  return { name: tell("workbook.sheet.about"), columns, rows, frozenColumns: 0 };
}

/** Lays out the whole city, circle by circle, requirement by requirement. */
export function indicatorSheet(report: CoverageReport, locale: Locale): WorkbookSheet {
  const tell = workbookTexts(locale);
  const { city, standard } = report;
  const scoredColumn = <Column>(score: Column): Column[] => scoredColumns(standard, score, score).slice(0, 1);
  const rows = viewCircles(report, city).flatMap((view): Cells[] => {
    const { circle, coverage } = view;
    const gap = hasResult(view.state) ? null : toAbsence(view.state, locale);
    const state = scaleOf(standard) === "grade" ? toGradeText(view, locale) : gap;
    const head = [
      circle.label[locale],
      tell("workbook.whole"),
      null,
      null,
      null,
      ...scoredColumn(toScore(coverage.score, view.digits)),
      state,
    ];
    const inCircle = standard.requirements.filter((one) => one.circle === circle.id);
    return [
      [...head, coverage.population.covered, coverage.population.share, coverage.area.share],
      ...inCircle.map((one) =>
        indicatorCells(city, one, { circle: circle.label[locale], scores: scoredColumn(null) }, locale),
      ),
    ];
  });
  const columns = [
    column(tell("report.circle"), "text", 20),
    column(tell("report.requirement"), "text", 20),
    column(tell("report.necessityName"), "text", 10),
    column(`${tell("report.threshold")} (${tell("report.minutes")})`, "plain"),
    column(`${tell("report.threshold")} (${tell("report.meters")})`, "count"),
    ...scoredColumn(column(tell("report.score"), "score")),
    column(
      scaleOf(standard) === "grade"
        ? `${tell("report.grade")} / ${tell("report.statusName")}`
        : tell("report.statusName"),
      "text",
      14,
    ),
    column(`${tell("report.population")} (${tell("report.status.covered")})`, "count", 16),
    column(tell("report.peopleShare"), shareKind([city], "population")),
    column(tell("report.areaShare"), shareKind([city], "area")),
    column(tell("report.medianMinutes"), "minutes"),
    column(tell("report.p90Minutes"), "minutes"),
    column(tell("report.worstMinutes"), "minutes"),
    column(tell("report.facilityCount"), "count"),
    column(tell("report.source"), "prose", 90),
    column(tell("report.edition"), "text", 12),
    column(tell("report.basis"), "prose", 80),
  ];
  return { name: tell("workbook.sheet.indicators"), columns, rows: padded(rows, columns.length), frozenColumns: 2 };
}

function indicatorCells(
  city: AreaCoverage,
  one: RequirementSummary,
  { circle, scores }: { readonly circle: string; readonly scores: Cells },
  locale: Locale,
): Cells {
  const tell = workbookTexts(locale);
  const coverage = city.requirements[one.id];
  const hasData = isKnown(coverage);
  return [
    circle,
    one.label[locale],
    tell(`report.necessity.${one.necessity}`),
    one.unit === "seconds" ? Number(toDecimals(one.threshold / 60, 2)) : null,
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
  const tell = workbookTexts(locale);
  const columns = [
    column(tell("workbook.topic"), "text", 24),
    column(tell("workbook.what"), "prose", 90),
    ...[tell("workbook.given"), tell("workbook.used"), tell("workbook.repaired"), tell("workbook.leftOut")].map(
      (header) => column(header, "count", 10),
    ),
    column(tell("workbook.code"), "text", 28),
  ];
  const sources = new Set(report.standard.requirements.map(({ source }) => toSourceText(source, locale)));
  const remarks = toRemarks(report, { locale, surface });
  const rows: Cells[] = [
    ...report.inputs.map(({ layer, given, used, repaired, leftOut }): Cells => {
      const codes = Object.entries(leftOut).map(([code, count]) => `${code} ${count}`);
      const sum = Object.values(leftOut).reduce((all, count) => all + count, 0);
      return [LAYERS[layer].label[locale], null, given, used, repaired, sum, codes.join("; ")];
    }),
    ...report.diagnostics.map((one, row): Cells => {
      const severity = tell(`workbook.severity.${one.severity}`);
      return [`${tell("report.diagnostics")} (${severity})`, remarks[row] ?? null, null, null, null, null, one.code];
    }),
    [tell("workbook.documents"), toSourceText(report.standard.source, locale)],
    ...[...sources].map((source): Cells => [tell("workbook.documents"), source]),
    [tell("workbook.documents"), tell("workbook.licence")],
  ];
  return { name: tell("workbook.sheet.sources"), columns, rows: padded(rows, columns.length), frozenColumns: 1 };
}
