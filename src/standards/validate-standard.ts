import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { Necessity, Requirement, RequirementAlternative, Standard } from "../model/standard.js";
import { assertStandardShape } from "./standard-shape.js";

/** Sums of larger weights could leave the range of numbers. */
const MAX_WEIGHT = 1_000_000;
const NECESSITIES: readonly Necessity[] = ["mandatory", "optional", "label"];

/**
 * Checks that a norm can be judged: its names fit together, its thresholds, weights and grades are usable numbers.
 *
 * @throws {CoverageError} `INVALID_STANDARD`
 */
export function validateStandard(standard: Standard): void {
  assertStandardShape(standard);
  const { circles, categories, requirements } = standard;
  assertUnique(standard, say("standard.categoryRow"), categories);
  assertUnique(standard, say("standard.circleRow"), circles);
  assertUnique(standard, say("standard.requirementRow"), requirements);
  const categoryIds = new Set(categories.map(({ id }) => id));
  const circleIds = new Set(circles.map(({ id }) => id));
  for (const requirement of requirements) assertRequirement(standard, requirement, categoryIds, circleIds);
  for (const { id } of circles) {
    if (requirements.some(({ circle }) => circle === id)) continue;
    fail(standard, say("standard.emptyCircle", { id }), say("standard.emptyCircle.hint"));
  }
  assertWeights(standard);
  assertGrades(standard);
}

function assertRequirement(
  standard: Standard,
  requirement: Requirement,
  categoryIds: ReadonlySet<string>,
  circleIds: ReadonlySet<string>,
): void {
  const subject = say("standard.requirement", { id: requirement.id });
  if (!circleIds.has(requirement.circle)) {
    fail(
      standard,
      say("standard.circle", { subject, circle: requirement.circle }),
      say("standard.circle.hint", { circles: [...circleIds].join(", ") }),
    );
  }
  if (!NECESSITIES.includes(requirement.necessity)) {
    fail(
      standard,
      say("standard.necessity", { subject, necessity: requirement.necessity }),
      say("standard.necessity.hint", { choices: NECESSITIES.join(", ") }),
    );
  }
  assertReachable(standard, subject, requirement, categoryIds);
  for (const alternative of requirement.orElse ?? []) {
    assertReachable(
      standard,
      say("standard.fallback", { subject, category: alternative.category }),
      alternative,
      categoryIds,
    );
  }
}

function assertReachable(
  standard: Standard,
  subject: Phrase,
  { category, thresholdSeconds, thresholdMeters }: RequirementAlternative,
  categoryIds: ReadonlySet<string>,
): void {
  if (!categoryIds.has(category)) {
    fail(standard, say("standard.category", { subject, category }), say("standard.category.hint"));
  }
  const thresholds = [thresholdSeconds, thresholdMeters].filter((threshold) => threshold !== undefined);
  if (thresholds.length === 0) {
    fail(standard, say("standard.noThreshold", { subject }), say("standard.noThreshold.hint"));
  }
  for (const threshold of thresholds) {
    if (Number.isFinite(threshold) && threshold > 0) continue;
    fail(standard, say("standard.threshold", { subject, threshold }), say("standard.threshold.hint"));
  }
}

function assertWeights(standard: Standard): void {
  for (const necessity of NECESSITIES) {
    const weight = standard.weights[necessity];
    if (typeof weight === "number" && weight >= 0 && weight <= MAX_WEIGHT) continue;
    fail(
      standard,
      say("standard.weight", { necessity, weight: String(weight) }),
      say("standard.weight.hint", { most: MAX_WEIGHT }),
    );
  }
  const { missingBelowShare } = standard;
  if (!(missingBelowShare >= 0 && missingBelowShare <= 1)) {
    fail(standard, say("standard.missingBelow", { share: missingBelowShare }), say("standard.missingBelow.hint"));
  }
}

function assertGrades(standard: Standard): void {
  const { grades, gradeCapWhenMissing } = standard;
  assertUnique(standard, say("standard.gradeRow"), grades);
  grades.forEach(({ id, minScore }, rank) => {
    const above = rank === 0 ? Number.POSITIVE_INFINITY : grades[rank - 1].minScore;
    if (minScore < above) return; // NaN fails too
    fail(standard, say("standard.gradeOrder", { id, minScore }), say("standard.gradeOrder.hint"));
  });
  const lowest = grades.at(-1);
  if (lowest === undefined || lowest.minScore !== 0) {
    const found =
      lowest === undefined
        ? say("standard.noGrades")
        : say("standard.lastGrade", { id: lowest.id, minScore: lowest.minScore });
    fail(standard, found, say("standard.lastGrade.hint"));
  }
  if (!grades.some(({ id }) => id === gradeCapWhenMissing)) {
    fail(
      standard,
      say("standard.gradeCap", { grade: gradeCapWhenMissing }),
      say("standard.gradeCap.hint", { choices: grades.map(({ id }) => id).join(", ") }),
    );
  }
}

function assertUnique(standard: Standard, kind: Phrase, rows: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) fail(standard, say("standard.duplicate", { kind: kind, id }), say("standard.duplicate.hint"));
    seen.add(id);
  }
}

function fail(standard: Standard, problem: Phrase, hint: Phrase): never {
  throw new CoverageError("INVALID_STANDARD", say("standard.wrong", { id: standard.id, problem: problem }), { hint });
}
