import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import type { Standard } from "../../src/model/standard.js";
import { toSourceText } from "../../src/report/sentences.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { validateStandard } from "../../src/standards/validate-standard.js";
import { withMinutes } from "../../src/standards/with-minutes.js";

const byId = (id: string) => STANDARDS.find((one) => one.id === id) as Standard;
const codeOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error instanceof CoverageError ? error.code : error;
  }
  return null;
};

describe("a standard with another number of minutes", () => {
  const ten = withMinutes(chengduFourCircles, 10);
  test("has them in every threshold of time, of nobody's text; metres stay", () => {
    for (const [row, { threshold, basis }] of ten.requirements.entries()) {
      const before = chengduFourCircles.requirements[row];
      if (before?.threshold.time === undefined) expect(ten.requirements[row]).toBe(before);
      else {
        expect(threshold).toEqual({ ...before.threshold, time: 600 });
        expect(basis).toEqual({ ...before.basis, minutes: "ours" });
        expect(toSourceText(ten.requirements[row]?.source ?? "", "en")).toContain("10 minutes are a choice");
      }
    }
    expect(() => validateStandard(ten)).not.toThrow();
  });
  test("says so in its name and its source, in both languages", () => {
    expect(ten.label.en).toMatch(/, with 10 minutes$/);
    expect(ten.label.zh).toMatch(/，改为 10 分钟$/);
    expect(toSourceText(ten.source, "zh")).toContain("一律改为 10 分钟");
    expect(toSourceText(ten.source, "en")).toContain("were set to 10");
  });
  test("is judged by them, whatever it was judged by", () => {
    expect([byId("gb50180-2018").judgeBy, withMinutes(byId("gb50180-2018"), 20).judgeBy]).toEqual(["straight", "time"]);
  });
  test("leaves the given one as it was", () => {
    const before = JSON.stringify(chengduFourCircles);
    withMinutes(chengduFourCircles, 5);
    expect(JSON.stringify(chengduFourCircles)).toBe(before);
  });
  test("changes alternatives, too", () => {
    const [first, ...rest] = byId("x-minute").requirements;
    if (first === undefined) throw new Error();
    const orElse = [{ category: "park", threshold: { time: 300, network: 200 } }];
    const own = {
      ...byId("x-minute"),
      requirements: [{ ...first, orElse, basis: { ...first.basis, metres: "ours" as const } }, ...rest],
    };
    expect(withMinutes(own, 7).requirements[0]?.orElse).toEqual([
      { category: "park", threshold: { time: 420, network: 200 } },
    ]);
  });
});

describe("refused are", () => {
  test.each([0, -1, Number.NaN, Infinity, "10"])("%s minutes", (minutes) => {
    expect(codeOf(() => withMinutes(chengduFourCircles, minutes as number))).toBe("INVALID_ARGUMENT");
  });
  test("a standard without minutes, by name", () => {
    expect(() => withMinutes(byId("ghsci"), 10)).toThrow(/"ghsci" has no thresholds in minutes/);
  });
  test("what is no standard", () => {
    expect(codeOf(() => withMinutes({} as Standard, 10))).toBe("INVALID_STANDARD");
  });
  test("but not a frame: whoever computes it tells what is missing", () => {
    expect(withMinutes(byId("suzhou"), 10).frame).toEqual(byId("suzhou").frame);
  });
});
