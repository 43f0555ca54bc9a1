import { existsSync } from "node:fs";
import { delimiter, dirname, relative, resolve } from "node:path";
import { CoverageError } from "../../base/errors.js";
import { describe, isJsonObject } from "../../base/json-object.js";
import { LAYER_IDS } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import { readFileContent } from "../read-file.js";
import { suggest } from "./nearest-name.js";
import { OPTIONS, schemaOf, toVariable } from "./option-table.js";
import { wrongValue } from "./option-values.js";
import type { SettingName, SettingSource, Settings } from "./settings.js";
import { isOfType, nameOfType } from "./value-schema.js";

/** The configuration file that is read if there is one. */
export const CONFIG_NAME = "quarterhour.config.json";

/** Settings of all sources, and where each was said. */
export interface Resolved {
  readonly settings: Settings;
  readonly sources: Readonly<Partial<Record<SettingName, SettingSource>>>;
}

/** Names that may stand in a configuration file or in the environment. */
export const SETTABLE: readonly SettingName[] = (Object.keys(OPTIONS) as SettingName[]).filter(
  (name) => OPTIONS[name].flagOnly === undefined,
);

/**
 * Lays flags over the environment over the configuration file.
 *
 * @throws {CoverageError} `UNKNOWN_OPTION`, `INVALID_ARGUMENT` for an unknown key or a wrong value; `FILE_MISSING`, `FILE_UNREADABLE`, `INVALID_JSON` for the configuration file
 */
export function resolveSettings(flags: Settings, env: Readonly<Record<string, string | undefined>>): Resolved {
  const config = readConfig(flags.config ?? env.QUARTERHOUR_CONFIG);
  const environment = readEnvironment(env);
  const sources: Partial<Record<SettingName, SettingSource>> = {};
  for (const name of Object.keys(config) as SettingName[]) sources[name] = "config";
  for (const name of Object.keys(environment) as SettingName[]) sources[name] = "environment";
  for (const name of Object.keys(flags) as SettingName[]) sources[name] = "flag";
  return { settings: { ...config, ...environment, ...flags }, sources };
}

function readEnvironment(env: Readonly<Record<string, string | undefined>>): Settings {
  assertVariables(env);
  const settings: Partial<Record<SettingName, unknown>> = {};
  for (const name of SETTABLE) {
    const variable = toVariable(name);
    const text = env[variable];
    if (text === undefined || text === "") continue;
    const { read, repeats, isPath } = OPTIONS[name];
    const texts = repeats === undefined ? [text] : text.split(isPath ? delimiter : ",");
    settings[name] = read === undefined ? toSwitch(text, variable) : readAll(name, texts, variable);
  }
  return settings as Settings;
}

/** Variables of the command that are no options. */
const OTHER_VARIABLES = ["QUARTERHOUR_CONFIG", "QUARTERHOUR_DEBUG", "QUARTERHOUR_CITIES", "QUARTERHOUR_BENCH_CITY"];

/** Refuses variables with a misspelt name, as flags are refused. @throws {CoverageError} `UNKNOWN_OPTION` */
function assertVariables(env: Readonly<Record<string, string | undefined>>): void {
  const known = [...SETTABLE.map(toVariable), ...OTHER_VARIABLES];
  for (const [variable, text] of Object.entries(env)) {
    if (!/^quarterhour_/i.test(variable) || text === "" || known.includes(variable)) continue;
    throw new CoverageError("UNKNOWN_OPTION", say("usage.variable", { variable }), { hint: suggest(variable, known) });
  }
}

function readConfig(given: string | undefined): Settings {
  if (given === undefined && !existsSync(CONFIG_NAME)) return {};
  const path = given ?? CONFIG_NAME;
  const settings: Partial<Record<SettingName, unknown>> = {};
  for (const [key, value] of Object.entries(readJsonObject(path))) {
    if (key.startsWith("//") || key === "$schema") continue; // a remark
    const name = SETTABLE.find((known) => known === key);
    if (name === undefined) throw unknownKey(path, key);
    settings[name] = readJsonValue(name, value, path);
  }
  return settings as Settings;
}

