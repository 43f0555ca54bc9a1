import { expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import type { Category, Requirement, Standard } from "../../src/model/standard.js";
import { validateStandard } from "../../src/standards/validate-standard.js";

const label = { zh: "甲", en: "A" };
const shop: Category = {
  id: "shop",
  label,
  alsoIn: [],
  osmTags: ["shop=convenience"],
  osmTagsWithKeyword: [],
  amapCodes: [],
  amapCodesWithKeyword: [],
  amapCodesExcept: [],
  keywords: [],
  keywordsExcept: [],
};
const need: Requirement = {
  id: "near-shop",
  category: "shop",
  circle: "daily",
  necessity: "mandatory",
  thresholdSeconds: 300,
  source: "example",
  verified: false,
};
const valid: Standard = {
  id: "example",
  label,
  source: "example",
  judgeBy: "seconds",
  circles: [{ id: "daily", label, source: "example" }],
  categories: [shop],
  requirements: [need],
  weights: { mandatory: 2, optional: 1, label: 0 },
  grades: [
    { id: "good", label, minScore: 50 },
    { id: "poor", label, minScore: 0 },
  ],
  gradeCapWhenMissing: "good",
  missingBelowShare: 0.5,
};
const grade = (minScore: number, id = `g${minScore}`) => ({ id, label, minScore });

function problemOf(changes: Partial<Standard>): string {
  try {
    validateStandard({ ...valid, ...changes });
  } catch (error) {
    expect(error).toBeInstanceOf(CoverageError);
    expect((error as CoverageError).code).toBe("INVALID_STANDARD");
    return (error as CoverageError).message;
  }
  return "valid";
}

test("a norm that fits together is valid", () => {
  expect(problemOf({})).toBe("valid");
});
test("one category may be asked for at several thresholds", () => {
  expect(problemOf({ requirements: [need, { ...need, id: "far-shop", thresholdSeconds: 900 }] })).toBe("valid");
});
test.each<[string, Partial<Standard>, string]>([
  ["two categories of one id", { categories: [shop, shop] }, 'two category rows have the id "shop"'],
  ["two requirements of one id", { requirements: [need, need] }, 'two requirement rows have the id "near-shop"'],
  ["two circles of one id", { circles: [...valid.circles, ...valid.circles] }, 'two circle rows have the id "daily"'],
  ["two grades of one id", { grades: [grade(50, "good"), grade(0, "good")] }, 'two grade rows have the id "good"'],
  ["an unknown category", { requirements: [{ ...need, category: "bar" }] }, 'names the category "bar"'],
  ["an inherited name as category", { requirements: [{ ...need, category: "constructor" }] }, '"constructor"'],
  ["an unknown circle", { requirements: [{ ...need, circle: "night" }] }, 'names the circle "night"'],
  [
    "a circle without requirements",
    { circles: [...valid.circles, { id: "x", label, source: "" }] },
    'circle "x" has no',
  ],
  ["a threshold of zero", { requirements: [{ ...need, thresholdSeconds: 0 }] }, "has the threshold 0"],
  ["one bad threshold of two", { requirements: [{ ...need, thresholdMeters: Number.NaN }] }, "has the threshold NaN"],
  ["an endless threshold", { requirements: [{ ...need, thresholdSeconds: Number.POSITIVE_INFINITY }] }, "Infinity"],
  [
    "an alternative without a threshold",
    { requirements: [{ ...need, orElse: [{ category: "shop" }] }] },
    "no threshold",
  ],
  [
    "an alternative of an unknown category",
    { requirements: [{ ...need, orElse: [{ category: "kiosk", thresholdMeters: 1 }] }] },
    'names the category "kiosk"',
  ],
  ["an unknown grade as cap", { gradeCapWhenMissing: "best" }, 'gradeCapWhenMissing is "best"'],
  ["grades in the wrong order", { grades: [grade(0), grade(50, "good")] }, 'grade "good" starts at 50'],
  ["two grades from one score on", { grades: [grade(0, "good"), grade(0, "poor")] }, 'grade "poor" starts at 0'],
  ["grades that leave low scores out", { grades: [grade(50, "good")] }, 'the last grade "good" starts at 50'],
  ["no grades", { grades: [] }, "there are no grades"],
  ["a share above 1", { missingBelowShare: 50 }, "missingBelowShare is 50"],
  ["a share that is no number", { missingBelowShare: Number.NaN }, "missingBelowShare is NaN"],
  ["a negative weight", { weights: { mandatory: -1, optional: 1, label: 0 } }, 'the weight of "mandatory" is -1'],
])("%s is refused by name", (_, changes, problem) => {
  expect(problemOf(changes)).toContain(problem);
});
test("a requirement without any threshold is refused", () => {
  const { thresholdSeconds: _, ...bare } = need;
  expect(problemOf({ requirements: [bare] })).toContain('requirement "near-shop" has no threshold');
});
