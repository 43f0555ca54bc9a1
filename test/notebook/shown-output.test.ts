import { describe, expect, test, vi } from "vitest";
import { shownKindOf } from "../../src/base/showing.js";
import {
  chengduFourCircles,
  compareReports,
  computeCoverage,
  elderlyWalking,
  fifteenMinuteCity,
  isochrones,
  minutes,
} from "../../src/index.js";
import { display } from "../../src/notebook/index.js";
import { showInJupyter } from "../../src/notebook/show-in-jupyter.js";
import { rows } from "../../src/tables/index.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city, report } = judgeJincheng();
const drawn = isochrones(city, { neighborhoodId: "JC01" }, [minutes(5), minutes(15)]);
const comparison = compareReports(report, computeCoverage(city, { profile: elderlyWalking }));
const shown = {
  comparison,
  isochrones: drawn,
  standard: chengduFourCircles,
  rows: rows(report),
} as const;

describe.each(Object.entries(shown))("%s", (kind, value) => {
  test("says what it is, and is plain data none the less", () => {
    expect(shownKindOf(value)).toBe(kind);
    expect(Object.keys(value)).toEqual(Object.keys(structuredClone(value)));
    expect(structuredClone(value)).toEqual(value);
  });

  test.each(["en", "zh"] as const)("is shown in tslab's notebooks, in %s", async (locale) => {
    const html: string[] = [];
    await display(value, { locale, tslab: { display: { html: (text) => html.push(text) } } });
    expect(html[0]).toMatch(new RegExp(`^<div lang="${locale === "zh" ? "zh-CN" : "en"}"`));
    expect(html[0]).toContain("<table");
    if (locale === "zh") expect(html[0]).toMatch(/<th [^>]*>[^<]*\p{Script=Han}|<p>[^<]*\p{Script=Han}/u);
  });

  test("is shown as text and HTML where a kernel asks it", () => {
    const bundle = showInJupyter(kind as keyof typeof shown, value, undefined);
    expect(Object.keys(bundle)).toEqual(["text/plain", "text/html"]);
  });
});

test("isochrones are drawn: each ground once, the largest first, and the streets", () => {
  const { "text/html": html = "" } = showInJupyter("isochrones", drawn, undefined);
  const paths = html.match(/<path /g) ?? [];
  expect(paths).toHaveLength(3);
  expect(html).toContain('fill="none"');
  expect(html).toContain("km²");
});

test("a standard shows each of its lines", () => {
  const { "text/html": html = "" } = showInJupyter("standard", fifteenMinuteCity, undefined);
  expect(html.match(/<tr>/g)).toHaveLength(1 + fifteenMinuteCity.requirements.length);
});

test("of many rows the first are shown, and how many there are", async () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await display(shown.rows);
  const text = String(write.mock.calls[0]?.[0]);
  write.mockRestore();
  expect(text).toContain(`${shown.rows.length} rows`);
  expect(text.trim().split("\n")).toHaveLength(1 + 1 + 50);
});

test("a standard of one's own is shown, too; what is nothing of all this is refused", async () => {
  const html: string[] = [];
  const tslab = { display: { html: (text: string) => html.push(text) } };
  await display({ ...chengduFourCircles, id: "own" }, { tslab });
  expect(html[0]).toContain("<table");
  await expect(display({} as never, { tslab })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
});
