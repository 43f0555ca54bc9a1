import type { CoverageReport } from "../model/report.js";
import type { Question } from "./question.js";

/** What of a question its report does not tell in full: how facilities are recognized, whose models measured the ways, what was measured how. */
export type KeptQuestion = Pick<Question, "standard" | "measures"> & Partial<Pick<Question, "travel">>;

/** Stands on a report and is not enumerable: JSON, equality and clones know nothing of it. */
const QUESTION = Symbol.for("quarterhour.question");

/**
 * Lets a report remember what it was asked, so that its question can be asked again.
 *
 * @returns the same object
 */
export function rememberingQuestion(report: CoverageReport, asked: KeptQuestion): CoverageReport {
  return Object.defineProperty(report, QUESTION, { value: asked, enumerable: false });
}

/** Gives what a report was asked; `null` = the report was read or cloned, and knows only summaries. */
export function questionOf(report: CoverageReport): KeptQuestion | null {
  return (report as { readonly [QUESTION]?: KeptQuestion })[QUESTION] ?? null;
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
