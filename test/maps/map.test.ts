import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { toMapPng, toMapSvg } from "../../src/maps/index.js";
import { findMapDrawing } from "../../src/node/find-map-drawing.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city, report } = judgeJincheng();

describe("toMapSvg", () => {
  test.each(["zh", "en"] as const)("has title, legend, scale bar, north, source and date (%s)", (locale) => {
    const attribution = "© OpenStreetMap contributors";
    const svg = toMapSvg(report, city, { locale, attribution, date: "2026-11-28" });
    const words = {
      zh: ["一刻钟生活圈覆盖评估", "无数据", "北", "标准"],
      en: ["15-minute", "no data", "N", "Standard"],
    }[locale];
    for (const word of [...words, attribution, "2026-11-28", "km"])
      expect(svg.toLowerCase()).toContain(word.toLowerCase());
    expect(svg).toContain(`xml:lang="${locale}"`);
  });

  test("one circle alone, and a circle that there is not", () => {
    const [first] = report.standard.circles;
    const svg = toMapSvg(report, city, { circle: first?.id ?? "" });
    expect(svg).toContain(first?.label.en);
    expect(svg.length).toBeLessThan(toMapSvg(report, city).length);
    expect(() => toMapSvg(report, city, { circle: "nowhere" })).toThrow("There is no circle");
  });

  test("asks for nothing outside of itself, and names with markup stay text", () => {
    const neighborhoods = report.neighborhoods.map((one) => ({ ...one, name: '<script>alert("x")</script>' }));
    const svg = toMapSvg({ ...report, neighborhoods }, city);
    expect(svg).not.toContain("<script");
    expect(svg.replaceAll(/xmlns(:xlink)?="[^"]*"/g, "")).not.toMatch(/https?:|url\((?!#)|xlink:href="(?!#)/);
  });

  test("two lakes that overlap are both water; the hole of one is not", () => {
    const box = (west: number, south: number, size: number): LonLat[] => [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ];
    const [lon = 0, lat = 0] = city.neighborhoods[0]?.polygons[0]?.[0]?.[0] ?? [];
    const lakes = [
      { outline: [box(lon, lat, 0.01), box(lon + 0.003, lat + 0.003, 0.003)], isArea: true },
      { outline: [box(lon + 0.005, lat, 0.01)], isArea: true },
    ];
    const svg = toMapSvg(report, { neighborhoods: city.neighborhoods, water: lakes as never });
    expect(svg.match(/fill-rule="evenodd"\/>/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test("without outlines it says so", () => {
    expect(toMapSvg(report, { neighborhoods: [] })).toContain("</svg>");
  });
});

const hasFont = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout?.trim();

describe("toMapPng", () => {
  test.skipIf(!hasFont)("draws the map with Chinese names (skipped without a Chinese font)", async () => {
    const drawing = await findMapDrawing();
    const png = Buffer.from(await toMapPng(report, city, { ...drawing, locale: "zh", scale: 1 }));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1000, expect.any(Number)]);
    expect(Buffer.from(await toMapPng(report, city, { ...drawing, locale: "zh", scale: 1 })).equals(png)).toBe(true);
    const bare = { ...report, neighborhoods: report.neighborhoods.map((one) => ({ ...one, name: " " })) };
    // names are drawn: without them the image is another
    expect(Buffer.from(await toMapPng(bare, city, { ...drawing, locale: "zh", scale: 1 })).equals(png)).toBe(false);
  });

  test("no font, and a scale that is none, are refused", async () => {
    const renderer = new Uint8Array();
    for (const fonts of [[], [new Uint8Array(400)]])
      await expect(toMapPng(report, city, { fonts, renderer })).rejects.toThrow("fonts must be an array of font files");
    const fonts = [Uint8Array.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])];
    await expect(toMapPng(report, city, { fonts, renderer, scale: 0 })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      path: "scale",
    });
  });

  test("a font that is named but not there is told by its name", async () => {
    await expect(findMapDrawing("/nowhere/font.ttf")).rejects.toMatchObject({ code: "FILE_MISSING" });
  });
});
