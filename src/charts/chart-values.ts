import { invalid } from "../base/check-argument.js";
import { say } from "../base/texts/library.js";
import { chartTexts } from "../base/texts/renderings/chart.js";
import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport, NeighborhoodCoverage } from "../model/report.js";
import { areInTwo } from "../report/are-in-two.js";
import { scaleOf } from "../report/circle-view.js";
import { formatArea } from "../report/format-area.js";
import { digitsOf, formatCount, formatScore, formatShare } from "../report/format-number.js";
import { toServicesText } from "../report/services-view.js";
import { type Basis, basisOf, isSliver, judgedShare } from "../report/shortfalls.js";
import { AXIS, type Breaks, classOf, placeOf, serviceBreaks } from "./axis.js";

/** What a chart is of: everyday services, or a circle or a requirement by its id. */
export interface Subject {
  readonly label: string;
  /** Values at the places of the axis. */
  readonly breaks: Breaks;
  /** Of a neighborhood; `null`: nothing is known, or a sliver was judged only. */
  readonly valueOf: (area: NeighborhoodCoverage) => number | null;
  /** Writes what is known of a neighborhood as every rendering does. */
  readonly textOf: (area: NeighborhoodCoverage) => string;
}

/** A neighborhood in a chart. */
export interface ChartArea {
  readonly area: NeighborhoodCoverage;
  readonly name: string;
  /** People, or square metres where the city is told by its ground. */
  readonly amount: number;
  /** The same in words; its ground where its people are not known. */
  readonly amountText: string;
  readonly value: number | null;
  readonly text: string;
  /** On the axis, 0 to 100, and its class there; of what is known. */
  readonly place: number;
  readonly band: number;
}

/**
 * Finds what a chart is of.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for an id that the report's standard does not know
 */
export function subjectOf(report: CoverageReport, of: unknown, locale: Locale): Subject {
  const { standard, city } = report;
  const basis = basisOf(city);
  const known = (area: NeighborhoodCoverage, value: number | null) => (isSliver(standard, area) ? null : value);
  if (of === undefined || of === "everydayServices") {
    const { of: count } = city.services;
    return {
      label: chartTexts(locale)("chart.everydayServices"),
      breaks: serviceBreaks(count),
      valueOf: (area) => known(area, area.services.value),
      textOf: toServicesText,
    };
  }
  const circle = standard.circles.find(({ id }) => id === of);
  if (circle !== undefined) {
    const isShare = scaleOf(standard) === "share";
    return {
      label: circle.label[locale],
      breaks: AXIS,
      valueOf: (area) => {
        const coverage = area.circles[circle.id];
        return known(area, isShare ? percent(coverage[basis].share) : coverage.score);
      },
      textOf: (area) => {
        const { score, [basis]: share } = area.circles[circle.id];
        const digits = digitsOf(area, basis);
        return isShare || score === null ? formatShare(share.share, digits) : formatScore(score, digits);
      },
    };
  }
  const requirement = standard.requirements.find(({ id }) => id === of);
  if (requirement === undefined) {
    const ids = [...standard.circles, ...standard.requirements].map(({ id }) => id);
    throw invalid("of", of, say("expected.oneOf", { choices: ["everydayServices", ...ids].join(", ") }));
  }
  return {
    label: requirement.label[locale],
    breaks: AXIS,
    valueOf: (area) => known(area, percent(judgedShare(area.requirements[requirement.id], basis).share)),
    textOf: (area) => formatShare(judgedShare(area.requirements[requirement.id], basis).share, digitsOf(area, basis)),
  };
}

/** Reads a subject of every neighborhood. */
export function readAreas(
  report: CoverageReport,
  { valueOf: read, textOf, breaks }: Subject,
  locale: Locale,
): ChartArea[] {
  const basis = basisOf(report.city);
  return report.neighborhoods.map((area) => {
    const value = read(area);
    const amount = amountOf(area, basis);
    const amountText =
      area.population === null ? formatArea(area.areaSquareMeters, locale) : writeAmount(amount, basis, locale);
    return {
      ...{ area, name: area.name ?? area.id, amount, amountText, value, text: textOf(area) },
      place: value === null ? 0 : placeOf(value, breaks),
      band: value === null ? 0 : classOf(value, breaks),
    };
  });
}

/** Tells of neighborhoods that hold somebody twice. */
export function overlapNotes({ city, neighborhoods }: CoverageReport, locale: Locale): string[] {
  const basis = basisOf(city);
  const amounts = neighborhoods.map((area) => amountOf(area, basis));
  return areInTwo(amounts, amountOf(city, basis)) ? [reportTexts(locale)("report.overlap")] : [];
}

/** Writes people, or ground. */
export function writeAmount(amount: number, basis: Basis, locale: Locale): string {
  return basis === "population"
    ? reportTexts(locale)("report.people", { count: formatCount(amount) })
    : formatArea(amount, locale);
}

function amountOf({ population, areaSquareMeters }: AreaCoverage, basis: Basis): number {
  return basis === "population" ? (population ?? 0) : areaSquareMeters;
}

export function percent(share: number | null): number | null {
  return share === null ? null : 100 * share;
}
