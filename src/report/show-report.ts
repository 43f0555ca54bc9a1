import { showing } from "../base/showing.js";
import type { Neighborhood } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import { digitsOf, formatCount, formatScore, formatShare, UNKNOWN_MARK } from "./format-number.js";
import { toVisibleText } from "./visible-text.js";

/** What a notebook draws the map of. */
interface ShownCity {
  readonly neighborhoods: readonly Neighborhood[];
}

/**
 * Lets a report show itself: as a short table where Node prints it, as map, tables and page in Deno's notebooks.
 *
 * The methods stand under well-known symbols and are not enumerable: the report stays plain JSON, equal to and cloned as
 * what it was. It keeps the outlines of its city, but not the city: whoever keeps a hundred reports keeps no hundred networks.
 *
 * @param city gives the city, as long as the program keeps it: then streets and the interactive page are shown, too. It is no
 *   function made where the report is computed: that would hold all that was computed with
 * @returns the same object
 */
export function showingItself(
  report: CoverageReport,
  neighborhoods: readonly Neighborhood[],
  city?: { deref(): ShownCity | undefined },
): CoverageReport {
  return showing(
    report,
    "report",
    (depth) => toShortTable(report, depth),
    () => city?.deref() ?? { neighborhoods },
  );
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
  const digits = digitsOf(city, basis);
  const rows = standard.circles.map(({ id, label }) => {
    const { score, grade } = city.circles[id];
    const grades = standard.grades.filter((one) => one.id === grade).map((one) => `${one.label.zh} ${one.label.en}`);
    const share = formatShare(city.circles[id][basis].share, digits);
    const told = score === null ? UNKNOWN_MARK : formatScore(score, digits);
    const cells = standard.scoring === null ? [share] : [told, share];
    const graded = standard.grades.length === 0 ? "" : `: ${grades[0] ?? UNKNOWN_MARK}`;
    return `  ${cells.map((cell) => cell.padStart(9)).join("")}  ${label.zh} ${label.en}${graded}`;
  });
  const of = basis === "population" ? "people 人口" : "area 面积";
  return [
    `CoverageReport: ${size}, ${warnings} warnings 警告, ${standard.label.zh} ${standard.label.en}`,
    standard.scoring === null
      ? `  ${"complete".padStart(9)} 完整覆盖（${of}）`
      : `  ${"score".padStart(9)}${"complete".padStart(9)} 得分，完整覆盖（${of}）`,
    ...rows,
  ]
    .map(toVisibleText)
    .join("\n");
}
