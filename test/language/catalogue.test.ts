import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { LAYER_IDS } from "../../src/base/layers.js";
import { say } from "../../src/base/texts/core.js";
import { fillLabel, ON_NETWORK } from "../../src/base/texts/labels.js";
import { type COMPARISON, COMPARISON_ZH } from "../../src/base/texts/renderings/comparison.js";
import { mapTexts } from "../../src/base/texts/renderings/map.js";
import { reportTexts } from "../../src/base/texts/renderings/report.js";
import { OPTIONS } from "../../src/node/command-line/option-table.js";
import { formatCount, toDecimals } from "../../src/report/format-number.js";
import { RENDERED, TEXT_TABLES, valuesIn } from "../support/all-texts.js";
import { seededRandom } from "../support/random.js";
import { readSources } from "../support/sources.js";

describe("the catalogue", () => {
  test("has the same texts in both languages, in the same order, each naming the same values, and none empty", () => {
    expect(TEXT_TABLES.length).toBeGreaterThan(20);
    for (const { name, en, zh = {} } of TEXT_TABLES) {
      expect(Object.keys(zh), name).toEqual(Object.keys(en));
      for (const [id, text] of Object.entries(en)) {
        expect(valuesIn(zh[id] ?? ""), id).toEqual(valuesIn(text));
        expect([text, zh[id]], id).not.toContain("");
      }
    }
  });

  test("has every id once", () => {
    const ids = TEXT_TABLES.flatMap(({ en }) => Object.keys(en));
    expect(ids.filter((id, row) => ids.indexOf(id) !== row)).toEqual([]);
  });

  test("has Chinese for every sentence", () => {
    const sentences = TEXT_TABLES.flatMap(({ en, zh = {} }) =>
      Object.entries(en).flatMap(([id, text]) => (/[a-z]+ [a-z]+/.test(text) ? [[id, zh[id] ?? ""] as const] : [])),
    );
    expect(sentences.length).toBeGreaterThan(500);
    for (const [id, text] of sentences) expect(text, id).toMatch(/\p{Script=Han}/u);
  });

  test("a text that is not there, or a value that is missing or not named, does not compile", () => {
    const { "comparison.title": _, ...rest } = COMPARISON_ZH;
    // @ts-expect-error a text is missing: the check of types would fail without this line
    const translation: Readonly<Record<keyof typeof COMPARISON, string>> = rest;
    const tell = mapTexts("en");
    // @ts-expect-error there is no such text
    const unknown = [say("standard.neverWritten"), () => tell("map.neverWritten")];
    // @ts-expect-error the text names an id and a problem
    const withoutValues = say("standard.wrong", { id: "a" });
    // @ts-expect-error the text names a score
    const untold = tell("map.cityScore");
    // @ts-expect-error the text names a mode
    const unfilled = fillLabel(ON_NETWORK.label, {});
    expect([translation, unknown, withoutValues, untold, unfilled]).toHaveLength(5);
  });
});

describe("what renderings say", () => {
  const sources = readSources("src").filter(({ path }) => !/page-assets|kernel-binary/.test(path));
  const code = sources
    .filter(({ path }) => !path.startsWith("src/base/texts/"))
    .map((source) => source.code)
    .join("\n");

  test("is told with its values in place, in either language", () => {
    expect(reportTexts("en")("report.headline.circle", { circle: "Care", covered: 1, known: "2", share: "50%" })).toBe(
      "Care 1 of 2 (50%)",
    );
    expect(mapTexts("zh")("map.cityScore", { score: "82.5 良" })).toBe("全市 82.5 良");
    expect(mapTexts("zh")("report.inBrackets", { text: "{text}$&" })).toBe("（{text}$&）");
    expect(fillLabel(ON_NETWORK.label, { mode: { zh: "步行", en: "Walking" } })).toEqual({
      zh: "沿街道步行",
      en: "Walking along the streets",
    });
  });

  test("is told somewhere", () => {
    // by its id, or by one of several that begin alike: `report.status.${status}`
    const isTold = (id: string) => code.includes(`"${id}"`) || code.includes(`\`${id.replace(/[^.]+$/, "")}\${`);
    expect(Object.keys(RENDERED).filter((id) => !isTold(id))).toEqual([]);
  });

  test("has one text for each option, and one for files of layers", () => {
    const told = Object.keys(RENDERED).filter((id) => id.startsWith("help.option."));
    const names = Object.keys(OPTIONS).filter((name) => !(LAYER_IDS as readonly string[]).includes(name));
    expect(told.sort()).toEqual(["layer", "layers", ...names].map((name) => `help.option.${name}`).sort());
  });

  test("stands in the catalogue: elsewhere in the code is no Chinese but in data and punctuation", () => {
    /** Labels of data stand with the data; what is read in the input is no text of ours. */
    const data = [
      /^src\/standards\//,
      /^src\/facilities\/(classify|read-attributes|find-closed)/,
      /^src\/read\/(read-population|read-number|find-properties|building-(numbers|use)|barrier-kind|residential-use)/,
      /^src\/read\/tables\//,
      /^src\/node\/(guess-layer|list-inputs)/,
      // what remarks in archives are called
      /^src\/read\/gis\/open-archive/,
      /^src\/base\/layer/,
      /^src\/streets\/modes\//,
      // labels of requirements, and what a report shows of itself to readers of either language
      /^src\/coverage\/summarize-standard/,
      /^src\/report\/show-report/,
      // examples of commands
      /^src\/node\/commands\/(run|plan)/,
    ];
    const others = sources.filter(
      ({ path, code: text }) =>
        !path.startsWith("src/base/texts/") &&
        !data.some((pattern) => pattern.test(path)) &&
        /\p{Script=Han}/u.test(text),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  test("is bundled with the rendering that tells it only", async () => {
    const bundle = async (contents: string) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: new URL("../../src", import.meta.url).pathname, loader: "ts" },
        bundle: true,
        minify: true,
        treeShaking: true,
        write: false,
        charset: "utf8",
        format: "esm",
        platform: "neutral",
        mainFields: ["module", "main"],
        external: ["#sqlite", "geotiff", "fs", "path", "node:*"],
        logLevel: "error",
      });
      return outputFiles[0]?.text ?? "";
    };
    const holds = (text: string) =>
      TEXT_TABLES.filter(({ en }) => Object.keys(en).every((id) => text.includes(`"${id}":`))).map(({ name }) => name);
    const core = holds(await bundle('export { computeCoverage } from "./index.ts";'));
    expect(core).toContain("errors/values.ts VALUES");
    expect(core.filter((name) => name.startsWith("renderings"))).toEqual([]);
    const table = holds(await bundle('export { toCsv } from "./tables/index.ts";'));
    expect(table.filter((name) => name.startsWith("renderings"))).toEqual(["renderings/report.ts REPORT"]);
    const map = holds(await bundle('export { toMapSvg } from "./maps/index.ts";'));
    expect(map.filter((name) => name.startsWith("renderings")).sort()).toEqual([
      "renderings/map.ts MAP",
      "renderings/report.ts REPORT",
    ]);
  });
});

describe("numbers are what Intl writes, in either language, on every runtime", () => {
  const random = seededRandom(20261128);
  test.each(["zh-CN", "en"])("%s", (locale) => {
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
    for (let i = 0; i < 2000; i++) {
      const value = random() * 10 ** Math.floor(random() * 9);
      expect(formatCount(value)).toBe(whole.format(value));
      expect(Math.abs(Number(toDecimals(value, 2)) - Number(plain.format(value)))).toBeLessThanOrEqual(0.0100001);
    }
  });
});
