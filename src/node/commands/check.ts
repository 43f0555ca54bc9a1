import { type CityCheck, checkCity } from "../../assess/check-city.js";
import { LAYERS, type Layer } from "../../base/layers.js";
import { reportTexts } from "../../base/texts/renderings/report.js";
import { findText } from "../../base/texts/translate.js";
import type { Locale } from "../../base/words.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import type { ReportAbout } from "../../model/report-about.js";
import { formatCount } from "../../report/format-number.js";
import { namingRemarks } from "../../report/name-remark.js";
import { toDiagnosticText } from "../../report/to-diagnostic-text.js";
import { toVisibleText } from "../../report/visible-text.js";
import { aboutRun } from "../about-run.js";
import { EXIT_CODES } from "../exit-codes.js";
import { assertReplacesNoInput } from "../replaces-no-input.js";
import { assertFree, writeTextFile } from "../write-text-file.js";
import { ABOUT_OPTIONS, CITY_OPTIONS, type CommandRow, JUDGING_OPTIONS } from "./command.js";
import { openBar, openCity } from "./open-city.js";
import { profileOf, travelOf } from "./question-of.js";

/** Tells what is in the inputs and what is wrong with them, before anything is judged; 65 when a layer has nothing usable. */
export const check: CommandRow = {
  name: "check",
  words: "",
  wordCount: [0, 0],
  examples: [
    "check --neighborhoods blocks.geojson --facilities places.geojson --streets streets.geojson",
    "check --config city.json -o findings.geojson",
  ],
  options: [
    ...CITY_OPTIONS,
    ...JUDGING_OPTIONS.filter((name) => name !== "judgeBy"),
    ...ABOUT_OPTIONS,
    "output",
    "force",
    "json",
    "quiet",
  ],
  run: async (call, world) => {
    const { settings, locale } = call;
    // the output of a configuration file is the folder of reports
    const output = call.sources.output === "flag" ? settings.output : undefined;
    const force = settings.force ?? false;
    if (output !== undefined) {
      assertFree(output, force);
      assertReplacesNoInput([output], settings);
    }
    const bar = openBar(call, world);
    let checked: CityCheck;
    let city: PreparedCity;
    let about: ReportAbout;
    try {
      const open = await openCity(settings, bar);
      about = aboutRun(open);
      city = open.city;
      checked = checkCity(city, {
        profile: profileOf(settings),
        ...travelOf(settings),
        onProgress: (progress) => bar.update(progress),
      });
    } finally {
      bar.finish();
    }
    const { places, ...account } = checked;
    if (output !== undefined)
      await world.whileWriting(async () =>
        writeTextFile(output, `${JSON.stringify({ ...inWords(places, locale), about })}\n`, force),
      );
    if (settings.json) world.stdout.write(`${JSON.stringify(account, null, 2)}\n`);
    else if (!settings.quiet) world.stdout.write(`${toLines(checked, city, locale).map(toVisibleText).join("\n")}\n`);
    return account.inputs.some(({ given, used }) => given > 0 && used === 0) ? EXIT_CODES.badData : EXIT_CODES.ok;
  },
};

/** Tells the findings in the reader's language, and what to do on the command line. */
function inWords(places: CityCheck["places"], locale: Locale): CityCheck["places"] {
  const told = (id: string, text: string) => findText(id, text, locale, "command");
  const features = places.features.map((feature) => {
    const { code, message, action } = feature.properties as Readonly<Record<string, string>>;
    const words = { message: told(code, message), action: told(`${code}.action`, action) };
    return { ...feature, properties: { ...feature.properties, ...words } };
  });
  return { ...places, features };
}

function toLines(
  { inputs, extents, islands, findings }: CityCheck,
  { neighborhoods, standard }: PreparedCity,
  locale: Locale,
): string[] {
  const named = namingRemarks({ neighborhoods, categories: standard.categories }, locale);
  const tell = reportTexts(locale);
  const degrees = (value: number) => value.toFixed(4);
  return [
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
    ...(Object.entries(extents) as [Layer, NonNullable<(typeof extents)[Layer]>][]).map(([layer, bounds]) =>
      tell("report.check.extent", {
        layer: LAYERS[layer].label[locale],
        west: degrees(bounds.west),
        south: degrees(bounds.south),
        east: degrees(bounds.east),
        north: degrees(bounds.north),
      }),
    ),
    ...islands.map(({ meters, place: [lon, lat], people, facilities }) =>
      tell("report.check.island", {
        meters: formatCount(Math.round(meters)),
        place: `${lon.toFixed(5)}, ${lat.toFixed(5)}`,
        people: formatCount(Math.round(people)),
        facilities: formatCount(facilities),
      }),
    ),
    ...findings.map((finding) => `- ${toDiagnosticText(named(finding), locale, "command")}`),
  ];
}
