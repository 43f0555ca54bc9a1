import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { CHINESE } from "../../src/base/texts/chinese.js";
import { say as sayCore } from "../../src/base/texts/core.js";
import { FILES } from "../../src/base/texts/errors/files.js";
import { ISOCHRONES } from "../../src/base/texts/errors/isochrones.js";
import { FILE_FINDINGS } from "../../src/base/texts/file-findings.js";
import { FINDINGS } from "../../src/base/texts/findings.js";
import { say as sayLibrary } from "../../src/base/texts/library.js";
import { say } from "../../src/base/texts/node.js";
import { computeCoverage, toErrorText } from "../../src/index.js";
import { readGeoJsonText } from "../../src/read/index.js";
import { englishOf, TEXT_IDS, textOf } from "../support/all-texts.js";
import { errorOf } from "../support/geojson-samples.js";

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), "../../src");
const ids = TEXT_IDS.filter((id) => !Object.hasOwn({ ...FINDINGS, ...FILE_FINDINGS }, id));
const namesIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g)].map(([, name]) => name as string))].sort();
/** A text as it is thrown, with a number nobody else has in the place of each value. */
function example(id: string): { readonly error: CoverageError; readonly values: readonly string[] } {
  const text = englishOf(id);
  const names = namesIn(text);
  const values = Object.fromEntries(names.map((name, i) => [name, 7000 + i]));
  return {
    error: new CoverageError("INVALID_ARGUMENT", { id, text, values }),
    values: names.map((_, i) => String(7000 + i)),
  };
}

describe("every text of an error", () => {
  test("is there in English", () => {
    expect(ids.length).toBeGreaterThan(300);
    expect(ids.filter((id) => englishOf(id) === "")).toEqual([]);
  });
  test("keeps its values in both languages", () => {
    for (const id of ids) {
      const { error, values } = example(id);
      for (const locale of ["en", "zh"] as const)
        for (const value of values) expect(toErrorText(error, locale), `${locale}: ${id}`).toContain(value);
      expect(namesIn(CHINESE[id] ?? ""), id).toEqual(namesIn(englishOf(id)));
    }
  });
  test("leaves no words of English in its Chinese: names of code, formats and commands only", () => {
    const command =
      /`?quarterhour (?:run|plan|init)`?|(?:ogr2ogr|gdal\w*)[\w\s.:…="-]*|iconv[\w\s>".-]*|chmod \+r|zstd -d|tar xf|osmium (?:export|cat [\w. "-]*|[\w-]+)|osmconvert [\w. "=-]*|osmtogeojson [\w. ">]*|unzip [\w. ">-]*|\{ [\w\s:,?"…[\]{}-]* \}|repair: "fix"|properties: [^）。]*/g;
    for (const id of ids) {
      const { error } = example(id);
      const chinese = toErrorText(error, "zh").replace(command, "");
      // two small words of English after each other are a text that was not translated
      expect(chinese.match(/\b[a-z]+ [a-z]+\b/)?.[0], id).toBeUndefined();
      if (/[a-z]+ [a-z]+/.test(englishOf(id).replace(command, ""))) expect(chinese, id).toMatch(/[\u4e00-\u9fff]/);
    }
  });
  test("is said somewhere", () => {
    const code = readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.ts$/.test(path) && !/base.texts|page-assets/.test(path))
      .map((path) => readFileSync(join(SRC, path), "utf8"))
      .join("\n");
    // by its id, or by one of several ids that begin alike: `layer.${layer}`
    const isSaid = (id: string) =>
      code.includes(`"${id}"`) ||
      [id, id.replace(/\.hint$/, "")].some((one) => code.includes(`say(\`${one.replace(/[^.]+$/, "")}\${`));
    expect(ids.filter((id) => !isSaid(id))).toEqual([]);
  });
  test("is known where it is said only", () => {
    expect(Object.keys(ISOCHRONES).filter((id) => textOf(sayCore, id) !== "")).toEqual([]);
    expect(Object.keys(FILES).filter((id) => textOf(sayLibrary, id) !== "")).toEqual([]);
  });
});

describe("an error", () => {
  test("is told in Chinese, what stands in it too", () => {
    const error = errorOf(() => readGeoJsonText("PK\u0003\u0004 nothing of ours", "社区.geojson"));
    expect(toErrorText(error, "zh")).toBe(
      '社区.geojson 不是有效的 JSON：第 1 行第 1 列：应为值，实为 "PK\\u0003\\u0004 nothing"。GeoJSON 以花括号或方括号开头；表格首行为列名，以逗号、分号、制表符或竖线分隔。',
    );
    const input = { neighborhoods: [], facilities: [] };
    expect(
      toErrorText(
        errorOf(() => computeCoverage(input as never, { repair: "all" } as never)),
        "zh",
      ),
    ).toBe('options.repair 应为以下之一：none, report, fix，实为字符串 "all"。');
    expect(
      toErrorText(
        errorOf(() => computeCoverage(input as never, { repiar: "fix" } as never)),
        "zh",
      ),
    ).toBe('没有名为 "repiar" 的选项。是否想写“repair”？');
  });
  test("tells in English what its message tells, and carries ids and values as plain data", () => {
    const error = new CoverageError("FILE_MISSING", say("file.missing", { path: "a.geojson" }), {
      hint: say("file.remote.hint"),
    });
    expect(error.message).toBe("There is no file a.geojson. Only local files can be read: download it first.");
    expect(toErrorText(error)).toBe(error.message);
    expect(error.hint).toBe("Only local files can be read: download it first.");
    expect(error.problem.message).toMatchObject({ id: "file.missing", values: { path: "a.geojson" } });
    expect(structuredClone(error.problem)).toEqual(error.problem);
    expect(toErrorText(error, "zh")).toBe("没有文件 a.geojson。只能读取本地文件：请先下载。");
  });
  test("of another kind is told by its own message", () => {
    expect(toErrorText(new TypeError("no"), "zh")).toBe("no");
    expect(toErrorText("no", "zh")).toBe("no");
  });
  test("keeps values that look like names in braces, and names of every object", () => {
    expect(new CoverageError("FILE_MISSING", say("file.missing", { path: "{toString}$&" })).message).toBe(
      "There is no file {toString}$&.",
    );
  });
});
