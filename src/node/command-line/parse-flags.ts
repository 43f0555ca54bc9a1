import { parseArgs } from "node:util";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import { suggest } from "./nearest-name.js";
import { OPTIONS, toFlag } from "./option-table.js";
import type { SettingName, Settings } from "./settings.js";

/** What was written on the command line. */
export interface Flags {
  readonly settings: Settings;
  /** What is no flag and no value of one. */
  readonly words: readonly string[];
}

/** What every command takes. */
export const COMMON_OPTIONS: readonly SettingName[] = ["lang", "config", "printConfig", "help", "version"];

/**
 * Reads flags, and checks every one of them.
 *
 * @param known the settings that the command takes
 * @throws {CoverageError} `UNKNOWN_OPTION`, `INVALID_ARGUMENT` for an unknown flag, a missing or a wrong value
 */
export function parseFlags(args: readonly string[], known: readonly SettingName[]): Flags {
  const nameOfFlag = new Map(known.map((name) => [toFlag(name).slice(2), name]));
  const options = Object.fromEntries([...nameOfFlag].map(([flag, name]) => [flag, toParseOption(name)]));
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true });
  const settings: Partial<Record<SettingName, unknown>> = {};
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const name = nameOfFlag.get(token.name);
    if (name === undefined) throw unknownFlag(token.rawName, known);
    settings[name] = readFlag(name, token, settings[name]);
  }
  return { settings: settings as Settings, words };
}

function toParseOption(name: SettingName): { type: "string" | "boolean"; short?: string } {
  const { read, short } = OPTIONS[name];
  return { type: read === undefined ? "boolean" : "string", ...(short === undefined ? {} : { short }) };
}

interface FlagToken {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readFlag(name: SettingName, { rawName, value, inlineValue }: FlagToken, before: unknown): unknown {
  const { read, value: placeholder = "", repeats } = OPTIONS[name];
  if (read === undefined) {
    if (value === undefined) return true;
    throw new CoverageError("INVALID_ARGUMENT", say("usage.noValue", { flag: rawName }));
  }
  // "--output --json" is a value forgotten; "--at -46.6,-23.5" is none
  const isMissing = value === undefined || (inlineValue !== true && /^-(?!\d|\.)/.test(value) && value !== "-");
  if (isMissing) throw new CoverageError("INVALID_ARGUMENT", say("usage.valueMissing", { flag: rawName, placeholder }));
  if (before !== undefined && repeats === undefined)
    throw new CoverageError("INVALID_ARGUMENT", say("usage.twice", { flag: rawName }));
  return read(value, before, rawName);
}

function unknownFlag(rawName: string, known: readonly SettingName[]): CoverageError {
  return new CoverageError("UNKNOWN_OPTION", say("usage.flag", { flag: rawName }), {
    hint: suggest(rawName, known.map(toFlag)),
  });
}
