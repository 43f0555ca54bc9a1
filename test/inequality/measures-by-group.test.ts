import { describe, expect, test } from "vitest";
import { computeCoverage, minutes, prepareCity, toMarkdown, toText } from "../../src/index.js";
import { equity, withEquity } from "../../src/inequality/index.js";
import { costToNearest, cumulative } from "../../src/measures/index.js";
import { measureOrigins, toMeasuresCsv } from "../../src/tables/index.js";
import { toWorkbookSheets } from "../../src/tables/to-xlsx.js";
import { jincheng } from "../support/jincheng.js";

const places = JSON.parse(jincheng().population as string);
for (const [row, { properties }] of places.features.entries())
  properties.aged = Math.floor((properties.population * (row % 3)) / 10);
const city = prepareCity(
  { ...jincheng(), population: places },
  { properties: { population: { groups: { elderly: "aged" } } } },
);
const pharmacy = withEquity(costToNearest(minutes(60), { categories: ["pharmacy"], id: "pharmacy" }));
const shops = withEquity(cumulative(minutes(15), { categories: ["supermarket"], id: "shops" }));
const measures = [pharmacy, shops];
const report = computeCoverage(city, { measures, smallGroupBelow: 500 });
const { values, population } = measureOrigins(city, { measures });
const elderly = city.origins.groups.elderly as Float64Array;

describe("what is measured of a group of people", () => {
  test("is what equity tells of its people, at the aversion of everybody", () => {
    for (const [id, direction] of [
      ["pharmacy", "burden"],
      ["shops", "benefit"],
    ] as const) {
      const own = values[id] as Float64Array;
      const kappa = equity(own, population, { direction }).kolmPollak?.kappa ?? 0;
      const found = equity(own, elderly, { direction, kappa });
      const told = report.city.groupMeasures?.elderly?.[id];
      expect(told?.gini).toBeCloseTo(found.gini ?? Number.NaN, 12);
      expect(told?.palma).toBeCloseTo(found.palma ?? Number.NaN, 12);
      expect(told?.ede).toBeCloseTo(found.kolmPollak?.ede ?? Number.NaN, 8);
      expect(told?.gini).not.toBe(report.city.measures?.[id]?.gini);
    }
  });
  test("stands beside everybody's in text, Markdown, CSV and workbook; of too few nothing is told", () => {
    for (const write of [toText, toMarkdown]) expect(write(report)).toMatch(/elderly/);
    const sheet = toWorkbookSheets(report, {}).find(({ name }) => name === "Measures");
    expect(sheet?.rows).toHaveLength(2 * (1 + report.neighborhoods.length));
    expect(sheet?.rows[1]?.slice(0, 2)).toEqual(["City", "elderly"]);
    const gini = report.city.groupMeasures?.elderly?.shops?.gini ?? 0;
    expect(sheet?.rows[1]).toContain(gini);
    const lines = toMeasuresCsv(report).split("\r\n");
    expect(lines).toContain(`,City,elderly,shops,Opportunities within 900,count,gini,${gini.toFixed(6)}`);
    const small = report.neighborhoods.filter(({ groups }) => groups?.elderly === null);
    expect(small.length).toBeGreaterThan(0);
    for (const { id, groupMeasures } of small) {
      expect(groupMeasures).toEqual({ elderly: null });
      expect(lines.filter((line) => line.startsWith(`${id},`) && /,elderly,.*,$/.test(line))).toHaveLength(16);
    }
  });
  test("is not there where no groups were named, or nothing was measured", () => {
    expect(computeCoverage(prepareCity(jincheng()), { measures: [shops] }).city).not.toHaveProperty("groupMeasures");
    expect(computeCoverage(city).city).not.toHaveProperty("groupMeasures");
    expect(toMeasuresCsv(computeCoverage(city)).split("\r\n")).toHaveLength(2);
  });
});
