import { LAYERS } from "../base/layers.js";
import { STANDARD_FINDINGS, STANDARD_FINDINGS_ZH } from "../base/texts/diagnostics/standards.js";
import { REPORT, reportTexts } from "../base/texts/renderings/report.js";
import { ELSEWHERE_ACTIONS } from "../base/texts/surfaces/elsewhere.js";
import type { Surface } from "../base/texts/surfaces.js";
import { joinSentences, type Locale, type Source } from "../base/words.js";
import type { LayerCounts } from "../model/facts.js";
import type { AreaCoverage, CoverageReport } from "../model/report.js";
import type { RequirementSummary, StandardSummary } from "../model/standard-summary.js";
import { toAboutLines } from "./about-report.js";
import { toBandSentences } from "./band-sentences.js";
import { toBasisLines } from "./basis-lines.js";
import { hasScores, toCautions } from "./cautions.js";
import { type CircleView, hasResult, toAbsence, toGradeRanges, viewCircles } from "./circle-view.js";
import { formatArea } from "./format-area.js";
import { digitsOf, formatCount, formatShare, toDecimals } from "./format-number.js";
import { gradeStability } from "./grade-stability.js";
import { toLineSentences } from "./lines-view.js";
import { toServicesSentence } from "./services-view.js";
import { basisOf, isSliver } from "./shortfalls.js";
import { toUncertaintyNote } from "./uncertainty-note.js";

// Everything here is plain text in which names of the input stand as they are: each rendering escapes it its own way.

/**
 * Tells how many everyday services people can reach, and how many people reach every mandatory category of each circle, out of those about whom something is known, and
 * how many these are not. By ground where no people are known. Says at once where distances are straight lines,
 * and where the standard is made for another country.
 */
export function toHeadline(report: CoverageReport, locale: Locale, surface: Surface = "library"): string {
  const straight = report.travel.find(({ id }) => id === "straightLine");
  const sentences = [
    ...toServicesSentence(report, locale),
    toCoverageSentence(report, locale),
    ...toLineSentences(report, locale),
    ...toBandSentences(report, locale),
    ...(straight === undefined ? [] : [straight.method[locale]]),
    ...toOtherStandard(report, locale, surface),
    ...toCautions(report, locale),
  ];
  return joinSentences(sentences, locale);
}

/** Where the standard is made for another country: that it is, and how to choose one that fits. */
function toOtherStandard({ diagnostics }: CoverageReport, locale: Locale, surface: Surface): string[] {
  if (diagnostics.every(({ code }) => code !== "standard.elsewhere")) return [];
  const texts = locale === "zh" ? STANDARD_FINDINGS_ZH : STANDARD_FINDINGS;
  const action = surface === "library" ? texts["standard.elsewhere.action"] : ELSEWHERE_ACTIONS[surface][locale];
  return [texts["standard.elsewhere"], action];
}

function toCoverageSentence(report: CoverageReport, locale: Locale): string {
  const tell = reportTexts(locale);
  const basis = basisOf(report.city);
  const amount = (value: number) => (basis === "area" ? formatArea(value, locale) : formatCount(value));
  const views = viewCircles(report, report.city);
  const parts = views.map(({ circle, coverage, state }) => {
    const { share, covered, total, unknown } = coverage[basis];
    if (share === null || !hasResult(state))
      return tell("report.headline.gap", {
        circle: circle.label[locale],
        why: hasResult(state) ? tell("report.unknown") : toAbsence(state, locale),
      });
    return tell("report.headline.circle", {
      circle: circle.label[locale],
      covered: amount(covered),
      known: amount(total - unknown),
      share: formatShare(share, digitsOf(report.city, basis)),
    });
  });
  const joined = parts.join(tell("report.clauseSeparator"));
  const unknown = unknownOf(report.city, basis);
  if (basis === "area") {
    const rest = unknown > 0 ? [tell("report.headline.unknownGround", { area: amount(unknown) })] : [];
    return joinSentences([tell("report.headline.area", { circles: joined }), ...rest], locale);
  }
  const rest = unknown > 0 ? [tell("report.headline.unknownPeople", { count: amount(unknown) })] : [];
  return joinSentences([tell("report.headline.people", { circles: joined }), ...rest], locale);
}

