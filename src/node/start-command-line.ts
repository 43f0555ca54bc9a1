import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";
import { translatePhrase } from "../base/texts/translate.js";
import type { Locale } from "../base/words.js";
import { toVisibleText } from "../report/visible-text.js";
import { commandHelp, overallHelp } from "./command-line/help.js";
import { suggest } from "./command-line/nearest-name.js";
import { COMMON_OPTIONS, parseFlags } from "./command-line/parse-flags.js";
import { resolveSettings, toConfigText } from "./command-line/resolve-settings.js";
import type { CommandRow, CommandWorld } from "./commands/command.js";
import { COMMANDS } from "./commands/index.js";
import { EXIT_CODES, explainFailure } from "./exit-codes.js";
import { wholeCommand } from "./whole-command.js";

/** Runs one command line to its end. Never throws. @returns the exit code */
export async function startCommandLine(args: readonly string[], world: CommandWorld): Promise<number> {
  const locale = localeOf(args, world.env);
  try {
    return await dispatch(args, world, locale);
  } catch (error) {
    const { exitCode, message } = explainFailure(error, locale, Boolean(world.env.QUARTERHOUR_DEBUG));
    const command = error instanceof CoverageError ? wholeCommand(args, message) : null;
    const again = command === null ? "" : `\n${translatePhrase(say("command.again", { command }), locale)}`;
    world.stderr.write(`${`${message}${again}`.split("\n").map(toVisibleText).join("\n")}\n`);
    return exitCode;
  }
}

async function dispatch(args: readonly string[], world: CommandWorld, locale: Locale): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    world.stderr.write(overallHelp(COMMANDS, locale));
    return EXIT_CODES.usage;
  }
  if (name.startsWith("-")) {
    const { settings } = parseFlags(args, COMMON_OPTIONS);
    world.stdout.write(settings.version ? `${world.version}\n` : overallHelp(COMMANDS, locale));
    return EXIT_CODES.ok;
  }
  const command = name === "help" ? null : findCommand(name);
  if (command === null) {
    world.stdout.write(
      rest[0] === undefined ? overallHelp(COMMANDS, locale) : commandHelp(findCommand(rest[0]), locale),
    );
    return EXIT_CODES.ok;
  }
  const { settings: flags, words } = parseFlags(rest, [...command.options, ...COMMON_OPTIONS]);
  if (flags.help || flags.version) {
    world.stdout.write(flags.help ? commandHelp(command, locale) : `${world.version}\n`);
    return EXIT_CODES.ok;
  }
  const resolved = resolveSettings(flags, world.env);
  if (flags.printConfig) {
    world.stdout.write(toConfigText(resolved));
    return EXIT_CODES.ok;
  }
  assertWordCount(command, words);
  return command.run({ ...resolved, words, locale: resolved.settings.lang ?? locale }, world);
}

function findCommand(name: string): CommandRow {
  const found = COMMANDS.find((command) => command.name === name);
  if (found !== undefined) return found;
  const hint = suggest(
    name,
    COMMANDS.map((command) => command.name),
  );
  throw new CoverageError("UNKNOWN_OPTION", say("usage.command", { name }), { hint });
}

function assertWordCount(
  { name, words: expected, wordCount: [least, most] }: CommandRow,
  words: readonly string[],
): void {
  if (words.length >= least && words.length <= most) return;
  const found = words.length === 0 ? "" : ` (${words.join(" ")})`;
  const usage = `quarterhour ${name}${expected === "" ? "" : ` ${expected}`}`;
  throw new CoverageError(
    "INVALID_ARGUMENT",
    words.length < least ? say("usage.tooFewWords", { found }) : say("usage.tooManyWords", { found }),
    { hint: say("usage.usage.hint", { usage }) },
  );
}

/** Tells the language: as asked for, else Chinese if the shell's locale says so, else English. */
function localeOf(args: readonly string[], env: CommandWorld["env"]): Locale {
  const at = args.indexOf("--lang");
  const asked = at === -1 ? args.find((arg) => arg.startsWith("--lang="))?.slice(7) : args[at + 1];
  const shell = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return /^zh/i.test(asked ?? (env.QUARTERHOUR_LANG || shell)) ? "zh" : "en";
}
