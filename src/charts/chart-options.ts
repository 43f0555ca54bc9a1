import { assertText } from "../base/check-argument.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";

/** Options of every chart. */
export interface ChartOptions {
  /** Default: `en`. */
  readonly locale?: Locale;
  /** Default: what the chart shows. */
  readonly title?: string;
}

/** Checks what every chart is given. @throws {CoverageError} INVALID_ARGUMENT, UNSUPPORTED_REPORT */
export function assertChart(report: CoverageReport, options: ChartOptions): void {
  assertRendering(report, options);
  if (options.title !== undefined) assertText("title", options.title);
}
