import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type HtmlOptions, toHtml } from "../../src/page/to-html.js";
import { streetOf } from "../support/desert-grid.js";
import { judgeJincheng } from "../support/jincheng.js";
import { seededRandom } from "../support/random.js";
import { sampleFacilities, sampleNeighborhoods, sampleReport, sampleStreets } from "../support/sample-report.js";
import { columnsOf } from "../support/streets.js";

const drawn = { neighborhoods: sampleNeighborhoods, streets: columnsOf(sampleStreets), facilities: sampleFacilities };
const page = toHtml(sampleReport, drawn);
const { city, report } = judgeJincheng();
const blocksOf = (html: string) => [...html.matchAll(/id="block-(\w+)"/g)].map(([, name]) => name);

describe("the page as a file", () => {
  test("its Content-Security-Policy allows nothing but its own style and scripts, by their hashes", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const hashesOf = (pattern: RegExp) =>
      [...page.matchAll(pattern)].map(
        ([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
      );
    const packed = /id="block-page">([^<]*)</.exec(page)?.[1] ?? "";
    const script = inflateRawSync(Buffer.from(packed, "base64"));
    const hashOfScript = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hashesOf(/<script>([\s\S]*?)<\/script>/g).join(" ")} ${hashOfScript}`,
      `style-src ${hashesOf(/<style>([\s\S]*?)<\/style>/g).join(" ")}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test("it names no other place: no link, picture, frame, form or listener", () => {
    const own = page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "");
    const tags = [...own.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
    expect(tags.length).toBeGreaterThan(10);
    for (const tag of tags) {
      expect(tag).not.toMatch(/^<(?:link|img|iframe|object|embed|base|form)\b/i);
      expect(tag).not.toMatch(/\son\w+=|\ssrc=|\shref="(?!#)/i);
    }
  });

  test("without script, the headline of the method, the sources and the diagnostics are there in both languages", () => {
    for (const text of ["测算方法", "How it was measured", "数据诊断", "GB/T 51328-2018"]) expect(page).toContain(text);
    expect(page).toContain("此页面需要 JavaScript");
    expect(page).toContain("This page needs JavaScript");
  });

  test("circles pass by their grades, as they are told: a grade above its score is explained beside the ring", () => {
    const { circles } = sampleReport.city;
    const asGraded = (grade: string) => {
      const publicTransport = { ...circles.publicTransport, score: 49, scoreCeiling: 49, grade, gradeCeiling: grade };
      const publicService = {
        ...circles.publicService,
        score: 48,
        scoreCeiling: 48,
        grade: "poor",
        gradeCeiling: "poor",
      };
      const convenience = { ...circles.convenience, score: 53, scoreCeiling: 53, grade: "poor", gradeCeiling: "poor" };
      const own = { ...circles, publicTransport, publicService, convenience };
      const changed = { ...sampleReport, city: { ...sampleReport.city, circles: own } } as typeof sampleReport;
      const html = toHtml(changed, drawn, { locale: "en" });
      const part = (pattern: RegExp) => (pattern.exec(html)?.[1] ?? "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
      return {
        lede: part(/id="lede">(.*?)<\/p>/),
        ring: part(/class="dialbox">([\s\S]*?)<h[23]/),
      };
    };
    const lifted = asGraded("pass");
    expect(lifted.lede).toContain("1 of the 4 circles is graded pass or better; public-service is weakest.");
    expect(lifted.ring).toContain("49.0 pass‡");
    expect(lifted.ring).toContain("‡ Graded by the mandatory categories alone");
    const poor = asGraded("poor");
    expect(poor.lede).toContain("None of the 4 circles is graded pass or better");
    expect(poor.ring).not.toContain("‡");
  });

  test("the same report gives the same bytes", () => {
    expect(toHtml(sampleReport, drawn)).toBe(page);
  });

  test("a prepared city is carried along for trials where the page stays below 1.5 megabytes, or always, or never", () => {
    const pages = (["auto", "always", "never"] as const).map((whatIf) => toHtml(report, city, { whatIf }));
    expect(pages.map((html) => blocksOf(html))).toEqual([
      ["data", "city", "engine", "page"],
      ["data", "city", "engine", "page"],
      ["data", "streets", "page"],
    ]);
    // that of the town takes less than a megabyte all the same
    for (const html of pages) expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  test("where there are more streets than the page has room for, the longest are drawn, and it takes a megabyte at most", () => {
    const random = seededRandom(3);
    const [[[west, south]]] = sampleNeighborhoods[0]?.polygons[0] as never as [[[number, number]]];
    const wander = () => {
      let [lon, lat] = [west + 0.03 * random(), south + 0.03 * random()];
      return Array.from({ length: 4 + Math.floor(60 * random()) }, () => {
        lon += 0.004 * (random() - 0.5);
        lat += 0.004 * (random() - 0.5);
        return [lon, lat] as const;
      });
    };
    const streets = columnsOf(Array.from({ length: 30_000 }, (_, i) => streetOf(`w${i}`, wander())));
    const html = toHtml(sampleReport, { ...drawn, streets });
    expect(blocksOf(html)).toEqual(["data", "streets", "page"]);
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(html)).toBeGreaterThan(900_000);
  });

  test("a page of 210 neighborhoods, without the city to try things out in, takes less than a megabyte", () => {
    const copies = [0, 1, 2, 3, 4].map((copy) => ({
      areas: report.neighborhoods.map((area) => ({ ...area, id: `${area.id}-${copy}` })),
      outlines: city.neighborhoods.map(({ id, name, population, polygons }) => ({
        ...{ id: `${id}-${copy}`, name, population },
        polygons: polygons.map((rings) =>
          rings.map((ring) => ring.map(([lon, lat]) => [lon + 0.1 * copy, lat] as const)),
        ),
      })),
    }));
    const large = { ...report, neighborhoods: copies.flatMap(({ areas }) => areas) };
    const html = toHtml(large, {
      neighborhoods: copies.flatMap(({ outlines }) => outlines),
      facilities: city.facilities,
    });
    expect(html.match(/data-area="/g)).toHaveLength(210);
    expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
  });

  test("another standard than the city's, or a city that is not prepared, cannot be tried out in", () => {
    const other = { ...report, standard: { ...report.standard, id: "another" } };
    expect(blocksOf(toHtml(other, city, { whatIf: "always" }))).toEqual(["data", "streets", "page"]);
    expect(blocksOf(toHtml(sampleReport, drawn, { whatIf: "always" }))).toEqual(["data", "streets", "page"]);
  });

  test("a report without outlines is a page without a map", () => {
    expect(blocksOf(toHtml(sampleReport, { neighborhoods: [] }))).toEqual(["data", "page"]);
  });

  test.each([
    [{ whatIf: "sometimes" }, /whatIf must be one of auto, always, never; got the string "sometimes"/],
    [{ attribution: 5 }, /attribution must be a string; got the number 5/],
    [{ locale: "fr" }, /locale/],
  ])("%j is refused", (options, message) => {
    expect(() => toHtml(sampleReport, drawn, options as unknown as HtmlOptions)).toThrow(message);
  });
});
