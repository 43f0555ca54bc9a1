import type { Locale, RequirementCoverage } from "../model.js";
import { UNKNOWN_MARK } from "./format-number.js";
import { REPORT_TEXTS } from "./report-texts.js";

/** Whether anything is known about a requirement in an area: it has data, and somebody or some ground was judged. */
export function isKnown({ status, population, area }: RequirementCoverage): boolean {
  return status !== "no-data" && (population.share !== null || area.share !== null);
}

/** Writes the status of a requirement. Where the data exists but nothing is known here, a dash. */
export function toStatusText(coverage: RequirementCoverage, locale: Locale): string {
  if (coverage.status !== "no-data" && !isKnown(coverage)) return UNKNOWN_MARK;
  return REPORT_TEXTS[locale].status[coverage.status];
}
