import { describe, expect, test } from "vitest";
import {
  chengduFourCircles,
  computeCoverage,
  fifteenMinuteCity,
  loadCity,
  prepareCity,
  saveCity,
  toDiagnosticText,
  toHtml,
  toMarkdown,
  toText,
} from "../../src/index.js";
import { toMimeBundle } from "../../src/notebook/index.js";
import { toWorkbookSheets } from "../../src/tables/to-xlsx.js";
import { moved } from "../support/moved-city.js";
import { smallCity } from "../support/small-city.js";

// A standard that is made for China, in China and elsewhere.

const { neighborhoods, facilities, streets } = smallCity;
/** The small city, so many degrees to the west and to the north of Chengdu. */
const cityAt = (west: number, north: number) => ({
  neighborhoods: moved(neighborhoods, -west, north),
  facilities: moved(facilities, -west, north),
  streets: moved(streets, -west, north),
});
const chengdu = cityAt(0, 0);
const lisbon = cityAt(113.2, 8.06);
const codesOf = (...asked: Parameters<typeof computeCoverage>) =>
  computeCoverage(...asked).diagnostics.map(({ code }) => code);
const CODE = "standard.elsewhere";

describe("a standard for another country is told", () => {
  test.each<[string, Parameters<typeof computeCoverage>, boolean]>([
    ["the default one in Chengdu", [chengdu], false],
    ["the default one in Lisbon", [lisbon], true],
    ["the default one in New York", [cityAt(178, 10)], true],
    ["the neutral one in Lisbon", [lisbon, { standard: fifteenMinuteCity }], false],
    ["the default one, where somebody says it is China", [lisbon, { country: "CN" }], false],
    ["the default one, where somebody says it is not", [chengdu, { country: "PT" }], true],
    ["one of one's own, for Portugal", [lisbon, { standard: { ...chengduFourCircles, country: "PT" } }], false],
    [
      "one for Portugal in Spain",
      [lisbon, { standard: { ...chengduFourCircles, country: "PT" }, country: "ES" }],
      true,
    ],
  ])("%s: %#", (_, asked, isElsewhere) => {
    expect(codesOf(...asked).includes(CODE)).toBe(isElsewhere);
  });
  test("of a prepared and a saved city, by the standard that is asked", () => {
    const city = prepareCity(chengdu, { country: "PT" });
    for (const one of [city, loadCity(saveCity(city))]) {
      expect(codesOf(one)).toContain(CODE);
      expect(codesOf(one, { standard: fifteenMinuteCity })).not.toContain(CODE);
    }
  });
  test.each(["Portugal", "pt", "", 351, null])("a country %j is refused", (country) => {
    expect(() => prepareCity(chengdu, { country: country as string })).toThrow('options.country must be like "CN"');
  });
});

describe("the first lines of a report propose the neutral standard", () => {
  const city = prepareCity(lisbon);
  const report = computeCoverage(city);
  const flat = (text: string) => text.replace(/\s+/g, " ");
  test("with the option, flag or member of the reader's surface, in both languages", () => {
    const ways = {
      library: "standard: fifteenMinuteCity",
      command: "--standard fifteen-minute-city",
      service: '"standard"',
      notebook: '"fifteen-minute-city"',
    } as const;
    for (const [surface, way] of Object.entries(ways)) {
      const options = { surface: surface as keyof typeof ways, width: 10_000 };
      const [, , first = ""] = toText(report, options).split("\n");
      expect(first).toContain("made for another country");
      expect(first).toContain(way);
      const [, , zh = ""] = toText(report, { ...options, locale: "zh" }).split("\n");
      expect(zh).toContain("为另一个国家制定");
      expect(zh).toContain("fifteen");
    }
  });
  test("in Markdown, the page, the workbook and notebooks too", () => {
    const flag = "--standard fifteen-minute-city";
    const options = { surface: "command", locale: "en" } as const;
    expect(toMarkdown(report, options).replaceAll("\\", "").slice(0, 1500)).toContain(flag);
    expect(toHtml(report, city, options)).toContain(flag);
    expect(JSON.stringify(toWorkbookSheets(report, { locale: "en", surface: "command" })[0])).toContain(flag);
    expect(toMimeBundle(report, { city, ...options })["text/html"].slice(0, 2000)).toContain(flag);
  });
  test("and the diagnostic names the standard, its country and the flag", () => {
    const found = report.diagnostics.find(({ code }) => code === CODE);
    expect(found).toMatchObject({ severity: "warning", count: 1, layer: null });
    if (found === undefined) return;
    const text = flat(toDiagnosticText(found, "en", "command"));
    expect(text).toContain("(e.g. chengdu-four-circles: CN");
    expect(text).toContain("--country <code>");
    expect(toDiagnosticText(found, "zh", "command")).toContain("--country <代码>");
  });
  test("not where the standard fits", () => {
    for (const fitting of [computeCoverage(chengdu), computeCoverage(city, { standard: fifteenMinuteCity })])
      expect(toText(fitting)).not.toContain("another country");
  });
});
