import { invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { isJsonObject } from "../base/json-object.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { withMember } from "./report-question.js";

/** What is put into a report. */
interface Found<Name extends keyof CoverageReport> {
  readonly name: Name;
  readonly value: CoverageReport[Name];
  readonly isFound: (value: unknown) => boolean;
  /** What is expected of a value that is none. */
  readonly expected: Phrase;
}

/** Puts what was found of a report into it, for the function of the library that is called `caller`. @throws {CoverageError} `INVALID_ARGUMENT` */
export function withFound<Name extends keyof CoverageReport>(
  caller: string,
  report: CoverageReport,
  { name, value, isFound, expected }: Found<Name>,
): CoverageReport {
  return guardShape(caller, () => {
    assertRendering(report, {});
    if (!isFound(value)) throw invalid(name, value, expected);
    return withMember(report, name, value);
  });
}

export function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && (value as readonly unknown[]).every(isJsonObject);
}
