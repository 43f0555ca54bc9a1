import { guardShape } from "../base/guard-call.js";
import { reportTexts } from "../base/texts/renderings/report.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { toTitle } from "./about-report.js";
import { assertRendering } from "./check-report.js";
import {
  hasResult,
  scoredColumns,
  toAbsence,
  toGradeRange,
  toScoreAlone,
  toScoreText,
  viewCircles,
} from "./circle-view.js";
import { formatArea } from "./format-area.js";
import { digitsOf, formatCount, formatShare } from "./format-number.js";
import { groupRows } from "./groups-view.js";
import { toMeasureRows } from "./measure-rows.js";
import { toHeadline, toMethod, toNotes } from "./sentences.js";
import { toServicesHeader, toServicesText } from "./services-view.js";
import { listMissing, toAreaName, toListText, toRequirementLabels } from "./shortfalls.js";
import { toBestStep } from "./step-sentences.js";
import { wrapToColumns } from "./text-columns.js";
import { toTextTable } from "./text-table.js";
import { toRemarks } from "./to-remarks.js";
import { toVisibleText } from "./visible-text.js";

/** How a report, or a comparison, is written as text. */
export interface TextOptions {
  /** Default: `en`. */
  readonly locale?: Locale;
  /** Who reads it, and so what is recommended: options of functions, or flags of the command. Default: `library`. */
  readonly surface?: Surface;
  /** Columns of the terminal; a Chinese character takes two. Default: 100. Tables may need more than a narrow one has. */
  readonly width?: number;
}

const MOST_MISSING_COUNT = 3;

/**
 * Writes a report as plain text for a terminal: a headline, the city, one row per neighborhood, the data's
 * diagnostics, and how it was measured. Control and bidirectional characters of names become visible escapes.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 *
 * @example
 * ```ts
 * import { toText } from "quarterhour";
 *
 * const text = toText(report, { width: 80 });
 * text.split("\n")[0]; // → "Fifteen-minute coverage report"
 * console.log(text);
 * ```
 */
export function toText(report: CoverageReport, options: TextOptions = {}): string {
  return guardShape("toText", () => {
    assertRendering(report, options);
    const { locale = "en", surface = "library", width = 100 } = options;
    const tell = reportTexts(locale);
    const paragraph = (text: string) => wrapToColumns(toVisibleText(text), width);
    const items = (list: readonly string[]) => list.flatMap((text) => toItem(text, width));
    const remarks = toRemarks(report, { locale, surface });
    return [
      ...paragraph(toTitle(report, tell("report.title"))),
      "",
      ...paragraph(toHeadline(report, locale, surface)),
      ...toBestStep(report, locale).flatMap(paragraph),
      "",
      cityLine(report, locale),
      ...toTextTable(visibleRows(cityRows(report, locale)), {
        width,
        rightCount: 2 + scoredColumns(report.standard, 1, 1).length,
      }),
      "",
      ...toTextTable(visibleRows(neighborhoodRows(report, locale)), {
        width,
        rightCount: 2 + report.standard.circles.length,
      }),
      "",
      ...toGroupTable(report, locale, width),
      ...toNotes(report, locale).flatMap(paragraph),
      "",
      ...measureLines(report, locale, width),
      tell("report.diagnostics"),
      ...items(remarks.length === 0 ? [tell("report.noDiagnostics")] : remarks),
      "",
      tell("report.method"),
      ...items(toMethod(report, locale)),
      "",
    ].join("\n");
  });
}

/** The groups of people side by side, where any were named. */
function toGroupTable(report: CoverageReport, locale: Locale, width: number): string[] {
  const rows = groupRows(report, report.city, locale);
  if (rows.length === 0) return [];
  const rightCount = rows[0]?.length ?? 0;
  const tell = reportTexts(locale);
  return [
    tell("report.groups.title"),
    ...toTextTable(visibleRows(rows), { width, rightCount }),
    ...wrapToColumns(tell("report.groups.note"), width),
    "",
  ];
}

/** What was asked for beside the standard; nothing, if nothing was. */
function measureLines(report: CoverageReport, locale: Locale, width: number): string[] {
  const rows = toMeasureRows(report, locale);
  if (rows.length === 0) return [];
  const tell = reportTexts(locale);
  const table = toTextTable(visibleRows(rows), { width, rightCount: (rows[0]?.length ?? 1) - 1 });
  return [tell("report.measures"), ...table, ...wrapToColumns(tell("report.measures.note"), width), ""];
}

function cityLine({ city }: CoverageReport, locale: Locale): string {
  const tell = reportTexts(locale);
  const people = formatCount(city.population);
  const facts = [
    `${tell("report.population")} ${people}`,
    `${tell("report.area")} ${formatArea(city.areaSquareMeters, locale)}`,
  ];
  return `${tell("report.city")}${tell("report.colon")}${facts.join(tell("report.listSeparator"))}`;
}

function cityRows(report: CoverageReport, locale: Locale): string[][] {
  const tell = reportTexts(locale);
  const { city } = report;
  const rows = viewCircles(report, city).map((view) => [
    view.circle.label[locale],
    ...scoredColumns(report.standard, toScoreAlone(view, locale), toGradeRange(view, locale)),
    hasResult(view.state)
      ? formatShare(view.coverage.population.share, digitsOf(city, "population"))
      : toAbsence(view.state, locale),
    hasResult(view.state)
      ? formatShare(view.coverage.area.share, digitsOf(city, "area"))
      : toAbsence(view.state, locale),
    toListText(toRequirementLabels(report, view.coverage.noData, locale), true, locale),
    toListText(toRequirementLabels(report, view.coverage.missing, locale), view.state === "judged", locale),
  ]);
  return [
    [
      ...[tell("report.circle"), ...scoredColumns(report.standard, tell("report.score"), tell("report.grade"))],
      ...[tell("report.completePeople"), tell("report.completeArea"), tell("report.noData"), tell("report.missing")],
    ],
    ...rows,
  ];
}

function neighborhoodRows(report: CoverageReport, locale: Locale): string[][] {
  const tell = reportTexts(locale);
  const labels = report.standard.circles.map(({ label }) => label[locale]);
  return [
    [
      tell("report.neighborhood"),
      tell("report.population"),
      toServicesHeader(report, locale),
      ...labels,
      tell("report.mostMissing"),
    ],
    ...report.neighborhoods.map((area) => [
      toAreaName(report, area, locale),
      formatCount(area.population),
      toServicesText(area),
      ...viewCircles(report, area).map((view) => toScoreText(view, locale)),
      toListText(
        listMissing(report, area).map(({ label }) => label[locale]),
        viewCircles(report, area).some(({ state }) => state === "judged"),
        locale,
        MOST_MISSING_COUNT,
      ),
    ]),
  ];
}

function visibleRows(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map(toVisibleText));
}

function toItem(text: string, width: number): string[] {
  return wrapToColumns(toVisibleText(text), width - 2).map((line, row) => `${row === 0 ? "- " : "  "}${line}`);
}
