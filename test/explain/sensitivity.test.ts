import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { seededDraw } from "../../src/explain/seeded-draw.js";
import { computeSensitivity, withSensitivity } from "../../src/explain/sensitivity.js";
import { toText } from "../../src/report/to-text.js";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { jincheng } from "../support/jincheng.js";

const city = prepareCity(jincheng());
const report = computeCoverage(city);
const sensitivity = computeSensitivity(city, report, { draws: 3, loss: 0.3, factor: 1.25 });
const runsOf = (assumption: string) => sensitivity.runs.filter((run) => run.assumption === assumption);

describe("every run is the report under that assumption alone", () => {
  test("speed", () => {
    const slow = computeCoverage(city, {
      profile: {
        ...standardWalking,
        speedMetersPerSecond: 0.8,
        stepsSpeedMetersPerSecond: 0.8,
        offStreetSpeedMetersPerSecond: 0.8,
      },
    });
    expect(runsOf("speed")[0]).toMatchObject({ setting: 0.8, services: slow.city.services.value });
    const circle = slow.city.circles.convenience?.population.share;
    expect(runsOf("speed")[0]?.circles.convenience).toBe(circle);
  });
  test("a lattice is varied where cities with other ones are given", () => {
    expect(runsOf("lattice")).toEqual([]);
    const coarse = prepareCity(jincheng(), { originSpacingMeters: 200 });
    const { runs } = computeSensitivity(city, report, { draws: 0, lattices: [{ meters: 200, city: coarse }] });
    const run = runs.find(({ assumption }) => assumption === "lattice");
    expect(run).toMatchObject({ setting: 200, services: computeCoverage(coarse).city.services.value });
  });
  test("slower, stricter, more, nearer and fewer never reach more; faster and laxer never less", () => {
    const now = report.city.services.value as number;
    const [slow, fast] = runsOf("speed");
    const [strict, lax] = runsOf("threshold");
    for (const run of [slow, strict, ...runsOf("count"), ...runsOf("facilities")])
      expect(run?.services).toBeLessThanOrEqual(now);
    for (const run of [fast, lax]) expect(run?.services).toBeGreaterThanOrEqual(now);
    expect(runsOf("facilities")).toHaveLength(3);
    expect(new Set(runsOf("facilities").map(({ services }) => services)).size).toBeGreaterThan(1);
  });
});

test("the band goes from the least to the most of all runs and the report", () => {
  const all = [report.city.services.value as number, ...sensitivity.runs.map(({ services }) => services as number)];
  expect(sensitivity.services).toEqual({ low: Math.min(...all), high: Math.max(...all) });
  const text = toText(withSensitivity(report, sensitivity), { width: 1000 });
  expect(text).toMatch(/How surely: \d+\.\d–\d+\.\d of 30 services under other assumptions/);
});

test("one seed leaves out the same facilities every time, another others", () => {
  const lossesOf = (seed: number) =>
    computeSensitivity(city, report, { draws: 1, loss: 0.05, seed }).runs.filter(
      (run) => run.assumption === "facilities",
    );
  expect(lossesOf(1)).toEqual(lossesOf(1));
  expect(lossesOf(2)).not.toEqual(lossesOf(1));
  const draws = Array.from({ length: 4000 }, seededDraw(7));
  expect(draws.reduce((sum, one) => sum + one, 0) / 4000).toBeCloseTo(0.5, 1);
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
});

test("what is no city, no factor and no share is refused", () => {
  expect(() => computeSensitivity({} as never, report)).toThrow(/city/);
  expect(() => computeSensitivity(city, report, { factor: 0.5 })).toThrow(/factor/);
  expect(() => computeSensitivity(city, report, { loss: 2 })).toThrow(/loss/);
  expect(() => computeSensitivity(city, report, { speed: 2 } as never)).toThrow(/Unknown option/);
});
