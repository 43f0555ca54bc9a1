import { describe, expect, test } from "vitest";
import { compareStandards } from "../../src/explain/compare-standards.js";
import { rankCorrelation, ranksOf } from "../../src/explain/rank-correlation.js";
import { toStandardsText } from "../../src/explain/to-standards-text.js";
import type { CoverageReport } from "../../src/model/report.js";
import { drawIndex, seededRandom } from "../support/random.js";
import { sampleReport } from "../support/sample-report.js";

describe("rank correlation", () => {
  test("is 1 for the same order, −1 for the reverse, and told by nobody where all are alike", () => {
    expect(rankCorrelation([1, 2, 5], [10, 20, 21])).toBe(1);
    expect(rankCorrelation([1, 2, 5], [3, 2, 1])).toBe(-1);
    expect(rankCorrelation([1, 1, 1], [3, 2, 1])).toBeNull();
    expect(rankCorrelation([1], [1])).toBeNull();
  });
  test("shares ranks among those alike", () => {
    expect(ranksOf([5, 1, 5, 7])).toEqual([2.5, 1, 2.5, 4]);
  });
  test("without ties is 1 − 6 Σ d² / (n³ − n), as Spearman has it", () => {
    const random = seededRandom(4);
    for (let round = 0; round < 50; round++) {
      const n = 3 + drawIndex(random, 12);
      const [a, b] = [Array.from({ length: n }, random), Array.from({ length: n }, random)];
      const rank = (values: readonly number[], row: number) =>
        1 + values.filter((other) => other < (values[row] as number)).length;
      const squares = a.reduce((sum, _, row) => sum + (rank(a, row) - rank(b, row)) ** 2, 0);
      expect(rankCorrelation(a, b)).toBeCloseTo(1 - (6 * squares) / (n ** 3 - n), 12);
    }
  });
});

function reportWith(id: string, services: readonly (number | null)[]): CoverageReport {
  const report = sampleReport;
  const [area] = report.neighborhoods;
  return {
    ...report,
    standard: { ...report.standard, id, label: { zh: id, en: id } },
    neighborhoods: services.map((value, row) => ({
      ...(area as CoverageReport["neighborhoods"][number]),
      ...{ id: `n${row}`, name: `Area ${row}`, services: { value, ceiling: value, of: 10 } },
    })),
  };
}

describe("several standards", () => {
  const one = reportWith("one", [9, 8, 7, 6, null]);
  const other = reportWith("other", [1, 8, 7, 6, 5]);
  test("agree as far as they order neighborhoods alike; who moves most is told first", () => {
    const { agreements, standards } = compareStandards([one, other, one]);
    expect(standards.map(({ id }) => id)).toEqual(["one", "other", "one"]);
    expect(agreements.map(({ rankCorrelation: r }) => r)).toEqual([-0.2, 1, -0.2].map((r) => expect.closeTo(r, 12)));
    expect(agreements[0]?.movers[0]).toEqual({ neighborhoodId: "n0", name: "Area 0", ranks: [1, 4] });
    expect(agreements[0]?.movers.map(({ neighborhoodId }) => neighborhoodId)).toEqual(["n0", "n1", "n2", "n3"]);
  });
  test("are told in both languages", () => {
    const text = toStandardsText(compareStandards([one, other]));
    expect(text).toContain("rank correlation of the neighborhoods -0.20");
    expect(text).toContain("Area 0: rank 1 → 4");
    expect(toStandardsText(compareStandards([one, other]), { locale: "zh" })).toContain("第 1 名 → 第 4 名");
  });
  test("are at least two", () => {
    expect(() => compareStandards([one])).toThrow(/two reports or more/);
    expect(() => compareStandards([one, {}] as never)).toThrow();
  });
});
