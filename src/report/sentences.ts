import { LAYERS } from "../base/layers.js";
import { ELSEWHERE_ACTIONS, STANDARD_FINDINGS, STANDARD_FINDINGS_ZH } from "../base/texts/diagnostics/standards.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale, Source } from "../base/words.js";
import type { LayerCounts } from "../model/facts.js";
import type { AreaCoverage, CoverageReport, RequirementSummary, StandardSummary } from "../model/report.js";
import { toBasisLines } from "./basis-texts.js";
import { toGradeRanges, viewCircles } from "./circle-view.js";
import { formatArea, formatCount, formatShare, toDecimals } from "./format-number.js";
import { REPORT_TEXTS } from "./report-texts.js";
import { basisOf } from "./shortfalls.js";

// Everything here is plain text in which names of the input stand as they are: each rendering escapes it its own way.

/**
 * Tells how many people reach every mandatory category of each circle, out of those about whom something is known, and
 * how many these are not. By ground where no people are known. Says at once where distances are straight lines,
 * and where the standard is made for another country.
 */
export function toHeadline(report: CoverageReport, locale: Locale, surface: Surface = "library"): string {
  const straight = report.travel.find(({ id }) => id === "straightLine");
  const sentences = [
    toCoverageSentence(report, locale),
    ...(straight === undefined ? [] : [straight.method[locale]]),
    ...toOtherStandard(report, locale, surface),
    ...toCautions(report, locale),
  ];
  return sentences.join(locale === "zh" ? "" : " ");
}

/** Where the standard is made for another country: that it is, and how to choose one that fits. */
function toOtherStandard({ diagnostics }: CoverageReport, locale: Locale, surface: Surface): string[] {
  if (diagnostics.every(({ code }) => code !== "standard.elsewhere")) return [];
  const texts = locale === "zh" ? STANDARD_FINDINGS_ZH : STANDARD_FINDINGS;
  const action = surface === "library" ? texts["standard.elsewhere.action"] : ELSEWHERE_ACTIONS[surface][locale];
  return [texts["standard.elsewhere"], action];
}

/** What must be known before any number is believed: hardly any data, hardly any ground that is known. */
function toCautions(report: CoverageReport, locale: Locale): string[] {
  const texts = REPORT_TEXTS[locale];
  const basis = basisOf(report.city);
  const thin = report.standard.circles.flatMap(({ id, label }) => {
    const counted = report.standard.requirements.filter((one) => one.circle === id && one.necessity !== "label");
    const withData = counted.length - report.city.circles[id].noData.length;
    return withData > 0 && withData < counted.length / 2
      ? [texts.thinData(label[locale], { withData: String(withData), all: String(counted.length) }, hasScores(report))]
      : [];
  });
  const known = knownShareOf(report.city, basis);
  return [...thin, ...(known !== null && known < 0.5 ? [texts.mostlyUnknown(formatShare(known))] : [])];
}

/** The part of an area's people (or ground) about which something is known; `null` = no requirement has data. */
export function knownShareOf({ requirements }: AreaCoverage, basis: "population" | "area"): number | null {
  const judged = Object.values(requirements).find(({ status }) => status !== "no-data");
  if (judged === undefined || !(judged[basis].total > 0)) return null;
  return 1 - judged[basis].unknown / judged[basis].total;
}

function toCoverageSentence(report: CoverageReport, locale: Locale): string {
  const texts = REPORT_TEXTS[locale];
  const basis = basisOf(report.city);
  const amount = (value: number) => (basis === "area" ? formatArea(value, locale) : formatCount(value));
  const views = viewCircles(report, report.city);
  const parts = views.map(({ circle, coverage, state }) => {
    const { share, covered, total, unknown } = coverage[basis];
    if (share === null || state === "no-data")
      return texts.headlineGap(circle.label[locale], state === "no-data" ? texts.noData : texts.unknown);
    return texts.headlinePart(circle.label[locale], amount(covered), amount(total - unknown), formatShare(share));
  });
  const joined = parts.join(texts.clauseSeparator);
  if (basis === "area") return texts.headlineArea(joined);
  const known = views.filter(({ state }) => state !== "no-data");
  const unknown = Math.max(0, ...known.map(({ coverage }) => coverage.population.unknown));
  const rest = unknown > 0 ? `${locale === "zh" ? "" : " "}${texts.unknownPeople(formatCount(unknown))}` : "";
  return texts.headlinePeople(joined) + rest;
}

