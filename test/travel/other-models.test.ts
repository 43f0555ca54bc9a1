import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { computeCoverage, prepareCity } from "../../src/index.js";
import { type NearestTable, NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED } from "../../src/model/travel.js";
import { cheapestOf } from "../../src/travel/cheapest-of.js";
import { costTo, facilityTo } from "../../src/travel/nearest-table.js";
import { onNetwork } from "../../src/travel/on-network.js";
import { straightLine } from "../../src/travel/straight-line.js";
import type { TravelModel } from "../../src/travel/travel-model.js";
import { walkedStraight } from "../oracle/oracle-straight-line.js";
import { drawIndex, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";
import { requestFor, travelCityOf, walkingAt } from "../support/travel-city.js";

describe("the straight line", () => {
  test("equals brute force in 100 random towns: ranks, counts, seconds and metres", () => {
    for (let seed = 0; seed < 100; seed++) {
      const { streets, facilities, origins, categories } = randomTown(seed);
      const city = travelCityOf(streets, facilities, origins);
      for (const unit of ["seconds", "meters"] as const) {
        const perMeter = unit === "seconds" ? 1.3 / 1.5 : 1.3;
        const table = straightLine({ speedMetersPerSecond: 1.5 })
          .prepare(city, walkingAt(1))
          .fillTable(
            requestFor(categories, { unit, cutoff: 500, nearestCount: 2, countWithin: categories.map(() => 400) }),
          );
        origins.forEach((place, origin) => {
          categories.forEach((category, column) => {
            const costs = facilities
              .filter((facility) => facility.categories.includes(category))
              .map((facility) => walkedStraight(place, facility) * perMeter)
              .sort((a, b) => a - b);
            for (const rank of [0, 1]) {
              const expected = costs[rank] ?? Infinity;
              const cost = costTo(table, origin, column, rank);
              if (expected > 500) expect(cost).toBe(Infinity);
              else expect(cost).toBeCloseTo(expected, 6);
              const row = facilityTo(table, origin, column, rank);
              if (cost < Infinity) expect(facilities[row]?.categories).toContain(category);
              else expect(row).toBe(costs.length === 0 ? NO_WAY : NONE_WITHIN_CUTOFF);
            }
            expect(table.counts[column]?.[origin]).toBe(costs.filter((cost) => cost <= 400).length);
          });
        });
      }
    }
  });
  test("knows no detour below 1 and no speed of 0", () => {
    expect(() => straightLine({ detourFactor: 0.9 })).toThrow(CoverageError);
    expect(() => straightLine({ detourFactor: Number.NaN })).toThrow(CoverageError);
    expect(() => straightLine({ speedMetersPerSecond: 0 })).toThrow(CoverageError);
  });
  test("is never longer than the way along the streets", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { streets, facilities, origins, categories } = randomTown(seed);
      const city = travelCityOf(streets, facilities, origins);
      const request = requestFor(categories, { unit: "meters", cutoff: 5000 });
      const straight = straightLine({ detourFactor: 1 }).prepare(city, walkingAt(1)).fillTable(request);
      const walked = onNetwork().prepare(city, walkingAt(1)).fillTable(request);
      walked.cost.forEach((meters, cell) => {
        if (meters < Infinity) expect(meters).toBeGreaterThanOrEqual((straight.cost[cell] ?? 0) * (1 - 1e-6));
      });
    }
  });
});

describe("the cheapest of several models", () => {
  const RANKS = 3;
  function tableOf(ways: readonly (readonly [row: number, cost: number])[], none = NONE_WITHIN_CUTOFF): NearestTable {
    const sorted = [...ways].sort((a, b) => a[1] - b[1] || a[0] - b[0]).slice(0, RANKS);
    const cell = <T>(value: (way: readonly [number, number]) => T, empty: T) =>
      Array.from({ length: RANKS }, (_, i) => (sorted[i] === undefined ? empty : value(sorted[i])));
    return {
      unit: "seconds",
      originCount: 1,
      categories: ["shop"],
      nearestCount: RANKS,
      cutoff: 1000,
      cost: Float64Array.from(cell(([, cost]) => cost, Infinity)),
      facilityRow: Int32Array.from(cell(([row]) => row, none)),
      secondQuantity: Float64Array.from(cell(([, cost]) => 2 * cost, 0)),
      counts: [Uint32Array.of(ways.length)],
    };
  }
  test("gives each facility its cheapest way, once, in order", () => {
    const random = seededRandom(8);
    for (let i = 0; i < 500; i++) {
      const draw = () =>
        new Map(Array.from({ length: drawIndex(random, 4) }, () => [drawIndex(random, 5), 1 + drawIndex(random, 30)]));
      const models = [draw(), draw(), draw()];
      const best = new Map<number, number>();
      for (const ways of models)
        for (const [row, cost] of ways) best.set(row, Math.min(cost, best.get(row) ?? Infinity));
      const [first, ...others] = models.map((ways) => tableOf([...ways]));
      if (first === undefined) throw new Error("no model");
      const before = structuredClone([first, ...others]);
      const joined = cheapestOf([first, ...others]);
      const expected = tableOf([...best]);
      expect([first, ...others], "models remember what they filled").toEqual(before);
      expect(joined.cost).toEqual(expected.cost);
      expect(joined.facilityRow).toEqual(expected.facilityRow);
      expect(joined.counts[0]?.[0]).toBe(Math.max(...models.map(({ size }) => size)));
    }
  });
  test("where nobody knows a way, says the most that anybody knows", () => {
    const why = (...reasons: [number, ...number[]]) => {
      const [first, ...others] = reasons.map((none) => tableOf([], none));
      return first === undefined ? null : cheapestOf([first, ...others]).facilityRow[0];
    };
    expect(why(NOT_ATTACHED, NO_WAY)).toBe(NO_WAY);
    expect(why(NO_WAY, NONE_WITHIN_CUTOFF, NOT_ATTACHED)).toBe(NONE_WITHIN_CUTOFF);
    expect(why(NOT_ATTACHED, NOT_ATTACHED)).toBe(NOT_ATTACHED);
  });
  test("leaves the answer of each alone as it was, in a prepared city that is asked again", () => {
    const standard = standardOf([{ category: "shop", threshold: { time: 300 } }]);
    const [streets, air] = [onNetwork(), straightLine({ detourFactor: 1 })];
    for (const seed of [5, 6, 7]) {
      const prepared = prepareCity(toTownInput(randomTown(seed), seed), { standard });
      const answer = (...travel: TravelModel[]) => JSON.stringify(computeCoverage(prepared, { travel }).city);
      const [alone, both] = [answer(streets), answer(streets, air)];
      expect(both).not.toBe(alone);
      expect([answer(streets), answer(air, streets), answer(streets, air)]).toEqual([alone, both, both]);
    }
  });
});
