import { DATUMS } from "../../base/layers.js";
import { STANDARDS } from "../../standards/standards.js";
import { PROFILES } from "../../standards/travel-profiles.js";
import { EXIT_CODES } from "../exit-codes.js";
import type { CommandRow } from "./command.js";

/** Lists what can be named: standards, profiles, datums, circles and categories. */
export const presets: CommandRow = {
  name: "presets",
  words: "",
  wordCount: [0, 0],
  examples: ["presets", "presets --json"],
  options: ["json"],
  run: ({ settings, locale }, { stdout }) => {
    const row = (id: string, label: { readonly zh: string; readonly en: string }) => ({ id, label });
    const lists = {
      standards: STANDARDS.map(({ id, label }) => row(id, label)),
      profiles: PROFILES.map(({ id, label }) => row(id, label)),
      datums: DATUMS.map((id) => row(id, { zh: id, en: id })),
      circles: STANDARDS.flatMap(({ circles }) => circles.map(({ id, label }) => row(id, label))),
      categories: STANDARDS.flatMap(({ categories }) => categories.map(({ id, label }) => row(id, label))),
    };
    const lines = Object.entries(lists).flatMap(([name, rows]) => [
      `${name}:`,
      ...rows.map(({ id, label }) => `  ${id.padEnd(26)}${label[locale]}`),
    ]);
    stdout.write(settings.json ? `${JSON.stringify(lists, null, 2)}\n` : `${lines.join("\n")}\n`);
    return EXIT_CODES.ok;
  },
};
