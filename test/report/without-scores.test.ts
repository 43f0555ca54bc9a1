import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { toComparisonText } from "../../src/compare/to-comparison-text.js";
import {
  type CoverageReport,
  chengduFourCircles,
  compareReports,
  computeCoverage,
  prepareCity,
  type Standard,
  toCsv,
  toGeoJson,
  toHtml,
  toMarkdown,
  toText,
} from "../../src/index.js";
import { toMapSvg } from "../../src/maps/index.js";
import { toNotebookHtml, toNotebookText } from "../../src/notebook/mime-bundle.js";
import { toDataDictionary, toGeoPackage, toLongCsv, toXlsx } from "../../src/tables/index.js";
import { toQgisStyle } from "../../src/tables/qgis-style.js";
import { toWorkbookSheets } from "../../src/tables/to-xlsx.js";
import { randomTown } from "../support/random-town.js";
import { toTownInput } from "../support/town-input.js";

/** The default standard without some of its parts. */
function without(...parts: readonly (keyof Standard)[]): Standard {
  const kept = Object.entries(chengduFourCircles).filter(([part]) => !parts.includes(part as keyof Standard));
  return Object.fromEntries(kept) as unknown as Standard;
}
const GRADES = ["grades", "gradeCapWhenMissing"] as const;
const town = randomTown(8, { originCount: 40, facilityCount: 30 });
const input = toTownInput(town, 8);
// the town's categories are not those of the standard: give them names that it knows
const known: Record<string, string> = { shop: "convenience_store", school: "primary_school", park: "park" };
for (const { properties } of input.facilities.features)
  if (properties !== null) {
    const [category = ""] = String(properties.category).split(";");
    properties.category = known[category];
  }
const city = prepareCity(input);
const scored = computeCoverage(city);
const ungraded = computeCoverage(city, { standard: without(...GRADES) });
const unscored = computeCoverage(city, { standard: without("scoring", ...GRADES) });

describe("a standard without grades", () => {
  test("gives the same scores, and no grades", () => {
    for (const [row, area] of [scored.city, ...scored.neighborhoods].entries())
      for (const [id, circle] of Object.entries(area.circles))
        expect([ungraded.city, ...ungraded.neighborhoods][row]?.circles[id]).toEqual({
          ...{ ...circle, grade: null, gradeCeiling: null },
        });
    expect(ungraded.standard).toMatchObject({ grades: [], gradeCapWhenMissing: null });
    expect(ungraded.standard.scoring).toEqual(scored.standard.scoring);
  });
});
describe("a standard without scoring", () => {
  test("gives the same shares and gaps, and neither scores nor grades", () => {
    for (const [row, area] of [scored.city, ...scored.neighborhoods].entries())
      for (const [id, circle] of Object.entries(area.circles))
        expect([unscored.city, ...unscored.neighborhoods][row]?.circles[id]).toEqual({
          ...circle,
          ...{ score: null, scoreCeiling: null, grade: null, gradeCeiling: null },
        });
    expect(unscored.standard).toMatchObject({ scoring: null, grades: [], gradeCapWhenMissing: null });
    expect(unscored.city.requirements).toEqual(scored.city.requirements);
  });
});

/** Every rendering that is text. */
const renderings: Record<string, (report: CoverageReport, locale: "zh" | "en") => string> = {
  toText: (report, locale) => toText(report, { locale }),
  toMarkdown: (report, locale) => toMarkdown(report, { locale }),
  toCsv: (report, locale) => toCsv(report, { locale }),
  toLongCsv: (report, locale) => toLongCsv(report, { locale }),
  toGeoJson: (report) => JSON.stringify(toGeoJson(report, city.neighborhoods)),
  toDataDictionary: (report, locale) => toDataDictionary(report, { locale }),
  toWorkbookSheets: (report, locale) =>
    JSON.stringify(
      toWorkbookSheets(report, { locale, surface: "library" }).map(({ columns, rows }) => [columns, rows]),
    ),
  toMapSvg: (report, locale) => toMapSvg(report, city, { locale }),
  toQgisStyle: (report, locale) =>
    report.standard.circles.map((circle) => toQgisStyle(report, circle, locale)).join("\n"),
  toNotebookText: (report, locale) => toNotebookText(report, { locale }),
  toNotebookHtml: (report, locale) => toNotebookHtml(report, { locale, city, interactive: false }),
  inspect: (report) => inspect(report),
  toComparisonText: (report, locale) => toComparisonText(compareReports(report, moreFacilities(report)), { locale }),
};
/** The report of the same standard with a park in the middle of the town. */
function moreFacilities(report: CoverageReport): CoverageReport {
  const [lon, lat] = town.at(town.sizeMeters / 2, town.sizeMeters / 2);
  const park = {
    type: "Feature" as const,
    properties: { id: "new", category: "park" },
    geometry: { type: "Point" as const, coordinates: [lon, lat] },
  };
  const facilities = { ...input.facilities, features: [...input.facilities.features, park] };
  const parts = report.standard.scoring === null ? (["scoring", ...GRADES] as const) : [];
  return computeCoverage({ ...input, facilities }, { standard: without(...parts) });
}
const cases = Object.entries(renderings).flatMap(([name, render]) =>
  (["en", "zh"] as const).map((locale) => [name, locale, render] as const),
);
const GRADE_WORDS = /grade|等级|excellent|\bgood\b|优秀|合格/i;
const SCORE_WORDS = /score|得分/i;

