import { CoverageError } from "../../base/errors.js";
import type { Phrase } from "../../base/texts/phrase.js";

/** Says that options do not go together. */
export function usage(problem: Phrase, hint?: Phrase): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", problem, hint === undefined ? {} : { hint });
}
