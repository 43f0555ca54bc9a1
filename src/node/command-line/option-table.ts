import type { JsonObject } from "../../base/json-object.js";
import { LAYER_FILES } from "../../base/layer-files.js";
import { DATUMS, LAYERS, type Layer } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import { helpTexts } from "../../base/texts/renderings/help.js";
import type { Locale } from "../../base/words.js";
import { REACHES } from "../../model/standard.js";
import { isEncoding } from "../../read/encoding-names.js";
import { AXES } from "../../read/tables/table-options.js";
import { ALL_PROFILES } from "../../standards/wheeled-profiles.js";
import { SLOPE_RULES } from "../../streets/modes/slope-rules.js";
import { EXTRA_FILES } from "../extra-files.js";
import type { OptionRow } from "./option-row.js";
import {
  readByInput,
  readChoice,
  readChoices,
  readColumn,
  readDatum,
  readGate,
  readGroup,
  readLocation,
  readMeasures,
  readMinutes,
  readNumber,
  readOneOrMore,
  readProperty,
  readText,
  readTexts,
  readWhole,
} from "./option-values.js";
import { PARTITION_OPTIONS } from "./partition-options.js";
import type { SettingName } from "./settings.js";
import { STANDARD_OPTIONS } from "./standard-options.js";

const FILE: OptionRow = { read: readText, value: "<file>", isPath: true };
const SWITCH: OptionRow = {};
/** Some encodings to name; others are allowed, too. */
const ENCODINGS: readonly string[] = ["utf-8", "big5", "windows-1252", "gb18030"];
function text(value: string): OptionRow {
  return { read: readText, value };
}
function choice(value: string, choices: readonly string[]): OptionRow {
  return { read: readChoice(choices), value, choices };
}

const PROFILE_IDS: readonly string[] = ALL_PROFILES.map(({ id }) => id);

/** The file of each layer. */
const LAYER_OPTIONS = Object.fromEntries(
  Object.entries(LAYERS).map(([layer, { isRepeatable }]) => [
    layer,
    isRepeatable ? { ...FILE, read: readTexts, repeats: true } : FILE,
  ]),
) as Readonly<Record<Layer, OptionRow>>;

