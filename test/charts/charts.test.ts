import { describe, expect, test } from "vitest";
import { toCircleStrips, toHistogram, toLorenz, toRanking } from "../../src/charts/index.js";
import { type CoverageReport, computeCoverage, prepareCity } from "../../src/index.js";
import { giniByPairs } from "../oracle/oracle-gini.js";
import { randomTown } from "../support/random-town.js";
import { sampleReport, sampleReportNamed } from "../support/sample-report.js";
import { toTownInput } from "../support/town-input.js";

const input = toTownInput(randomTown(5, { originCount: 60 }), 5);
const city = prepareCity(input);
const report = computeCoverage(city);
const CHARTS = { toCircleStrips, toHistogram, toLorenz, toRanking };

/** The amounts that stand on the bars of a chart, in their order. */
function amountsOn(svg: string): number[] {
  return [...svg.matchAll(/<title>[^<]*?: ([\d,]+) people<\/title>/g)].map(([, people = ""]) =>
    Number(people.replaceAll(",", "")),
  );
}
/** People by neighborhood and everyday services, as far as both are known. */
function known({ neighborhoods }: CoverageReport) {
  return neighborhoods.flatMap(({ population, services }) =>
    services.value === null ? [] : [{ people: population ?? 0, services: services.value }],
  );
}

describe("every chart", () => {
  test.each(
    Object.entries(CHARTS),
  )("%s is one SVG that asks for nothing outside itself, in both languages", (_, draw) => {
    const [en, zh] = [draw(report, { locale: "en" }), draw(report, { locale: "zh" })];
    for (const svg of [en, zh]) {
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^>]*role="img"[\s\S]*<\/svg>\n$/);
      expect(svg).toMatch(/<title>[^<]+<\/title>\n<desc>[^<]+<\/desc>/);
      expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(
        /http|url\(|<script|<image|NaN|undefined|Infinity/,
      );
    }
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).not.toMatch(/<(title|desc|text)[^>]*>[^<]*[\u4e00-\u9fff][^<]*人口/);
    expect(draw(report, { title: "<b>&" })).toContain("<title>&lt;b&gt;&amp;</title>");
  });
  test.each(Object.entries(CHARTS))("%s refuses what is no report, and options that there are not", (_, draw) => {
    expect(() => draw({} as CoverageReport)).toThrow("report must be a report");
    expect(() => draw(report, { locale: "fr" as "en" })).toThrow("locale");
    expect(() => draw(report, { title: 5 as unknown as string })).toThrow("title");
  });
  test("has names with markup as text", () => {
    const evil = sampleReportNamed('"><img src=x onerror=alert(1)>');
    for (const draw of Object.values(CHARTS)) expect(draw(evil)).not.toContain("<img");
    expect(toRanking(evil, { by: "neighborhoods" })).toContain("&lt;img");
  });
  test.each(Object.entries(CHARTS))("%s is drawn where nobody lives, and where nothing is known", (_, draw) => {
    const { population: _people, ...rest } = input;
    const ground = computeCoverage({
      ...rest,
      neighborhoods: {
        ...input.neighborhoods,
        features: input.neighborhoods.features.map((one) => ({ ...one, properties: { id: one.properties?.id } })),
      },
    });
    expect(draw(ground)).not.toMatch(/NaN|Infinity|\d people/);
    const nothing = computeCoverage({ ...rest, facilities: { ...input.facilities, features: [] } });
    expect(draw(nothing)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("the histogram", () => {
  test("has everybody of whom something is known in one bar", () => {
    const everybody = known(report).reduce((sum, { people }) => sum + people, 0);
    const bars = amountsOn(toHistogram(report));
    expect(bars.length).toBeGreaterThan(1);
    expect(bars.reduce((sum, people) => sum + people, 0)).toBeCloseTo(everybody, -1);
  });
  test("counts at every place where people live if it is given the city", () => {
    const svg = toHistogram(report, { city });
    expect(svg).toContain("From every place where people live.");
    const mean = amountsOn(svg).length;
    expect(mean).toBeGreaterThan(1);
    expect(toHistogram(report)).toContain("From the means of neighborhoods");
  });
  test("is of a circle or a requirement by its id, and of no other", () => {
    const [circle] = report.standard.circles;
    const [requirement] = report.standard.requirements;
    expect(toHistogram(report, { of: circle?.id ?? "" })).toContain(`People by ${circle?.label.en}`);
    expect(toHistogram(report, { of: requirement?.id ?? "" })).toContain(`People by ${requirement?.label.en}`);
    expect(() => toHistogram(report, { of: "nothing" })).toThrow("everydayServices");
    expect(() => toHistogram(report, { city: {} as never })).toThrow("city");
  });
});

describe("the Lorenz curve", () => {
  test("has the Gini coefficient that all pairs of people have", () => {
    const [, gini] = /Gini coefficient (\d\.\d\d)/.exec(toLorenz(report)) ?? [];
    const parts = known(report).map(({ people, services }) => ({ amount: people, value: services }));
    expect(Number(gini)).toBeCloseTo(giniByPairs(parts), 2);
  });
});

describe("the ranking", () => {
  test("of services begins with what most people are without", () => {
    const { requirements } = report.standard;
    const worst = requirements
      .filter(
        ({ id, necessity }) => necessity === "mandatory" && report.city.requirements[id]?.population.share !== null,
      )
      .map(({ id, label }) => {
        const { total, unknown, covered } = report.city.requirements[id]?.population ?? {
          total: 0,
          unknown: 0,
          covered: 0,
        };
        return { name: label.en, without: total - unknown - covered };
      })
      .sort((a, b) => b.without - a.without);
    const names = [...toRanking(report, { count: 3 }).matchAll(/<rect x="\d[^>]*><title>([^:]*):/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(worst.slice(0, 3).map(({ name }) => name));
  });
  test("of neighborhoods begins with those that have least, and is as long as it is asked for", () => {
    const svg = toRanking(report, { by: "neighborhoods", count: 2 });
    const least = [...report.neighborhoods].sort((a, b) => (a.services.value ?? 99) - (b.services.value ?? 99))[0];
    expect([...svg.matchAll(/<rect x="\d[^>]*><title>([^:]*):/g)].map(([, name]) => name)).toHaveLength(2);
    expect(svg).toContain(`<title>${least?.name ?? least?.id}:`);
    expect(() => toRanking(report, { count: 0 })).toThrow("count");
    expect(() => toRanking(report, { by: "size" as "services" })).toThrow("by");
  });
});

test("the strips have a dot for every neighborhood of which the circle knows something, and a bar for the city", () => {
  const svg = toCircleStrips(sampleReport);
  const dots = sampleReport.neighborhoods.flatMap(({ circles }) =>
    Object.values(circles).filter(({ score }) => score !== null),
  );
  expect([...svg.matchAll(/<circle /g)]).toHaveLength(dots.length);
});
