import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { MeasureAbout, MeasureSummary } from "../model/measure.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import { UNKNOWN_MARK } from "./format-number.js";

const SIGNIFICANT_DIGITS = 4;
const WHOLE_FROM = 1000;

/** Lists what a report tells of each measure: of an earlier version it does not tell the labels, and they are called by their ids. */
export function listMeasures({ city, measures = [] }: CoverageReport): {
  readonly id: string;
  readonly about: Partial<MeasureAbout>;
  readonly statistic: string;
}[] {
  const abouts = new Map(measures.map((about) => [about.id, about]));
  return Object.entries(city.measures ?? {}).flatMap(([id, summary]) =>
    Object.keys(summary).map((statistic) => ({ id, about: abouts.get(id) ?? {}, statistic })),
  );
}

/** What was measured of one group in an area, or of everybody. */
export interface MeasuredGroup {
  /** The id of the group; `null` = everybody. */
  readonly group: string | null;
  /** By measure; empty of a group that is too small to be told of. */
  readonly measures: Readonly<Record<string, MeasureSummary>>;
}

/** Lists everybody in an area, and each group of people, with what was measured of them. */
export function measuredGroups({ measures = {}, groupMeasures = {} }: AreaCoverage): MeasuredGroup[] {
  const groups = Object.entries(groupMeasures).map(([group, told]) => ({ group, measures: told ?? {} }));
  return [{ group: null, measures }, ...groups];
}

/** Writes the measures of the city as a table: a header, then a row for each and each group of people, by statistic. Empty, if none were asked for. */
export function toMeasureRows(report: CoverageReport, locale: Locale): string[][] {
  const told = listMeasures(report);
  if (told.length === 0) return [];
  const tell = reportTexts(locale);
  const statistics = [...new Set(told.map(({ statistic }) => statistic))];
  const labels = new Map(told.map(({ id, about }) => [id, about.label?.[locale] ?? id]));
  const groups = measuredGroups(report.city);
  const groupCell = (group: string | null) => (groups.length === 1 ? [] : [group ?? tell("report.groups.everybody")]);
  return [
    [tell("report.measure"), ...groupCell(tell("report.groups.group")), ...statistics],
    ...[...labels].flatMap(([id, label]) =>
      groups.map(({ group, measures }) => [
        ...[label, ...groupCell(group)],
        ...statistics.map((statistic) => toNumber(measures[id], statistic)),
      ]),
    ),
  ];
}

/** Empty: the measure has no such statistic. */
function toNumber(summary: MeasureSummary | undefined, statistic: string): string {
  const value = summary === undefined ? null : summary[statistic];
  if (value === undefined) return "";
  if (value === null) return UNKNOWN_MARK;
  return Math.abs(value) >= WHOLE_FROM ? value.toFixed(0) : String(Number(value.toPrecision(SIGNIFICANT_DIGITS)));
}
