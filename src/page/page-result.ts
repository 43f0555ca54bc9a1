import type { Surface } from "../base/texts/surfaces.js";
import { toLabel } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { toHeadline } from "../report/sentences.js";
import { toPageCells } from "./page-cells.js";
import type { PageResult } from "./page-model.js";

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
  const headline = toLabel((locale) => toHeadline(report, locale, surface));
  return { cells: toPageCells(report, rowOfFacility), texts: { headline } };
}
