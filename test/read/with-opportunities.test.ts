import { expect, test } from "vitest";
import { computeCoverage, minutes, prepareCity } from "../../src/index.js";
import { cumulative } from "../../src/measures/index.js";
import { readFacilities, withOpportunities } from "../../src/read/index.js";
import { withCategory } from "../../src/standards/index.js";
import { standardOf } from "../support/test-standard.js";

const square = (id: string, lon: number, properties: object) => ({
  ...{ type: "Feature", properties: { id, ...properties } },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [lon, 50],
        [lon + 0.01, 50],
        [lon + 0.01, 50.01],
        [lon, 50.01],
        [lon, 50],
      ],
    ],
  },
});
const grid = [
  square("a", 8, { jobs: 100, population: 10 }),
  square("b", 8.01, { jobs: "1200", population: 10 }),
  square("c", 8.02, { population: 10 }),
];
const shop = {
  type: "Feature",
  properties: { id: "a", category: "shop" },
  geometry: { type: "Point", coordinates: [8, 50] },
};
const read = withOpportunities(readFacilities([shop]), grid, { property: "jobs" });

test("places with a number of it are added, in the middle of their area; those without are counted", () => {
  expect(read.rows.map(({ id, location, isArea }) => [id, location[0].toFixed(3), isArea])).toEqual([
    ["a", "8.000", false],
    ["jobs:a", "8.005", false],
    ["jobs:b", "8.015", false],
  ]);
  expect(read.counts).toMatchObject({ given: 4, used: 3, leftOut: { "opportunity.untold": 1 } });
  expect(read.diagnostics.find(({ code }) => code === "opportunity.untold")?.sampleIds).toEqual(["c"]);
  expect(() => withOpportunities(readFacilities([shop]), grid, { property: "beds" })).toThrow(/"beds"/);
});

test("a measure adds up what they give, of a category that no requirement asks for", () => {
  const standard = withCategory(standardOf([{ category: "shop", threshold: { time: 900 } }]), { id: "jobs" });
  const city = prepareCity({ neighborhoods: grid, facilities: read }, { standard });
  const jobs = cumulative(minutes(60), { categories: ["jobs"], supply: "jobs", id: "jobs" });
  const { city: all, standard: told } = computeCoverage(city, { measures: [jobs] });
  expect(all.measures?.jobs).toMatchObject({ median: 1300, p90: 1300 }); // everybody reaches both within the hour
  expect(told.requirements.map(({ category }) => category)).toEqual(["shop"]);
  expect(() => withCategory(standard, { id: "jobs" })).toThrow(/jobs/);
});
