import { LAYERS } from "../../base/layers.js";
import { giveAccount } from "../../city/account.js";
import { PreparedCity } from "../../city/prepared-city.js";
import { REPORT_TEXTS } from "../../report/report-texts.js";
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
  text: { zh: "只检查输入", en: "look at the inputs only" },
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
    const { inputs, diagnostics } = giveAccount(PreparedCity.parts(city), { categories, profile: standardWalking });
    const texts = REPORT_TEXTS[locale];
    const lines = [
      ...inputs.map(({ layer, given, used, repaired, leftOut }) => {
        const reasons = Object.entries(leftOut).map(([code, count]) => `${code} ${count}`);
        const left = [String(given - used), ...reasons].join(texts.listSeparator);
        return texts.inputLine(LAYERS[layer].label[locale], String(given), String(used), String(repaired), left);
      }),
      ...diagnostics.map((diagnostic) => `- ${toDiagnosticText(diagnostic, locale, "command")}`),
    ];
    if (settings.json) world.stdout.write(`${JSON.stringify({ inputs, diagnostics }, null, 2)}\n`);
    else if (!settings.quiet) world.stdout.write(`${lines.map(toVisibleText).join("\n")}\n`);
    return inputs.some(({ given, used }) => given > 0 && used === 0) ? EXIT_CODES.badData : EXIT_CODES.ok;
  },
};
