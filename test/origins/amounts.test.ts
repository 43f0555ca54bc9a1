import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import type { LandArea, Neighborhood, Origins } from "../../src/model/facts.js";
import { buildOrigins } from "../../src/origins/build-origins.js";
import { pickOrigins } from "../../src/origins/pick-origins.js";
import { type AmountLayers, NO_AMOUNTS } from "../../src/origins/place-amounts.js";
import { slowGroundOfUse, slowOrigins } from "../oracle/oracle-origins.js";
import { drawPolygon } from "../support/draw-polygon.js";
import { type PopulationPlace, placesOf } from "../support/population.js";
import { drawIndex, type Random, seededRandom, shuffled } from "../support/random.js";

// What there is at origins besides people: jobs, buildings, residential ground.

/** Neighborhoods that overlap or not, land that overlaps itself and them, and jobs at points and on ground. */
function drawTown(random: Random) {
  const neighborhoods = Array.from(
    { length: 2 + drawIndex(random, 3) },
    (_, row): Neighborhood => ({
      id: `n${row}`,
      name: null,
      population: null,
      polygons: [drawPolygon(random, 0.002, 0.004)],
    }),
  );
  const landUse = Array.from(
    { length: 1 + drawIndex(random, 4) },
    (_, row): LandArea => ({ id: `u${row}`, use: "R2", polygons: [drawPolygon(random, 0.002, 0.004)] }),
  );
  const jobs = Array.from({ length: 6 }, (_, i): PopulationPlace => {
    const location: LonLat = [104 + random() * 0.015, 30 + random() * 0.015];
    const isPoint = random() < 0.5;
    return {
      ...{ id: `j${i}`, population: drawIndex(random, 900) / 7, location: isPoint ? location : null },
      polygons: isPoint ? [] : [drawPolygon(random, 0.004, 0.004)],
    };
  });
  return { neighborhoods, landUse, jobs };
}
const amountsOf = ({ landUse, jobs }: Pick<ReturnType<typeof drawTown>, "landUse" | "jobs">): AmountLayers => ({
  ...{ ...NO_AMOUNTS, landUse, jobs: placesOf(jobs) },
});
const sum = (values: Iterable<number> = []) => [...values].reduce((total, value) => total + value, 0);

/** The origin in a box that stands for ground of a neighborhood. */
function rowIn(origins: Origins, neighborhood: number, [west, south, east, north]: readonly number[]): number {
  const isThere = (i: number) =>
    origins.neighborhoodRow[i] === neighborhood &&
    (origins.lon[i] as number) > (west as number) &&
    (origins.lon[i] as number) < (east as number) &&
    (origins.lat[i] as number) > (south as number) &&
    (origins.lat[i] as number) < (north as number);
  return Array.from({ length: origins.count }, (_, i) => i).find(isThere) ?? -1;
}

