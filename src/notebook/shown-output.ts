import type { ShownKind } from "../base/showing.js";
import type { Locale } from "../base/words.js";
import type { ReportComparison } from "../compare/comparison.js";
import type { Isochrone } from "../isochrones/isochrone-features.js";
import type { Standard } from "../model/standard.js";
import type { Row } from "../tables/rows.js";
import { toComparisonOutput } from "./comparison-output.js";
import { toIsochroneOutput } from "./isochrone-output.js";
import { toRowsOutput } from "./rows-output.js";
import { toStandardOutput } from "./standard-output.js";

/** How a notebook shows everything but reports, which need a city, too. */
const OUTPUTS: Readonly<
  Record<Exclude<ShownKind, "report">, (value: object, locale: Locale) => { text: string; html: string }>
> = {
  comparison: (value, locale) => toComparisonOutput(value as ReportComparison, locale),
  isochrones: (value, locale) => toIsochroneOutput(value as readonly Isochrone[], locale),
  standard: (value, locale) => toStandardOutput(value as Standard, locale),
  rows: (value, locale) => toRowsOutput(value as readonly Row[], locale),
};

/** Writes a value as a notebook shows it, as text and as HTML. */
export function toShownOutput(
  kind: Exclude<ShownKind, "report">,
  value: object,
  locale: Locale,
): { text: string; html: string } {
  return OUTPUTS[kind](value, locale);
}
