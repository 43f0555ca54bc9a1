import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/base/diagnostics.js";
import { listShortfalls } from "../../src/report/shortfalls.js";
import { columnsOf } from "../../src/report/text-columns.js";
import { toText } from "../../src/report/to-text.js";
import { sampleReport, sampleReportNamed } from "../support/sample-report.js";

const en = toText(sampleReport);
const zh = toText(sampleReport, { locale: "zh" });
const flat = (text: string) => text.replace(/\s+/g, " ");
const rowOf = (text: string, name: string) => text.split("\n").find((line) => line.startsWith(`${name} `)) ?? "";

describe("a report as text", () => {
  test("the headline tells how many people, out of those known, have everything", () => {
    expect(flat(en)).toContain("Public-service circle 5,999 of 10,000 (60.0%)");
    expect(flat(en)).toContain("Of another 2,000 people nothing is known");
    expect(zh.replaceAll("\n", "")).toContain("公共交通圈10,000 / 10,000（100%）");
    expect(zh.replaceAll("\n", "")).toContain("另有 2,000 人的情况未知");
  });

  test("the first sentence counts everyday services, as far as the data know them", () => {
    expect(flat(en)).toContain("People can walk to 2–3 of 5 everyday services in time.");
    expect(zh).toContain("居民步行按时走得到 5 项日常服务中的 2–3 项。");
  });

  test("people outside every neighborhood are told before the numbers, unless they are a strip along the border", () => {
    const withOutside = (populationOutside: number) => ({
      ...sampleReport,
      origins: { ...sampleReport.origins, populationOutside },
    });
    const told = "Beware: another 8,000 people of the data live outside every neighborhood; they are in no number.";
    expect(flat(toText(withOutside(8000)))).toContain(told);
    expect(toText(withOutside(8000), { locale: "zh" }).replaceAll("\n", "")).toContain(
      "另有 8,000 人居住在所有社区之外",
    );
    for (const few of [0, 0.4, 100])
      expect(flat(toText(withOutside(few)))).not.toContain("outside every neighborhood;");
  });

  test("a circle without data is told as such, and a place without streets as unknown", () => {
    expect(flat(en)).toContain("Life-service circle no data");
    expect(zh).toContain("生活服务圈无数据");
    expect(rowOf(en, "n3")).toMatch(/^n3 +2,000 +– +no data +– +– +– +–$/);
    expect(rowOf(zh, "n3")).toMatch(/^n3 +2,000 +– +无数据 +– +– +– +–$/);
  });

  test("each neighborhood has one row with score and grade of each circle, in report order", () => {
    expect(rowOf(zh, "锦江社区")).toMatch(/^锦江社区 +6,000 +3\.9–4\.9 +无数据 +83\.3 良 +99\.9 优 +100\.0 优 +无$/);
    expect(en.indexOf("锦江社区")).toBeLessThan(en.indexOf("Riverside, East"));
    expect(en.indexOf("Riverside, East")).toBeLessThan(en.indexOf("\nn3"));
  });

  test("mandatory categories without which most people are come first, and only three are named", () => {
    const row = flat(en.slice(en.indexOf("Riverside, East"), en.indexOf("\nn3")));
    expect(row).toContain("Health center, Pharmacy, Primary school, 1 more");
  });

  test("a warning tells count, samples and what to do; an info takes one short item", () => {
    expect(flat(en)).toMatch(/- 1,234 × Facilities: .*amenity=school \(1200\), school-8, school-9.* What to do: /);
    expect(flat(zh)).toMatch(/- 1,234 × 设施：.*处理：/);
    expect(flat(en)).toContain("- 2 × The input has no facility"); // categories are counted, not facilities
    expect(flat(en)).toContain("take it as met. (e.g. Community canteen) [category.noData]");
    expect(flat(en)).not.toContain("If there are any in reality, add them.");
  });

  test("it tells how it was measured and what the thresholds rest on", () => {
    expect(flat(en)).toContain(
      "What the 8 requirements rest on: listing: authority's guide or notice 1, press 7; necessity: recalled 8; " +
        "threshold applied: checked in print 1, own choice 7. 1 threshold was checked against a printed standard.",
    );
    expect(flat(en)).toContain("(edges = 1234, mode = foot)");
    expect(flat(en)).toContain("speed 1 m/s (3.6 km/h)");
    expect(flat(en)).toContain("left out: category.ambiguous 2");
    expect(zh.replace(/\n */g, "")).toContain(
      "8 项要求的依据：列入：主管部门文件 1、新闻报道 7；必备或提升：凭记忆 8；所用阈值：印刷本 1、自行设定 7。1 项阈值与印刷版标准核对过。",
    );
    expect(zh).toContain("按时间（分钟）判定阈值");
  });

  test("a grade below what the score would earn is marked and explained", () => {
    const [first, ...others] = sampleReport.neighborhoods;
    if (first === undefined) throw new Error("the sample has neighborhoods");
    const convenience = {
      ...first.circles.convenience,
      score: 95,
      scoreCeiling: 95,
      grade: "good",
      gradeCeiling: "good",
    } as (typeof first.circles)[string];
    const capped = { ...first, circles: { ...first.circles, convenience } };
    const text = toText({ ...sampleReport, neighborhoods: [capped, ...others] });
    expect(rowOf(text, "锦江社区")).toContain("95.0 good*");
    expect(flat(text)).toContain("* The score would earn a better grade");
    expect(en).not.toContain("* The score");
  });
  test("a grade above what the score would earn is marked and explained", () => {
    const circles = { ...sampleReport.city.circles };
    const publicTransport = {
      ...circles.publicTransport,
      score: 49,
      scoreCeiling: 49,
      grade: "pass",
      gradeCeiling: "pass",
    };
    const city = { ...sampleReport.city, circles: { ...circles, publicTransport } } as typeof sampleReport.city;
    const told = (locale: "en" | "zh") => flat(toText({ ...sampleReport, city }, { locale, width: 200 }));
    expect(told("en")).toMatch(/49.0 +pass‡/);
    expect(told("en")).toContain("‡ Graded by the mandatory categories alone");
    expect(told("zh")).toContain("‡ 仅按必备类别评级");
    expect(en).not.toContain("‡");
  });
  test("remarks call neighborhoods by their names, and those of one name by their ids, too", () => {
    const [first, second, third] = sampleReport.neighborhoods;
    if (first === undefined || second === undefined || third === undefined) throw new Error("the sample has three");
    const [some] = sampleReport.diagnostics;
    const remark = {
      ...some,
      ...{ code: "neighborhood.overlap", severity: "warning", layer: "neighborhoods", count: 1 },
      ...{ sampleIds: [first.id, third.id], examples: [`${first.id} + ${third.id}: 3 km²`, "n9: 4"] },
    } as Diagnostic;
    const tell = (neighborhoods: typeof sampleReport.neighborhoods) =>
      flat(toText({ ...sampleReport, neighborhoods, diagnostics: [remark] }, { width: 300 }));
    expect(third.name).toBeNull();
    expect(tell(sampleReport.neighborhoods)).toContain("e.g. 锦江社区 + n3: 3 km², n9: 4, 锦江社区, n3)");
    expect(tell([first, { ...second, name: first.name }, third])).toContain(`, 锦江社区 (${first.id}), n3)`);
  });
  test("what the data do not know makes a range, which is explained", () => {
    const [first, ...others] = sampleReport.neighborhoods;
    const convenience = { ...first?.circles.convenience, score: 51.24, scoreCeiling: 90.4, grade: "poor" };
    const open = { ...first, circles: { ...first?.circles, convenience } } as unknown as (typeof others)[number];
    const city = {
      ...sampleReport.city,
      circles: { ...sampleReport.city.circles, convenience },
    } as unknown as typeof open;
    const report = { ...sampleReport, city, neighborhoods: [open, ...others] };
    expect(rowOf(toText(report), "锦江社区")).toContain("51.2–90.4");
    expect(flat(toText(report, { width: 200 }))).toContain("poor–excellent");
    expect(flat(toText(report))).toContain("51.2, up to 90.4");
    expect(toText(report, { locale: "zh", width: 200 })).toContain("51.2（至多");
    expect(flat(toText(report))).toContain("do not tell which category they are of: Library (7)");
  });
  test("an area of which a sliver was judged is marked, and in no list of the worst", () => {
    const [first, second, ...others] = sampleReport.neighborhoods;
    const report = {
      ...sampleReport,
      neighborhoods: [first, { ...second, knownShare: 0.12 }, ...others],
    } as typeof sampleReport;
    expect(toText(report)).toContain("Riverside, East †");
    expect(flat(toText(report))).toContain("†: less than 50% of the people");
    expect(toText(sampleReport)).not.toContain("†");
    const names = (of: typeof report) => listShortfalls(of, 20).map(({ neighborhood }) => neighborhood.id);
    expect(names(sampleReport)).toContain("n2");
    expect(names(report)).not.toContain("n2");
  });

  test("without people it tells of ground", () => {
    const text = toText({ ...sampleReport, city: { ...sampleReport.city, population: null } }, { locale: "zh" });
    expect(text).toContain("人口未知");
    expect(text).toContain("公共交通圈 1 km² / 1 km²（100%）");
    expect(text).toContain("全市：人口 –");
  });

  test("paragraphs keep to the width of the terminal", () => {
    const narrow = toText(sampleReport, { locale: "zh", width: 50 }).split("\n");
    const notes = narrow.slice(narrow.indexOf("数据诊断"));
    expect(Math.max(...notes.map(columnsOf))).toBeLessThanOrEqual(50);
  });

  test("no name can move the cursor, reorder the line or break it", () => {
    const text = toText(sampleReportNamed("a\u001B[31mb\u0000c\u202Ed\r\ne\tf\u009B\uD800"), { width: 400 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the claim is about control characters
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u);
    expect(text).toContain("a\\u001B[31mb\\u0000c\\u202Ed\\u000D\\u000Ae\\u0009f\\u009B\\uD800");
  });

  test("a name of 50,000 characters is wrapped like any other", () => {
    const text = toText(sampleReportNamed("长".repeat(50_000)), { locale: "zh" });
    expect(text.split("长").length - 1).toBeGreaterThan(50_000);
  });

  test("no number is unreadable", () => {
    expect(en + zh).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});

test("straight lines are told of right under the headline", () => {
  const method = { zh: "距离均为直线。", en: "Distances are straight lines." };
  const straight = { id: "straightLine", label: { zh: "直线", en: "Straight line" }, method, parameters: {} };
  const [, , headline = ""] = toText({ ...sampleReport, travel: [straight] }, { width: 1000 }).split("\n");
  expect(headline.endsWith("Distances are straight lines.")).toBe(true);
});