describe("residential ground and jobs", () => {
  test("are those of cutting everything along everything, in 60 random towns", () => {
    let [overlapCount, outsideCount] = [0, 0];
    for (let seed = 0; seed < 60; seed++) {
      const { neighborhoods, landUse, jobs } = drawTown(seededRandom(seed));
      const { origins, diagnostics } = buildOrigins(neighborhoods, null, 100, {
        amounts: amountsOf({ landUse, jobs }),
      });
      const { residentialSquareMeters = new Float64Array(), jobs: found = new Float64Array() } = origins.amounts ?? {};
      const counted = origins.countedAmounts ?? origins.amounts ?? {};
      for (const cell of slowGroundOfUse(
        neighborhoods,
        landUse.flatMap(({ polygons }) => polygons),
        100,
      )) {
        const row = rowIn(origins, cell.neighborhood, cell.box);
        expect(residentialSquareMeters[row], `seed ${seed}`).toBeCloseTo(cell.squareMeters, 1);
        expect(counted.residentialSquareMeters?.[row], `seed ${seed}`).toBeCloseTo(cell.countedSquareMeters, 1);
        expect(residentialSquareMeters[row]).toBeLessThanOrEqual(origins.areaSquareMeters[row] as number);
      }
      const slow = slowOrigins(neighborhoods, jobs, 100);
      neighborhoods.forEach((_, n) => {
        const slowOwn = slow.cells.filter(({ neighborhood }) => neighborhood === n);
        const own = (column: Float64Array | undefined) =>
          sum(column?.filter((_, i) => origins.neighborhoodRow[i] === n));
        expect(own(found), `seed ${seed}`).toBeCloseTo(sum(slowOwn.map(({ people }) => people)), 2);
        expect(own(counted.jobs), `seed ${seed}`).toBeCloseTo(
          sum(slowOwn.map(({ countedPeople }) => countedPeople)),
          2,
        );
        for (const { box, people } of slowOwn.filter(({ squareMeters }) => squareMeters > 0)) {
          // points lie in the cells, too
          const [west, south, east, north] = box;
          const points = slowOwn.filter(
            ({ squareMeters, box: [lon, lat] }) =>
              squareMeters === 0 && lon > west && lon < east && lat > south && lat < north,
          );
          const row = rowIn(origins, n, box);
          expect(found[row], `seed ${seed}`).toBeCloseTo(people + sum(points.map((point) => point.people)), 2);
        }
      });
      if (origins.countedAmounts !== undefined) overlapCount++;
      if (diagnostics.some(({ code }) => code === "jobs.outside")) outsideCount++;
    }
    expect([overlapCount, outsideCount].map((count) => count > 15)).toEqual([true, true]);
  });

  test("add no origin, move none and change no other column, to the last bit", () => {
    for (let seed = 0; seed < 20; seed++) {
      const town = drawTown(seededRandom(seed));
      const people = placesOf(town.jobs.map((place, i) => ({ ...place, population: i })));
      const { origins } = buildOrigins(town.neighborhoods, people, null, { amounts: amountsOf(town) });
      const { amounts, countedAmounts, ...others } = origins;
      expect(others).toEqual(buildOrigins(town.neighborhoods, people, null).origins);
      expect(Object.keys(amounts ?? {}).sort()).toEqual(["jobs", "residentialSquareMeters"]);
      for (const column of Object.values(amounts ?? {})) expect(column.length).toBe(origins.count);
    }
  });

  test("do not depend on the order of the layers, to the last bit", () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = seededRandom(seed);
      const { neighborhoods, landUse, jobs } = drawTown(random);
      const built = (layers: Parameters<typeof amountsOf>[0]) =>
        buildOrigins(neighborhoods, null, 50, { amounts: amountsOf(layers) }).origins.amounts;
      const mixed = { landUse: shuffled(random, landUse), jobs: shuffled(random, jobs) };
      expect(built(mixed)).toEqual(built({ landUse, jobs }));
    }
  });

  test("columns of layers that are not there are not there", () => {
    const { neighborhoods, landUse } = drawTown(seededRandom(3));
    const { origins } = buildOrigins(neighborhoods, null, 100, { amounts: { ...NO_AMOUNTS, landUse } });
    expect(Object.keys(origins.amounts ?? {})).toEqual(["residentialSquareMeters"]);
    expect(buildOrigins(neighborhoods, null, 100).origins).not.toHaveProperty("amounts");
  });

  test("go with the origins that are picked", () => {
    const town = drawTown(seededRandom(5));
    const { origins } = buildOrigins(town.neighborhoods, null, 100, { amounts: amountsOf(town) });
    const { amounts } = pickOrigins(origins, [3, 1]);
    expect(amounts?.jobs).toEqual(Float64Array.of(origins.amounts?.jobs?.[3] ?? -1, origins.amounts?.jobs?.[1] ?? -1));
    expect(amounts?.residentialSquareMeters?.length).toBe(2);
  });
});

describe("places on the border", () => {
  test("whose own cell has next to no ground of the neighborhood count in the nearest one", () => {
    const ring: LonLat[] = [
      [104, 30],
      [104.01, 30],
      [104.01, 30.01],
      [104, 30.01],
      [104, 30],
    ];
    const square: Neighborhood = { id: "n", name: null, population: null, polygons: [[ring]] };
    const corners = ring
      .slice(1)
      .map((location, i): PopulationPlace => ({ id: `c${i}`, population: 10, location, polygons: [] }));
    for (const spacing of [100, 50, 333]) {
      const { origins } = buildOrigins([square], null, spacing, {
        amounts: { ...NO_AMOUNTS, jobs: placesOf(corners), buildings: placesOf(corners) },
      });
      expect(sum(origins.amounts?.jobs)).toBe(40);
      expect(sum(origins.amounts?.buildings)).toBe(40);
    }
  });
});
