import { ERROR_TEXTS_ZH } from "../base/error-texts-zh.js";
import { CoverageError, writePhrase } from "../base/errors.js";
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

const TABLE: ReadonlyMap<string, string> = new Map(Object.entries(ERROR_TEXTS_ZH));

function toChinese(text: string): string {
  return TABLE.get(text) ?? text;
}