/** Explains the marks that the tables of this report use, and nothing that does not occur in it. */
export function toNotes(report: CoverageReport, locale: Locale): string[] {
  const texts = REPORT_TEXTS[locale];
  const areas = [report.city, ...report.neighborhoods];
  const views = areas.flatMap((area) => viewCircles(report, area));
  const notes = [texts.explainComplete(hasScores(report))];
  if (views.some(({ isCapped }) => isCapped)) notes.push(texts.explainCapped);
  if (views.some(({ coverage }) => coverage.noData.length > 0)) notes.push(texts.explainNoData(hasScores(report)));
  notes.push(texts.explainUnknown);
  return notes;
}

function hasScores({ standard }: CoverageReport): boolean {
  return standard.scoring !== null;
}

/** Writes a source in one language. */
export function toSourceText(source: Source, locale: Locale): string {
  return typeof source === "string" ? source : source[locale];
}

/** Tells how it was measured: standard, what it rests on, grades, travel, profile, and what became of the input. */
export function toMethod(report: CoverageReport, locale: Locale): string[] {
  const texts = REPORT_TEXTS[locale];
  const { standard, profile } = report;
  const speed = (value: number) => `${toDecimals(value, 2)} ${texts.metersPerSecond}`;
  return [
    texts.standardLine(standard.label[locale], toSourceText(standard.source, locale)),
    texts.judgeBy[standard.judgeBy],
    ...toBasisLines(standard.requirements, locale),
    ...(standard.grades.length === 0
      ? []
      : [texts.gradesLine(toGradeRanges(standard, locale).join(texts.listSeparator))]),
    ...toScoringLines(standard, locale),
    ...report.travel.map(({ label, method, parameters }) =>
      texts.travelLine(label[locale], method[locale], toParameters(parameters, locale)),
    ),
    `${texts.profileLine(profile.label[locale], {
      speed: `${speed(profile.speedMetersPerSecond)}${texts.inBrackets(`${toDecimals(profile.speedMetersPerSecond * 3.6, 2)} ${texts.kilometersPerHour}`)}`,
      steps: profile.stepsSpeedMetersPerSecond === undefined ? null : speed(profile.stepsSpeedMetersPerSecond),
      off: speed(profile.offStreetSpeedMetersPerSecond),
      access: `${toDecimals(profile.maxAccessMeters, 1)} ${texts.meters}`,
    })} ${texts.source}${texts.colon}${toSourceText(profile.source, locale)}`,
    ...report.inputs.map((counts) => toInputLine(counts, locale)),
  ];
}

/** Tells where weights and grades are from, as far as the standard says it. */
function toScoringLines({ scoring, gradesSource }: StandardSummary, locale: Locale): string[] {
  return [scoring?.source, gradesSource].flatMap((source) => {
    if (source === undefined || source === null) return [];
    const text = toSourceText(source, locale);
    return [`${text.charAt(0).toUpperCase()}${text.slice(1)}${locale === "zh" ? "。" : "."}`];
  });
}

/** Writes a requirement's threshold with its unit: `"15 min"`, `"500 米"`, `"500 m straight"`, `"3 within 15 min"`. */
export function toThresholdText(
  { threshold, unit, reach, count }: Pick<RequirementSummary, "threshold" | "unit" | "reach" | "count">,
  locale: Locale,
): string {
  const texts = REPORT_TEXTS[locale];
  const far =
    unit === "seconds"
      ? `${toDecimals(threshold / 60, 2)} ${texts.minutes}`
      : `${toDecimals(threshold, 1)} ${texts.meters}`;
  const measured = reach === "straight" ? texts.straight(far) : far;
  return count === 1 ? measured : texts.severalWithin(count, measured);
}

function toInputLine({ layer, given, used, repaired, leftOut }: LayerCounts, locale: Locale): string {
  const texts = REPORT_TEXTS[locale];
  const reasons = Object.entries(leftOut).map(([code, count]) => `${code} ${formatCount(count ?? null)}`);
  const left = reasons.length === 0 ? texts.none : reasons.join(texts.listSeparator);
  return texts.inputLine(
    LAYERS[layer].label[locale],
    formatCount(given),
    formatCount(used),
    formatCount(repaired),
    left,
  );
}

function toParameters(parameters: Readonly<Record<string, number | string>>, locale: Locale): string {
  const { parameters: names, listSeparator } = REPORT_TEXTS[locale];
  return Object.entries(parameters)
    .map(([name, value]) => `${names[name] ?? name} = ${typeof value === "number" ? toDecimals(value, 3) : value}`)
    .join(listSeparator);
}
