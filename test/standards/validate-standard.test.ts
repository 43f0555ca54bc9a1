import { describe, expect, test } from "vitest";
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
  threshold: { time: 300 },
  source: "example",
  basis: { listing: "ours", necessity: "ours", minutes: "ours", metres: "ours" },
};
const valid: Standard = {
  id: "example",
  label,
  source: "example",
  judgeBy: "time",
  circles: [{ id: "daily", label, source: "example" }],
  categories: [shop],
  requirements: [need],
  scoring: { weights: { mandatory: 2, optional: 1, label: 0 } },
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

test("a standard that fits together is valid", () => {
  expect(problemOf({})).toBe("valid");
});
test("one category may be asked for at several thresholds", () => {
  expect(problemOf({ requirements: [need, { ...need, id: "far-shop", threshold: { time: 900 } }] })).toBe("valid");
});
test.each<[string, Partial<Standard>, string]>([
  ["two categories of one id", { categories: [shop, shop] }, 'two category rows have the same id "shop"'],
  ["two requirements of one id", { requirements: [need, need] }, 'two requirement rows have the same id "near-shop"'],
  [
    "two circles of one id",
    { circles: [...valid.circles, ...valid.circles] },
    'two circle rows have the same id "daily"',
  ],
  ["two grades of one id", { grades: [grade(50, "good"), grade(0, "good")] }, 'two grade rows have the same id "good"'],
  ["an unknown category", { requirements: [{ ...need, category: "bar" }] }, 'refers to the category "bar"'],
  ["an inherited name as category", { requirements: [{ ...need, category: "constructor" }] }, '"constructor"'],
  ["an unknown circle", { requirements: [{ ...need, circle: "night" }] }, 'refers to the circle "night"'],
  [
    "a circle without requirements",
    { circles: [...valid.circles, { id: "x", label, source: "" }] },
    'circle "x" has no',
  ],
  ["a threshold of zero", { requirements: [{ ...need, threshold: { time: 0 } }] }, "has the threshold.time 0"],
  [
    "one bad threshold of three",
    { requirements: [{ ...need, threshold: { time: 300, network: Number.NaN, straight: 500 } }] },
    "has the threshold.network NaN",
  ],
  [
    "a radius below zero",
    { requirements: [{ ...need, threshold: { straight: -1 } }] },
    "has the threshold.straight -1",
  ],
  [
    "a count of zero",
    { requirements: [{ ...need, count: 0 }] },
    "has the count 0. It must be a whole number from 1 to 1000",
  ],
  ["a count that is no whole number", { requirements: [{ ...need, count: 1.5 }] }, "has the count 1.5"],
  ["a count beyond all reason", { requirements: [{ ...need, count: 1001 }] }, "has the count 1001"],
  [
    "a bad count of an alternative",
    { requirements: [{ ...need, orElse: [{ category: "shop", threshold: { time: 1 }, count: -2 }] }] },
    '(or else "shop") has the count -2',
  ],
  ["an endless threshold", { requirements: [{ ...need, threshold: { time: Number.POSITIVE_INFINITY } }] }, "Infinity"],
  [
    "an alternative without a threshold",
    { requirements: [{ ...need, orElse: [{ category: "shop", threshold: {} }] }] },
    "has an empty threshold. Set one or more of time, network, straight",
  ],
  [
    "an alternative of an unknown category",
    { requirements: [{ ...need, orElse: [{ category: "kiosk", threshold: { network: 1 } }] }] },
    'refers to the category "kiosk"',
  ],
  ["an unknown grade as cap", { gradeCapWhenMissing: "best" }, 'gradeCapWhenMissing is "best"'],
  ["grades in the wrong order", { grades: [grade(0), grade(50, "good")] }, 'grade "good" starts at 50'],
  ["two grades from one score on", { grades: [grade(0, "good"), grade(0, "poor")] }, 'grade "poor" starts at 0'],
  ["grades that leave low scores out", { grades: [grade(50, "good")] }, 'the last grade "good" starts at 50'],
  ["an empty list of grades", { grades: [] }, "grades is an empty array"],
  ["a share above 1", { missingBelowShare: 50 }, "missingBelowShare is 50"],
  ["a share that is no number", { missingBelowShare: Number.NaN }, "missingBelowShare is NaN"],
  [
    "a negative weight",
    { scoring: { weights: { mandatory: -1, optional: 1, label: 0 } } },
    'the weight of "mandatory" is -1',
  ],
])("%s is refused by name", (_, changes, problem) => {
  expect(problemOf(changes)).toContain(problem);
});
test("a requirement without any threshold is refused, and the field is named", () => {
  const { threshold: _, ...bare } = need;
  const refused = problemOf({ requirements: [bare as Requirement] });
  expect(refused).toContain(
    "standard.requirements[0].threshold must be { time?, network?, straight? }; got undefined.",
  );
});
test.each([
  ["minutes", { minutes: 5 }, "an object with the keys minutes"],
  ["a text", { time: "5" }, "an object with the keys time"],
  ["a list", [300], "an array of length 1"],
])("a threshold in %s is refused", (_, threshold, found) => {
  const refused = problemOf({ requirements: [{ ...need, threshold: threshold as Requirement["threshold"] }] });
  expect(refused).toContain(`standard.requirements[0].threshold must be { time?, network?, straight? }; got ${found}.`);
});

test.each<[string, unknown, string]>([
  ["no basis at all", undefined, "standard.requirements[0].basis must be an object; got undefined"],
  [
    "a word that is no basis",
    { listing: "hearsay", necessity: "ours", minutes: "ours" },
    "basis.listing must be one of print, copy, guide, press, secondary, recalled, ours; got the string",
  ],
  ["a Boolean", { listing: "ours", necessity: true, minutes: "ours" }, "basis.necessity must be one of print"],
  ["no basis of the necessity", { listing: "ours", minutes: "ours" }, "basis.necessity must be one of print"],
  [
    "a misspelt field",
    { listing: "ours", necessity: "ours", minutes: "ours", meters: "ours" },
    "basis must be { listing, necessity, minutes?, metres? }",
  ],
  [
    "a time that nothing is said of",
    { listing: "ours", necessity: "ours", metres: "ours" },
    'requirement "near-shop" has the threshold.time but no basis.minutes. Say what it rests on: print, copy',
  ],
])("%s is refused", (_, basis, problem) => {
  expect(problemOf({ requirements: [{ ...need, basis: basis as Requirement["basis"] }] })).toContain(problem);
});
test.each<[string, Partial<Requirement>, string]>([
  ["a length along the streets", { threshold: { network: 300 } }, "has the threshold.network but no basis.metres"],
  ["a radius", { threshold: { straight: 300 } }, "has the threshold.straight but no basis.metres"],
  [
    "a length in an alternative",
    { orElse: [{ category: "shop", threshold: { network: 100 } }] },
    "has the threshold.network but no basis.metres",
  ],
])("%s needs a basis too", (_, changes, problem) => {
  const basis = { listing: "ours", necessity: "ours", minutes: "ours" } as const;
  expect(problemOf({ requirements: [{ ...need, ...changes, basis }] })).toContain(problem);
});
test.each([true, false])("a standard of 0.1.0, with verified: %s, is refused and told what to write", (verified) => {
  const { basis: _, ...old } = need;
  for (const requirement of [
    { ...old, verified },
    { ...need, verified },
  ])
    expect(problemOf({ requirements: [requirement as unknown as Requirement] })).toMatch(
      /standard\.requirements\[0\]\.verified is of an earlier version.*basis: \{ listing, necessity, minutes, metres \}/s,
    );
});
test.each(["CN", "PT"])("a standard may be made for %s", (country) => {
  expect(problemOf({ country })).toBe("valid");
});
test.each(["China", "cn", "", "C1", 86])("made for %s is refused", (country) => {
  expect(problemOf({ country: country as string })).toContain('standard.country must be like "CN"');
});
test.each(["2018", "2018-12", "2018-12-01"])("an edition may be %s", (edition) => {
  expect(problemOf({ requirements: [{ ...need, edition }] })).toBe("valid");
});
test.each(["18", "2018-1", "December 2018", 2018])("an edition %s is refused", (edition) => {
  expect(problemOf({ requirements: [{ ...need, edition: edition as string }] })).toContain(
    'requirements[0].edition must be like "2018-12-01"',
  );
});

/** The standard without some of its fields. */
function without(...fields: readonly (keyof Standard)[]): Standard {
  return Object.fromEntries(
    Object.entries(valid).filter(([field]) => !fields.includes(field as keyof Standard)),
  ) as unknown as Standard;
}
describe("scores and grades are optional parts:", () => {
  test.each([
    ["no cap", without("gradeCapWhenMissing")],
    ["no grades", without("grades", "gradeCapWhenMissing")],
    ["no scores", without("scoring", "grades", "gradeCapWhenMissing")],
  ])("a standard with %s is valid", (_, standard) => {
    expect(() => validateStandard(standard)).not.toThrow();
  });
  test("grades of no scores are refused", () => {
    expect(() => validateStandard(without("scoring"))).toThrow("it has grades but no scoring");
  });
  test("a cap on no grades is refused", () => {
    expect(() => validateStandard(without("grades"))).toThrow("it has gradeCapWhenMissing but no grades");
  });
});
