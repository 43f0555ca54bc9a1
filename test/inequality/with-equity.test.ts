import { parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { computeCoverage, minutes, toMarkdown, toText } from "../../src/index.js";
import { equity, withEquity } from "../../src/inequality/index.js";
import { completeness, costToNearest, cumulative } from "../../src/measures/index.js";
import { measureOrigins, toOriginParquet } from "../../src/tables/index.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city, report: plain } = judgeJincheng();
const pharmacy = costToNearest(minutes(60), { categories: ["pharmacy"], id: "pharmacy" });
const shops = cumulative(minutes(15), { categories: ["supermarket"], id: "shops" });
const measures = [withEquity(pharmacy), withEquity(shops), completeness(minutes(15))];
const report = computeCoverage(city, { measures });
const origins = measureOrigins(city, { measures });

describe("what a report tells of how a measure is shared", () => {
  test("is what equity tells of the places where people start", () => {
    for (const [id, direction] of [
      ["pharmacy", "burden"],
      ["shops", "benefit"],
    ] as const) {
      const found = equity(origins.values[id] ?? new Float64Array(), origins.population, { direction });
      const told = report.city.measures?.[id];
      expect(told?.gini).toBeCloseTo(found.gini ?? Number.NaN, 12);
      expect(told?.palma).toBeCloseTo(found.palma ?? Number.NaN, 12);
      expect(told?.ede).toBeCloseTo(found.kolmPollak?.ede ?? Number.NaN, 8);
      const reached = found.people / (found.people + found.unreachedPeople);
      expect(told?.reached).toBeCloseTo(reached, 12);
    }
    expect(report.neighborhoods[0]?.measures?.pharmacy).toHaveProperty("gini");
  });
  test("stands in text and Markdown, in both languages, and only where measures were asked for", () => {
    for (const write of [toText, toMarkdown]) {
      expect(write(report)).toContain("Measures, for the whole city");
      expect(write(report, { locale: "zh" })).toContain("全市指标");
      expect(write(plain)).not.toContain("Measures, for the whole city");
    }
    expect(report.measures?.map(({ id, unit }) => [id, unit])).toEqual([
      ["pharmacy", "seconds"],
      ["shops", "count"],
      ["completeness-900s", "share"],
    ]);
    expect(plain).not.toHaveProperty("measures");
  });
});

describe("measures of origins", () => {
  test("are those that a report sums up", () => {
    const { count, population, values } = origins;
    const { shops = new Float64Array() } = values;
    expect(shops.length).toBe(count);
    let [sum, people] = [0, 0];
    for (const [row, value] of shops.entries()) {
      if (Number.isNaN(value)) continue;
      sum += value * (population[row] ?? 0);
      people += population[row] ?? 0;
    }
    expect(report.city.measures?.shops?.mean).toBeCloseTo(sum / people, 9);
  });
  test("are points of a GeoParquet file, which is the same every time", async () => {
    const bytes = await toOriginParquet(origins);
    expect(await toOriginParquet(measureOrigins(city, { measures }))).toEqual(bytes);
    const file = bytes.slice().buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows.length).toBe(origins.count);
    expect(rows[0]).toMatchObject({
      neighborhood: origins.neighborhoodIds[0],
      population: origins.population[0],
      geometry: { type: "Point", coordinates: [origins.lon[0], origins.lat[0]] },
    });
  });
});
