import { say } from "../base/texts/core.js";
import type { Grade, Necessity, Standard } from "../model/standard.js";
import { assertUnique, fail } from "./fail-standard.js";

/** Sums of larger weights could leave the range of numbers. */
export const MAX_WEIGHT = 1_000_000;

/** Lists what a requirement can be to its circle. */
export const NECESSITIES: readonly Necessity[] = ["mandatory", "optional", "label"];

/** Checks the weights of a standard that has scores. @throws {CoverageError} `INVALID_STANDARD` */
export function assertScoring(standard: Standard): void {
  if (standard.scoring === undefined) return;
  for (const necessity of NECESSITIES) {
    const weight: unknown = standard.scoring.weights[necessity];
    if (typeof weight === "number" && weight >= 0 && weight <= MAX_WEIGHT) continue;
    fail(
      standard,
      say("standard.weight", { necessity, weight: String(weight) }),
      say("standard.weight.hint", { most: MAX_WEIGHT }),
    );
  }
}

/** Checks that every score has one grade, in a standard that has grades. @throws {CoverageError} `INVALID_STANDARD` */
export function assertGrades(standard: Standard): void {
  const { scoring, grades, gradeCapWhenMissing } = standard;
  if (grades === undefined) {
    if (gradeCapWhenMissing !== undefined) fail(standard, say("standard.capOfWhat"), say("standard.capOfWhat.hint"));
    return;
  }
  if (scoring === undefined) fail(standard, say("standard.gradesOfWhat"), say("standard.gradesOfWhat.hint"));
  assertOrder(standard, grades);
  if (gradeCapWhenMissing === undefined || grades.some(({ id }) => id === gradeCapWhenMissing)) return;
  fail(
    standard,
    say("standard.gradeCap", { grade: gradeCapWhenMissing }),
    say("standard.gradeCap.hint", { choices: grades.map(({ id }) => id).join(", ") }),
  );
}

function assertOrder(standard: Standard, grades: readonly Grade[]): void {
  assertUnique(standard, say("standard.gradeRow"), grades);
  let above = Infinity;
  for (const { id, minScore } of grades) {
    // NaN fails too
    if (!(minScore < above))
      fail(standard, say("standard.gradeOrder", { id, minScore }), say("standard.gradeOrder.hint"));
    above = minScore;
  }
  const lowest = grades.at(-1);
  if (lowest === undefined) fail(standard, say("standard.noGrades"), say("standard.noGrades.hint"));
  else if (lowest.minScore !== 0)
    fail(
      standard,
      say("standard.lastGrade", { id: lowest.id, minScore: lowest.minScore }),
      say("standard.lastGrade.hint"),
    );
}
