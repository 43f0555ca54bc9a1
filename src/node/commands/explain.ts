import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import { reportTexts } from "../../base/texts/renderings/report.js";
import type { CoverageReport } from "../../model/report.js";
import { toScoreText, viewCircles } from "../../report/circle-view.js";
import { digitsOf, formatShare, UNKNOWN_MARK } from "../../report/format-number.js";
import { toStatusText, toTimeText } from "../../report/requirement-view.js";
import { toThresholdText } from "../../report/sentences.js";
import { toVisibleText } from "../../report/visible-text.js";
import { suggest } from "../command-line/nearest-name.js";
import { EXIT_CODES } from "../exit-codes.js";
import { CITY_OPTIONS, type CommandCall, type CommandRow, type CommandWorld, JUDGING_OPTIONS } from "./command.js";
import { judgeCity, openBar, openCity } from "./open-city.js";
import { readReport } from "./read-report.js";

/** Tells why a neighborhood is as it is: every circle, every requirement. */
export const explain: CommandRow = {
  name: "explain",
  words: "<id>",
  wordCount: [1, 1],
  examples: ["explain N01 --report out/report.json", "explain N01 --config city.json"],
  options: [...CITY_OPTIONS, ...JUDGING_OPTIONS, "report", "json", "quiet"],
  run: async (call, world) => {
    const [id = ""] = call.words;
    const report = await reportOf(call, world);
    const area = report.neighborhoods.find((one) => one.id === id);
    if (area === undefined) {
      const hint = suggest(
        id,
        report.neighborhoods.map((one) => one.id),
      );
      throw new CoverageError("INVALID_ARGUMENT", say("usage.neighborhood", { id }), { hint });
    }
    const { locale } = call;
    const lines = viewCircles(report, area).flatMap((view) => [
      `${view.circle.label[locale]}: ${toScoreText(view, locale)}`,
      ...report.standard.requirements
        .filter(({ circle }) => circle === view.circle.id)
        .map((requirement) => {
          const found = area.requirements[requirement.id];
          const isMissing = view.coverage.missing.includes(requirement.id);
          const near = found.nearest?.facilityId ?? UNKNOWN_MARK;
          const time = toTimeText(found.seconds?.median, found, requirement);
          const facts = [
            toStatusText(found, locale),
            `${time} ${reportTexts(locale)("report.minutes")} / ${toThresholdText(requirement, locale)}`,
            `→ ${near}`,
            `× ${found.within?.median ?? UNKNOWN_MARK}`,
            found.population.share === null
              ? formatShare(found.area.share, digitsOf(area, "area"))
              : formatShare(found.population.share, digitsOf(area, "population")),
          ];
          return `  ${isMissing ? "!" : " "} ${requirement.label[locale]}  ${facts.join("  ")}`;
        }),
    ]);
    const text = [`${area.name ?? area.id} (${area.id})`, ...lines].map(toVisibleText).join("\n");
    world.stdout.write(call.settings.json ? `${JSON.stringify(area, null, 2)}\n` : `${text}\n`);
    return EXIT_CODES.ok;
  },
};

async function reportOf(call: CommandCall, world: CommandWorld): Promise<CoverageReport> {
  const { settings } = call;
  if (settings.report !== undefined) return readReport(settings.report);
  const bar = openBar(call, world);
  try {
    return judgeCity((await openCity(settings, bar)).city, settings, bar);
  } finally {
    bar.finish();
  }
}
