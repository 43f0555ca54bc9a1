import { helpTexts } from "../../base/texts/renderings/help.js";
import type { Locale } from "../../base/words.js";
import { columnsOf } from "../../report/text-columns.js";
import type { CommandRow } from "../commands/command.js";
import { EXIT_CODES } from "../exit-codes.js";
import { explainOption, OPTIONS, toFlag } from "./option-table.js";
import { COMMON_OPTIONS } from "./parse-flags.js";
import type { SettingName } from "./settings.js";

/** Writes the help of a command. */
export function commandHelp(command: CommandRow, locale: Locale): string {
  const tell = helpTexts(locale);
  const options = [...command.options, ...COMMON_OPTIONS].map((name) => [flagText(name), explainOption(name, locale)]);
  return section([
    [tell("help.examples"), command.examples.map((example) => `quarterhour ${example}`)],
    [
      tell("help.usage"),
      [
        `quarterhour ${command.name} ${command.words} [options]`.replace("  ", " "),
        tell(`help.command.${command.name}`),
      ],
    ],
    [tell("help.options"), table(options)],
    [tell("help.exit"), exitLines(locale)],
    [null, [tell("help.order")]],
  ]);
}

/** Writes the help of the whole. */
export function overallHelp(commands: readonly CommandRow[], locale: Locale): string {
  const tell = helpTexts(locale);
  return section([
    [
      tell("help.examples"),
      commands.flatMap(({ examples }) => examples.slice(0, 1)).map((text) => `quarterhour ${text}`),
    ],
    [tell("help.usage"), ["quarterhour <command> [options]", "quarterhour <command> --help", tell("help.about")]],
    [
      tell("help.commands"),
      table(commands.map(({ name, words }) => [`${name} ${words}`, tell(`help.command.${name}`)])),
    ],
    [tell("help.options"), table(COMMON_OPTIONS.map((name) => [flagText(name), explainOption(name, locale)]))],
    [tell("help.exit"), exitLines(locale)],
    [null, [tell("help.order")]],
  ]);
}

function exitLines(locale: Locale): string[] {
  const names = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[];
  return table(names.map((name) => [String(EXIT_CODES[name]), helpTexts(locale)(`help.exit.${name}`)]));
}

function flagText(name: SettingName): string {
  const { short, value } = OPTIONS[name];
  return `${short === undefined ? "" : `-${short}, `}${toFlag(name)}${value === undefined ? "" : ` ${value}`}`;
}

function section(parts: readonly (readonly [title: string | null, lines: readonly string[]])[]): string {
  const texts = parts.map(([title, lines]) =>
    title === null ? lines.join("\n") : `${title}:\n${lines.map((line) => `  ${line}`).join("\n")}`,
  );
  return `${texts.join("\n\n")}\n`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first = ""]) => columnsOf(first)));
  return rows.map(([first = "", second = ""]) => `${first}${" ".repeat(width - columnsOf(first))}  ${second}`);
}
