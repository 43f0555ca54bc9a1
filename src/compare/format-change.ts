import { comparisonTexts } from "../base/texts/renderings/comparison.js";
import type { Locale } from "../base/words.js";
import { type Digits, formatScore, UNKNOWN_MARK } from "../report/format-number.js";
import type { Change } from "./comparison.js";

/** Writes what was and what is; once, if they are the same. */
export function arrow(before: string, after: string): string {
  return before === after ? after : `${before} → ${after}`;
}

/** Writes both sides of a change. */
export function arrowOf<T>({ before, after }: Change<T>, format: (value: T) => string): string {
  return arrow(format(before), format(after));
}

/** Writes a score; a dash where it is not known. */
export function formatScoreOrMark(score: number | null, digits: Digits): string {
  return score === null ? UNKNOWN_MARK : formatScore(score, digits);
}

/** Writes a difference with its sign, `+<1` where it is less than can be written; a dash where one side is unknown. */
export function difference({ before, after }: Change<number | null>, digits: Digits, factor: number = 1): string {
  if (before === null || after === null) return before === after ? "" : UNKNOWN_MARK;
  const value = (after - before) * factor;
  if (value === 0) return "";
  const least = 10 ** -digits;
  const size = Math.abs(value) < least / 2 ? `<${least}` : Math.abs(value).toFixed(digits);
  return `${value > 0 ? "+" : "−"}${size}`;
}

/** Writes the difference of shares in points of a hundred. */
export function toPoints(share: Change<number | null>, digits: Digits, locale: Locale): string {
  const text = difference(share, digits, 100);
  return text === "" || text === UNKNOWN_MARK ? text : comparisonTexts(locale)("comparison.points", { value: text });
}

/** Measures how much changed; 0 where one side is unknown. */
export function amountOf({ before, after }: Change<number | null>): number {
  return before === null || after === null ? 0 : Math.abs(after - before);
}
