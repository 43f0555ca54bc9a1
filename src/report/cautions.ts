import { reportTexts } from "../base/texts/renderings/report.js";
import type { Locale } from "../base/words.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import { digitsOf, formatCount, formatShare } from "./format-number.js";
import { basisOf } from "./shortfalls.js";

/** Outside every neighborhood live a few people of most population data; from this share on it is told before the numbers. */
const LEAST_OUTSIDE = 0.01;

/** What must be known before any number is believed: hardly any data, hardly any ground that is known, people who are in no number. */
export function toCautions(report: CoverageReport, locale: Locale): string[] {
  const tell = reportTexts(locale);
  const basis = basisOf(report.city);
  const thinId = hasScores(report) ? "report.caution.thinScore" : "report.caution.thinResult";
  const thin = report.standard.circles.flatMap(({ id, label }) => {
    const counted = report.standard.requirements.filter((one) => one.circle === id && one.necessity !== "label");
    const withData = counted.length - report.city.circles[id].noData.length;
    return withData > 0 && withData < counted.length / 2
      ? [tell(thinId, { circle: label[locale], withData, all: counted.length })]
      : [];
  });
  const known = knownShareOf(report.city, basis);
  const outside = report.origins.populationOutside;
  return [
    ...thin,
    ...(known !== null && known < 0.5
      ? [tell("report.caution.mostlyUnknown", { share: formatShare(known, digitsOf(report.city, basis)) })]
      : []),
    ...(outside > 0 && outside >= LEAST_OUTSIDE * (outside + (report.city.population ?? 0))
      ? [tell("report.caution.outside", { count: formatCount(outside) })]
      : []),
  ];
}

/** The part of an area's people (or ground) about which something is known; `null` = no requirement has data. */
export function knownShareOf({ requirements }: AreaCoverage, basis: "population" | "area"): number | null {
  const judged = Object.values(requirements).find(({ status }) => status !== "no-data");
  if (judged === undefined || !(judged[basis].total > 0)) return null;
  return 1 - judged[basis].unknown / judged[basis].total;
}

/** Whether the standard of a report gives scores. */
export function hasScores({ standard }: CoverageReport): boolean {
  return standard.scoring !== null;
}