/** @throws {CoverageError} `INVALID_JSON`, and what `readFileContent` throws */
export function readJsonObject(path: string): Readonly<Record<string, unknown>> {
  const value = parseJson(readFileContent(path).bytes, path);
  if (isJsonObject(value)) return value;
  throw new CoverageError("INVALID_JSON", say("config.noObject", { path }), {
    path,
    hint: say("config.noObject.hint"),
  });
}

/** Parses a file of JSON. @throws {CoverageError} `INVALID_JSON` */
export function parseJson(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CoverageError("INVALID_JSON", say("config.notJson", { path, reason }), { path, cause });
  }
}

function readJsonValue(name: SettingName, value: unknown, path: string): unknown {
  const subject = `${path}: ${name}`;
  const { read, isPath, keysArePaths } = OPTIONS[name];
  const schema = schemaOf(OPTIONS[name]);
  if (!isOfType(value, schema))
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("usage.value", {
        subject,
        found: describe(value),
        expected: say("config.type", { type: nameOfType(schema) }),
      }),
    );
  if (read === undefined) return value;
  const base = dirname(path);
  const move = (file: string) => relative("", resolve(base, file)) || ".";
  const texts = toTexts(name, keysArePaths ? moveKeys(value, move) : value);
  const isFile = isPath || (name === "standard" && texts[0]?.endsWith(".json"));
  return readAll(name, isFile ? texts.map(move) : texts, subject);
}

/** Moves the keys that name files; those that name layers stay. */
function moveKeys(value: unknown, move: (file: string) => string): unknown {
  if (!isJsonObject(value)) return value;
  const isLayer = (key: string) => (LAYER_IDS as readonly string[]).includes(key);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [isLayer(key) ? key : move(key), entry]));
}

/** Writes a JSON value as the texts that the flags would be given. */
function toTexts(name: SettingName, value: unknown): string[] {
  if (Array.isArray(value)) return OPTIONS[name].repeats === undefined ? [value.join(",")] : value.map(String);
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, entry]) =>
    typeof entry === "object" && entry !== null
      ? toTexts(name, entry).map((text) => `${key}.${text}`)
      : [`${key}=${String(entry)}`],
  );
}

function readAll(name: SettingName, texts: readonly string[], subject: string): unknown {
  return texts.reduce<unknown>((before, text) => OPTIONS[name].read?.(text, before, subject), undefined);
}

function toSwitch(text: string, subject: string): boolean {
  if (/^(1|true|yes)$/i.test(text)) return true;
  if (/^(0|false|no)$/i.test(text)) return false;
  throw wrongValue(subject, text, say("expected.boolean"));
}

function unknownKey(path: string, key: string): CoverageError {
  return new CoverageError("UNKNOWN_OPTION", say("usage.setting", { path, key: JSON.stringify(key.slice(0, 60)) }), {
    hint: suggest(key, SETTABLE),
  });
}

/** Writes the effective configuration as a configuration file that stands in `folder`. */
export function toConfigText(
  { settings, sources }: Resolved,
  folder = "",
  remarks: Readonly<Record<`//${string}`, string>> = {},
): string {
  const entries = SETTABLE.filter((name) => settings[name] !== undefined).map((name) => {
    const move = (path: string) => relative(folder, resolve(path)) || ".";
    const value: unknown = settings[name];
    const isPath = OPTIONS[name].isPath || (name === "standard" && String(value).endsWith(".json"));
    if (OPTIONS[name].keysArePaths) return [name, moveKeys(value, move)];
    if (!isPath) return [name, value];
    return [name, Array.isArray(value) ? value.map(move) : move(String(value))];
  });
  return `${JSON.stringify({ ...remarks, "// sources": sources, ...Object.fromEntries(entries) }, null, 2)}\n`;
}