/** Every option there is; a command names those that it takes. */
export const OPTIONS: Readonly<Record<SettingName, OptionRow>> = {
  ...LAYER_OPTIONS,
  osm: FILE,
  level: {
    read: readWhole(1, 15),
    value: "<admin_level>",
  },
  datum: {
    read: readDatum,
    value: "<layer=datum>",
    repeats: true,
  },
  property: {
    read: readProperty,
    value: "<layer.name=property>",
    repeats: true,
  },
  group: { read: readGroup, value: "<group=property>", repeats: true },
  encoding: { read: readByInput(ENCODINGS, isEncoding), value: "<file=encoding>", repeats: true, keysArePaths: true },
  crs: { read: readByInput(), value: "<file=system>", repeats: true, keysArePaths: true },
  axes: { read: readByInput(AXES), value: "<file=order>", repeats: true, keysArePaths: true },
  column: { read: readColumn, value: "<file.lon=column>", repeats: true, keysArePaths: true },
  output: {
    read: readText,
    value: "<path>",
    short: "o",
    isPath: true,
  },
  place: text("<name>"),
  date: text("<date>"),
  attribution: text("<text>"),
  also: {
    ...choice("<format>", EXTRA_FILES),
    read: readChoices(EXTRA_FILES),
    repeats: true,
  },
  font: FILE,
  whatIf: choice("<when>", ["auto", "always", "never"]),
  force: { ...SWITCH, flagOnly: true },
  json: SWITCH,
  ndjson: SWITCH,
  quiet: SWITCH,
  lang: choice("<language>", ["zh", "en"]),
  profile: {
    ...choice("<profile>", PROFILE_IDS),
    read: readOneOrMore(PROFILE_IDS),
    repeats: true,
  },
  openAt: { read: readText, value: "<when>" },
  unknownHours: choice("<how>", ["open", "closed"]),
  elevation: FILE,
  measure: { read: readMeasures, value: "<measure>", repeats: true },
  opportunities: { read: readByInput(), value: "<file=property>", repeats: true, keysArePaths: true },
  cells: { read: readWhole(0, 15), value: "<resolution>" },
  slope: choice("<rule>", Object.keys(SLOPE_RULES)),
  ...STANDARD_OPTIONS,
  judgeBy: choice("<reach>", REACHES),
  smallGroupBelow: { read: readNumber(0, say("unit.people")), value: "<people>" },
  originSpacing: {
    read: readNumber(1, say("unit.meters")),
    value: "<meters>",
  },
  hexagons: {
    read: readWhole(0, 15),
    value: "<resolution>",
  },
  joinStreets: { read: readNumber(0, say("unit.meters")), value: "<meters>" },
  repair: choice("<how>", ["none", "report", "fix"]),
  classification: choice("<how>", ["strict", "loose"]),
  on: { read: readText, value: "<day>" },
  straightLine: SWITCH,
  edits: FILE,
  sensitivity: SWITCH,
  detour: {
    read: readNumber(1, say("unit.factor")),
    value: "<factor>",
  },
  failUnder: {
    read: readGate,
    value: "<gate=least>",
    repeats: true,
  },
  failIfWorse: { ...SWITCH, flagOnly: true },
  junit: { ...FILE, flagOnly: true },
  report: FILE,
  at: {
    read: readLocation,
    value: "<lon,lat>",
    flagOnly: true,
  },
  facility: {
    read: readText,
    value: "<id>",
    flagOnly: true,
  },
  neighborhood: {
    read: readText,
    value: "<id>",
    flagOnly: true,
  },
  minutes: { read: readMinutes, value: "<list>" },
  host: text("<address>"),
  port: {
    ...text("<port>"),
    read: readWhole(0, 65_535),
  },
  maxBody: {
    ...text("<MB>"),
    read: readNumber(0.001, say("unit.megabytes"), 1024),
  },
  timeout: {
    ...text("<seconds>"),
    read: readNumber(0.001, say("unit.seconds"), 86_400),
  },
  threads: {
    ...text("<count>"),
    read: readWhole(1, 64),
  },
  queue: {
    ...text("<count>"),
    read: readWhole(0, 10_000),
  },
  allowOrigin: text("<origin>"),
  ...PARTITION_OPTIONS,
  config: {
    ...FILE,
    flagOnly: true,
  },
  printConfig: { ...SWITCH, flagOnly: true },
  help: { ...SWITCH, short: "h", flagOnly: true },
  version: { ...SWITCH, short: "V", flagOnly: true },
};

/** The JSON Schema of an option's value in a configuration file. */
export function schemaOf({ read }: OptionRow): JsonObject {
  return read?.schema ?? { type: "boolean" };
}

/** Tells what an option is for. */
export function explainOption(name: SettingName, locale: Locale): string {
  const tell = helpTexts(locale);
  if (isLayer(name)) {
    const id = LAYERS[name].isRepeatable ? "help.option.layers" : "help.option.layer";
    return tell(id, { file: LAYER_FILES[name][locale] });
  }
  const choices = name === "datum" ? DATUMS : (OPTIONS[name].choices ?? OPTIONS[name].suggestions ?? []);
  return tell(`help.option.${name}`, { choices: choices.join(", ") });
}

function isLayer(name: string): name is Layer {
  return Object.hasOwn(LAYERS, name);
}

/** Writes a setting as a flag: `originSpacing` → `--origin-spacing`. */
export function toFlag(name: SettingName): string {
  return `--${toWords(name, "-").toLowerCase()}`;
}

/** Writes a setting as an environment variable: `originSpacing` → `QUARTERHOUR_ORIGIN_SPACING`. */
export function toVariable(name: SettingName): string {
  return `QUARTERHOUR_${toWords(name, "_").toUpperCase()}`;
}

function toWords(name: string, separator: string): string {
  return name.replace(/[A-Z]/g, (letter) => separator + letter);
}
