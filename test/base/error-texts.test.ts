import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ERROR_TEXTS_ZH, type ErrorSentence } from "../../src/base/error-texts-zh.js";
import { CoverageError, say } from "../../src/base/errors.js";
import { computeCoverage, readGeoJsonText, toErrorText } from "../../src/index.js";
import { errorOf } from "../support/geojson-samples.js";

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), "../../src");
const sentences = Object.keys(ERROR_TEXTS_ZH) as ErrorSentence[];
const namesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string))].sort();
/** A sentence as it is thrown, with a number nobody else has in the place of each value. */
function example(text: ErrorSentence): { readonly error: CoverageError; readonly values: readonly string[] } {
  const names = namesIn(text);
  const values = Object.fromEntries(names.map((name, i) => [name, 7000 + i]));
  // the type wants each sentence with its own values; here all are taken in turn
  const error = new CoverageError("INVALID_ARGUMENT", { text, values });
  return { error, values: names.map((_, i) => String(7000 + i)) };
}

describe("every sentence of an error", () => {
  test("keeps its values in both languages", () => {
    for (const text of sentences) {
      const { error, values } = example(text);
      for (const locale of ["en", "zh"] as const)
        for (const value of values) expect(toErrorText(error, locale), `${locale}: ${text}`).toContain(value);
      expect(namesIn(ERROR_TEXTS_ZH[text])).toEqual(namesIn(text));
    }
  });
  test("leaves no words of English in its Chinese: names of code, formats and commands only", () => {
    const command =
      /ogr2ogr[\w\s.:…-]*|iconv[\w\s>-]*|chmod \+r|zstd -d|osmium export|\{ [\w\s:,?"…[\]{}-]* \}|repair: "fix"|properties: [^）。]*/g;
    for (const text of sentences) {
      const { error } = example(text);
      const chinese = toErrorText(error, "zh").replace(command, "");
      // two small words of English after each other are a sentence that was not translated
      expect(chinese.match(/\b[a-z]+ [a-z]+\b/)?.[0], text).toBeUndefined();
      if (/[a-z]+ [a-z]+/.test(text.replace(command, ""))) expect(chinese, text).toMatch(/[\u4e00-\u9fff]/);
    }
  });
  test("is said somewhere", () => {
    const code = readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.ts$/.test(path) && !/error-texts-zh|page-assets/.test(path))
      .map((path) => readFileSync(join(SRC, path), "utf8"))
      .join("\n");
    const quoted = (text: string) => [JSON.stringify(text), `'${text.replaceAll("\\", "\\\\")}'`];
    expect(sentences.filter((text) => !quoted(text).some((form) => code.includes(form)))).toEqual([]);
  });
});

describe("an error", () => {
  test("is told in Chinese, what stands in it too", () => {
    const error = errorOf(() => readGeoJsonText("PK\u0003\u0004 nothing of ours", "社区.geojson"));
    expect(toErrorText(error, "zh")).toBe(
      '社区.geojson 不是 JSON：第 1 行第 1 列：应为值，实为 "PK\\u0003\\u0004 nothing"。',
    );
    const input = { neighborhoods: [], facilities: [] };
    expect(
      toErrorText(
        errorOf(() => computeCoverage(input as never, { repair: "all" } as never)),
        "zh",
      ),
    ).toBe('options.repair 为文本 "all"，应为以下之一：none, report, fix。');
    expect(
      toErrorText(
        errorOf(() => computeCoverage(input as never, { repiar: "fix" } as never)),
        "zh",
      ),
    ).toBe('没有名为 "repiar" 的选项。是否想写“repair”？');
  });
  test("tells in English what its message tells, and carries sentence and values as plain data", () => {
    const error = new CoverageError("FILE_MISSING", say("There is no file {path}.", { path: "a.geojson" }), {
      hint: "Only files are read: download it first.",
    });
    expect(error.message).toBe("There is no file a.geojson. Only files are read: download it first.");
    expect(toErrorText(error)).toBe(error.message);
    expect(error.hint).toBe("Only files are read: download it first.");
    expect(structuredClone(error.problem)).toEqual(error.problem);
    expect(toErrorText(error, "zh")).toBe("没有文件 a.geojson。只读取文件：请先下载。");
  });
  test("of another kind is told by its own message", () => {
    expect(toErrorText(new TypeError("no"), "zh")).toBe("no");
    expect(toErrorText("no", "zh")).toBe("no");
  });
  test("keeps values that look like names in braces, and names of every object", () => {
    const text = "There is no file {path}.";
    expect(new CoverageError("FILE_MISSING", say(text, { path: "{toString}$&" })).message).toBe(
      "There is no file {toString}$&.",
    );
  });
});
