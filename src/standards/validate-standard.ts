import { CoverageError } from "../errors.js";
import type { Necessity, Requirement, RequirementAlternative, Standard } from "../model.js";
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
  assertUnique(standard, "category", categories);
  assertUnique(standard, "circle", circles);
  assertUnique(standard, "requirement", requirements);
  const categoryIds = new Set(categories.map(({ id }) => id));
  const circleIds = new Set(circles.map(({ id }) => id));
  for (const requirement of requirements) assertRequirement(standard, requirement, categoryIds, circleIds);
  for (const { id } of circles) {
    if (requirements.some(({ circle }) => circle === id)) continue;
    fail(standard, `circle "${id}" has no requirements.`, "Give it one, or leave the circle out.");
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
  const subject = `requirement "${requirement.id}"`;
  if (!circleIds.has(requirement.circle)) {
    fail(standard, `${subject} names the circle "${requirement.circle}".`, `Circles: ${[...circleIds].join(", ")}.`);
  }
  if (!NECESSITIES.includes(requirement.necessity)) {
    fail(standard, `${subject} has the necessity "${requirement.necessity}".`, `One of ${NECESSITIES.join(", ")}.`);
  }
  assertReachable(standard, subject, requirement, categoryIds);
  for (const alternative of requirement.orElse ?? []) {
    assertReachable(standard, `${subject}, or else "${alternative.category}",`, alternative, categoryIds);
  }
}

function assertReachable(
  standard: Standard,
  subject: string,
  { category, thresholdSeconds, thresholdMeters }: RequirementAlternative,
  categoryIds: ReadonlySet<string>,
): void {
  if (!categoryIds.has(category)) {
    fail(standard, `${subject} names the category "${category}".`, "Add a row for it to the standard's categories.");
  }
  const thresholds = [thresholdSeconds, thresholdMeters].filter((threshold) => threshold !== undefined);
  if (thresholds.length === 0) {
    fail(standard, `${subject} has no threshold.`, "Give thresholdSeconds, thresholdMeters or both.");
  }
  for (const threshold of thresholds) {
    if (Number.isFinite(threshold) && threshold > 0) continue;
    fail(standard, `${subject} has the threshold ${threshold}.`, "Expected a number greater than 0.");
  }
}

function assertWeights(standard: Standard): void {
  for (const necessity of NECESSITIES) {
    const weight = standard.weights[necessity];
    if (typeof weight === "number" && weight >= 0 && weight <= MAX_WEIGHT) continue;
    fail(standard, `the weight of "${necessity}" is ${String(weight)}.`, `Expected a number from 0 to ${MAX_WEIGHT}.`);
  }
  const { missingBelowShare } = standard;
  if (!(missingBelowShare >= 0 && missingBelowShare <= 1)) {
    fail(standard, `missingBelowShare is ${missingBelowShare}.`, "Expected a share from 0 to 1.");
  }
}

function assertGrades(standard: Standard): void {
  const { grades, gradeCapWhenMissing } = standard;
  assertUnique(standard, "grade", grades);
  grades.forEach(({ id, minScore }, rank) => {
    const above = rank === 0 ? Number.POSITIVE_INFINITY : grades[rank - 1].minScore;
    if (minScore < above) return; // NaN fails too
    fail(
      standard,
      `grade "${id}" starts at ${minScore}.`,
      "List grades best first, each starting below the one before.",
    );
  });
  const lowest = grades.at(-1);
  if (lowest === undefined || lowest.minScore !== 0) {
    const found =
      lowest === undefined ? "there are no grades" : `the last grade "${lowest.id}" starts at ${lowest.minScore}`;
    fail(standard, `${found}.`, "The last grade must start at 0, so that every score has one.");
  }
  if (!grades.some(({ id }) => id === gradeCapWhenMissing)) {
    fail(
      standard,
      `gradeCapWhenMissing is "${gradeCapWhenMissing}".`,
      `Expected one of ${grades.map(({ id }) => id).join(", ")}.`,
    );
  }
}

function assertUnique(standard: Standard, kind: string, rows: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) fail(standard, `two ${kind} rows have the id "${id}".`, "Give every row an id of its own.");
    seen.add(id);
  }
}

function fail(standard: Standard, problem: string, hint: string): never {
  throw new CoverageError("INVALID_STANDARD", `Standard "${standard.id}": ${problem}`, { hint });
}
