import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { computeCoverage, openScenario, prepareCity, standardWalking } from "../../src/index.js";
import { showingItself } from "../../src/report/show-report.js";
import { collectGarbage } from "../support/collect-garbage.js";
import { randomTown } from "../support/random-town.js";
import { sampleNeighborhoods, sampleReport, sampleReportNamed } from "../support/sample-report.js";
import { smallCity } from "../support/small-city.js";
import { toTownInput } from "../support/town-input.js";

type Ask = () => Promise<Record<string, string>>;
const shown = () => showingItself(structuredClone(sampleReport), sampleNeighborhoods);

describe("a report that shows itself", () => {
  test("stays the plain JSON that it was", () => {
    expect(JSON.stringify(shown())).toBe(JSON.stringify(sampleReport));
    expect(shown()).toStrictEqual(sampleReport);
    expect(structuredClone(shown())).toStrictEqual(sampleReport);
    expect(Reflect.ownKeys({ ...shown() })).toEqual(Object.keys(sampleReport));
  });

  test("is printed as one line per circle, in both languages", () => {
    const lines = inspect(shown()).split("\n");
    expect(lines).toHaveLength(2 + sampleReport.standard.circles.length);
    expect(lines[0]).toContain("3 neighborhoods 社区, 12,000 people 人");
    expect(lines[3]).toMatch(/^ +76\.6 +100% {2}公共交通圈 Public-transport circle: 良 good$/);
  });

  test("tells no share of a circle without data", () => {
    expect(inspect(shown()).split("\n")[2]).toMatch(/^ +– +– {2}生活服务圈 Life-service circle: –$/);
  });

  test("is one short word deep inside other things", () => {
    expect(inspect({ a: { b: { c: shown() } } })).toContain("[CoverageReport: 3 neighborhoods");
  });

  test("prints names with controls as visible escapes", () => {
    expect(inspect(showingItself(sampleReportNamed("\u001b[31m\n"), []))).toContain("\\u001B[31m\\u000A");
  });

  test("answers a notebook with text, Markdown and HTML, and keeps the outlines though not the city", async () => {
    const built = new URL("../../dist/index.js", import.meta.url).href;
    const { computeCoverage }: typeof import("../../src/index.js") = await import(built);
    const { neighborhoods, facilities } = smallCity;
    const report = computeCoverage({ neighborhoods, facilities }) as unknown as Record<symbol, Ask>;
    const bundle = (await report[Symbol.for("Jupyter.display")]?.()) ?? {};
    expect(Object.keys(bundle)).toEqual(["text/plain", "text/markdown", "text/html"]);
    expect(bundle["text/html"]?.includes("<svg ")).toBe(true);
  });

  test("holds no city that was prepared in passing, nor one whose streets a scenario has edited since", () => {
    const pointed: object[] = [];
    const Known = globalThis.WeakRef;
    globalThis.WeakRef = class<T extends object> extends Known<T> {
      constructor(target: T) {
        super(target);
        pointed.push(target);
      }
    } as typeof WeakRef;
    try {
      const town = toTownInput(randomTown(4), 4);
      computeCoverage(town);
      expect(pointed).toEqual([]);
      const prepared = prepareCity(town);
      computeCoverage(prepared);
      expect(pointed.splice(0)).toEqual([prepared]);
      const scenario = openScenario(prepared);
      scenario.closeStreet(String(town.streets.features[0]?.properties?.id));
      scenario.report();
      const first = pointed.length;
      scenario.closeStreet(String(town.streets.features[1]?.properties?.id));
      scenario.report();
      expect(new Set(pointed).size, "one state for all its streets").toBe(first);
    } finally {
      globalThis.WeakRef = Known;
    }
  });

  test("holds nothing of what it was computed with", async () => {
    const prepared = prepareCity(toTownInput(randomTown(4), 4));
    const computeOnce = () => {
      const profile = { ...standardWalking };
      return { report: computeCoverage(prepared, { profile }), profile: new WeakRef(profile) };
    };
    const { report, profile } = computeOnce();
    await collectGarbage();
    expect(profile.deref()).toBeUndefined();
    expect(report.neighborhoods.length).toBeGreaterThan(0);
  });

  test("never throws, whatever became of the report", async () => {
    const broken = shown() as unknown as Record<string | symbol, unknown>;
    const ask = broken[Symbol.for("Jupyter.display")] as Ask;
    broken.profile = null;
    expect(Object.keys(await ask())).toEqual(["text/plain"]);
  });
});