test("what is left out below is there with scores: these words are looked for in vain elsewhere, not everywhere", () => {
  for (const [name, locale, render] of cases) {
    if (name === "toLongCsv") continue; // it tells of requirements only
    expect(render(scored, locale), `${name}, ${locale}`).toMatch(name === "toQgisStyle" ? /_score/ : SCORE_WORDS);
  }
});
describe("a report without grades is rendered without them:", () => {
  test.each(cases.filter(([name]) => name !== "toComparisonText"))("%s, %s", (_, locale, render) => {
    const text = render(ungraded, locale);
    expect(text.match(GRADE_WORDS)?.[0]).toBeUndefined();
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});
describe("a report without scores is rendered without them:", () => {
  test.each(cases)("%s, %s", (_, locale, render) => {
    const text = render(unscored, locale);
    expect(text.match(SCORE_WORDS)?.[0]).toBeUndefined();
    expect(text.match(GRADE_WORDS)?.[0]).toBeUndefined();
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
  test("no column of the tables stays empty in every row that was full before", () => {
    const columnsOf = (report: CoverageReport) => {
      const [header = "", ...rows] = toCsv(report).trim().split("\r\n");
      return header.split(",").map((name, i) => [name, rows.some((row) => row.split(",")[i] !== "")] as const);
    };
    const before = new Map(columnsOf(scored));
    for (const [name, isFilled] of columnsOf(unscored)) expect(isFilled, name).toBe(before.get(name));
    expect(columnsOf(scored).length - columnsOf(unscored).length).toBe(4 * scored.standard.circles.length);
  });
  test("the map is colored by the share for whom a circle is complete", () => {
    const fills = (report: CoverageReport, shareOf: (id: string) => number | null) => {
      const svg = toMapSvg(report, city, { circle: "publicService" });
      return [...svg.matchAll(/<path d="[^"]*" fill="([^"]+)" fill-rule="evenodd"><title>([^\n]*)\n([^\n]*)/g)].map(
        ([, fill, name, told]) => ({ fill, name, told, share: shareOf(name ?? "") }),
      );
    };
    const shares = new Map(
      unscored.neighborhoods.map(({ name, circles }) => {
        const { population, area } = circles.publicService as (typeof circles)[string];
        return [name, population.total > 0 ? population.share : area.share];
      }),
    );
    const drawn = fills(unscored, (name) => shares.get(name) ?? null);
    expect(drawn.length).toBeGreaterThan(3);
    for (const { fill, told, share } of drawn) {
      if (share === null || told === "–") continue;
      expect(fill).toMatch(/^rgb/);
      expect(told).toMatch(/%$/);
    }
    expect(toMapSvg(unscored, city)).toContain("80–100%");
    expect(toMapSvg(ungraded, city)).toContain(">80–100<");
  });
  test("binary files and the page are written", async () => {
    for (const report of [ungraded, unscored]) {
      expect((await toXlsx(report)).length).toBeGreaterThan(5000);
      expect((await toGeoPackage(report, city)).length).toBeGreaterThan(20_000);
      const page = toHtml(report, city, { whatIf: "always" });
      expect(page).not.toMatch(/undefined<|>NaN/);
    }
  });
});

describe("compared with a report that has scores", () => {
  test("a report without them is told apart, and what is missing is a dash", () => {
    const comparison = compareReports(unscored, scored);
    expect(comparison.hasScores).toBe(true);
    expect(toComparisonText(comparison)).toMatch(/Score/);
    expect(comparison.methodChanges.map(({ what }) => what)).toEqual(["standard"]);
    expect(compareReports(unscored, unscored).hasScores).toBe(false);
  });
});
