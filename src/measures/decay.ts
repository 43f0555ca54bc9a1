import { assertObject, assertText, invalid } from "../base/check-argument.js";
import { say } from "../base/texts/library.js";
import type { Label } from "../base/words.js";

/** How much less a place is worth the farther it is. */
export interface Decay {
  /** Part of the id of measures that use it. */
  readonly id: string;
  readonly label: Label;
  /** The weight at a cost, 0 or more; a pure function, of the same bits on every engine if reports are to be. */
  readonly weight: (cost: number) => number;
  /** From here on (beyond here, for weights that hold at their edge) all weights are 0; `Infinity`: they never are. */
  readonly endsAt: number;
}

/**
 * Makes a decay of any function of the cost.
 *
 * @param weight the weight at a cost, 0 or more
 * @param endsAt beyond here all weights are 0. Default: `Infinity`: a measure then needs a cutoff
 * @throws {CoverageError} `INVALID_ARGUMENT`
 *
 * @example
 * ```ts
 * import { decayBy } from "quarterhour/measures";
 *
 * const hyperbola = decayBy("hyperbola", (seconds) => 1 / (1 + seconds / 300));
 * hyperbola.weight(300); // → 0.5
 * ```
 */
export function decayBy(id: string, weight: (cost: number) => number, endsAt: number = Infinity): Decay {
  assertText("id", id);
  if (typeof weight !== "function") throw invalid("weight", weight, say("value.function"));
  assertPositive("endsAt", endsAt);
  return { id, label: { zh: id, en: id }, weight, endsAt };
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is a decay */
export function assertDecay(path: string, value: unknown): asserts value is Decay {
  assertObject(path, value);
  assertText(`${path}.id`, value.id);
  assertObject(`${path}.label`, value.label);
  if (typeof value.weight !== "function") throw invalid(`${path}.weight`, value.weight, say("value.function"));
  assertPositive(`${path}.endsAt`, value.endsAt);
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is a number above 0; `Infinity` is */
export function assertPositive(path: string, value: unknown): asserts value is number {
  if (!(typeof value === "number" && value > 0)) throw invalid(path, value, say("expected.positive"));
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless `value` is a whole number of 1 to `most` */
export function assertCount(path: string, value: unknown, most: number): asserts value is number {
  if (!(typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most))
    throw invalid(path, value, say("expected.wholeNumber", { most }));
}
