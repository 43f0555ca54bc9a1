import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";

/** Stands on a report and is not enumerable: JSON, equality and clones know nothing of it. */
const STANDARD = Symbol.for("quarterhour.standard");

/**
 * Lets a report remember the whole standard it was judged by, so that its question can be asked again: its summary does not
 * say how facilities are recognized.
 *
 * @returns the same object
 */
export function rememberingStandard(report: CoverageReport, standard: Standard): CoverageReport {
  return Object.defineProperty(report, STANDARD, { value: standard, enumerable: false });
}

/** Gives the standard a report was judged by; `null` = the report was read or cloned, and knows only its summary. */
export function standardOf(report: CoverageReport): Standard | null {
  return (report as { readonly [STANDARD]?: Standard })[STANDARD] ?? null;
}

/** Gives a report with another value of a member; what it remembers, which is no JSON, stays with it. */
export function withMember<Name extends keyof CoverageReport>(
  report: CoverageReport,
  name: Name,
  value: CoverageReport[Name],
): CoverageReport {
  const own = Object.getOwnPropertyDescriptors(report);
  const member = { value, enumerable: true, configurable: true, writable: true };
  return Object.create(Object.getPrototypeOf(report), { ...own, [name]: member });
}
