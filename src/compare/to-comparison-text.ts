import { invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { LAYERS } from "../base/layers.js";
import { say } from "../base/texts/library.js";
import { comparisonTexts } from "../base/texts/renderings/comparison.js";
import type { Locale } from "../base/words.js";
import { assertTextOptions } from "../report/check-report.js";
import { digitsFor, formatCount } from "../report/format-number.js";
import { wrapToColumns } from "../report/text-columns.js";
import { toTextTable } from "../report/text-table.js";
import type { TextOptions } from "../report/to-text.js";
import { toVisibleText } from "../report/visible-text.js";
import type { OnlyInOne, ReportComparison } from "./comparison.js";
import { cityRows, neighborhoodRows, requirementRows } from "./comparison-rows.js";
import { arrow, difference, formatScoreOrMark } from "./format-change.js";

const MOST_NAMES = 12;

/**
 * Writes a comparison as plain text for a terminal: how the two were made, the city, the requirements and neighborhoods
 * that changed, those that changed most first.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a comparison, or an unknown locale
 */
export function toComparisonText(comparison: ReportComparison, options: TextOptions = {}): string {
  return guardShape("toComparisonText", () => {
    assertTextOptions(options);
    if (comparison?.city?.circles === undefined || !Array.isArray(comparison.methodChanges))
      throw invalid("comparison", comparison, say("expected.comparison"));
    const { locale = "en", width = 100 } = options;
    const tell = comparisonTexts(locale);
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
      tell("comparison.title"),
      "",
      ...methodLines(comparison, locale).flatMap((line) => wrapToColumns(toVisibleText(line), width)),
      ...servicesLine(comparison, locale),
      ...table(cityRows(comparison, locale), comparison.hasScores ? 4 : 2),
      ...table(requirementRows(comparison, locale), 3),
      ...table(neighborhoodRows(comparison, locale), comparison.circles.length),
      "",
      ...(changed.length === 0 && !comparison.city.isChanged ? [tell("comparison.noChange")] : []),
      ...(still > 0 && changed.length > 0 ? [tell("comparison.unchanged", { count: formatCount(still) })] : []),
      ...onlyLines(tell("comparison.onlyBefore"), comparison.onlyBefore, locale).map(toVisibleText),
      ...onlyLines(tell("comparison.onlyAfter"), comparison.onlyAfter, locale).map(toVisibleText),
      "",
    ].join("\n");
  });
}

/** How many everyday services people reach, before and after. */
function servicesLine({ city }: ReportComparison, locale: Locale): string[] {
  const { services, servicesOf } = city;
  if (services.before === null && services.after === null) return [];
  const digits = digitsFor(city.uncertainty);
  const write = (side: "before" | "after") => `${formatScoreOrMark(services[side], digits)} / ${servicesOf[side]}`;
  const change = servicesOf.before === servicesOf.after ? difference(services, digits) : "";
  const tell = comparisonTexts(locale);
  const told = arrow(write("before"), write("after"));
  return [
    "",
    `${tell("report.services.name")}${tell("report.colon")}${told}${change === "" ? "" : tell("report.inBrackets", { text: change })}`,
  ];
}

function methodLines({ methodChanges, inputChanges }: ReportComparison, locale: Locale): string[] {
  const tell = comparisonTexts(locale);
  const colon = tell("report.colon");
  const methods = methodChanges.map(
    ({ what, before, after }) =>
      `- ${tell(`comparison.method.${what}`)}${colon}${before[locale] === after[locale] ? tell("comparison.inDetail", { label: after[locale] }) : arrow(before[locale], after[locale])}`,
  );
  const inputs = inputChanges.map(
    ({ layer, before, after }) =>
      `- ${tell("comparison.used", { layer: LAYERS[layer].label[locale] })}${colon}${arrow(formatCount(before), formatCount(after))}`,
  );
  return [...(methods.length === 0 ? [tell("comparison.sameMethod")] : methods), ...inputs];
}

function onlyLines(title: string, only: OnlyInOne, locale: Locale): string[] {
  const tell = comparisonTexts(locale);
  const [colon, separator] = [tell("report.colon"), tell("report.listSeparator")];
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [tell("report.neighborhoods"), only.neighborhoods.map(({ id, name }) => name ?? id)],
    [tell("report.circle"), only.circles],
    [tell("report.requirement"), only.requirements],
  ];
  return rows
    .filter(([, list]) => list.length > 0)
    .map(([what, list]) => `${title}${separator}${what} (${list.length})${colon}${shorten(list, separator)}`);
}

function shorten(names: readonly string[], separator: string): string {
  return `${names.slice(0, MOST_NAMES).join(separator)}${names.length > MOST_NAMES ? " …" : ""}`;
}
