import { invalid } from "../base/check-argument.js";
import { LAYERS } from "../base/layers.js";
import { say } from "../base/texts/library.js";
import type { Locale } from "../base/words.js";
import { assertTextOptions } from "../report/check-report.js";
import { formatCount } from "../report/format-number.js";
import { REPORT_TEXTS } from "../report/report-texts.js";
import { wrapToColumns } from "../report/text-columns.js";
import { toTextTable } from "../report/text-table.js";
import type { TextOptions } from "../report/to-text.js";
import { toVisibleText } from "../report/visible-text.js";
import type { OnlyInOne, ReportComparison } from "./comparison.js";
import { cityRows, neighborhoodRows, requirementRows } from "./comparison-rows.js";
import { COMPARISON_TEXTS } from "./comparison-texts.js";
import { arrow } from "./format-change.js";

const MOST_NAMES = 12;

/**
 * Writes a comparison as plain text for a terminal: how the two were made, the city, the requirements and neighborhoods
 * that changed, those that changed most first.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a comparison, or an unknown locale
 */
export function toComparisonText(comparison: ReportComparison, options: TextOptions = {}): string {
  assertTextOptions(options);
  if (comparison?.city?.circles === undefined || !Array.isArray(comparison.methodChanges))
    throw invalid("comparison", comparison, say("expected.comparison"));
  const { locale = "en", width = 100 } = options;
  const texts = COMPARISON_TEXTS[locale];
  const table = (rows: string[][], rightCount: number) =>
    rows.length < 2
      ? []
      : [
          "",
          ...toTextTable(
            rows.map((row) => row.map(toVisibleText)),
            { width, rightCount },
          ),
        ];
  const changed = comparison.neighborhoods.filter(({ isChanged }) => isChanged);
  const still = comparison.neighborhoods.length - changed.length;
  return [
    texts.title,
    "",
    ...methodLines(comparison, locale).flatMap((line) => wrapToColumns(toVisibleText(line), width)),
    ...table(cityRows(comparison, locale), comparison.hasScores ? 4 : 2),
    ...table(requirementRows(comparison, locale), 3),
    ...table(neighborhoodRows(comparison, locale), comparison.circles.length),
    "",
    ...(changed.length === 0 && !comparison.city.isChanged ? [texts.noChange] : []),
    ...(still > 0 && changed.length > 0 ? [texts.unchanged(formatCount(still))] : []),
    ...onlyLines(texts.onlyBefore, comparison.onlyBefore, locale).map(toVisibleText),
    ...onlyLines(texts.onlyAfter, comparison.onlyAfter, locale).map(toVisibleText),
    "",
  ].join("\n");
}

function methodLines({ methodChanges, inputChanges }: ReportComparison, locale: Locale): string[] {
  const texts = COMPARISON_TEXTS[locale];
  const { colon } = REPORT_TEXTS[locale];
  const methods = methodChanges.map(
    ({ what, before, after }) =>
      `- ${texts.method[what]}${colon}${before[locale] === after[locale] ? texts.inDetail(after[locale]) : arrow(before[locale], after[locale])}`,
  );
  const inputs = inputChanges.map(
    ({ layer, before, after }) =>
      `- ${texts.used(LAYERS[layer].label[locale])}${colon}${arrow(formatCount(before), formatCount(after))}`,
  );
  return [...(methods.length === 0 ? [texts.sameMethod] : methods), ...inputs];
}

function onlyLines(title: string, only: OnlyInOne, locale: Locale): string[] {
  const { colon, listSeparator, neighborhoods, circle, requirement } = REPORT_TEXTS[locale];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [neighborhoods, only.neighborhoods.map(({ id, name }) => name ?? id)],
    [circle, only.circles],
    [requirement, only.requirements],
  ];
  return rows
    .filter(([, list]) => list.length > 0)
    .map(([what, list]) => `${title}${listSeparator}${what} (${list.length})${colon}${shorten(list, listSeparator)}`);
}

function shorten(names: readonly string[], separator: string): string {
  return `${names.slice(0, MOST_NAMES).join(separator)}${names.length > MOST_NAMES ? " …" : ""}`;
}
