import { helpTexts } from "../../base/texts/renderings/help.js";
import type { Locale } from "../../base/words.js";
import type { CommandRow } from "../commands/command.js";
import { explainOption, OPTIONS, toFlag } from "./option-table.js";
import { COMMON_OPTIONS } from "./parse-flags.js";
import type { SettingName } from "./settings.js";

/** The shells that can be completed in. */
export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** Writes the completion of all commands, their flags and the values of these, as a script of a shell. */
export function toCompletionScript(shell: Shell, commands: readonly CommandRow[], locale: Locale): string {
  return { bash: toBash, zsh: toZsh, fish: toFish }[shell](commands, locale);
}

interface Flag {
  readonly flag: string;
  readonly short: string | undefined;
  readonly text: string;
  /** What follows it. */
  readonly value: "none" | "file" | "text" | "choice";
  /** The words of a choice, and what is offered besides files, with spaces between. */
  readonly words: string;
}

function flagsOf({ options }: Pick<CommandRow, "options">, locale: Locale): Flag[] {
  return [...options, ...COMMON_OPTIONS].map((name: SettingName) => {
    const { short, choices, suggestions = [], isPath, completesFiles, read } = OPTIONS[name];
    return {
      flag: toFlag(name),
      short: short === undefined ? undefined : `-${short}`,
      text: explainOption(name, locale),
      value:
        read === undefined ? "none" : choices !== undefined ? "choice" : isPath || completesFiles ? "file" : "text",
      words: (choices ?? suggestions).join(" "),
    };
  });
}

function toBash(commands: readonly CommandRow[], locale: Locale): string {
  const names = commands.map(({ name }) => name).join(" ");
  const spellings = ({ flag, short }: Flag) => (short === undefined ? [flag] : [flag, short]);
  const values = new Map<string, string>();
  const reply = (source: string) => `COMPREPLY=($(compgen ${source} -- "$word"))`;
  for (const flag of commands.flatMap((command) => flagsOf(command, locale))) {
    const { value, words } = flag;
    if (value === "none") continue;
    const action = {
      text: "COMPREPLY=()",
      file: reply(words === "" ? "-f" : `-f -W "${words}"`),
      choice: reply(`-W "${words}"`),
    }[value];
    for (const spelling of spellings(flag)) values.set(spelling, action);
  }
  return `${[
    "# bash completion of quarterhour; load it with: source <(quarterhour completion bash)",
    "_quarterhour() {",
    `  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"`,
    `  if ((COMP_CWORD == 1)); then COMPREPLY=($(compgen -W "${names} --help --version" -- "$word")); return; fi`,
    '  case "$before" in',
    ...[...values].map(([flag, action]) => `    ${flag}) ${action}; return ;;`),
    "  esac",
    '  case "$command" in',
    ...commands.map((command) => {
      const flags = flagsOf(command, locale).flatMap(spellings).join(" ");
      const words = reply(command.wordChoices === undefined ? "-f" : `-W "${command.wordChoices.join(" ")}"`);
      return `    ${command.name}) if [[ $word == -* ]]; then ${reply(`-W "${flags}"`)}; else ${words}; fi ;;`;
    }),
    "  esac",
    "}",
    "complete -o filenames -F _quarterhour quarterhour",
  ].join("\n")}\n`;
}

function toZsh(commands: readonly CommandRow[], locale: Locale): string {
  // in the specs of _arguments and _describe a colon and brackets have a meaning
  const plain = (text: string) => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, "\\$&");
  const spec = ({ flag, short, text, value, words }: Flag) => {
    const tail = {
      none: "",
      file: words === "" ? ":file:_files" : `:file:{compadd -- ${words}; _files}`,
      text: ":value: ",
      choice: `:value:(${words})`,
    }[value];
    return [flag, ...(short === undefined ? [] : [short])].map((one) => `'*${one}[${plain(text)}]${tail}'`).join(" ");
  };
  const tell = helpTexts(locale);
  const rest = ({ wordChoices }: CommandRow) =>
    wordChoices === undefined ? "'*:file:_files'" : `'*:word:(${wordChoices.join(" ")})'`;
  return `${[
    "#compdef quarterhour",
    "# zsh completion of quarterhour; load it with: source <(quarterhour completion zsh)",
    "_quarterhour() {",
    "  local -a commands",
    `  commands=(${commands.map(({ name }) => `'${name}:${plain(tell(`help.command.${name}`))}'`).join(" ")})`,
    "  if ((CURRENT == 2)); then _describe command commands; return; fi",
    '  local command="$words[2]"',
    "  shift words; ((CURRENT--))",
    '  case "$command" in',
    ...commands.map(
      (command) =>
        `    ${command.name}) _arguments ${flagsOf(command, locale).map(spec).join(" ")} ${rest(command)} ;;`,
    ),
    "  esac",
    "}",
    "compdef _quarterhour quarterhour",
  ].join("\n")}\n`;
}

function toFish(commands: readonly CommandRow[], locale: Locale): string {
  const quote = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const tell = helpTexts(locale);
  const lines = commands.flatMap((command) => {
    const seen = `-n '__fish_seen_subcommand_from ${command.name}'`;
    const flags = flagsOf(command, locale).map(({ flag, short, text, value, words }) => {
      const names = `-l ${flag.slice(2)}${short === undefined ? "" : ` -s ${short.slice(1)}`}`;
      const tail = {
        none: "",
        file: ` -r -F${words === "" ? "" : ` -a ${quote(words)}`}`,
        text: " -x",
        choice: ` -x -a ${quote(words)}`,
      }[value];
      return `complete -c quarterhour ${seen} ${names}${tail} -d ${quote(text)}`;
    });
    const words =
      command.wordChoices === undefined
        ? []
        : [`complete -c quarterhour ${seen} -f -a ${quote(command.wordChoices.join(" "))}`];
    return [
      `complete -c quarterhour -n __fish_use_subcommand -f -a ${command.name} -d ${quote(tell(`help.command.${command.name}`))}`,
      ...flags,
      ...words,
    ];
  });
  return `${["# fish completion of quarterhour; load it with: quarterhour completion fish | source", ...lines].join("\n")}\n`;
}
