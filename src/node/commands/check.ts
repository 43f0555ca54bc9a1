import { findSlivers } from "../../assess/find-slivers.js";
import { sortDiagnostics } from "../../base/diagnostics.js";
import { LAYERS } from "../../base/layers.js";
import { reportTexts } from "../../base/texts/renderings/report.js";
import { giveAccount } from "../../city/account.js";
import { PreparedCity } from "../../city/prepared-city.js";
import { reportStandardElsewhere } from "../../coverage/findings.js";
import { toDiagnosticText } from "../../report/to-diagnostic-text.js";
import { toVisibleText } from "../../report/visible-text.js";
import { standardWalking } from "../../standards/travel-profiles.js";
import { EXIT_CODES } from "../exit-codes.js";
import { CITY_OPTIONS, type CommandRow } from "./command.js";
import { openBar, openCity } from "./open-city.js";

/** Reads the inputs only: what was found, left out and remarked; 65 when a layer has nothing usable. */
export const check: CommandRow = {
  name: "check",
  words: "",
  wordCount: [0, 0],
  examples: ["check --neighborhoods blocks.geojson --facilities places.geojson --streets streets.geojson"],
  options: [...CITY_OPTIONS, "json", "quiet"],
  run: async (call, world) => {
    const { settings, locale } = call;
    const bar = openBar(call, world);
    let city: PreparedCity;
    try {
      ({ city } = await openCity(settings, bar));
    } finally {
      bar.finish();
    }
    const { categories } = city.standard;
    const parts = PreparedCity.parts(city);
    const { inputs, diagnostics: found } = giveAccount(parts, { categories, profile: standardWalking });
    const diagnostics = sortDiagnostics([
      ...reportStandardElsewhere(city.standard, parts.city.country, city.neighborhoods),
      ...found,
      ...findSlivers(city, standardWalking),
    ]);
    const tell = reportTexts(locale);
    const lines = [
      ...inputs.map(({ layer, given, used, repaired, leftOut }) => {
        const reasons = Object.entries(leftOut).map(([code, count]) => `${code} ${count}`);
        const left = [String(given - used), ...reasons].join(tell("report.listSeparator"));
        return tell("report.method.input", {
          layer: LAYERS[layer].label[locale],
          given: String(given),
          used: String(used),
          repaired: String(repaired),
          leftOut: left,
        });
      }),
      ...diagnostics.map((diagnostic) => `- ${toDiagnosticText(diagnostic, locale, "command")}`),
    ];
    if (settings.json) world.stdout.write(`${JSON.stringify({ inputs, diagnostics }, null, 2)}\n`);
    else if (!settings.quiet) world.stdout.write(`${lines.map(toVisibleText).join("\n")}\n`);
    return inputs.some(({ given, used }) => given > 0 && used === 0) ? EXIT_CODES.badData : EXIT_CODES.ok;
  },
};
