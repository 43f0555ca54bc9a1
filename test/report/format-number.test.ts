import { describe, expect, test } from "vitest";
import { formatArea } from "../../src/report/format-area.js";
import {
  digitsFor,
  digitsOf,
  formatCount,
  formatMinutes,
  formatScore,
  formatShare,
  toDecimals,
} from "../../src/report/format-number.js";

describe("numbers as they are shown", () => {
  test("only everybody is 100% and only nobody is 0%", () => {
    expect([0, 0.00001, 0.001, 0.5, 0.999, 0.99999, 1].map((share) => formatShare(share, 1))).toEqual([
      "0%",
      "<0.1%",
      "0.1%",
      "50.0%",
      "99.9%",
      ">99.9%",
      "100%",
    ]);
  });

  test("without tenths, too", () => {
    const shares = [0, 0.00001, 0.0099, 0.01, 0.496, 0.9899, 0.9901, 0.99999, 1];
    expect(shares.map((share) => formatShare(share, 0))).toEqual("0% <1% <1% 1% 50% 99% >99% >99% 100%".split(" "));
    expect([89.99, 90, 0.4, 8.9999999999].map((score) => formatScore(score, 0))).toEqual(["89", "90", "0", "9"]);
  });

  test("tenths are known where half the width is below a tenth of a point", () => {
    expect([0, 0.0009, 0.001, 0.02, null].map(digitsFor)).toEqual([1, 1, 0, 0, 0]);
    const area = { uncertainty: { population: 0, area: 0.01 } };
    expect([digitsOf(area, "population"), digitsOf(area, "area")]).toEqual([1, 0]);
  });

  test("what is unknown is a dash, never 0", () => {
    expect([formatShare(null, 1), formatCount(null), formatMinutes(null)]).toEqual(["–", "–", "–"]);
  });

  test("a score just below a grade never seems to reach it", () => {
    expect(formatScore(89.99, 1)).toBe("89.9");
    expect(formatScore(90, 1)).toBe("90.0");
    expect(formatScore(8.2, 1)).toBe("8.2"); // 8.2 * 10 is 82 less a last bit in other sums
  });

  test("a time just above a threshold never seems to keep it", () => {
    expect(formatMinutes(900)).toBe("15.0");
    expect(formatMinutes(900.5)).toBe("15.1");
  });

  test("thousands are set apart and areas have a fitting unit", () => {
    expect([999, 1000, 1234567].map(formatCount)).toEqual(["999", "1,000", "1,234,567"]);
    expect(formatArea(2_340_000, "en")).toBe("2.34 km²");
    expect(formatArea(125_000, "zh")).toBe("12.5 公顷");
  });

  test("trailing zeros go, zeros before the point stay", () => {
    expect([
      toDecimals(1.5, 6),
      toDecimals(100, 2),
      toDecimals(1 / 3, 6),
      toDecimals(-0.0000001, 6),
      toDecimals(20, 0),
    ]).toEqual(["1.5", "100", "0.333333", "0", "20"]);
  });
});
