import { guardShape } from "../base/guard-call.js";
import { notebookTexts } from "../base/texts/renderings/notebook.js";
import type { Locale } from "../base/words.js";
import type { MapCity } from "../maps/map-city.js";
import { toMapSvg } from "../maps/to-map-svg.js";
import type { CoverageReport } from "../model/report.js";
import { type HtmlOptions, toHtml } from "../page/to-html.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import { scaleOf, toScoreText, viewCircles } from "../report/circle-view.js";
import { escapeHtml } from "../report/escape-html.js";
import { digitsOf, formatShare, UNKNOWN_MARK } from "../report/format-number.js";
import { toGradeNotes, toHeadline } from "../report/sentences.js";
import {
  basisOf,
  listMissing,
  listShortfalls,
  toAmountText,
  toListText,
  toRequirementLabels,
} from "../report/shortfalls.js";
import { toMarkdown } from "../report/to-markdown.js";
import { toText } from "../report/to-text.js";
import { toHtmlOutput, toHtmlParagraph, toHtmlTable } from "./html-table.js";

/** How a notebook shows a report. */
export interface ShowOptions extends HtmlOptions {
  /** Outlines and backdrops of the map; a prepared city is best. Without it there are tables and no map. */
  readonly city?: MapCity;
  /** Of the interactive view, in pixels. Default: 720. */
  readonly height?: number;
  /** Whether the interactive view follows the map and the tables. It takes up to a megabyte. Default: true, with a city. */
  readonly interactive?: boolean;
}

/** One output in several forms, by media type: a notebook shows the richest that it can. */
export interface MimeBundle {
  readonly "text/plain": string;
  readonly "text/markdown": string;
  readonly "text/html": string;
}

const DEFAULT_HEIGHT = 720;
const SHORTFALL_COUNT = 5;
/** What the interactive view may do: run its own script, and hand out its files. It has no origin and no network. */
const SANDBOX = "allow-scripts allow-downloads";

/**
 * Writes a report as a notebook shows it: text, Markdown, and HTML that needs no script (sentence, map, tables) with the
 * interactive page in a sandboxed frame below it.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, or an unknown option
 */
export function toMimeBundle(report: CoverageReport, options: ShowOptions = {}): MimeBundle {
  return guardShape("toMimeBundle", () => {
    return {
      "text/plain": toNotebookText(report, options),
      "text/markdown": toMarkdown(report, options),
      "text/html": toNotebookHtml(report, options),
    };
  });
}

/** The text of the bundle, where nothing else can be shown. @throws {CoverageError} INVALID_ARGUMENT */
export function toNotebookText(report: CoverageReport, options: ShowOptions): string {
  assertShown(report, options);
  return toText(report, options);
}

/** The HTML of the bundle. @throws {CoverageError} INVALID_ARGUMENT */
export function toNotebookHtml(report: CoverageReport, options: ShowOptions): string {
  assertShown(report, options);
  const { city } = options;
  return toStaticHtml(report, options) + (city === undefined ? "" : toFrame(report, city, options));
}

function assertShown(report: CoverageReport, options: ShowOptions): void {
  assertRendering(report, options);
  if (options.city !== undefined) assertMapCity(options.city);
}

function toStaticHtml(report: CoverageReport, { city, locale = "en", surface, attribution }: ShowOptions): string {
  const tell = notebookTexts(locale);
  const ofMap = { locale, ...(attribution === undefined ? {} : { attribution }) };
  const svg = city === undefined ? "" : toMapSvg(report, city, ofMap).replace(/^<\?xml[^>]*\?>\s*/, "");
  const map =
    city === undefined ? `<p>${escapeHtml(tell("notebook.noMap"))}</p>` : `<div style="max-width:1000px">${svg}</div>`;
  const shortfalls = shortfallRows(report, locale);
  const parts = [
    toHtmlParagraph(toHeadline(report, locale, surface)),
    toHtmlTable(circleRows(report, locale)),
    ...toGradeNotes(viewCircles(report, report.city), locale).map(toHtmlParagraph),
    shortfalls.length > 1 ? `<h4>${escapeHtml(tell("report.worstList"))}</h4>${toHtmlTable(shortfalls)}` : "",
    map.replace("<svg ", '<svg style="max-width:100%;height:auto" '),
  ];
  return toHtmlOutput(parts, locale);
}

function circleRows(report: CoverageReport, locale: Locale): string[][] {
  const tell = notebookTexts(locale);
  const basis = basisOf(report.city);
  const complete = basis === "population" ? tell("report.completePeople") : tell("report.completeArea");
  const scored = (cell: string) => (scaleOf(report.standard) === "share" ? [] : [cell]);
  return [
    [tell("report.circle"), ...scored(tell("report.score")), complete, tell("report.missing")],
    ...viewCircles(report, report.city).map((view) => [
      view.circle.label[locale],
      ...scored(toScoreText(view, locale)),
      view.state === "judged" ? formatShare(view.coverage[basis].share, digitsOf(report.city, basis)) : UNKNOWN_MARK,
      toListText(toRequirementLabels(report, view.coverage.missing, locale), view.state === "judged", locale),
    ]),
  ];
}

function shortfallRows(report: CoverageReport, locale: Locale): string[][] {
  const tell = notebookTexts(locale);
  return [
    [tell("report.neighborhood"), tell("report.requirement"), tell("report.uncovered"), tell("report.missing")],
    ...listShortfalls(report, SHORTFALL_COUNT).map(({ neighborhood, requirement, basis, uncovered }) => [
      neighborhood.name ?? neighborhood.id,
      requirement.label[locale],
      toAmountText(uncovered, basis, locale),
      String(listMissing(report, neighborhood).length),
    ]),
  ];
}

function toFrame(report: CoverageReport, city: MapCity, options: ShowOptions): string {
  const { interactive = true, locale = "en" } = options;
  if (!interactive) return "";
  const title = escapeHtml(notebookTexts(locale)("notebook.interactive"));
  const { srcdoc, sandbox, height } = frameOf(report, city, options);
  const quoted = srcdoc.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe title="${title}" sandbox="${sandbox}" loading="lazy" style="width:100%;height:${height}px;border:1px solid #999" srcdoc="${quoted}"></iframe>`;
}

/** What the frame of the interactive view holds. */
export interface Frame {
  readonly srcdoc: string;
  readonly sandbox: string;
  /** Pixels. */
  readonly height: number;
}

/** Makes the frame of the interactive view. */
export function frameOf(report: CoverageReport, city: MapCity, options: ShowOptions): Frame {
  const { height = DEFAULT_HEIGHT } = options;
  const pixels = Number.isFinite(height) && height > 0 ? Math.round(height) : DEFAULT_HEIGHT;
  return { srcdoc: toHtml(report, city, options), sandbox: SANDBOX, height: pixels };
}
