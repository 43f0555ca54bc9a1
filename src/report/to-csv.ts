import type {
  AreaCoverage,
  CircleCoverage,
  CoverageReport,
  Label,
  Locale,
  RequirementCoverage,
  StandardSummary,
} from "../model.js";
import { assertRendering } from "./check-report.js";
import { type CircleView, toGradeText, viewCircles } from "./circle-view.js";
import { toDecimals } from "./format-number.js";
import { REPORT_TEXTS } from "./report-texts.js";
import { toStatusText } from "./requirement-view.js";
import { knownShareOf } from "./sentences.js";
import { toRequirementLabels } from "./shortfalls.js";

export interface CsvOptions {
  /** Of headers, labels and statuses. Default: `en`. */
  readonly locale?: Locale;
}

/** A number is written as it is, a text is guarded and quoted, `null` is an empty cell. */
type Cell = { readonly text: string } | { readonly number: string } | null;

const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";
/** What makes a spreadsheet read a text as a formula, also as full-width characters. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Writes a report as CSV (RFC 4180, UTF-8 with a byte order mark, CRLF): the whole city, then one row per neighborhood.
 *
 * Shares are 0 to 1, times minutes, distances metres, areas square metres. An unknown number is an empty cell, never 0;
 * status and grade columns tell "no data". A text that a spreadsheet would run as a formula gets a leading apostrophe.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 */
export function toCSV(report: CoverageReport, options: CsvOptions = {}): string {
  assertRendering(report, options);
  const { locale = "en" } = options;
  const rows = [
    headerCells(report.standard, locale),
    areaCells(report, report.city, "", REPORT_TEXTS[locale].city, locale),
    ...report.neighborhoods.map((area) => areaCells(report, area, area.id, area.name ?? "", locale)),
  ];
  return BYTE_ORDER_MARK + rows.map((cells) => cells.map(toField).join(",") + LINE_END).join("");
}

function headerCells({ circles, requirements }: StandardSummary, locale: Locale): Cell[] {
  const texts = REPORT_TEXTS[locale];
  const ofCircle = [texts.score, texts.grade, texts.completePeople, texts.completeArea, texts.missing, texts.noData];
  const ofRequirement = [
    texts.statusName,
    texts.peopleShare,
    texts.areaShare,
    texts.medianMinutes,
    texts.p90Minutes,
    texts.worstMinutes,
    texts.nearestId,
    texts.nearestMeters,
    texts.countMedian,
  ];
  const named = (rows: readonly { readonly label: Label }[], columns: readonly string[]) =>
    rows.flatMap(({ label }) => columns.map((column) => `${label[locale]}${locale === "zh" ? "：" : ": "}${column}`));
  const headers = [texts.id, texts.name, texts.population, `${texts.area} (m²)`, texts.knownPeople, texts.knownArea];
  return [...headers, ...named(circles, ofCircle), ...named(requirements, ofRequirement)].map(toText);
}

function areaCells(report: CoverageReport, area: AreaCoverage, id: string, name: string, locale: Locale): Cell[] {
  return [
    toText(id),
    toText(name),
    toNumber(area.population, 3),
    toNumber(area.areaSquareMeters, 1),
    toNumber(knownShareOf(area, "population"), 6),
    toNumber(knownShareOf(area, "area"), 6),
    ...viewCircles(report, area).flatMap((view) => circleCells(report, view, locale)),
    ...report.standard.requirements.flatMap((one) => requirementCells(area.requirements[one.id], locale)),
  ];
}

function circleCells(report: CoverageReport, view: CircleView, locale: Locale): Cell[] {
  const { score, population, area, missing, noData }: CircleCoverage = view.coverage;
  const listed = (ids: readonly string[]) => toText(toRequirementLabels(report, ids, locale).join(";"));
  return [
    toNumber(score, 2),
    toText(toGradeText({ ...view, isCapped: false }, locale)), // an asterisk would make a grade of its own
    toNumber(population.share, 6),
    toNumber(area.share, 6),
    listed(missing),
    listed(noData),
  ];
}

function requirementCells(coverage: RequirementCoverage, locale: Locale): Cell[] {
  const { population, area, seconds, nearest, within } = coverage;
  const minutes = (value: number | null | undefined): Cell =>
    value === undefined || value === null ? null : { number: (value / 60).toFixed(2) };
  return [
    toText(toStatusText(coverage, locale)),
    toNumber(population.share, 6),
    toNumber(area.share, 6),
    minutes(seconds?.median),
    minutes(seconds?.p90),
    minutes(seconds?.worst),
    nearest === null ? null : toText(nearest.facilityId),
    toNumber(nearest?.meters ?? null, 1),
    toNumber(within?.median ?? null, 2),
  ];
}

function toText(text: string): Cell {
  return { text };
}

function toNumber(value: number | null, digits: number): Cell {
  return value === null ? null : { number: toDecimals(value, digits) };
}

/** Also quotes what some spreadsheets take for a separator: a formula must not begin behind one. */
function toField(cell: Cell): string {
  if (cell === null) return "";
  if ("number" in cell) return cell.number;
  const guarded = FORMULA_START.test(cell.text) ? `'${cell.text}` : cell.text;
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
