import { LAYER_IDS } from "../../base/layers.js";
import type { HELP } from "../../base/texts/renderings/help.js";
import type { Locale } from "../../base/words.js";
import type { Resolved } from "../command-line/resolve-settings.js";
import type { SettingName } from "../command-line/settings.js";
import type { ProgressTerminal } from "../progress-bar.js";

/** Where a command prints, its clock, and what holds signals back. */
export interface CommandWorld {
  readonly stdout: ProgressTerminal;
  readonly stderr: ProgressTerminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Whether nobody can read what is printed; `stdout.write` then throws. */
  readonly isStdoutClosed: () => boolean;
  /** Lets files be written to their end before a signal ends the program. */
  readonly whileWriting: <T>(write: () => Promise<T>) => Promise<T>;
}

/** What a command is run with. */
export interface CommandCall extends Resolved {
  /** What was written besides flags. */
  readonly words: readonly string[];
  readonly locale: Locale;
}

type NameIn<Id> = Id extends `help.command.${infer Name}` ? Name : never;
/** The commands that the help has a text of. */
export type CommandName = NameIn<keyof typeof HELP>;

/** One command: what it takes, its examples, and what it does. */
export interface CommandRow {
  readonly name: CommandName;
  /** What it takes besides flags, as the help shows it. */
  readonly words: string;
  readonly wordCount: readonly [least: number, most: number];
  /** The words that are allowed, for completion. Absent: files. */
  readonly wordChoices?: readonly string[];
  /** Without the program's name. */
  readonly examples: readonly string[];
  readonly options: readonly SettingName[];
  /** @returns the exit code */
  readonly run: (call: CommandCall, world: CommandWorld) => number | Promise<number>;
}

/** The options of commands that read a city. */
export const CITY_OPTIONS: readonly SettingName[] = [
  "osm",
  "level",
  ...LAYER_IDS,
  "datum",
  "property",
  "group",
  "encoding",
  "crs",
  "axes",
  "column",
  "standard",
  "country",
  "originSpacing",
  "joinStreets",
  "hexagons",
  "repair",
  "classification",
  "on",
];
/** What whoever writes a file can say of its data. */
export const ABOUT_OPTIONS: readonly SettingName[] = ["place", "date", "attribution"];
/** The options of commands that judge one. */
export const JUDGING_OPTIONS: readonly SettingName[] = [
  "profile",
  "judgeBy",
  "straightLine",
  "detour",
  "smallGroupBelow",
];

/** The width of a terminal, as the text renderings take it; nothing where the output is no terminal. */
export function widthOf({ isTTY, columns }: ProgressTerminal): { readonly width?: number } {
  return isTTY === true && columns !== undefined && columns > 0 ? { width: columns } : {};
}
