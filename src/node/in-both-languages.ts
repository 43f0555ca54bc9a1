import type { Diagnostic } from "../base/diagnostics.js";
import type { Surface } from "../base/texts/surfaces.js";
import { findText } from "../base/texts/translate.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";

/** A diagnostic that is saved, for readers of either language. */
export interface SavedDiagnostic extends Diagnostic {
  /** What it means and what to do about it, in Chinese. */
  readonly zh: Pick<Diagnostic, "message" | "action">;
}

/** Tells the diagnostics of a report in both languages, as the reader's surface says them: nobody knows who opens a JSON file. */
export function inBothLanguages(
  report: CoverageReport,
  surface: Surface,
): CoverageReport & { readonly diagnostics: readonly SavedDiagnostic[] } {
  const tell = ({ code, message, action }: Diagnostic, locale: Locale) => ({
    message: findText(code, message, locale, surface),
    action: findText(`${code}.action`, action, locale, surface),
  });
  const diagnostics = report.diagnostics.map((one) => ({ ...one, ...tell(one, "en"), zh: tell(one, "zh") }));
  return { ...report, diagnostics };
}
