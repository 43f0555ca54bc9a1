import { reportTexts } from "../base/texts/renderings/report.js";
import type { SquareMeters } from "../base/units.js";
import type { Locale } from "../base/words.js";
import { toDecimals } from "./format-number.js";

/** Writes an area in square kilometres, or in hectares where it is below one square kilometre. */
export function formatArea(area: SquareMeters, locale: Locale): string {
  if (area >= 1e6) return `${toDecimals(area / 1e6, 2)} km²`;
  return reportTexts(locale)("report.hectares", { amount: toDecimals(area / 1e4, 2) });
}
