import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { toDecimals } from "./format-number.js";
import { basisOf } from "./shortfalls.js";

/** How far what is told may be off; nothing where people stand at places of their own. */
export function toUncertaintyNote({ city, neighborhoods }: CoverageReport, locale: Locale): string[] {
  const halfWidths = [city, ...neighborhoods].map((area) => area.uncertainty[basisOf(area)] ?? 0);
  const worst = Math.max(...halfWidths);
  if (worst === 0) return [];
  const toPoints = (halfWidth: number) => toDecimals(Math.ceil(halfWidth * 1000 - 1e-9) / 10, 1);
  return [
    reportTexts(locale)("report.note.uncertainty", { city: toPoints(halfWidths[0] ?? 0), worst: toPoints(worst) }),
  ];
}
