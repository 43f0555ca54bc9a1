import { describe, expect, test, vi } from "vitest";
import { display, toMimeBundle, view } from "../../src/notebook/index.js";
import { sampleNeighborhoods, sampleReport, sampleReportNamed } from "../support/sample-report.js";

const city = { neighborhoods: sampleNeighborhoods };

describe("toMimeBundle", () => {
  test("without a city there are tables, and it says how to get a map", () => {
    const html = toMimeBundle(sampleReport)["text/html"];
    expect(html).toContain("<table");
    expect(html).toContain("display(report, { city })");
    expect(html).not.toMatch(/<svg|<iframe|<script/);
  });

  test("the static part comes first and needs no script; the page is in a frame without an origin", () => {
    const html = toMimeBundle(sampleReport, { city, locale: "zh", height: 500 })["text/html"];
    const [still = "", frame = ""] = html.split("<iframe ");
    expect(still).toContain("<svg ");
    expect(still).not.toContain("<script");
    expect(frame).toMatch(
      /^title="[^"]+" sandbox="allow-scripts allow-downloads" loading="lazy" style="[^"]*height:500px/,
    );
    expect(/allow-same-origin|<script/.test(frame)).toBe(false); // the page's own markup is quoted
    expect(toMimeBundle(sampleReport, { city, interactive: false })["text/html"]).toBe(
      toMimeBundle(sampleReport, { city })["text/html"].split("<iframe ")[0],
    );
  });

  test("names with markup stay text, in the table and in the quoted page", () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const html = toMimeBundle(sampleReportNamed(evil), { city })["text/html"];
    expect(html.includes("<img")).toBe(false);
  });

  test("a wrong option, report or city is refused", () => {
    expect(() => toMimeBundle(sampleReport, { locale: "fr" as "en" })).toThrow("locale");
    expect(() => toMimeBundle({} as typeof sampleReport)).toThrow("report must be a report from computeC");
    expect(() => toMimeBundle(sampleReport, { city: {} as typeof city })).toThrow("neighborhoods");
  });
});

describe("display", () => {
  test("on a terminal it prints the text", async () => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    try {
      expect(await display(sampleReport, { locale: "zh" })).toBeNull();
      expect(write.mock.calls.map(([text]) => text).join("")).toContain("一刻钟生活圈覆盖评估");
    } finally {
      write.mockRestore();
    }
  });

  test("in tslab it hands over HTML, in Deno's kernel the whole bundle", async () => {
    const html: string[] = [];
    await display(sampleReport, { city, tslab: { display: { html: (text) => html.push(text) } } });
    expect(html).toEqual([toMimeBundle(sampleReport, { city })["text/html"]]);
    const shown: unknown[] = [];
    vi.stubGlobal("Deno", { jupyter: { display: async (...args: unknown[]) => void shown.push(args) } });
    try {
      await display(sampleReport, { city });
    } finally {
      vi.unstubAllGlobals();
    }
    expect(shown).toEqual([[toMimeBundle(sampleReport, { city }), { raw: true }]]);
  });

  test("a view needs a document, and says so", () => {
    expect(() => view(sampleReport, { city })).toThrow("no document");
  });
});
