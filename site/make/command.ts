import { helpTexts } from "../../src/base/texts/renderings/help.js";
import type { Locale } from "../../src/base/words.js";
import { commandHelp, overallHelp } from "../../src/node/command-line/help.js";
import { explainOption, OPTIONS, toFlag, toVariable } from "../../src/node/command-line/option-table.js";
import { COMMANDS } from "../../src/node/commands/index.js";
import { say } from "../words.js";
import { code, LOCALES, plain, table, writePage } from "./pages.js";

type Command = (typeof COMMANDS)[number];
type Option = Command["options"][number];

/** Writes what the command says of itself: its help, and for each command its options with their variables and keys. */
export function makeCommand(): string[] {
  for (const locale of LOCALES) {
    const parts = COMMANDS.map((command) => commandPart(command, locale));
    const help = `\`\`\`text\n${overallHelp(COMMANDS, locale).trimEnd()}\n\`\`\``;
    writePage({
      path: "reference/command",
      locale,
      markdown: `# ${say("command", locale)}\n\n${help}\n\n${parts.join("\n\n")}\n`,
    });
  }
  return ["reference/command"];
}

function commandPart(command: Command, locale: Locale): string {
  const headers = [say("option", locale), say("meaning", locale), say("variable", locale), say("key", locale)];
  const rows = command.options.map((name) => optionRow(name, locale));
  return [
    `## quarterhour ${command.name}`,
    `${plain(helpTexts(locale)(`help.command.${command.name}`))}`,
    `\`\`\`text\n${commandHelp(command, locale).split("\n\n").slice(0, 2).join("\n\n").trimEnd()}\n\`\`\``,
    ...(rows.length === 0 ? [] : [table(headers, rows)]),
  ].join("\n\n");
}

function optionRow(name: Option, locale: Locale): string[] {
  const { short, value, flagOnly } = OPTIONS[name];
  const flag = `${short === undefined ? "" : `-${short}, `}${toFlag(name)}${value === undefined ? "" : ` ${value}`}`;
  const settings = flagOnly ? [say("flagOnly", locale), ""] : [code(toVariable(name)), code(name)];
  return [code(flag), plain(explainOption(name, locale)), ...settings];
}