/** How many people (or how much ground) are near no street; without data nobody is asked, and nothing is said. */
function unknownOf({ requirements }: AreaCoverage, basis: "population" | "area"): number {
  const judged = Object.values(requirements).filter(({ status }) => status !== "no-data");
  return Math.max(0, ...judged.map((coverage) => coverage[basis].unknown));
}

/** Explains the marks that the tables of this report use, and nothing that does not occur in it. */
export function toNotes(report: CoverageReport, locale: Locale): string[] {
  const tell = reportTexts(locale);
  const areas = [report.city, ...report.neighborhoods];
  const views = areas.flatMap((area) => viewCircles(report, area));
  const scored = hasScores(report);
  const { of } = report.city.services;
  const notes = [
    tell("report.note.services", { all: of }),
    tell(scored ? "report.note.completeAndScores" : "report.note.complete"),
  ];
  notes.push(...toGradeNotes(views, locale));
  if (views.some(({ coverage }) => coverage.noData.length > 0))
    notes.push(tell(scored ? "report.note.noDataAndScores" : "report.note.noData"));
  notes.push(...toDataNotes(report, locale), ...toUncertaintyNote(report, locale));
  notes.push(tell("report.note.unknown"));
  return notes;
}

/** Explains the marks behind grades that occur. */
export function toGradeNotes(views: readonly Pick<CircleView, "gradedBy">[], locale: Locale): string[] {
  return (["cap", "mandatory"] as const)
    .filter((by) => views.some(({ gradedBy }) => gradedBy === by))
    .map((by) => reportTexts(locale)(`report.note.gradedBy.${by}`));
}

/** What the data do not tell of categories, and of areas. */
function toDataNotes({ standard, neighborhoods }: CoverageReport, locale: Locale): string[] {
  const tell = reportTexts(locale);
  const { requirements, sliverBelowShare } = standard;
  const list = (some: readonly RequirementSummary[], countOf: (one: RequirementSummary) => number) =>
    some
      .map((one) =>
        tell("report.note.countOfCategory", { category: one.label[locale], count: formatCount(countOf(one)) }),
      )
      .join(tell("report.listSeparator"));
  const ambiguous = requirements.filter(({ ambiguousCount }) => ambiguousCount > 0);
  const hardlyKnown = requirements.filter(({ data }) => data === "hardlyKnown");
  return [
    ...(ambiguous.length === 0
      ? []
      : [tell("report.note.ambiguous", { categories: list(ambiguous, ({ ambiguousCount }) => ambiguousCount) })]),
    ...(hardlyKnown.length === 0
      ? []
      : [tell("report.note.hardlyKnown", { categories: list(hardlyKnown, ({ facilityCount }) => facilityCount) })]),
    ...(neighborhoods.some((area) => isSliver(standard, area))
      ? [tell("report.note.sliver", { share: `${toDecimals(100 * sliverBelowShare, 2)}%` })]
      : []),
  ];
}

/** Writes a source in one language. */
export function toSourceText(source: Source, locale: Locale): string {
  return typeof source === "string" ? source : source[locale];
}

