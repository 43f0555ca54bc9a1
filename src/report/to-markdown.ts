import { guardShape } from "../base/guard-call.js";
import { reportTexts } from "../base/texts/renderings/report.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import { toTitle } from "./about-report.js";
import { toBasisText } from "./basis-lines.js";
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
import { escapeMarkdown } from "./escape-markdown.js";
import { formatArea } from "./format-area.js";
import { digitsOf, formatCount, formatShare, UNKNOWN_MARK } from "./format-number.js";
import { groupRows } from "./groups-view.js";
import { toMeasureRows } from "./measure-rows.js";
import { toReasonSentences } from "./reason-sentences.js";
import { toStatusText, toTimeText } from "./requirement-view.js";
import { toHeadline, toMethod, toNotes, toSourceText, toThresholdText } from "./sentences.js";
import { toServicesHeader, toServicesText } from "./services-view.js";
import { listMissing, listWorst, toAmountText, toAreaName, toListText, toRequirementLabels } from "./shortfalls.js";
import { toStepSentence } from "./step-sentences.js";
import { toRemarks } from "./to-remarks.js";

/** How a report is written as Markdown. */
export interface MarkdownOptions {
  /** Default: `en`. */
  readonly locale?: Locale;
  /** Who reads it, and so what is recommended: options of functions, or flags of the command. Default: `library`. */
  readonly surface?: Surface;
}

const WORST_COUNT = 20;
const STEP_COUNT = 10;

/**
 * Writes a report as Markdown (GitHub's tables): what {@link toText} tells, plus every requirement of the city and the
 * 20 worst shortfalls. Names are escaped; they cannot become markup, links or mentions.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 *
 * @example
 * ```ts
 * import { toMarkdown } from "quarterhour";
 *
 * toMarkdown(report, { locale: "zh" }).split("\n")[0]; // → "# 一刻钟生活圈覆盖评估"
 * ```
 */
export function toMarkdown(report: CoverageReport, options: MarkdownOptions = {}): string {
  return guardShape("toMarkdown", () => {
    assertRendering(report, options);
    const { locale = "en", surface = "library" } = options;
    const tell = reportTexts(locale);
    const shortfalls = shortfallRows(report, locale);
    const remarks = toRemarks(report, { locale, surface });
    const sections = [
      [`# ${escapeMarkdown(toTitle(report, tell("report.title")))}`],
      [escapeMarkdown(toHeadline(report, locale, surface))],
      [`## ${tell("report.city")}`],
      toTable(circleRows(report, locale)),
      toTable(requirementRows(report, locale)),
      [`## ${tell("report.neighborhoods")}`],
      toTable(neighborhoodRows(report, locale)),
      ...toGroupSection(report, locale),
      toItems(toNotes(report, locale)),
      [`## ${tell("report.worstList")}`],
      shortfalls.length > 1 ? [tell("report.worstNote"), "", ...toTable(shortfalls)] : [tell("report.noShortfall")],
      ...toStepItems(report, locale),
      ...toReasonItems(report, locale),
      ...toMeasures(report, locale),
      [`## ${tell("report.diagnostics")}`],
      toItems(remarks.length === 0 ? [tell("report.noDiagnostics")] : remarks),
      [`## ${tell("report.method")}`],
      toItems(toMethod(report, locale)),
    ];
    return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
  });
}

/** Why circles are not complete, if anybody asked. */
function toReasonItems(report: CoverageReport, locale: Locale): string[][] {
  const sentences = toReasonSentences(report, locale);
  return sentences.length === 0 ? [] : [[`## ${reportTexts(locale)("report.why.title")}`], toItems(sentences)];
}

/** The groups of people side by side, where any were named. */
function toGroupSection(report: CoverageReport, locale: Locale): string[][] {
  const rows = groupRows(report, report.city, locale);
  const tell = reportTexts(locale);
  return rows.length === 0
    ? []
    : [[`## ${tell("report.groups.title")}`], toTable(rows), [escapeMarkdown(tell("report.groups.note"))]];
}

/** What was asked for beside the standard, if anything was. */
function toMeasures(report: CoverageReport, locale: Locale): string[][] {
  const rows = toMeasureRows(report, locale);
  if (rows.length === 0) return [];
  const tell = reportTexts(locale);
  return [[`## ${tell("report.measures")}`], toTable(rows), [tell("report.measures.note")]];
}

/** The steps that help most, if anybody computed them. */
function toStepItems(report: CoverageReport, locale: Locale): string[][] {
  const { steps = [] } = report;
  if (steps.length === 0) return [];
  const sentences = steps.slice(0, STEP_COUNT).map((step) => toStepSentence(report, step, locale));
  return [[`## ${reportTexts(locale)("report.steps.title")}`], toItems(sentences)];
}

