import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import { compareReports } from "../../compare/compare-reports.js";
import { toComparisonText } from "../../compare/to-comparison-text.js";
import { compareStandards } from "../../explain/compare-standards.js";
import { toStandardsText } from "../../explain/to-standards-text.js";
import type { CoverageReport } from "../../model/report.js";
import { EXIT_CODES } from "../exit-codes.js";
import { type CommandRow, widthOf } from "./command.js";
import { checkWorse } from "./gates.js";
import { inReport, readReport } from "./read-report.js";
import { tellGates } from "./tell-gates.js";

/** Compares two saved reports: before and after a plan, two profiles, two years; or several of one city by other standards. */
export const compare: CommandRow = {
  name: "compare",
  words: "<before> <after> [<more>…]",
  wordCount: [2, 20],
  examples: [
    "compare before/report.json after/report.json",
    "compare 2025/report.json 2026/report.json --json",
    "compare four-circles/report.json ghsci/report.json",
    "compare main/report.json out/report.json --fail-if-worse --junit gates.xml",
  ],
  options: ["json", "failIfWorse", "junit"],
  run: ({ settings, words, locale }, world) => {
    const { stdout } = world;
    const [before = "", after = "", ...more] = words;
    const { failIfWorse = false, junit } = settings;
    if (junit !== undefined && !failIfWorse) throw new CoverageError("INVALID_ARGUMENT", say("usage.junitCompare"));
    const [was, is, ...others] = [readReport(before), readReport(after), ...more.map(readReport)];
    const isOfStandards = others.length > 0 || !shareCircle(was, is);
    if (isOfStandards && !failIfWorse) {
      const agreement = inReport(words.join(", "), () => compareStandards([was, is, ...others]));
      const told = () => toStandardsText(agreement, { locale, ...widthOf(stdout) });
      stdout.write(settings.json ? `${JSON.stringify(agreement, null, 2)}\n` : told());
      return EXIT_CODES.ok;
    }
    const comparison = inReport(`${before}, ${after}`, () => compareReports(was, is));
    const text = () => toComparisonText(comparison, { locale, ...widthOf(stdout) });
    stdout.write(settings.json ? `${JSON.stringify(comparison, null, 2)}\n` : text());
    return failIfWorse ? tellGates(checkWorse(comparison, locale), { locale, junit }, world) : EXIT_CODES.ok;
  },
};

/** Reports without a circle in common are of standards that are compared as a whole. What is no report is for others to refuse. */
function shareCircle(one: CoverageReport, other: CoverageReport): boolean {
  const [ids, others] = [one, other].map(({ standard }: Partial<CoverageReport>) =>
    (standard?.circles ?? []).map(({ id }) => id),
  );
  return ids?.length === 0 || others?.length === 0 || ids?.some((id) => others?.includes(id)) === true;
}
