import type { Diagnostic } from "../base/diagnostics.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { namingRemarks } from "./name-remark.js";
import { toDiagnosticText } from "./to-diagnostic-text.js";

/**
 * Tells the remarks of a report, one by one, with the names of the neighborhoods and categories that they are about.
 *
 * @param remarks default: all of them
 */
export function toRemarks(
  { diagnostics, neighborhoods, standard: { requirements } }: CoverageReport,
  { locale, surface }: { readonly locale: Locale; readonly surface: Surface },
  remarks: readonly Diagnostic[] = diagnostics,
): string[] {
  const categories = requirements.map(({ category, label }) => ({ id: category, label }));
  const named = namingRemarks({ neighborhoods, categories }, locale);
  return remarks.map((remark) => toDiagnosticText(named(remark), locale, surface));
}
