import { CoverageError } from "../base/errors.js";
import { ERRORS_ZH } from "../base/texts/errors-zh.js";
import { type Phrase, writePhrase } from "../base/texts/phrase.js";
import type { Locale } from "../base/words.js";

/**
 * Writes what is wrong and what to do about it, in the language of the reader.
 *
 * Values of the input, names in code and messages of the system stay as they are. An error of another kind is told by its
 * own message.
 */
export function toErrorText(error: unknown, locale: Locale = "en"): string {
  if (!(error instanceof CoverageError)) return error instanceof Error ? error.message : String(error);
  if (locale === "en") return error.message;
  const { message, hint } = error.problem;
  return [message, ...(hint === null ? [] : [hint])].map((phrase) => writePhrase(phrase, toChinese)).join("");
}

function toChinese({ id, text }: Phrase): string {
  return ERRORS_ZH[id] ?? text;
}
