import { expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import type { Neighborhood, PolygonRings } from "../../src/model/facts.js";
import { buildOrigins } from "../../src/origins/build-origins.js";
import { slowOrigins } from "../oracle/oracle-origins.js";
import { type PopulationPlace, placesOf } from "../support/population.js";
import { drawIndex, type Random, seededRandom } from "../support/random.js";

/** Rectangles and slanted quadrangles that overlap each other, or share edges; some are tiny. */
function drawPolygons(random: Random, most: number): PolygonRings[] {
  return Array.from({ length: 1 + drawIndex(random, most) }, () => {
    const at = (): LonLat => [104 + drawIndex(random, 12) / 500, 30 + drawIndex(random, 12) / 500];
    const size = random() < 0.2 ? 0.0002 : 0.002 + random() * 0.01;
    const slant = random() < 0.5 ? 0 : random() * 0.004;
    const [lon, lat] = at();
    const ring: LonLat[] = [
      [lon, lat],
      [lon + size, lat + slant],
      [lon + size + slant, lat + size],
      [lon, lat + size],
      [lon, lat],
    ];
    return [ring];
  });
}

test("origins are to the last bit those of placing one point after the other", () => {
  let outsideCount = 0;
  let overlapCount = 0;
  for (let seed = 0; seed < 150; seed++) {
    const random = seededRandom(seed);
    const neighborhoods = Array.from(
      { length: 1 + drawIndex(random, 8) },
      (_, row): Neighborhood => ({
        id: `n${row}`,
        name: null,
        population: random() < 0.3 ? null : drawIndex(random, 5000),
        polygons: drawPolygons(random, 3),
      }),
    );
    const places = Array.from({ length: drawIndex(random, 30) }, (_, i): PopulationPlace => {
      const isPoint = random() < 0.4;
      const location: LonLat = [104 + random() * 0.03, 30 + random() * 0.03];
      return {
        id: `p${i}`,
        population: drawIndex(random, 900) / 7,
        location: isPoint ? location : null,
        polygons: isPoint ? [] : drawPolygons(random, 2),
      };
    });
    const population = random() < 0.3 ? null : places;
    const { origins, populationOutside, diagnostics } = buildOrigins(
      neighborhoods,
      population && placesOf(population),
      100,
    );
    const slow = slowOrigins(neighborhoods, population, 100);
    const found = Array.from({ length: origins.count }, (_, i) => ({
      row: origins.neighborhoodRow[i],
      lon: origins.lon[i],
      lat: origins.lat[i],
      areaSquareMeters: origins.areaSquareMeters[i],
      population: origins.population[i],
    }));
    expect(found, `seed ${seed}`).toEqual(slow.origins);
    expect(populationOutside).toBeCloseTo(slow.outside, 6);
    if (slow.outside > 0) outsideCount++;
    if (diagnostics.some(({ code }) => code === "neighborhood.overlap")) overlapCount++;
  }
  expect(outsideCount).toBeGreaterThan(30);
  expect(overlapCount).toBeGreaterThan(30);
});
