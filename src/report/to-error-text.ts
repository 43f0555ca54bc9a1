import { CoverageError } from "../base/errors.js";
import { describeValue } from "../base/json-object.js";
import type { Surface } from "../base/texts/surfaces.js";
import { translatePhrase } from "../base/texts/translate.js";
import { joinSentences, type Locale } from "../base/words.js";

/**
 * Writes what is wrong and what to do about it, in the language of the reader.
 *
 * Values of the input, names in code and messages of the system stay as they are. An error of another kind is told by its
 * own message.
 *
 * @param surface who reads it: on the command line flags are recommended, and not options of functions
 *
 * @example
 * ```ts
 * import { CoverageError, computeCoverage, toErrorText } from "quarterhour";
 *
 * try {
 *   computeCoverage({ neighborhoods: { type: "FeatureCollection", features: [] }, facilities: [] });
 * } catch (error) {
 *   error instanceof CoverageError && error.code; // → "NO_NEIGHBORHOODS"
 *   console.error(toErrorText(error, "zh"));
 * }
 * ```
 */
export function toErrorText(error: unknown, locale: Locale = "en", surface: Surface = "library"): string {
  if (!isTyped(error)) return toMessage(error);
  const { message, hint } = error.problem;
  const told = [message, ...(hint === null ? [] : [hint])].map((phrase) => translatePhrase(phrase, locale, surface));
  return joinSentences(told, locale);
}

function isTyped(error: unknown): error is CoverageError {
  try {
    return error instanceof CoverageError;
  } catch {
    return false; // a proxy whose traps throw
  }
}

/** Anything can be thrown, and be of any shape. */
function toMessage(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return describeValue(error);
  }
}
