import type { AreaCoverage, CoverageReport } from "./model.js";
import { formatCount, formatScore, formatShare, UNKNOWN_MARK } from "./report/format-number.js";
import { toVisibleText } from "./report/visible-text.js";

/**
 * Lets a report show itself: as a short table where Node prints it.
 *
 * The method stands under a well-known symbol and is not enumerable: the report stays plain JSON, equal to and cloned as
 * what it was.
 *
 * @returns the same object
 */
export function showingItself(report: CoverageReport): CoverageReport {
  const value = (depth?: number) => toShortTable(report, depth);
  const symbol = Symbol.for("nodejs.util.inspect.custom");
  return Object.defineProperty(report, symbol, { value, enumerable: false, configurable: true, writable: true });
}

/**
 * Writes the circles of the city, one a line, in both languages: a report knows of no locale. Numbers stand first, so that
 * they are aligned whatever the width of the words.
 */
function toShortTable({ standard, city, neighborhoods, diagnostics }: CoverageReport, depth = 2): string {
  const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
  const size = `${neighborhoods.length} neighborhoods 社区, ${formatCount(city.population)} people 人`;
  if (depth < 0) return `[CoverageReport: ${size}]`;
  const basis = city.population === null || city.population === 0 ? "area" : "population";
  const rows = standard.circles.map(({ id, label }) => {
    const { score, grade } = city.circles[id];
    const grades = standard.grades.filter((one) => one.id === grade).map((one) => `${one.label.zh} ${one.label.en}`);
    const cells = [score === null ? UNKNOWN_MARK : formatScore(score), formatShare(shareOf(city, id, basis))];
    return `  ${cells.map((cell) => cell.padStart(9)).join("")}  ${label.zh} ${label.en}: ${grades[0] ?? UNKNOWN_MARK}`;
  });
  return [
    `CoverageReport: ${size}, ${warnings} warnings 警告, ${standard.label.zh} ${standard.label.en}`,
    `  ${"score".padStart(9)}${"complete".padStart(9)} 得分，完整覆盖（${basis === "population" ? "people 人口" : "area 面积"}）`,
    ...rows,
  ]
    .map(toVisibleText)
    .join("\n");
}

function shareOf({ circles }: AreaCoverage, id: string, basis: "population" | "area"): number | null {
  return circles[id].noData.length > 0 && circles[id].score === null ? null : circles[id][basis].share;
}
