import { DATUMS } from "../../base/layers.js";
import { helpTexts } from "../../base/texts/renderings/help.js";
import type { Label, Locale } from "../../base/words.js";
import type { Standard } from "../../model/standard.js";
import { STANDARDS } from "../../standards/standards.js";
import { ALL_PROFILES } from "../../standards/wheeled-profiles.js";
import { EXIT_CODES } from "../exit-codes.js";
import type { CommandRow } from "./command.js";
import { standardOf } from "./open-city.js";

/** Something that can be named; of a circle or a category also the standard whose it is. */
interface Named {
  readonly id: string;
  readonly label: Label;
  readonly standard?: string;
  /** Of a standard of which nothing can be computed: why. */
  readonly frame?: Label;
}

/** Lists what can be named: standards, profiles, datums, circles and categories; or prints one standard, to be changed and used. */
export const presets: CommandRow = {
  name: "presets",
  words: "",
  wordCount: [0, 0],
  examples: ["presets", "presets --json", "presets --standard shanghai-2016 > mine.json"],
  options: ["standard", "json"],
  run: ({ settings, sources, locale }, { stdout }) => {
    const { standard, json } = settings;
    const lists = listPresets();
    // the standard of a configuration file is its city's: without a flag the list is wanted
    if (sources.standard === "flag" && standard !== undefined) stdout.write(toJson(standardOf({ standard })));
    else stdout.write(json ? toJson(lists) : toLines(lists, locale));
    return EXIT_CODES.ok;
  },
};

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function listPresets(): Readonly<Record<string, readonly Named[]>> {
  const ofStandards = (pick: (standard: Standard) => readonly Named[]) =>
    STANDARDS.flatMap((standard) => pick(standard).map(({ id, label }) => ({ id, label, standard: standard.id })));
  return {
    standards: STANDARDS.map(({ id, label, frame }) => ({ id, label, ...(frame === undefined ? {} : { frame }) })),
    profiles: ALL_PROFILES.map(({ id, label }) => ({ id, label })),
    datums: DATUMS.map((id) => ({ id, label: { zh: id, en: id } })),
    circles: ofStandards(({ circles }) => circles),
    categories: ofStandards(({ categories }) => categories),
  };
}

function toLines(lists: Readonly<Record<string, readonly Named[]>>, locale: Locale): string {
  const tell = helpTexts(locale);
  const lines = Object.entries(lists).flatMap(([name, rows]) => [
    `${name}:`,
    ...rows.flatMap(({ id, label, standard, frame }, i) => [
      ...(standard === undefined || standard === rows[i - 1]?.standard ? [] : [`  (${standard})`]),
      `  ${id.padEnd(26)}${frame === undefined ? label[locale] : tell("help.frame", { label: label[locale] })}`,
    ]),
  ]);
  return `${lines.join("\n")}\n`;
}
