import type { Seconds } from "../base/units.js";

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

/** Writes a share of 0 to 1 in percent. Only exactly everybody is 100%, and only exactly nobody is 0%. */
export function formatShare(share: number | null): string {
  if (share === null) return UNKNOWN_MARK;
  if (share === 0) return "0%";
  if (share === 1) return "100%";
  if (share < 0.001) return "<0.1%";
  if (share > 0.999) return ">99.9%";
  return `${(share * 100).toFixed(1)}%`;
}

/** Writes a score of 0 to 100 rounded down, so that it never seems to reach a grade that it misses. */
export function formatScore(score: number): string {
  return (Math.floor(score * 10 + 1e-9) / 10).toFixed(1);
}

/** Writes a time in minutes rounded up, so that it never seems to keep a threshold that it misses. */
export function formatMinutes(seconds: Seconds | null): string {
  if (seconds === null) return UNKNOWN_MARK;
  return (Math.ceil(seconds / 6 - 1e-9) / 10).toFixed(1);
}
