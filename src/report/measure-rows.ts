import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { UNKNOWN_MARK } from "./format-number.js";

const SIGNIFICANT_DIGITS = 4;
const WHOLE_FROM = 1000;

/**
 * Writes the measures of the city as a table: a header, then a row for each, by statistic. Empty, if none were asked for.
 *
 * A report of an earlier version does not tell the labels of its measures: they are called by their ids then.
 */
export function toMeasureRows({ city, measures }: CoverageReport, locale: Locale): string[][] {
  const found = city.measures ?? {};
  const ids = Object.keys(found);
  if (ids.length === 0) return [];
  const statistics = [...new Set(ids.flatMap((id) => Object.keys(found[id] ?? {})))];
  const labelOf = new Map(measures?.map(({ id, label }) => [id, label[locale]]));
  return [
    [reportTexts(locale)("report.measure"), ...statistics],
    ...ids.map((id) => [labelOf.get(id) ?? id, ...statistics.map((statistic) => toNumber(found[id]?.[statistic]))]),
  ];
}

function toNumber(value: number | null | undefined): string {
  if (value === undefined) return "";
  if (value === null) return UNKNOWN_MARK;
  return Math.abs(value) >= WHOLE_FROM ? value.toFixed(0) : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}
