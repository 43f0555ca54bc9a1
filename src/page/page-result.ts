import type { Surface } from "../base/texts/surfaces.js";
import { toLabel } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { digitsOf, formatShare } from "../report/format-number.js";
import { toHeadline } from "../report/sentences.js";
import { listShortfalls, toAmountText } from "../report/shortfalls.js";
import { toPageCells } from "./page-cells.js";
import type { PageResult } from "./page-model.js";

const WORST_COUNT = 20;

/**
 * Tells what the page shows of a report: its numbers and its sentences.
 *
 * @param surface where the page is written from
 */
export function toPageResult(
  report: CoverageReport,
  rowOfFacility: (id: string) => number,
  surface: Surface = "library",
): PageResult {
  const areaRows = new Map(report.neighborhoods.map((area, row) => [area, row]));
  const shortfalls = listShortfalls(report, WORST_COUNT).map(
    ({ neighborhood, requirement, coverage, basis, uncovered }) => ({
      area: areaRows.get(neighborhood) ?? 0,
      requirement: report.standard.requirements.indexOf(requirement),
      amount: toLabel((locale) => toAmountText(uncovered, basis, locale)),
      share: formatShare(coverage[basis].share, digitsOf(neighborhood, basis)),
    }),
  );
  const headline = toLabel((locale) => toHeadline(report, locale, surface));
  return { cells: toPageCells(report, rowOfFacility), texts: { headline, shortfalls } };
}
