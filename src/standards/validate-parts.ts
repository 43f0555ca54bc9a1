import { say } from "../base/texts/core.js";
import type { Category, Circle, CircleId, Standard } from "../model/standard.js";
import { assertUnique, fail } from "./fail-standard.js";

/** Checks that the circles that a circle includes are there, and that none leads back to it. @throws {CoverageError} `INVALID_STANDARD` */
export function assertIncludes(standard: Standard, circle: Circle, circleIds: ReadonlySet<CircleId>): void {
  const includesOf = (id: CircleId) => standard.circles.find((one) => one.id === id)?.includes ?? [];
  for (const id of circle.includes ?? [])
    if (!circleIds.has(id))
      fail(
        standard,
        say("standard.includes", { id: circle.id, included: id }),
        say("standard.circle.hint", { circles: [...circleIds].join(", ") }),
      );
  const seen = new Set(includesOf(circle.id));
  for (const id of seen) for (const next of includesOf(id)) seen.add(next);
  if (seen.has(circle.id))
    fail(standard, say("standard.cycle", { id: circle.id, way: [...seen].join(", ") }), say("standard.cycle.hint"));
}

/** Checks how large the facilities of a category must be. @throws {CoverageError} `INVALID_STANDARD` */
export function assertMinimum(standard: Standard, { id, minimum = {} }: Category): void {
  for (const [attribute, amount] of Object.entries(minimum))
    if (!(Number.isFinite(amount) && amount > 0))
      fail(
        standard,
        say("standard.minimum", { id, attribute, amount: String(amount) }),
        say("standard.threshold.hint"),
      );
}

/** Checks that a frame holds nothing to be judged, and that all else does. @throws {CoverageError} `INVALID_STANDARD` */
export function assertFrame(standard: Standard): void {
  const { frame, requirements } = standard;
  if (frame === undefined && requirements.length === 0)
    fail(standard, say("standard.empty"), say("standard.empty.hint"));
  if (frame !== undefined && requirements.length > 0)
    fail(standard, say("standard.frameWithLines"), say("standard.frameWithLines.hint"));
}

/** Checks the classes by the number of requirements met. @throws {CoverageError} `INVALID_STANDARD` */
export function assertLineClasses(standard: Standard): void {
  const { classes = [] } = standard.lineClasses ?? {};
  assertUnique(standard, say("standard.lineClassRow"), classes);
  for (const { id, atLeast } of classes)
    for (const [kind, count] of Object.entries(atLeast))
      if (!(KINDS.includes(kind) && Number.isInteger(count) && count >= 0))
        fail(
          standard,
          say("standard.lineClass", { id, kind, count: String(count) }),
          say("standard.lineClass.hint", { choices: KINDS.join(", ") }),
        );
}

const KINDS: readonly string[] = ["mandatory", "optional", "all"];
