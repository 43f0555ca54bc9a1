import { compareReports } from "../../compare/compare-reports.js";
import { toComparisonText } from "../../compare/to-comparison-text.js";
import { EXIT_CODES } from "../exit-codes.js";
import { type CommandRow, widthOf } from "./command.js";
import { inReport, readReport } from "./read-report.js";

/** Compares two saved reports: before and after a plan, two standards, two profiles, two years. */
export const compare: CommandRow = {
  name: "compare",
  words: "<before> <after>",
  wordCount: [2, 2],
  examples: ["compare before/report.json after/report.json", "compare 2025/report.json 2026/report.json --json"],
  options: ["json"],
  run: ({ settings, words: [before = "", after = ""], locale }, { stdout }) => {
    const [was, is] = [readReport(before), readReport(after)];
    const comparison = inReport(`${before}, ${after}`, () => compareReports(was, is));
    const text = () => toComparisonText(comparison, { locale, ...widthOf(stdout) });
    stdout.write(settings.json ? `${JSON.stringify(comparison, null, 2)}\n` : text());
    return EXIT_CODES.ok;
  },
};
