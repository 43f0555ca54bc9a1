import { describe, expect, test } from "vitest";
import { toCsv } from "../../src/tables/to-csv.js";
import { sampleReport, sampleReportNamed } from "../support/sample-report.js";

/** Reads RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function readTable(text: string): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(text.slice(1));
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? "missing cell"])));
}

const en = toCsv(sampleReport);
const zh = toCsv(sampleReport, { locale: "zh" });

describe("a report as CSV", () => {
  test("it begins with a byte order mark and ends every line with CRLF", () => {
    expect(en.startsWith("\uFEFFId,Name,Population,")).toBe(true);
    expect(en.endsWith("\r\n")).toBe(true);
    expect(en.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  test("it parses back into a rectangle: the city first, then the neighborhoods", () => {
    for (const [text, city] of [
      [en, "City"],
      [zh, "全市"],
    ] as const) {
      const rows = parseCsv(text.slice(1));
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8 + 4 * 8 + 8 * 9]));
      expect(rows.slice(1).map(([id, name]) => [id, name])).toEqual([
        ["", city],
        ["n1", "锦江社区"],
        ["n2", "Riverside, East"],
        ["n3", ""],
      ]);
      expect(new Set(rows[0]).size).toBe(rows[0]?.length);
    }
  });

  test("shares are 0 to 1 with up to six decimals, minutes have two", () => {
    const [city, n1, n2] = readTable(en);
    expect(n1?.["Public-service circle: Complete (people)"]).toBe("0.999833");
    expect(n2?.["Primary school: Share of people"]).toBe("0.25");
    expect(n2?.["Primary school: Median minutes"]).toBe("16.67");
    expect(n2?.["Primary school: P90 minutes"]).toBe("33.33");
    expect(n2?.["Primary school: Worst minutes"]).toBe("50.00");
    expect(n2?.["Primary school: Nearest facility"]).toBe("school-1");
    expect(n2?.["Primary school: Nearest meters"]).toBe("1000");
    expect(n2?.["Primary school: Count within threshold (median)"]).toBe("1.5");
    expect(city?.["Area (m²)"]).toBe("1200000");
  });

  test("scores, grades and missing categories are in the asked language", () => {
    const n2 = readTable(zh)[2];
    expect(n2?.["公共服务圈：得分"]).toBe("12.5");
    expect(n2?.["公共服务圈：等级"]).toBe("不足");
    expect(n2?.["公共服务圈：短板"]).toBe("小学;卫生服务中心");
    expect(n2?.["公共服务圈：无数据"]).toBe("图书馆");
    expect(n2?.["轨道站：状态"]).toBe("无法到达");
  });

  test("what is unknown is an empty cell and a word, never 0", () => {
    const n3 = readTable(en)[3];
    expect(n3?.["Life-service circle: Score"]).toBe("");
    expect(n3?.["Life-service circle: Grade"]).toBe("no data");
    expect(n3?.["Public-transport circle: Score"]).toBe("");
    expect(n3?.["Public-transport circle: Grade"]).toBe("–");
    expect(n3?.["Community canteen: Status"]).toBe("no data");
    expect(n3?.["Bus stop: Status"]).toBe("–");
    expect(n3?.["Bus stop: Share of people"]).toBe("");
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
  ])("a name that a spreadsheet would run is text: %j", (name) => {
    const rows = parseCsv(toCsv(sampleReportNamed(name)).slice(1));
    const written = `'${name.replace("\r", String.raw`\u000D`)}`;
    expect(rows[2]?.slice(0, 2)).toEqual([written, written]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });

  test("quotes, commas and line breaks in names survive", () => {
    for (const name of ['a "b", c', "a\r\nb", "a\nb", '"', "a;=1"]) {
      expect(parseCsv(toCsv(sampleReportNamed(name)).slice(1))[2]?.[1]).toBe(name);
    }
  });

  test("a formula does not begin behind a separator that some spreadsheets use", () => {
    expect(toCsv(sampleReportNamed("a;=1"))).toContain(',"a;=1",');
  });

  test("no number is unreadable", () => {
    expect(en + zh).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
