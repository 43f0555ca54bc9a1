import type { Seconds } from "../base/units.js";
import type { AreaCoverage } from "../model/report.js";

/** What stands where nothing is known. Never 0. */
export const UNKNOWN_MARK: string = "–";

/** Writes a number with at most `digits` decimals, without trailing zeros and without a thousands separator. */
export function toDecimals(value: number, digits: number): string {
  const text = value.toFixed(digits);
  if (!text.includes(".")) return text;
  const short = text.replace(/0+$/, "").replace(/\.$/, "");
  return short === "-0" ? "0" : short;
}

/** Writes a whole number with commas between thousands; rounds fractions of a person. */
export function formatCount(value: number | null): string {
  if (value === null) return UNKNOWN_MARK;
  return value.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** With how many decimals percents and scores of an area are printed: those that are true. */
export type Digits = 0 | 1;

/** A tenth of a percent, as a share. */
const TENTH = 0.001;

/** Tells whether tenths of shares and scores are known: where half the width of what is uncertain is below a tenth. */
export function digitsFor(uncertainty: number | null): Digits {
  return uncertainty !== null && uncertainty < TENTH ? 1 : 0;
}

/** Tells with how many decimals the shares of an area are printed: of its people or its ground. */
export function digitsOf({ uncertainty }: Pick<AreaCoverage, "uncertainty">, basis: "population" | "area"): Digits {
  return digitsFor(uncertainty[basis]);
}

/**
 * Writes a share of 0 to 1 in percent. Only exactly everybody is 100%, and only exactly nobody is 0%.
 *
 * @param digits see {@link digitsOf}; where nobody can be off, 1
 */
export function formatShare(share: number | null, digits: Digits): string {
  if (share === null) return UNKNOWN_MARK;
  if (share === 0) return "0%";
  if (share === 1) return "100%";
  const least = digits === 1 ? TENTH : 10 * TENTH;
  if (share < least) return `<${(least * 100).toFixed(digits)}%`;
  if (share > 1 - least) return `>${((1 - least) * 100).toFixed(digits)}%`;
  return `${(share * 100).toFixed(digits)}%`;
}

/** Writes a score of 0 to 100 rounded down, so that it never seems to reach a grade that it misses. */
export function formatScore(score: number, digits: Digits): string {
  const parts = 10 ** digits;
  return (Math.floor(score * parts + 1e-9) / parts).toFixed(digits);
}

/** Writes a time in minutes rounded up, so that it never seems to keep a threshold that it misses. */
export function formatMinutes(seconds: Seconds | null): string {
  if (seconds === null) return UNKNOWN_MARK;
  return (Math.ceil(seconds / 6 - 1e-9) / 10).toFixed(1);
}