function circleRows(report: CoverageReport, locale: Locale): string[][] {
  const tell = reportTexts(locale);
  const noData = tell("report.noData");
  return [
    [
      ...[tell("report.circle"), ...scoredColumns(report.standard, tell("report.score"), tell("report.grade"))],
      ...[tell("report.completePeople"), tell("report.completeArea"), tell("report.missing"), noData],
    ],
    ...viewCircles(report, report.city).map((view) => {
      const { coverage, state } = view;
      const gap = hasResult(state) ? null : toAbsence(state, locale);
      return [
        view.circle.label[locale],
        ...scoredColumns(report.standard, toScoreAlone(view, locale), toGradeRange(view, locale)),
        gap ?? formatShare(coverage.population.share, digitsOf(report.city, "population")),
        gap ?? formatShare(coverage.area.share, digitsOf(report.city, "area")),
        toListText(toRequirementLabels(report, coverage.missing, locale), state === "judged", locale),
        toListText(toRequirementLabels(report, coverage.noData, locale), true, locale),
      ];
    }),
  ];
}

function requirementRows({ standard, city }: CoverageReport, locale: Locale): string[][] {
  const tell = reportTexts(locale);
  const circles = new Map(standard.circles.map(({ id, label }) => [id, label[locale]]));
  const header = [
    tell("report.requirement"),
    tell("report.circle"),
    tell("report.necessityName"),
    tell("report.threshold"),
    tell("report.statusName"),
  ];
  const measures = [
    tell("report.peopleShare"),
    tell("report.areaShare"),
    tell("report.medianMinutes"),
    tell("report.p90Minutes"),
    tell("report.facilityCount"),
  ];
  return [
    [...header, ...measures, tell("report.source"), tell("report.edition"), tell("report.basis")],
    ...standard.requirements.map((requirement) => {
      const coverage = city.requirements[requirement.id];
      const gap = coverage.status === "no-data" ? tell("report.noData") : null;
      return [
        requirement.label[locale],
        circles.get(requirement.circle) ?? requirement.circle,
        tell(`report.necessity.${requirement.necessity}`),
        toThresholdText(requirement, locale),
        toStatusText(coverage, locale),
        gap ?? formatShare(coverage.population.share, digitsOf(city, "population")),
        gap ?? formatShare(coverage.area.share, digitsOf(city, "area")),
        gap ?? toTimeText(coverage.seconds?.median, coverage, requirement),
        gap ?? toTimeText(coverage.seconds?.p90, coverage, requirement),
        gap ?? formatCount(requirement.facilityCount),
        toSourceText(requirement.source, locale),
        requirement.edition ?? UNKNOWN_MARK,
        toBasisText(requirement, locale),
      ];
    }),
  ];
}

function neighborhoodRows(report: CoverageReport, locale: Locale): string[][] {
  const tell = reportTexts(locale);
  const circles = report.standard.circles.map(({ label }) => label[locale]);
  const row = (name: string, area: AreaCoverage) => {
    const views = viewCircles(report, area);
    const missing = listMissing(report, area).map(({ label }) => label[locale]);
    const isJudged = views.some(({ state }) => state === "judged");
    return [
      name,
      formatCount(area.population),
      formatArea(area.areaSquareMeters, locale),
      toServicesText(area),
      ...views.map((view) => toScoreText(view, locale)),
      toListText(missing, isJudged, locale),
    ];
  };
  return [
    [
      ...[
        tell("report.neighborhood"),
        tell("report.population"),
        tell("report.area"),
        toServicesHeader(report, locale),
      ],
      ...[...circles, tell("report.missing")],
    ],
    ...report.neighborhoods.map((area) => row(toAreaName(report, area, locale), area)),
  ];
}

function shortfallRows(report: CoverageReport, locale: Locale): string[][] {
  const tell = reportTexts(locale);
  return [
    [
      "#",
      tell("report.neighborhood"),
      tell("report.requirement"),
      tell("report.uncovered"),
      tell("report.peopleShare"),
      tell("report.medianMinutes"),
    ],
    ...listWorst(report, WORST_COUNT).map(
      ({ neighborhood, requirement, coverage, basis, uncovered }, row): string[] => [
        String(row + 1),
        neighborhood.name ?? neighborhood.id,
        requirement.label[locale],
        toAmountText(uncovered, basis, locale),
        formatShare(coverage[basis].share, digitsOf(neighborhood, basis)),
        toTimeText(coverage.seconds?.median, coverage, requirement),
      ],
    ),
  ];
}

function toTable([header = [], ...rows]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(header.map(escapeMarkdown)),
    line(header.map(() => "---")),
    ...rows.map((cells) => line(cells.map(escapeMarkdown))),
  ];
}

function toItems(lines: readonly string[]): string[] {
  return lines.map((text) => `- ${escapeMarkdown(text)}`);
}
