import type { Category, Requirement, Standard } from "../../src/model/standard.js";

/** A category that is recognized by its id only. */
export function plainCategory(id: string): Category {
  return {
    id,
    label: { zh: id, en: id },
    alsoIn: [],
    osmTags: [],
    osmTagsWithKeyword: [],
    amapCodes: [],
    amapCodesWithKeyword: [],
    amapCodesExcept: [],
    keywords: [],
    keywordsExcept: [],
  };
}

/** A standard of one circle that asks for every category within a threshold. */
export function standardOf(
  requirements: readonly (Pick<Requirement, "category" | "threshold"> & Partial<Requirement>)[],
  changes: Partial<Standard> = {},
): Standard {
  const categories = new Set(
    requirements.flatMap(({ category, orElse = [] }) => [category, ...orElse.map((other) => other.category)]),
  );
  return {
    id: "test",
    label: { zh: "测试", en: "Test" },
    source: "test",
    judgeBy: "time",
    circles: [{ id: "circle", label: { zh: "圈", en: "Circle" }, source: "test" }],
    categories: [...categories].map(plainCategory),
    requirements: requirements.map((requirement) => ({
      id: requirement.category,
      circle: "circle",
      necessity: "mandatory",
      source: "test",
      basis: { listing: "print", necessity: "print", minutes: "print", metres: "print" },
      ...requirement,
    })),
    scoring: { weights: { mandatory: 2, optional: 1, label: 0 } },
    grades: [
      { id: "good", label: { zh: "良", en: "Good" }, minScore: 75 },
      { id: "poor", label: { zh: "不足", en: "Poor" }, minScore: 0 },
    ],
    gradeCapWhenMissing: "good",
    missingBelowShare: 0.5,
    ...changes,
  };
}
