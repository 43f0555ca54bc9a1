import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  compareReports,
  computeCoverage,
  elderlyWalking,
  toComparisonText,
  toMarkdown,
  toText,
} from "../../src/index.js";
import { toMapSvg } from "../../src/maps/index.js";
import { toXlsx } from "../../src/tables/index.js";
import { judgeJincheng } from "../support/jincheng.js";
import { latinWords } from "../support/latin-words.js";

/** Lines with Chinese words, other than in brackets: there stand the names of documents. */
function hanOutsideBrackets(text: string): string[] {
  return text
    .replace(/[（(《][^（()）《》]*[）)》]/g, "")
    .split("\n")
    .filter((line) => /\p{Script=Han}{2,}/u.test(line));
}

const { city, report } = judgeJincheng();
const slow = computeCoverage(city, { profile: elderlyWalking });

describe("in Chinese there are no English words", () => {
  test.each([
    ["text", () => toText(report, { locale: "zh" })],
    ["Markdown", () => toMarkdown(report, { locale: "zh" })],
    ["comparison", () => toComparisonText(compareReports(report, slow), { locale: "zh" })],
    [
      "map",
      () =>
        [...toMapSvg(report, city, { locale: "zh" }).matchAll(/<(?:text|title|tspan)[^>]*>([^<]*)/g)]
          .map(([, one]) => one)
          .join("\n"),
    ],
  ] as const)("%s", (_, render) => {
    expect(latinWords(render())).toEqual([]);
  });

  test("workbook", async () => {
    const files = unzipSync(await toXlsx(report, { locale: "zh" }));
    const strings = strFromU8(files["xl/sharedStrings.xml"] ?? new Uint8Array());
    const texts = [...strings.matchAll(/<t[^>]*>([^<]*)/g)].map(([, text = ""]) => text).join("\n");
    // the last sheet has the codes of diagnostics in a column of their own
    expect(latinWords(texts.replace(/^[a-z]+\.[A-Za-z]+$/gm, ""))).toEqual([]);
  });
});

describe("in English there is no Chinese, names and documents aside", () => {
  test("text", () => {
    const names = report.neighborhoods.map(({ name }) => name ?? "");
    const text = names.reduce((rest, name) => rest.replaceAll(name, ""), toText(report, { locale: "en" }));
    expect(hanOutsideBrackets(text).filter((line) => !/号/.test(line))).toEqual([]);
  });
});
