import { reportTexts } from "../base/texts/renderings/report.js";
import type { Seconds } from "../base/units.js";
import type { Locale } from "../base/words.js";
import type { RequirementCoverage } from "../model/report.js";
import type { RequirementSummary } from "../model/standard-summary.js";
import { formatMinutes, UNKNOWN_MARK } from "./format-number.js";

/** Whether anything is known about a requirement in an area: it has data, and somebody or some ground was judged. */
export function isKnown({ status, population, area }: RequirementCoverage): boolean {
  return status !== "no-data" && (population.share !== null || area.share !== null);
}

/** Writes the status of a requirement. Where the data exists but nothing is known here, a dash. */
export function toStatusText(coverage: RequirementCoverage, locale: Locale): string {
  if (coverage.status !== "no-data" && !isKnown(coverage)) return UNKNOWN_MARK;
  return reportTexts(locale)(`report.status.${coverage.status}`);
}

/** Writes a time in minutes; `"> 30.0"` where it lies beyond what was searched, a dash where nothing is known. */
export function toTimeText(
  seconds: Seconds | null | undefined,
  coverage: RequirementCoverage,
  { unit, cutoff }: RequirementSummary,
): string {
  if (seconds !== null && seconds !== undefined) return formatMinutes(seconds);
  if (!isKnown(coverage) || coverage.status === "unreachable") return UNKNOWN_MARK;
  return unit === "seconds" ? `> ${formatMinutes(cutoff)}` : `> ${cutoff} m`;
}
