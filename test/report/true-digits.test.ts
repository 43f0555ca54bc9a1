import { describe, expect, test } from "vitest";
import { compareReports, toComparisonText, toCsv, toMarkdown, toText } from "../../src/index.js";
import type { CoverageReport } from "../../src/model/report.js";
import { digitsOfArea, toPageCells } from "../../src/page/page-cells.js";
import { toScoreText, viewCircles } from "../../src/report/circle-view.js";
import { sampleReport as report } from "../support/sample-report.js";

/** The same numbers, known to so much: city, then neighborhoods. */
function knownTo(report: CoverageReport, city: number, others: number): CoverageReport {
  const off = (value: number) => ({ uncertainty: { population: value, area: value } });
  return {
    ...report,
    city: { ...report.city, ...off(city) },
    neighborhoods: report.neighborhoods.map((area) => ({ ...area, ...off(others) })),
  };
}
/** All decimals of percents and of what stands before a grade. */
const tenths = (text: string) => text.match(/\d\.\d%|\d\.\d (excellent|good|pass|poor)/g) ?? [];

describe.each([
  ["0.05 points", 0.0005, true],
  ["just below a tenth", 0.000999, true],
  ["a tenth", 0.001, false],
  ["two points", 0.02, false],
])("known to %s", (_, halfWidth, hasTenths) => {
  test("every text prints tenths, or none does", () => {
    const known = knownTo(report, halfWidth, halfWidth);
    for (const text of [toText(known), toMarkdown(known)]) expect(tenths(text).length > 0).toBe(hasTenths);
    const views = known.neighborhoods.flatMap((area) => viewCircles(known, area)).filter((view) => view.grade !== null);
    for (const view of views) expect(/\d\.\d/.test(toScoreText(view, "en"))).toBe(hasTenths);
  });
  test("comparisons, too", () => {
    const known = knownTo(report, halfWidth, halfWidth);
    const text = toComparisonText(compareReports(known, knownTo(report, 0, 0)));
    expect(tenths(text).length > 0).toBe(hasTenths);
  });
  test("the page is told with how many", () => {
    const cells = toPageCells(knownTo(report, halfWidth, halfWidth), () => 0);
    for (let area = 0; area <= report.neighborhoods.length; area++)
      expect(digitsOfArea(cells, area)).toBe(hasTenths ? 1 : 0);
  });
  test("data files keep all digits", () => {
    expect(toCsv(knownTo(report, halfWidth, halfWidth))).toBe(toCsv(report));
  });
});

test("each area by its own", () => {
  const text = toText(knownTo(report, 0.0001, 0.01), { width: 200 });
  expect(text).toMatch(/\d\.\d%/);
  expect(text.split("\n").find((line) => line.startsWith("锦江社区"))).not.toMatch(/\d{2}\.\d/);
  expect(text).toContain("right to ±0.1 points, of neighborhoods to ±1 or less");
});

test("who stands at a place of their own leaves nothing to say", () => {
  expect(toText(knownTo(report, 0, 0))).not.toContain("Nineteen of twenty");
});

test("a change smaller than what can be written is told as one", () => {
  const city = { ...report.city };
  const [id = ""] = Object.keys(city.circles).filter((circle) => city.circles[circle]?.score !== null);
  const circle = city.circles[id] as NonNullable<(typeof city.circles)[string]>;
  const changed = {
    ...report,
    city: { ...city, circles: { ...city.circles, [id]: { ...circle, score: (circle.score ?? 0) + 0.3 } } },
  };
  const told = (halfWidth: number) =>
    toComparisonText(compareReports(knownTo(report, halfWidth, 0), knownTo(changed, halfWidth, 0)), { width: 200 });
  expect(told(0.01)).toContain("+<1");
  expect(told(0)).toContain("+0.3");
});
