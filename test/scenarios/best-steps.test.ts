import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { bestSteps, computeCoverage, prepareCity, toMarkdown, toText, withSteps } from "../../src/index.js";
import { bestByTrial, gainByTrial } from "../oracle/oracle-steps.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { walkingAt } from "../support/travel-city.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 120 } },
  { category: "school", threshold: { network: 150 } },
  { category: "park", threshold: { time: 240 }, count: 2 },
  { category: "bank", threshold: { straight: 100 } },
]);
const profile = walkingAt(1.1, { maxAccessMeters: 120 });

function tryEverywhere(seed: number) {
  const town = randomTown(seed, { originCount: 14, facilityCount: 6, tagsOf: () => ({ highway: "residential" }) });
  const city = prepareCity(toTownInput(town, seed), { standard, smallFragmentMeters: 0 });
  const report = computeCoverage(city, { profile });
  const corners = town.streets.flatMap(({ coordinates }) => coordinates as readonly LonLat[]);
  const gainAt = (category: string, location: LonLat) => gainByTrial(city, report, category, location);
  const best = new Map(["shop", "school", "park"].map((one) => [one, bestByTrial(city, report, one, corners)]));
  return { city, report, best, gainAt };
}

describe("the steps that help most", () => {
  for (const seed of [3, 8, 21, 34])
    test(`are those that trying every corner finds, with the same gain (town ${seed})`, () => {
      const { city, report, best, gainAt } = tryEverywhere(seed);
      const steps = bestSteps(city, report);
      const found = new Map(steps.map((step) => [step.requirement, step]));
      let judged = 0;
      for (const [category, most] of best) {
        if (report.city.requirements[category]?.status === "no-data") continue;
        judged++;
        const step = found.get(category);
        expect(step?.gain ?? 0, category).toBeCloseTo(most, 6);
        if (step === undefined) continue;
        expect(gainAt(category, step.location)).toBeCloseTo(step.gain, 6);
        const { total, unknown, covered } = report.city.requirements[category]?.population ?? {
          total: 0,
          unknown: 0,
          covered: 0,
        };
        expect(step.shareAfter).toBeCloseTo((covered + step.gain) / (total - unknown), 9);
      }
      expect(judged).toBeGreaterThan(0);
      expect(found.has("bank")).toBe(false); // as the crow flies
      expect(steps.map(({ gain }) => gain)).toEqual(steps.map(({ gain }) => gain).sort((a, b) => b - a));
    });

  test("stand in text and Markdown of a report that has them, and in no other", () => {
    const { city, report } = tryEverywhere(8);
    const steps = bestSteps(city, report);
    const told = withSteps(report, steps);
    expect(steps.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(told)).steps).toEqual(steps);
    expect(toText(told)).toContain("The one step that helps most: one more of");
    expect(toMarkdown(told)).toContain("## Steps that help most");
    expect(toText(report)).not.toContain("step that helps most");
  });

  test("there are none without streets", () => {
    const town = randomTown(8);
    const { streets: _, ...input } = toTownInput(town, 8);
    const city = prepareCity(input, { standard });
    expect(bestSteps(city, computeCoverage(city, { profile }))).toEqual([]);
  });
});
