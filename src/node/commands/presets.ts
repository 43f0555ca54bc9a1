import { DATUMS } from "../../base/layers.js";
import type { Label } from "../../base/words.js";
import type { Standard } from "../../model/standard.js";
import { STANDARDS } from "../../standards/standards.js";
import { ALL_PROFILES } from "../../standards/wheeled-profiles.js";
import { EXIT_CODES } from "../exit-codes.js";
import type { CommandRow } from "./command.js";

/** Something that can be named; of a circle or a category also the standard whose it is. */
interface Named {
  readonly id: string;
  readonly label: Label;
  readonly standard?: string;
}

/** Lists what can be named: standards, profiles, datums, circles and categories. */
export const presets: CommandRow = {
  name: "presets",
  words: "",
  wordCount: [0, 0],
  examples: ["presets", "presets --json"],
  options: ["json"],
  run: ({ settings, locale }, { stdout }) => {
    const row = (id: string, label: Label, standard?: string): Named => ({
      ...{ id, label },
      ...(standard === undefined ? {} : { standard }),
    });
    const ofStandards = (pick: (standard: Standard) => readonly Named[]) =>
      STANDARDS.flatMap((standard) => pick(standard).map(({ id, label }) => row(id, label, standard.id)));
    const lists = {
      standards: STANDARDS.map(({ id, label }) => row(id, label)),
      profiles: ALL_PROFILES.map(({ id, label }) => row(id, label)),
      datums: DATUMS.map((id) => row(id, { zh: id, en: id })),
      circles: ofStandards(({ circles }) => circles),
      categories: ofStandards(({ categories }) => categories),
    };
    const lines = Object.entries(lists).flatMap(([name, rows]) => [
      `${name}:`,
      ...rows.flatMap(({ id, label, standard }, i) => [
        ...(standard === undefined || standard === rows[i - 1]?.standard ? [] : [`  (${standard})`]),
        `  ${id.padEnd(26)}${label[locale]}`,
      ]),
    ]);
    stdout.write(settings.json ? `${JSON.stringify(lists, null, 2)}\n` : `${lines.join("\n")}\n`);
    return EXIT_CODES.ok;
  },
};
