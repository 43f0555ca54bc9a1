import { guardShape } from "../base/guard-call.js";
import { comparisonTexts } from "../base/texts/renderings/comparison.js";
import { assertTextOptions } from "../report/check-report.js";
import { formatShare, toDecimals, UNKNOWN_MARK } from "../report/format-number.js";
import { wrapToColumns } from "../report/text-columns.js";
import { toTextTable } from "../report/text-table.js";
import type { TextOptions } from "../report/to-text.js";
import { toVisibleText } from "../report/visible-text.js";
import type { StandardsComparison } from "./compare-standards.js";

const SHOWN_MOVERS = 5;

/**
 * Writes a comparison of standards as plain text for a terminal: what each finds, how far every two agree, and which neighborhoods move most.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for an unknown locale
 */
export function toStandardsText(comparison: StandardsComparison, options: TextOptions = {}): string {
  return guardShape("toStandardsText", () => {
    assertTextOptions(options);
    const { standards, agreements } = comparison;
    const { locale = "en", width = 100 } = options;
    const tell = comparisonTexts(locale);
    const labelOf = (id: string) => standards.find((one) => one.id === id)?.label[locale] ?? id;
    const rows = [
      [
        tell("comparison.standards.standard"),
        tell("comparison.standards.services"),
        tell("comparison.standards.share"),
      ],
      ...standards.map(({ label, city, services: { value, of } }) => [
        label[locale],
        value === null ? UNKNOWN_MARK : `${toDecimals(Math.floor(10 * value + 1e-9) / 10, 1)} / ${of}`,
        formatShare(city, 0),
      ]),
    ];
    const sentences = agreements.flatMap(({ standards: [a, b], rankCorrelation, movers }) => [
      "",
      ...wrapToColumns(
        tell("comparison.standards.agreement", {
          ...{ one: labelOf(a), other: labelOf(b) },
          correlation: rankCorrelation === null ? UNKNOWN_MARK : rankCorrelation.toFixed(2),
        }),
        width,
      ),
      ...movers
        .slice(0, SHOWN_MOVERS)
        .map(({ name, neighborhoodId, ranks: [from, to] }) =>
          toVisibleText(`  ${tell("comparison.standards.mover", { name: name ?? neighborhoodId, from, to })}`),
        ),
    ]);
    return [
      tell("comparison.standards.title"),
      "",
      ...toTextTable(rows, { width, rightCount: 2 }),
      ...sentences,
      "",
    ].join("\n");
  });
}
