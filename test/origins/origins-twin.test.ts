import { expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import type { Neighborhood, PolygonRings } from "../../src/model/facts.js";
import { buildOrigins } from "../../src/origins/build-origins.js";
import { slowOrigins } from "../oracle/oracle-origins.js";
import { isInside } from "../oracle/oracle-straight-line.js";
import { drawPolygon } from "../support/draw-polygon.js";
import { type PopulationPlace, placesOf } from "../support/population.js";
import { drawIndex, type Random, seededRandom } from "../support/random.js";

/** Rectangles and slanted quadrangles that overlap each other, lie in each other or share edges. */
function drawPolygons(random: Random, most: number, least = 0.002): PolygonRings[] {
  return Array.from({ length: 1 + drawIndex(random, most) }, () => drawPolygon(random, least, 0.006));
}

test("origins have the ground and the people of cutting everything along everything, in 60 random towns", () => {
  let outsideCount = 0;
  let overlapCount = 0;
  for (let seed = 0; seed < 60; seed++) {
    const random = seededRandom(seed);
    const areTold = random() < 0.7;
    const neighborhoods = Array.from(
      { length: 1 + drawIndex(random, 4) },
      (_, row): Neighborhood => ({
        id: `n${row}`,
        name: null,
        population: areTold ? drawIndex(random, 5000) : null,
        polygons: drawPolygons(random, 2),
      }),
    );
    const places = Array.from({ length: drawIndex(random, 8) }, (_, i): PopulationPlace => {
      const isPoint = random() < 0.4;
      const location: LonLat = [104 + random() * 0.015, 30 + random() * 0.015];
      return {
        id: `p${i}`,
        population: drawIndex(random, 900) / 7,
        location: isPoint ? location : null,
        polygons: isPoint ? [] : drawPolygons(random, 1, 0.004),
      };
    });
    const population = places.length < 2 ? null : places;
    const built = buildOrigins(neighborhoods, population && placesOf(population), 100);
    const { origins, populationOutside, diagnostics } = built;
    const slow = slowOrigins(neighborhoods, population, 100);
    const boxed = Array.from({ length: origins.count }, (_, i) => i).filter(
      (i) => (origins.areaSquareMeters[i] ?? 0) > 0,
    );
    const cells = slow.cells.filter(({ squareMeters }) => squareMeters > 0);
    expect(boxed.length, `seed ${seed}`).toBe(cells.length);
    for (const cell of cells) {
      const [west, south, east, north] = cell.box;
      const row = boxed.find(
        (i) =>
          origins.neighborhoodRow[i] === cell.neighborhood &&
          (origins.lon[i] as number) > west &&
          (origins.lon[i] as number) < east &&
          (origins.lat[i] as number) > south &&
          (origins.lat[i] as number) < north,
      ) as number;
      expect(row, `seed ${seed}`).toBeDefined();
      const place: LonLat = [origins.lon[row] ?? 0, origins.lat[row] ?? 0];
      const { polygons = [] } = neighborhoods[cell.neighborhood] ?? {};
      expect(polygons.some((polygon) => isInside(place, polygon))).toBe(true);
      const counted = origins.countedSquareMeters ?? origins.areaSquareMeters;
      expect(origins.areaSquareMeters[row]).toBeCloseTo(cell.squareMeters, 1);
      expect(counted[row]).toBeCloseTo(cell.countedSquareMeters, 1);
      // small pieces of outlines are places of their own: people are compared by neighborhood below
      if (population === null) expect(origins.population[row]).toBeCloseTo(cell.people, 4);
    }
    neighborhoods.forEach((_, n) => {
      const own = Array.from({ length: origins.count }, (_, i) => i).filter((i) => origins.neighborhoodRow[i] === n);
      const sum = (values: ArrayLike<number>) => own.reduce((total, i) => total + (values[i] as number), 0);
      const slowOwn = slow.cells.filter(({ neighborhood }) => neighborhood === n);
      expect(sum(origins.population), `seed ${seed}`).toBeCloseTo(
        slowOwn.reduce((total, { people }) => total + people, 0),
        2, // shares of square degrees there, of square metres here
      );
      if (population !== null)
        expect(sum(origins.countedPopulation ?? origins.population), `seed ${seed}`).toBeCloseTo(
          slowOwn.reduce((total, { countedPeople }) => total + countedPeople, 0),
          2,
        );
    });
    expect(populationOutside).toBeCloseTo(slow.outside, 2);
    if (slow.outside > 0) outsideCount++;
    if (diagnostics.some(({ code }) => code === "neighborhood.overlap")) overlapCount++;
  }
  expect(outsideCount).toBeGreaterThan(15);
  expect(overlapCount).toBeGreaterThan(20);
});
