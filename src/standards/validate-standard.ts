import { CoverageError, type ErrorPhrase, type ErrorText, say, toPhrase } from "../base/errors.js";
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
  assertUnique(standard, "category", categories);
  assertUnique(standard, "circle", circles);
  assertUnique(standard, "requirement", requirements);
  const categoryIds = new Set(categories.map(({ id }) => id));
  const circleIds = new Set(circles.map(({ id }) => id));
  for (const requirement of requirements) assertRequirement(standard, requirement, categoryIds, circleIds);
  for (const { id } of circles) {
    if (requirements.some(({ circle }) => circle === id)) continue;
    fail(standard, say('circle "{id}" has no requirements.', { id }), "Give it one, or leave the circle out.");
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
  const subject = say('requirement "{id}"', { id: requirement.id });
  if (!circleIds.has(requirement.circle)) {
    fail(
      standard,
      say('{subject} names the circle "{circle}".', { subject, circle: requirement.circle }),
      say("Circles: {circles}.", { circles: [...circleIds].join(", ") }),
    );
  }
  if (!NECESSITIES.includes(requirement.necessity)) {
    fail(
      standard,
      say('{subject} has the necessity "{necessity}".', { subject, necessity: requirement.necessity }),
      say("One of {choices}.", { choices: NECESSITIES.join(", ") }),
    );
  }
  assertReachable(standard, subject, requirement, categoryIds);
  for (const alternative of requirement.orElse ?? []) {
    assertReachable(
      standard,
      say('{subject}, or else "{category}",', { subject, category: alternative.category }),
      alternative,
      categoryIds,
    );
  }
}

function assertReachable(
  standard: Standard,
  subject: ErrorPhrase,
  { category, thresholdSeconds, thresholdMeters }: RequirementAlternative,
  categoryIds: ReadonlySet<string>,
): void {
  if (!categoryIds.has(category)) {
    fail(
      standard,
      say('{subject} names the category "{category}".', { subject, category }),
      "Add a row for it to the standard's categories.",
    );
  }
  const thresholds = [thresholdSeconds, thresholdMeters].filter((threshold) => threshold !== undefined);
  if (thresholds.length === 0) {
    fail(standard, say("{subject} has no threshold.", { subject }), "Give thresholdSeconds, thresholdMeters or both.");
  }
  for (const threshold of thresholds) {
    if (Number.isFinite(threshold) && threshold > 0) continue;
    fail(
      standard,
      say("{subject} has the threshold {threshold}.", { subject, threshold }),
      "Expected a number greater than 0.",
    );
  }
}

function assertWeights(standard: Standard): void {
  for (const necessity of NECESSITIES) {
    const weight = standard.weights[necessity];
    if (typeof weight === "number" && weight >= 0 && weight <= MAX_WEIGHT) continue;
    fail(
      standard,
      say('the weight of "{necessity}" is {weight}.', { necessity, weight: String(weight) }),
      say("Expected a number from 0 to {most}.", { most: MAX_WEIGHT }),
    );
  }
  const { missingBelowShare } = standard;
  if (!(missingBelowShare >= 0 && missingBelowShare <= 1)) {
    fail(standard, say("missingBelowShare is {share}.", { share: missingBelowShare }), "Expected a share from 0 to 1.");
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
      say('grade "{id}" starts at {minScore}.', { id, minScore }),
      "List grades best first, each starting below the one before.",
    );
  });
  const lowest = grades.at(-1);
  if (lowest === undefined || lowest.minScore !== 0) {
    const found =
      lowest === undefined
        ? say("there are no grades.")
        : say('the last grade "{id}" starts at {minScore}.', { id: lowest.id, minScore: lowest.minScore });
    fail(standard, found, "The last grade must start at 0, so that every score has one.");
  }
  if (!grades.some(({ id }) => id === gradeCapWhenMissing)) {
    fail(
      standard,
      say('gradeCapWhenMissing is "{grade}".', { grade: gradeCapWhenMissing }),
      say("Expected one of {choices}.", { choices: grades.map(({ id }) => id).join(", ") }),
    );
  }
}

function assertUnique(standard: Standard, kind: ErrorText, rows: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id))
      fail(
        standard,
        say('two {kind} rows have the id "{id}".', { kind: toPhrase(kind), id }),
        "Give every row an id of its own.",
      );
    seen.add(id);
  }
}

function fail(standard: Standard, problem: ErrorText, hint: ErrorText): never {
  throw new CoverageError(
    "INVALID_STANDARD",
    say('Standard "{id}": {problem}', { id: standard.id, problem: toPhrase(problem) }),
    { hint },
  );
}
