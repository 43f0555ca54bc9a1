import { describe, expect, test } from "vitest";
import { escapeMarkdown } from "../../src/report/escape-markdown.js";
import { toMarkdown } from "../../src/report/to-markdown.js";
import { sampleReport, sampleReportNamed } from "../support/sample-report.js";

const en = toMarkdown(sampleReport);
const zh = toMarkdown(sampleReport, { locale: "zh" });
const section = (text: string, title: string) => text.split(`## ${title}\n`)[1]?.split("\n## ")[0] ?? "";

describe("a report as Markdown", () => {
  test("each requirement of the city has a row with status, times, threshold, necessity, source and mark", () => {
    expect(en).toContain(
      "| Primary school | Public-service circle | mandatory | 10 min | partly | 70.0% | 70.0% | 8.4 | 16.7 | 3 | GB 50180-2018 | – | listing: press; necessity: recalled; minutes: own choice; meters: copy of the text |",
    );
    expect(zh).toContain(
      "| 公交站 | 公共交通圈 | 必备 | 500 米 | 已覆盖 | 100% | 100% | 3.2 | 6.4 | 3 | GB/T 51328-2018 | 2019-03-01 | 列入：主管部门文件；必备或提升：凭记忆；米数：印刷本 |",
    );
    expect(zh).toContain("| 维修点 | 生活服务圈 | 仅列示 |");
  });

  test("a requirement without data never shows a 0", () => {
    const row = zh.split("\n").find((line) => line.startsWith("| 社区食堂 |")) ?? "";
    expect(row).toContain("| 无数据 | 无数据 | 无数据 | 无数据 | 无数据 | 无数据 |");
    expect(row.replace(/GB 50180-2018|15 分钟/g, "")).not.toContain("0");
  });

  test("the worst list names most uncovered people first, mandatory only, known only, no neighborhood more than twice", () => {
    const rows = section(zh, "短板清单")
      .split("\n")
      .filter((line) => /^\| \d/.test(line));
    expect(rows.map((row) => row.split(" | ").slice(1, 4))).toEqual([
      ["Riverside, East", "卫生服务中心", "4,000 人"],
      ["Riverside, East", "药店", "4,000 人"],
      ["锦江社区", "卫生服务中心", "1 人"],
    ]);
  });

  test("the worst list has at most 20 rows, and no category more than three times", () => {
    const many = Array.from({ length: 30 }, (_, row) =>
      sampleReport.neighborhoods.map((one) => ({ ...one, id: `${row}` })),
    );
    const rows = section(toMarkdown({ ...sampleReport, neighborhoods: many.flat() }), "Worst shortfalls").split("\n");
    // three categories are short in the sample
    expect(rows.filter((line) => /^\| \d/.test(line))).toHaveLength(9);
    const nine = Array.from({ length: 9 }, (_, row) => ({
      ...sampleReport.standard.requirements[7],
      id: `need-${row}`,
    }));
    const [, east] = sampleReport.neighborhoods;
    const needs = Object.fromEntries(nine.map(({ id }) => [id, east?.requirements.pharmacy]));
    const standard = { ...sampleReport.standard, requirements: [...sampleReport.standard.requirements, ...nine] };
    const areas = many.flat().map((area) => ({ ...area, requirements: { ...area.requirements, ...needs } }));
    const city = { ...sampleReport.city, requirements: { ...sampleReport.city.requirements, ...needs } };
    const more = toMarkdown({ ...sampleReport, standard, city, neighborhoods: areas } as typeof sampleReport);
    expect(
      section(more, "Worst shortfalls")
        .split("\n")
        .filter((line) => /^\| \d/.test(line)),
    ).toHaveLength(20);
  });

  test("a city where nothing falls short says so", () => {
    expect(toMarkdown({ ...sampleReport, neighborhoods: [] })).toContain("No mandatory category falls short.");
  });

  test("no name can be markup, a link, a mention or another cell", () => {
    const name =
      "a|b <script>x</script> [l](http://evil.example) ![i](x) **b** `c` @all www.evil.example \\| $x$ &lt; _u_";
    const text = toMarkdown(sampleReportNamed(name));
    expect(text).not.toMatch(/<script|http:\/\/|@all|www\.evil/);
    expect(text).not.toMatch(/(?<!\\)(?:[[\]`$]|\*\*)/);
    const columns = new Set(
      section(text, "Neighborhoods")
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .map((line) => line.split("|").length),
    );
    expect([...columns]).toEqual([11]); // nine cells: none was split by the pipe in the name
  });

  test("plain names and decimals stay readable", () => {
    expect(escapeMarkdown("St. Mary's (east) 12.5 - 锦江")).toBe("St. Mary's (east) 12.5 - 锦江");
  });

  test("what would begin a list or a heading does not", () => {
    expect(["- a", "# a", "1. a", "+ a"].map(escapeMarkdown)).toEqual(["\\- a", "\\# a", "1\\. a", "\\+ a"]);
  });

  test("a line break in a name does not break the row", () => {
    expect(toMarkdown(sampleReportNamed("a\nb"))).toContain("| a\\\\u000Ab |");
  });

  test("no number is unreadable", () => {
    expect(en + zh).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
