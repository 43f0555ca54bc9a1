import { expect, test } from "vitest";
import { FacilityIndex } from "../../src/facilities/facility-index.js";
import type { ReachTable } from "../../src/model/travel.js";
import { givenCosts } from "../../src/travel/given-costs.js";
import type { TravelCity } from "../../src/travel/travel-model.js";
import { describeCity, readCityTable } from "../support/cities.js";
import { readPairs } from "../support/pairs.js";
import { facilityAt, originsAt, walkingAt } from "../support/travel-city.js";

// Published results of the R package accessibility on a matrix of 748,437 travel times.

describeCity("belo_horizonte", () => {
  const hexagons = readCityTable("belo_horizonte/population.csv");
  const matrix = readCityTable("belo_horizonte/travel_matrix.csv.gz");
  const rowOf = new Map(hexagons.map(({ id = "" }, row) => [id, row]));
  const facilities = hexagons.map(({ id = "" }) => facilityAt(id, [0, 0], "hexagon"));
  const city: TravelCity = {
    origins: originsAt(hexagons.map(() => [0, 0])),
    facilities,
    facilityIndex: () => new FacilityIndex(facilities),
    streets: null,
  };
  const columns = {
    originRow: Uint32Array.from(matrix, ({ from_id = "" }) => rowOf.get(from_id) ?? Number.NaN),
    facilityId: matrix.map(({ to_id = "" }) => to_id),
    cost: Float64Array.from(matrix, ({ travel_time }) => 60 * Number(travel_time)),
  };
  const reference = new Map(
    readCityTable("belo_horizonte/reference_accessibility.csv").map((row) => [row.id ?? "", row]),
  );
  const request = { unit: "seconds", cutoff: 7200, categories: ["hexagon"] } as const;
  const fill = () =>
    givenCosts(columns, { unit: "seconds" }).prepare(city, walkingAt(1)).fillReach?.(request) as ReachTable;

  test("every pair is in the reach table, in less than two seconds of one processor", () => {
    const start = process.cpuUsage();
    const table = fill();
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
    expect(table.pairCount).toBe(748_437);
    const given = new Map(columns.cost.entries());
    expect(new Set(readPairs(table).map(({ cost }) => cost))).toEqual(new Set(given.values()));
  });
  test("jobs and schools within reach, and jobs by distance, are the published ones in every hexagon", () => {
    const number = (row: number, column: string) => Number(hexagons[row]?.[column]);
    const sums = hexagons.map(() => ({ cum_jobs_30: 0, cum_schools_30: 0, cum_jobs_60: 0, gravity: 0 }));
    for (const { origin, row, cost } of readPairs(fill())) {
      const sum = sums[origin];
      if (sum === undefined) throw new Error(`no origin ${origin}`);
      if (cost <= 1800) sum.cum_jobs_30 += number(row, "jobs");
      if (cost <= 1800) sum.cum_schools_30 += number(row, "schools");
      if (cost <= 3600) sum.cum_jobs_60 += number(row, "jobs");
      sum.gravity += number(row, "jobs") * Math.exp(-0.08 * (cost / 60));
    }
    hexagons.forEach(({ id = "" }, row) => {
      const expected = reference.get(id) ?? {};
      for (const column of ["cum_jobs_30", "cum_schools_30", "cum_jobs_60"] as const)
        expect(sums[row]?.[column], `${id} ${column}`).toBe(Number(expected[column]));
      const gravity = Number(expected["gravity_jobs_exp_0.08"]);
      expect(Math.abs((sums[row]?.gravity ?? Number.NaN) - gravity), id).toBeLessThanOrEqual(1e-9 * gravity);
    });
  });
});
