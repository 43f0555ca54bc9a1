import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import {
  BASES,
  DENOMINATORS,
  REACHES,
  type Requirement,
  type RequirementAlternative,
  type Standard,
} from "../model/standard.js";
import { MAX_NEAREST_COUNT } from "../model/travel.js";
import { assertUnique, fail } from "./fail-standard.js";
import { assertStandardShape } from "./standard-shape.js";
import { assertFrame, assertIncludes, assertLineClasses, assertMinimum } from "./validate-parts.js";
import { assertGrades, assertScoring, NECESSITIES } from "./validate-scoring.js";

/**
 * Checks that a standard can be judged: its names fit together, its thresholds, weights and grades are usable numbers.
 *
 * @throws {CoverageError} `INVALID_STANDARD`
 *
 * @example
 * ```ts
 * import { CoverageError } from "quarterhour";
 * import { chengduFourCircles, validateStandard } from "quarterhour/standards";
 *
 * validateStandard({ ...chengduFourCircles, id: "of-my-city" });
 * try {
 *   validateStandard({ ...chengduFourCircles, circles: [] });
 * } catch (error) {
 *   error instanceof CoverageError && error.code; // → "INVALID_STANDARD"
 * }
 * ```
 */
export function validateStandard(standard: Standard): void {
  guardLive("validateStandard", [standard], () => {
    assertStandardShape(standard);
    const { circles, categories, requirements } = standard;
    assertUnique(standard, say("standard.categoryRow"), categories);
    assertUnique(standard, say("standard.circleRow"), circles);
    assertUnique(standard, say("standard.requirementRow"), requirements);
    const categoryIds = new Set(categories.map(({ id }) => id));
    const circleIds = new Set(circles.map(({ id }) => id));
    for (const requirement of requirements) assertRequirement(standard, requirement, categoryIds, circleIds);
    for (const circle of circles) assertIncludes(standard, circle, circleIds);
    for (const category of categories) assertMinimum(standard, category);
    assertFrame(standard);
    assertLineClasses(standard);
    for (const { id } of circles) {
      if (requirements.some(({ circle }) => circle === id) || circles.some((one) => one.id === id && one.includes))
        continue;
      fail(standard, say("standard.emptyCircle", { id }), say("standard.emptyCircle.hint"));
    }
    const { missingBelowShare, sliverBelowShare = 0 } = standard;
    for (const [field, share] of Object.entries({ missingBelowShare, sliverBelowShare }))
      if (!(share >= 0 && share <= 1))
        fail(standard, say("standard.share", { field, share }), say("standard.share.hint"));
    assertScoring(standard);
    assertGrades(standard);
  });
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
  const { denominator = "people" } = requirement;
  if (!DENOMINATORS.includes(denominator))
    fail(
      standard,
      say("standard.denominator", { subject, denominator }),
      say("standard.necessity.hint", { choices: DENOMINATORS.join(", ") }),
    );
  assertReachable(standard, subject, requirement, categoryIds);
  assertBasis(standard, subject, requirement);
  for (const alternative of requirement.orElse ?? []) {
    assertReachable(
      standard,
      say("standard.fallback", { subject, category: alternative.category }),
      alternative,
      categoryIds,
    );
  }
}

/** A threshold of which nobody says what it rests on would be taken for a norm's. */
function assertBasis(standard: Standard, subject: Phrase, { threshold, orElse = [], basis }: Requirement): void {
  const given = new Set([threshold, ...orElse.map((way) => way.threshold)].flatMap(Object.keys));
  const needed = { time: "minutes", network: "metres", straight: "metres", inside: "listing" } as const;
  for (const reach of REACHES)
    if (given.has(reach) && basis[needed[reach]] === undefined)
      fail(
        standard,
        say("standard.basis", { subject, reach, field: needed[reach] }),
        say("standard.basis.hint", { choices: BASES.join(", ") }),
      );
}

function assertReachable(
  standard: Standard,
  subject: Phrase,
  { category, threshold, count = 1 }: RequirementAlternative,
  categoryIds: ReadonlySet<string>,
): void {
  if (!categoryIds.has(category)) {
    fail(standard, say("standard.category", { subject, category }), say("standard.category.hint"));
  }
  const given = Object.entries(threshold);
  if (given.length === 0)
    fail(
      standard,
      say("standard.noThreshold", { subject }),
      say("standard.noThreshold.hint", { choices: REACHES.join(", ") }),
    );
  for (const [reach, far] of given)
    if (reach !== "inside" && !(Number.isFinite(far) && far > 0))
      fail(standard, say("standard.threshold", { subject, reach, threshold: far }), say("standard.threshold.hint"));
  if (!(Number.isInteger(count) && count >= 1 && count <= MAX_NEAREST_COUNT))
    fail(standard, say("standard.count", { subject, count }), say("standard.count.hint", { most: MAX_NEAREST_COUNT }));
}
