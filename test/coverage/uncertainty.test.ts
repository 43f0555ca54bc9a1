import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { joinUncertainty, uncertaintyOf } from "../../src/coverage/uncertainty.js";
import { computeCoverage } from "../../src/index.js";
import type { Origins } from "../../src/model/facts.js";

function originsOf(people: readonly number[], ground: readonly number[], source: Origins["populationSource"]): Origins {
  const column = (values: readonly number[]) => Float64Array.from(values);
  return {
    ...{ count: people.length, lon: column(people), lat: column(people), population: column(people) },
    ...{ areaSquareMeters: column(ground), neighborhoodRow: new Uint32Array(people.length) },
    ...{ firstOrigin: Uint32Array.of(0, people.length), populationSource: source, groups: {} },
  };
}
const equal = (count: number, value: number) => Array.from({ length: count }, () => value);

describe("the uncertainty of an area", () => {
  test("goes with the number of its cells to the power of minus three quarters", () => {
    // 16^(3/4) = 8, 625^(3/4) = 125
    for (const [count, parts] of [
      [1, 1],
      [16, 8],
      [625, 125],
    ] as const) {
      const { population, area } = uncertaintyOf(originsOf(equal(count, 3), equal(count, 50), "neighborhoods"), [
        0,
        count,
      ]);
      expect(area).toBeCloseTo(1 / parts, 12);
      expect(population).toBeCloseTo(1 / parts, 12);
    }
  });
  test("counts cells by what they weigh: next to nothing on fifteen of sixteen is one", () => {
    const { area } = uncertaintyOf(originsOf(equal(16, 1), [1, ...equal(15, 1e-9)], "neighborhoods"), [0, 16]);
    expect(area).toBeCloseTo(1, 6);
  });
  test("is none for people at places of their own, and their part for people who are spread", () => {
    const points = originsOf([...equal(16, 0), 40, 2], [...equal(16, 9), 0, 0], "population layer");
    expect(uncertaintyOf(points, [0, 18])).toEqual({ population: 0, area: expect.closeTo(1 / 8, 12) });
    const half = originsOf([...equal(16, 1), 16], [...equal(16, 9), 0], "population layer");
    expect(uncertaintyOf(half, [0, 17]).population).toBeCloseTo(1 / 16, 12);
    expect(uncertaintyOf(originsOf([0], [1], "none"), [0, 1]).population).toBeNull();
  });
  test("of areas together is less than that of each: errors cancel", () => {
    const one = { population: 10, areaSquareMeters: 100, uncertainty: { population: 0.1, area: 0.2 } };
    expect(joinUncertainty(equal(4, 0).map(() => one))).toEqual({
      population: expect.closeTo(0.05, 12),
      area: expect.closeTo(0.1, 12),
    });
    const untold = { ...one, population: null };
    expect(joinUncertainty([untold]).population).toBeNull();
    expect(joinUncertainty([one, untold]).population).toBeCloseTo(0.1, 12);
  });
  test("holds: of the shares of a town at 100 m, more than nine of ten are that near to those at 25 m", () => {
    const read = (layer: string) => readFileSync(new URL(`../../fixtures/jincheng/${layer}.geojson`, import.meta.url));
    const input = { neighborhoods: read("neighborhoods"), facilities: read("facilities"), streets: read("streets") };
    const [coarse, fine] = [100, 25].map((originSpacingMeters) => computeCoverage(input, { originSpacingMeters }));
    let near = 0;
    let count = 0;
    coarse?.neighborhoods.forEach(({ requirements, uncertainty }, row) => {
      for (const [id, { area }] of Object.entries(requirements)) {
        const truth = fine?.neighborhoods[row]?.requirements[id]?.area.share ?? null;
        if (area.share === null || truth === null || truth === 0 || truth === 1) continue;
        count++;
        if (Math.abs(area.share - truth) <= uncertainty.area) near++;
      }
    });
    expect(count).toBeGreaterThan(500);
    expect(near / count).toBeGreaterThan(0.92);
  });
});
