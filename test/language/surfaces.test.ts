import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/base/texts/errors/formats.js";
import { LAYERS } from "../../src/base/texts/errors/layers.js";
import { FINDINGS } from "../../src/base/texts/findings.js";
import { HELP, HELP_ZH } from "../../src/base/texts/renderings/help.js";
import { pageTexts } from "../../src/base/texts/renderings/page.js";
import { SURFACES } from "../../src/base/texts/surfaces.js";
import { toFlag } from "../../src/node/command-line/option-table.js";
import { COMMON_OPTIONS } from "../../src/node/command-line/parse-flags.js";
import type { SettingName } from "../../src/node/command-line/settings.js";
import { CITY_OPTIONS } from "../../src/node/commands/command.js";
import { COMMANDS } from "../../src/node/commands/index.js";
import { englishOf, RENDERED, TEXT_IDS, TEXT_TABLES, textsOn, valuesIn } from "../support/all-texts.js";

// What a text recommends must be there where the text is read: flags on the command line, options in the library.

const SRC = fileURLToPath(new URL("../../src", import.meta.url));
/** Flags of the command; what `NODE_OPTIONS` sets is one of Node.js. */
const flagsIn = (text: string) => text.match(/(?<!NODE_OPTIONS=)--[a-z][a-z-]*/g) ?? [];
const flagsOf = (names: readonly SettingName[]) => new Set([...names, ...COMMON_OPTIONS].map(toFlag));
const ALL_FLAGS = flagsOf(COMMANDS.flatMap(({ options }) => options));
const optionsOf = (name: string) => COMMANDS.find((command) => command.name === name)?.options ?? [];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && !/page-assets|kernel-binary/.test(path),
);
const code = files
  .filter((path) => !/base.texts/.test(path))
  .map((path) => readFileSync(join(SRC, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""))
  .join("\n");
/** The names of fields and options that any interface of the library declares. */
const FIELDS = new Set([...code.matchAll(/readonly "?(\w+)"?\??:/g)].map(([, name]) => name as string));
/** What the doors of the library export, and the methods and parameters of that. */
const EXPORTS = new Set(
  (
    await Promise.all(
      files.filter((path) => /^index\.ts$|^\w+.index\.ts$/.test(path)).map((path) => import(join(SRC, path))),
    )
  ).flatMap((door) => Object.keys(door)),
);
const METHODS = new Set([...code.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name as string));
const PARAMETERS = new Set([...code.matchAll(/[(,\n{]\s*(\w+)\??(?::| = )/g)].map(([, name]) => name as string));
/** Words in a text that are names in code: with a capital inside, called, or an option with its value. */
const namesIn = (text: string) =>
  [
    ...text
      .replace(/\{\w+(?:\|[^{}]*)?\}/g, "…")
      .matchAll(/\b([a-z]+[A-Z]\w*)\b|\b(\w+)\(|\boptions\.(\w+)|\b([a-z]\w*): (?=["{]|true)/g),
  ].flatMap((match) => match.slice(1).filter((name) => name !== undefined));
/** Names in the tools and formats that texts recommend. */
const FOREIGN = new Set(["feature", "type", "features", "properties", "zh", "time", "isn", "osmChange"]);

describe("on the command line", () => {
  const texts = textsOn("command");
  test("every flag of every error and diagnostic is a flag of some command", () => {
    expect(texts.length).toBeGreaterThan(800);
    const unknown = texts.flatMap(({ where, text }) =>
      flagsIn(text).flatMap((flag) => (ALL_FLAGS.has(flag) ? [] : [`${where}: ${flag}`])),
    );
    expect(unknown).toEqual([]);
  });
  test("what is said of a city's data names flags of every command that reads one", () => {
    const ofCity = flagsOf(CITY_OPTIONS);
    const subjects = [FINDINGS, LAYERS, FORMATS];
    const wrong = texts
      .filter(({ id }) => subjects.some((table) => Object.hasOwn(table, id)))
      .flatMap(({ where, text }) => flagsIn(text).flatMap((flag) => (ofCity.has(flag) ? [] : [`${where}: ${flag}`])));
    expect(wrong).toEqual([]);
    for (const command of COMMANDS.filter(({ options }) => options.includes("neighborhoods")))
      expect(
        CITY_OPTIONS.filter((name) => !command.options.includes(name)),
        command.name,
      ).toEqual([]);
  });
  test("the help names flags that are there", () => {
    const named = [...Object.entries(HELP), ...Object.entries(HELP_ZH)].flatMap(([id, text]) =>
      flagsIn(text).map((flag) => [id, flag] as const),
    );
    expect(named.map(([, flag]) => flag)).toContain("--fail-under");
    expect(named.filter(([, flag]) => !ALL_FLAGS.has(flag))).toEqual([]);
  });
  test("every example of a command has flags of that command", () => {
    for (const { name, examples, options } of COMMANDS)
      for (const example of examples) {
        expect(example.split(" ")[0]).toBe(name);
        expect(
          flagsIn(example).filter((flag) => !flagsOf(options).has(flag)),
          example,
        ).toEqual([]);
      }
  });
  /** What only a program can do wrong: the command never gives these. Every other text is held to speak of flags. */
  const NEVER =
    /^(argument|option|city|name|value|expected|location|travelModel|measure|index|search|network|reach|mode|givenCosts|travel|straightLine|savedCity|scenario|page|map|report|comparison|view|pool|judgement|geoPackage)\.|^onNetwork\.search|^isochrone\.(times|location|starts|startKeys)|^text\.wrong|^layer\.unreadable|^standard\.shape/;
  test("no text speaks of functions and options of the library", () => {
    const options = new Set([
      "originSpacingMeters",
      "maxAccessMeters",
      "repair",
      "classification",
      "datum",
      "cellMeters",
    ]);
    const wrong = texts
      .filter(({ id }) => !NEVER.test(id) || Object.hasOwn(SURFACES.command, id))
      .flatMap(({ where, text }) =>
        namesIn(text)
          .filter((name) => EXPORTS.has(name) || options.has(name))
          .map((name) => `${where}: ${name}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe("in the library", () => {
  const texts = textsOn("library");
  test("no text speaks of flags", () => {
    expect(texts.flatMap(({ where, text }) => flagsIn(text).map((flag) => `${where}: ${flag}`))).toEqual([]);
  });
  test("every name of code in a text is an export, a field, an option or a parameter", () => {
    const isKnown = (name: string) =>
      EXPORTS.has(name) || METHODS.has(name) || FIELDS.has(name) || PARAMETERS.has(name) || FOREIGN.has(name);
    const named = texts.flatMap(({ where, text }) => namesIn(text).map((name) => [where, name] as const));
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter(([, name]) => !isKnown(name)).map((pair) => pair.join(": "))).toEqual([]);
  });
});

describe("in the service and in notebooks", () => {
  test("the service names flags of serve only", () => {
    const known = flagsOf(optionsOf("serve"));
    const found = textsOn("service").flatMap(({ text }) => flagsIn(text));
    expect(found).toContain("--streets");
    expect(found.filter((flag) => !known.has(flag))).toEqual([]);
  });
  test("the widget, which takes no options of reading, recommends none", () => {
    const texts = TEXT_IDS.filter((id) => Object.hasOwn(FINDINGS, id) || Object.hasOwn(LAYERS, id)).flatMap((id) =>
      textsOn("notebook").filter((one) => one.id === id),
    );
    const options = ["originSpacingMeters", "repair", "classification", "datum", "maxAccessMeters"];
    const wrong = texts.flatMap(({ where, text }) =>
      [...flagsIn(text), ...namesIn(text).filter((name) => options.includes(name))].map((name) => `${where}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("a text of a surface's own", () => {
  test("stands for one that the library says, and names no other values", () => {
    for (const [surface, own] of Object.entries(SURFACES))
      for (const [id, { zh, en }] of Object.entries(own)) {
        expect(englishOf(id), `${surface}: ${id}`).not.toBe("");
        const known = valuesIn(englishOf(id));
        for (const text of [zh, en])
          expect(
            valuesIn(text).filter((name) => !known.includes(name)),
            id,
          ).toEqual([]);
        expect(zh).toMatch(/[\u4e00-\u9fff].*。$/s);
        expect(en).toMatch(/^[A-Z].*[.?]$/s);
        expect(en, `${surface}: ${id} says what the library says`).not.toBe(englishOf(id));
      }
  });
});

describe("the renderings", () => {
  /** What every surface but the help of the command shows, in both languages. */
  const texts = TEXT_TABLES.filter(({ en, isRendering }) => isRendering && en !== HELP).flatMap(({ en, zh = {} }) =>
    [...Object.entries(en), ...Object.entries(zh)].map(([id, text]) => ({ id, text })),
  );
  test("name no flags: who reads a file may not have the command", () => {
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter(({ text }) => flagsIn(text).length > 0)).toEqual([]);
  });
  test("name functions that are exported, and options that these take", () => {
    const calls = texts.flatMap(({ id, text }) => namesIn(text).map((name) => [id, name] as const));
    expect(calls.map(([, name]) => name)).toContain("toHtml");
    const wrong = calls.filter(([, name]) => !EXPORTS.has(name) && !FIELDS.has(name) && name !== "contributors");
    expect(wrong.map((pair) => pair.join(": "))).toEqual([]);
  });
  test("are said in their own way by a surface only where it recommends other things, flags of run among them", () => {
    const own = Object.entries(SURFACES).flatMap(([surface, all]) =>
      Object.entries(all).flatMap(([id, label]) => (Object.hasOwn(RENDERED, id) ? [{ surface, id, label }] : [])),
    );
    const flags = own.flatMap(({ label }) => [label.zh, label.en].flatMap(flagsIn));
    expect(own.map(({ surface }) => surface)).toEqual(["command", "service", "notebook"]);
    expect(flags).toHaveLength(4);
    expect(flags.filter((flag) => !flagsOf(optionsOf("run")).has(flag))).toEqual([]);
    expect(own.flatMap(({ label }) => [label.zh, label.en].flatMap(namesIn))).toEqual([]);
  });
  test("the page's help of trying out calls its buttons by their names", () => {
    for (const tell of [pageTexts("zh"), pageTexts("en")])
      for (const mode of ["add", "move", "close"] as const)
        expect(tell("page.whatIf.help")).toContain(tell(`page.whatIf.mode.${mode}`));
  });
});
