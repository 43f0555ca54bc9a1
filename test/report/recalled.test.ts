import { beforeAll, describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import type { PreparedCity } from "../../src/city/prepared-city.js";
import type { CoverageReport } from "../../src/model/report.js";
import { toStandardOutput } from "../../src/notebook/standard-output.js";
import { toHtml } from "../../src/page/to-html.js";
import { toMarkdown } from "../../src/report/to-markdown.js";
import { toText } from "../../src/report/to-text.js";
import { gb50180 } from "../../src/standards/presets/gb50180-2018.js";
import { rows } from "../../src/tables/rows.js";
import { toDataDictionary } from "../../src/tables/to-data-dictionary.js";
import { toLongCsv } from "../../src/tables/to-long-csv.js";
import { toWorkbookSheets } from "../../src/tables/to-xlsx.js";
import { smallCity } from "../support/small-city.js";

describe("a figure that is recalled says so in", () => {
  let city: PreparedCity;
  let report: CoverageReport;
  beforeAll(() => {
    const { neighborhoods, facilities } = smallCity;
    city = prepareCity({ neighborhoods, facilities });
    report = computeCoverage(city, { standard: gb50180 });
  });
  const joined = (text: string) => text.replace(/\s+/g, " ");
  // 800 m to a police post stand in a table that nobody could read
  test("the text, by the name of what it is of, and in both languages", () => {
    expect(joined(toText(report))).toMatch(/Recalled, for no text could be read[^:]*: what is asked of .*Police post/);
    expect(joined(toText(report, { locale: "zh" }))).toMatch(/凭记忆，未能读到原文.*派出所/);
  });
  test("Markdown, there and in the row of each", () => {
    const markdown = toMarkdown(report);
    expect(markdown).toMatch(/Recalled, for no text could be read/);
    expect(markdown).toMatch(/^\| Police post .*meters: recalled/m);
  });
  test("the page", () => {
    const page = toHtml(report, city);
    expect(page).toMatch(/Recalled, for no text could be read/);
    expect(page).toMatch(/凭记忆，未能读到原文/);
  });
  test("the tables: rows, CSV and the dictionary of their values", () => {
    const row = rows(report).find(({ requirement_id }) => requirement_id === "police_station");
    expect(row?.basis).toBe("recalled");
    expect(toLongCsv(report)).toMatch(/police_station,Police post,.*,recalled,/);
    expect(toDataDictionary(report)).toMatch(/requirement,police_station,.*meters: recalled/);
  });
  test("the workbook: on the sheet about it, and in the row of each", () => {
    const sheets = JSON.stringify(toWorkbookSheets(report, {}));
    expect(sheets).toMatch(/Recalled, for no text could be read/);
    expect(sheets).toMatch(/Police post.*?meters: recalled/);
  });
  test("a notebook", () => {
    expect(toStandardOutput(gb50180, "en").text).toMatch(/Police post\toptional\t.*\trecalled/);
  });
});
