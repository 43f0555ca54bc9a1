import type { Label, Locale } from "../../base/words.js";
import { columnsOf } from "../../report/text-columns.js";
import type { CommandRow } from "../commands/command.js";
import { EXIT_TEXTS } from "../exit-codes.js";
import { OPTIONS, toFlag } from "./option-table.js";
import { COMMON_OPTIONS } from "./parse-flags.js";
import type { SettingName } from "./settings.js";

type Words = Readonly<Record<"examples" | "usage" | "commands" | "options" | "exit" | "order", string>>;

const WORDS: Readonly<Record<Locale, Words>> = {
  zh: {
    examples: "示例",
    usage: "用法",
    commands: "命令",
    options: "选项",
    exit: "退出码",
    order: "配置文件 < 环境变量 QUARTERHOUR_* < 选项。数据写到标准输出，进度和提示写到标准错误。",
  },
  en: {
    examples: "Examples",
    usage: "Usage",
    commands: "Commands",
    options: "Options",
    exit: "Exit codes",
    order:
      "Configuration file < environment (QUARTERHOUR_*) < flag. Data go to stdout, progress and remarks to stderr.",
  },
};

const ABOUT: Label = {
  zh: "每个社区的居民十五分钟内能到达什么，还缺什么？",
  en: "What can the people of each neighborhood reach in fifteen minutes, and what is missing?",
};

/** Writes the help of a command. */
export function commandHelp(command: CommandRow, locale: Locale): string {
  const words = WORDS[locale];
  const options = [...command.options, ...COMMON_OPTIONS].map((name) => [flagText(name), OPTIONS[name].text[locale]]);
  return section([
    [words.examples, command.examples.map((example) => `quarterhour ${example}`)],
    [words.usage, [`quarterhour ${command.name} ${command.words} [options]`.replace("  ", " "), command.text[locale]]],
    [words.options, table(options)],
    [words.exit, exitLines(locale)],
    [null, [words.order]],
  ]);
}

/** Writes the help of the whole. */
export function overallHelp(commands: readonly CommandRow[], locale: Locale): string {
  const words = WORDS[locale];
  return section([
    [words.examples, commands.flatMap(({ examples }) => examples.slice(0, 1)).map((text) => `quarterhour ${text}`)],
    [words.usage, ["quarterhour <command> [options]", "quarterhour <command> --help", ABOUT[locale]]],
    [words.commands, table(commands.map(({ name, words: more, text }) => [`${name} ${more}`, text[locale]]))],
    [words.options, table(COMMON_OPTIONS.map((name) => [flagText(name), OPTIONS[name].text[locale]]))],
    [words.exit, exitLines(locale)],
    [null, [words.order]],
  ]);
}

function exitLines(locale: Locale): string[] {
  return table(EXIT_TEXTS.map(([code, text]) => [String(code), text[locale]]));
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
