import { describe, expect, test } from "vitest";

import { toHtml } from "../../src/report/to-html.js";
import {
  sampleFacilities,
  sampleNeighborhoods,
  sampleReport,
  sampleReportNamed,
  sampleStreets,
  squareRing,
} from "../support/sample-report.js";
import { columnsOf, type Street } from "../support/streets.js";

const page = toHtml(sampleReport, {
  neighborhoods: sampleNeighborhoods,
  streets: columnsOf(sampleStreets),
  facilities: sampleFacilities,
});
const figures = page.split("<figure>").slice(1);

/** Attribute values and tag names that the browser would act on; fails on text that is not escaped. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
}

describe("a report as a page of maps", () => {
  test("there is one map for each circle, with each neighborhood in the color of its score", () => {
    expect(figures).toHaveLength(4);
    const classes = (figure = "") => [...figure.matchAll(/<g class="(band\d|none)">/g)].map(([, name]) => name);
    expect(figures.map(classes)).toEqual([
      ["none", "none", "none"],
      ["band1", "band2", "none"],
      ["band0", "band5", "none"], // below 60 the bands are 20 wide: 12.5 is in the last of three
      ["band0", "band5", "none"],
    ]);
    for (const row of [0, 1, 2, 3, 4, 5]) expect(page).toContain(`.band${row}{fill:rgb(`);
  });

  test("hovering tells name, score and what is missing, in both languages", () => {
    expect(page).toContain(
      "<title>Riverside, East\n公共服务圈：12.5 不足；短板：小学、卫生服务中心\nPublic-service circle: 12.5 poor; Missing: Primary school, Health center</title>",
    );
    expect(page).toContain("<title>n3\n公共交通圈：–；短板：–\nPublic-transport circle: –; Missing: –</title>");
  });

  test("the legend tells grades with their scores in both languages", () => {
    for (const text of ["优 90–100", "良 75–90", "不足 40–60", "excellent 90–100", "poor 0–20", "无数据 / 未知"]) {
      expect(page).toContain(text);
    }
  });

  test("every outline is drawn once and used on each map", () => {
    expect(page.match(/<path id="area\d" d="M/g)).toHaveLength(3);
    expect(page.match(/<use href="#area1"\/>/g)).toHaveLength(4);
  });

  test("streets that are far away or too short to see are not drawn", () => {
    const [, data = ""] = /<path id="streets"[^>]* d="([^"]*)"/.exec(page) ?? [];
    expect(data.match(/M/g)).toHaveLength(1);
  });

  test("facilities show on the map of their circle only", () => {
    expect(figures.map((figure) => figure.includes('class="dots"'))).toEqual([false, true, false, true]);
  });

  test("north is up, east is right, and a kilometer is as long either way", () => {
    // outlines of n1 (0.01 degrees wide and high), and of n3 two squares east of it; n2 has a second part north of all
    const corners = [0, 1, 2].map((row) => {
      const [, data = ""] = new RegExp(`id="area${row}" d="([^"]*)"`).exec(page) ?? [];
      return [...data.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    });
    const [n1, n2, n3] = corners.map((places) => ({
      west: Math.min(...places.map(([x]) => x)),
      east: Math.max(...places.map(([x]) => x)),
      top: Math.min(...places.map(([, y]) => y)),
      bottom: Math.max(...places.map(([, y]) => y)),
    }));
    if (n1 === undefined || n2 === undefined || n3 === undefined) throw new Error("three outlines are drawn");
    expect(n3.west).toBeGreaterThan(n1.east);
    expect(n2.top).toBeLessThan(n1.top);
    expect((n1.east - n1.west) / (n1.bottom - n1.top)).toBeCloseTo(0.8602, 2); // cosine of 30.668 degrees
  });

  test("a tall city is fitted into the tallest map, whole", () => {
    const tall = [{ id: "n1", name: null, population: null, polygons: [[squareRing(10, 60, 1)]] }];
    const html = toHtml(sampleReport, { neighborhoods: tall });
    expect(html).toContain('viewBox="0 0 480 640"');
    const [, data = ""] = /id="area0" d="([^"]*)"/.exec(html) ?? [];
    const heights = [...data.matchAll(/,([\d.]+)/g)].map(([, y]) => Number(y));
    expect([Math.min(...heights), Math.max(...heights)]).toEqual([8, 632]);
  });

  test("the scale bar is as long as it says", () => {
    // the sample is 0.03 degrees of longitude wide at 30.668° N: 2,869 m on 464 pixels, so 500 m are 80.9 pixels
    const [, pixels] = /<path class="bar" d="M10 \d+h([\d.]+)"\/><text[^>]*>500 m</.exec(page) ?? [];
    expect(Number(pixels)).toBeCloseTo(80.9, 0);
  });

  test("tables, method, sources and diagnostics stand in both languages", () => {
    for (const text of [
      "短板清单",
      "Worst shortfalls",
      "测算方法",
      "How it was measured",
      "数据诊断",
      "GB/T 51328-2018",
    ]) {
      expect(page).toContain(text);
    }
    expect(page.match(/<th scope="row">Riverside, East<\/th>/g)).toHaveLength(2);
  });

  test("the asked language is chosen first", () => {
    expect(page).toMatch(/^<!DOCTYPE html><html lang="en">/);
    expect(page).toMatch(/id="en" checked>/);
    expect(toHtml(sampleReport, { neighborhoods: [] }, { locale: "zh" })).toMatch(/id="zh" checked>/);
  });

  test("nothing is fetched and nothing runs", () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    for (const tag of tagsOf(page)) {
      expect(tag).not.toMatch(/^<(?:script|link|img|iframe|object|embed|a|base|form)\b/i);
      expect(tag).not.toMatch(/\son\w+=|src=|href="(?!#)/i);
    }
    expect(page).not.toMatch(/https?:|@import|url\((?!#)/);
  });

  test.each([
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onload='alert(1)`,
    `</title></style><!--`,
    `&lt;b&gt;\u0000\u202E`,
  ])("a hostile name is only text: %j", (name) => {
    const hostile = toHtml(sampleReportNamed(name), {
      neighborhoods: sampleNeighborhoods.map((area) => (area.id === "n1" ? { ...area, id: name, name } : area)),
      streets: columnsOf(sampleStreets),
    });
    const plain = toHtml(sampleReportNamed("plain"), {
      neighborhoods: sampleNeighborhoods.map((area) =>
        area.id === "n1" ? { ...area, id: "plain", name: "plain" } : area,
      ),
      streets: columnsOf(sampleStreets),
    });
    const withoutLabels = (html: string) => tagsOf(html).map((tag) => tag.replace(/aria-label="[^"]*"/, ""));
    expect(withoutLabels(hostile)).toEqual(withoutLabels(plain));
    expect(hostile).not.toContain(name);
    expect(hostile.includes("\u0000") || hostile.includes("\u202E")).toBe(false);
  });

  test("without outlines there are tables and no maps", () => {
    const bare = toHtml(sampleReport, { neighborhoods: [] });
    expect(bare).not.toContain("<figure>");
    expect(bare).toContain("Riverside, East");
  });

  test("200 areas and 50,000 streets stay below 3 MB", () => {
    const [model] = sampleReport.neighborhoods;
    if (model === undefined) throw new Error("the sample has neighborhoods");
    const cells = Array.from({ length: 200 }, (_, row) => ({
      id: `c${row}`,
      column: row % 20,
      line: Math.floor(row / 20),
    }));
    const neighborhoods = cells.map(({ id, column, line }) => ({
      id,
      name: id,
      population: 1000,
      polygons: [[squareRing(104 + column / 100, 30 + line / 100, 0.01)]],
    }));
    const streets = Array.from({ length: 50_000 }, (_, row): Street => {
      const [lon, lat] = [104 + (row % 250) / 1250, 30 + Math.floor(row / 250) / 2000];
      const bend = [lon + 0.0006, lat + 0.0008] as const;
      return { id: `s${row}`, coordinates: [[lon, lat], bend, [lon + 0.0016, lat]], nodeIds: null, tags: {} };
    });
    const report = { ...sampleReport, neighborhoods: cells.map(({ id }) => ({ ...model, id, name: id })) };
    const large = toHtml(report, { neighborhoods, streets: columnsOf(streets) });
    expect(/id="streets"[^>]* d="([^"]*)"/.exec(large)?.[1]?.length).toBeGreaterThan(500_000);
    expect(new TextEncoder().encode(large).length).toBeLessThan(3_000_000);
  });

  test("no number is unreadable", () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
