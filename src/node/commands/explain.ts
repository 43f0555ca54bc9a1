import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import { reportTexts } from "../../base/texts/renderings/report.js";
import type { Locale } from "../../base/words.js";
import { findReasons, withReasons } from "../../explain/find-reasons.js";
import type { AreaCoverage, CoverageReport, NeighborhoodCoverage, RequirementCoverage } from "../../model/report.js";
import type { RequirementSummary } from "../../model/standard-summary.js";
import { toScoreText, viewCircles } from "../../report/circle-view.js";
import { digitsOf, formatCount, formatShare, UNKNOWN_MARK } from "../../report/format-number.js";
import { toReasonSentences } from "../../report/reason-sentences.js";
import { toStatusText, toTimeText } from "../../report/requirement-view.js";
import { toGradeNotes, toThresholdText } from "../../report/sentences.js";
import { judgedShare } from "../../report/shortfalls.js";
import { toVisibleText } from "../../report/visible-text.js";
import { suggest } from "../command-line/nearest-name.js";
import { EXIT_CODES } from "../exit-codes.js";
import { CITY_OPTIONS, type CommandCall, type CommandRow, type CommandWorld, JUDGING_OPTIONS } from "./command.js";
import { judgeCity, openBar, openCity } from "./open-city.js";
import { readReport } from "./read-report.js";

/** Tells why a neighborhood is as it is: every circle, every requirement. */
export const explain: CommandRow = {
  name: "explain",
  words: "<id or name>",
  wordCount: [1, 1],
  examples: ["explain N01 --report out/report.json", "explain N01 --config city.json"],
  options: [...CITY_OPTIONS, ...JUDGING_OPTIONS, "report", "json", "quiet"],
  run: async (call, world) => {
    const [id = ""] = call.words;
    const { report, names } = await reportOf(call, world);
    const area = findArea(report, id);
    const { locale } = call;
    const tell = reportTexts(locale);
    const views = viewCircles(report, area);
    const lines = views.flatMap((view) => [
      `${view.circle.label[locale]}: ${toScoreText(view, locale)}`,
      ...report.standard.requirements
        .filter(({ circle }) => circle === view.circle.id)
        .map((requirement) => {
          const found = area.requirements[requirement.id];
          const isMissing = view.coverage.missing.includes(requirement.id);
          const near = found.nearest?.facilityId;
          const facts = [
            toStatusText(found, locale),
            `${toCostText(found, requirement, locale)} / ${toThresholdText(requirement, locale)}`,
            `→ ${near === undefined ? UNKNOWN_MARK : (names.get(near) ?? tell("report.nameless", { category: requirement.label[locale], id: near }))}`,
            `× ${found.within?.median ?? UNKNOWN_MARK}`,
            shareText(area, found),
          ];
          return `  ${isMissing ? "!" : " "} ${requirement.label[locale]}  ${facts.join("  ")}`;
        }),
    ]);
    const reasons = toReasonSentences(report, locale, area.id);
    const why = reasons.length === 0 ? [] : ["", reportTexts(locale)("report.why.title"), ...reasons];
    const text = [`${area.name ?? area.id} (${area.id})`, ...lines, ...toGradeNotes(views, locale), ...why]
      .map(toVisibleText)
      .join("\n");
    world.stdout.write(call.settings.json ? `${JSON.stringify(area, null, 2)}\n` : `${text}\n`);
    return EXIT_CODES.ok;
  },
};

function shareText(area: AreaCoverage, found: RequirementCoverage): string {
  const basis = found.population.share === null ? "area" : "population";
  return formatShare(judgedShare(found, basis).share, digitsOf(area, basis));
}

/**
 * Finds a neighborhood by its id, else by its name, in any case.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if there is none, or several are called so
 */
export function findArea({ neighborhoods }: CoverageReport, wanted: string): NeighborhoodCoverage {
  const plain = (text: string | null) => text?.normalize("NFKC").trim().toLowerCase();
  const rules: ((one: NeighborhoodCoverage) => boolean)[] = [
    ({ id }) => id === wanted,
    ({ name }) => name === wanted,
    ({ id, name }) => plain(id) === plain(wanted) || plain(name) === plain(wanted),
  ];
  for (const rule of rules) {
    const [found, ...others] = neighborhoods.filter(rule);
    if (found === undefined) continue;
    if (others.length === 0) return found;
    const ids = [found, ...others].map(({ id }) => id).join(", ");
    throw new CoverageError("INVALID_ARGUMENT", say("usage.neighborhoods", { id: wanted, ids }));
  }
  const known = neighborhoods.flatMap(({ id, name }) => (name === null ? [id] : [name, id]));
  throw new CoverageError("INVALID_ARGUMENT", say("usage.neighborhood", { id: wanted }), {
    hint: suggest(wanted, known),
  });
}

/** How far the nearest is for the median person, in the unit of the threshold. */
function toCostText(found: RequirementCoverage, requirement: RequirementSummary, locale: Locale): string {
  const tell = reportTexts(locale);
  if (requirement.unit === "seconds")
    return `${toTimeText(found.seconds?.median, found, requirement)} ${tell("report.minutes")}`;
  const meters = found.nearest?.meters ?? null;
  return `${meters === null ? UNKNOWN_MARK : formatCount(Math.ceil(meters))} ${tell("report.meters")}`;
}

/** The report, and what its facilities are called, where the city is at hand. */
interface Explained {
  readonly report: CoverageReport;
  readonly names: ReadonlyMap<string, string | null>;
}

async function reportOf(call: CommandCall, world: CommandWorld): Promise<Explained> {
  const { settings } = call;
  if (settings.report !== undefined) return { report: readReport(settings.report), names: new Map() };
  const bar = openBar(call, world);
  try {
    const { city } = await openCity(settings, bar);
    const names = new Map(city.facilities.map(({ id, name }) => [id, name]));
    const report = judgeCity(city, settings, bar);
    return { report: withReasons(report, findReasons(city, report)), names };
  } finally {
    bar.finish();
  }
}
