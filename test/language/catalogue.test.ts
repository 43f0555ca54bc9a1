import { describe, expect, test } from "vitest";
import { say } from "../../src/base/texts/core.js";
import { MAP_TEXTS } from "../../src/maps/map-texts.js";
import { PAGE_TEXTS } from "../../src/page/page-texts.js";
import { formatCount, toDecimals } from "../../src/report/format-number.js";
import { REPORT_TEXTS, type ReportTexts } from "../../src/report/report-texts.js";
import { WORKBOOK_TEXTS } from "../../src/tables/workbook-texts.js";
import { seededRandom } from "../support/random.js";

/** Every text of a catalogue, with the way to it. */
function textsOf(value: unknown, path: string = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsOf(entry, `${path}.${key}`));
}

describe("the catalogues", () => {
  test.each([
    ["report", REPORT_TEXTS],
    ["page", PAGE_TEXTS],
    ["map", MAP_TEXTS],
    ["workbook", WORKBOOK_TEXTS],
  ])("%s: both languages have the same keys, and none is empty", (_, texts) => {
    const { zh, en } = texts as Readonly<Record<"zh" | "en", unknown>>;
    expect(textsOf(zh).map(([path]) => path)).toEqual(textsOf(en).map(([path]) => path));
    for (const [path, text] of [...textsOf(zh), ...textsOf(en)])
      expect([path, text.trim() === "" && text === ""]).toEqual([path, false]);
  });

  test("a key that is missing, a text that is not there, or a value that is missing, does not compile", () => {
    const { title: _, ...rest } = REPORT_TEXTS.zh;
    // @ts-expect-error title is missing: the check of types would fail without this line
    const texts: ReportTexts = rest;
    // @ts-expect-error there is no such text
    const unknown = say("standard.neverWritten");
    // @ts-expect-error the text names an id and a problem
    const withoutValues = say("standard.wrong", { id: "a" });
    expect([texts, unknown, withoutValues]).toHaveLength(3);
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