/** Tells how it was measured: standard, what it rests on, grades, travel, profile, and what became of the input. */
export function toMethod(report: CoverageReport, locale: Locale): string[] {
  const tell = reportTexts(locale);
  const { standard, profile } = report;
  const { stepsSpeedMetersPerSecond: steps } = profile;
  const speed = (value: number) => `${toDecimals(value, 2)} ${tell("report.metersPerSecond")}`;
  return [
    tell("report.method.standard", { label: standard.label[locale], source: toSourceText(standard.source, locale) }),
    tell(`report.judgeBy.${standard.judgeBy}`),
    ...toBasisLines(standard.requirements, locale),
    ...(standard.grades.length === 0
      ? []
      : [tell("report.method.grades", { grades: toGradeRanges(standard, locale).join(tell("report.listSeparator")) })]),
    ...toStabilityLine(report, locale),
    ...toScoringLines(standard, locale),
    ...report.travel.map(({ label, method, parameters }) =>
      tell("report.method.travel", {
        label: label[locale],
        method: method[locale],
        parameters: toParameters(parameters, locale),
      }),
    ),
    `${tell("report.method.profile", {
      label: profile.label[locale],
      speed: `${speed(profile.speedMetersPerSecond)}${tell("report.inBrackets", { text: `${toDecimals(profile.speedMetersPerSecond * 3.6, 2)} ${tell("report.kilometersPerHour")}` })}`,
      onSteps: steps === undefined ? "" : tell("report.method.onSteps", { speed: speed(steps) }),
      off: speed(profile.offStreetSpeedMetersPerSecond),
      access: `${toDecimals(profile.maxAccessMeters, 1)} ${tell("report.meters")}`,
    })} ${tell("report.source")}${tell("report.colon")}${toSourceText(profile.source, locale)}`,
    ...report.inputs.map((counts) => toInputLine(counts, locale)),
    ...toAboutLines(report, locale),
  ];
}

/** Tells how far grades hang on the weights; nothing where there are no grades. */
function toStabilityLine(report: CoverageReport, locale: Locale): string[] {
  const [oneToOne, threeToOne, mandatoryOnly] = gradeStability(report);
  if (oneToOne === undefined || threeToOne === undefined || mandatoryOnly === undefined || oneToOne.of === 0) return [];
  return [
    reportTexts(locale)("report.stability", {
      all: oneToOne.of,
      ...{ oneToOne: oneToOne.changed, threeToOne: threeToOne.changed, mandatoryOnly: mandatoryOnly.changed },
    }),
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
  const tell = reportTexts(locale);
  if (reach === "inside") return count === 1 ? tell("report.inside") : tell("report.severalInside", { count });
  const far =
    unit === "seconds"
      ? `${toDecimals(threshold / 60, 2)} ${tell("report.minutes")}`
      : `${toDecimals(threshold, 1)} ${tell("report.meters")}`;
  const measured = reach === "straight" ? tell("report.straight", { distance: far }) : far;
  return count === 1 ? measured : tell("report.severalWithin", { count, threshold: measured });
}

function toInputLine({ layer, given, used, repaired, leftOut }: LayerCounts, locale: Locale): string {
  const tell = reportTexts(locale);
  const reasons = Object.entries(leftOut).map(([code, count]) => `${code} ${formatCount(count ?? null)}`);
  const left = reasons.length === 0 ? tell("report.none") : reasons.join(tell("report.listSeparator"));
  return tell("report.method.input", {
    layer: LAYERS[layer].label[locale],
    given: formatCount(given),
    used: formatCount(used),
    repaired: formatCount(repaired),
    leftOut: left,
  });
}

/** Writes the parameters of a travel model in brackets, if it has any. */
function toParameters(parameters: Readonly<Record<string, number | string>>, locale: Locale): string {
  const tell = reportTexts(locale);
  const told = Object.entries(parameters).map(
    ([name, value]) => `${toParameterName(name, locale)} = ${typeof value === "number" ? toDecimals(value, 3) : value}`,
  );
  return told.length === 0 ? "" : tell("report.inBrackets", { text: told.join(tell("report.listSeparator")) });
}

/** What a parameter is called; that of a user's own model is shown as it is. */
function toParameterName(name: string, locale: Locale): string {
  const id = `report.parameter.${name}`;
  return Object.hasOwn(REPORT, id) ? reportTexts(locale)(id as ParameterId) : name;
}

type ParameterId = Extract<keyof typeof REPORT, `report.parameter.${string}`>;
