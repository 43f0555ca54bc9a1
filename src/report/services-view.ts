import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import { type Digits, formatScore, UNKNOWN_MARK } from "./format-number.js";
import { basisOf } from "./shortfalls.js";

/**
 * Tells with how many decimals the services of an area are written: tenths only where they are known. What is uncertain of one service is
 * where its reach ends, elsewhere than that of another: of a sum it grows as the root of their number.
 */
export function servicesDigitsOf(area: Pick<AreaCoverage, "services" | "uncertainty" | "population">): Digits {
  const uncertainty = area.uncertainty[basisOf(area as AreaCoverage)];
  return uncertainty !== null && uncertainty * Math.sqrt(area.services.of) < 0.1 ? 1 : 0;
}

/** Writes how many services are within reach, rounded down: `"15.0"`; `"15.0–17.2"` where the data do not know all; a dash where nothing is known. */
export function toServicesText(area: Pick<AreaCoverage, "services" | "uncertainty" | "population">): string {
  return toServicesRange(area.services, servicesDigitsOf(area));
}

/** Writes both ends of a number of services, once where they are written alike. */
export function toServicesRange(
  { value, ceiling }: Pick<AreaCoverage["services"], "value" | "ceiling">,
  digits: Digits,
): string {
  if (value === null || ceiling === null) return UNKNOWN_MARK;
  const [known, most] = [formatScore(value, digits), formatScore(ceiling, digits)];
  return known === most ? known : `${known}–${most}`;
}

/** Writes what is repeated by word of mouth: whole services, rounded down; tenths where there is less than one. */
export function toServicesInWords({ value, ceiling }: Pick<AreaCoverage["services"], "value" | "ceiling">): string {
  return toServicesRange({ value, ceiling }, value !== null && value > 0 && value < 1 ? 1 : 0);
}

/** Heads a column of services. */
export function toServicesHeader({ city }: CoverageReport, locale: Locale): string {
  return reportTexts(locale)("report.services.of", { all: city.services.of });
}

/** Tells how many everyday services people can reach; nothing where nothing is known. */
export function toServicesSentence({ city, profile }: CoverageReport, locale: Locale): string[] {
  const { services } = city;
  if (services.value === null) return [];
  const values = { services: toServicesInWords(services), all: services.of };
  const tell = reportTexts(locale);
  if (basisOf(city) === "area") return [tell("report.services.ground", values)];
  return [tell((profile.mode ?? "walking") === "walking" ? "report.services.walk" : "report.services.reach", values)];
}
