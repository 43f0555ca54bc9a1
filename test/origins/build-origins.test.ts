import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import type { Neighborhood, PolygonRings } from "../../src/model/facts.js";
import { buildOrigins } from "../../src/origins/build-origins.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import { isInside } from "../oracle/oracle-straight-line.js";
import { type PopulationPlace, placesOf } from "../support/population.js";
import { seededRandom, shuffled } from "../support/random.js";

const corner: LonLat = [104, 30.6];
const scale = degreeMeters(corner[1]);
const at = (east: number, north: number): LonLat => [corner[0] + east / scale.lon, corner[1] + north / scale.lat];
function rectangle(west: number, south: number, east: number, north: number): PolygonRings {
  return [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]];
}
function neighborhood(id: string, population: number | null, ...polygons: PolygonRings[]): Neighborhood {
  return { id, name: null, population, polygons };
}
function people(id: string, population: number, place: LonLat | PolygonRings): PopulationPlace {
  const isPoint = typeof place[0] === "number";
  return {
    id,
    population,
    location: isPoint ? (place as LonLat) : null,
    polygons: isPoint ? [] : [place as PolygonRings],
  };
}
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

const west = neighborhood("west", 1000, rectangle(0, 0, 1000, 1500));
const east = neighborhood("east", 500, rectangle(1000, 0, 2200, 1500));
const city = [west, east];

describe("origins", () => {
  test("belong to exactly one neighborhood each, the one they lie in, in rows that follow one another", () => {
    const { origins } = buildOrigins(city, null, 100);
    expect([...origins.firstOrigin]).toEqual([0, expect.any(Number), origins.count]);
    for (let i = 0; i < origins.count; i++) {
      const row = origins.neighborhoodRow[i] ?? -1;
      expect(origins.firstOrigin[row]).toBeLessThanOrEqual(i);
      expect(origins.firstOrigin[row + 1]).toBeGreaterThan(i);
      const place: LonLat = [origins.lon[i] ?? Number.NaN, origins.lat[i] ?? Number.NaN];
      const holders = city.flatMap(({ polygons }, n) => (isInside(place, polygons.flat()) ? [n] : []));
      expect(holders).toEqual([row]);
    }
  });
  test("share the ground of their neighborhood, cut along its outline", () => {
    const { origins, neighborhoodSquareMeters } = buildOrigins(city, null, 100);
    expect(neighborhoodSquareMeters[0]).toBeCloseTo(1_500_000, -3);
    expect(sum(origins.areaSquareMeters)).toBeCloseTo(sum(neighborhoodSquareMeters), 3);
    const whole = origins.areaSquareMeters.filter((squareMeters) => squareMeters > 9_900).length;
    expect(whole).toBeGreaterThan(12 * 20); // of 22 by 15 cells, those that no outline cuts
    expect(Math.max(...origins.areaSquareMeters)).toBeLessThan(10_100);
    expect(origins.countedSquareMeters).toBeUndefined();
  });
  test("hold the people that the neighborhoods say they have", () => {
    const { origins } = buildOrigins(city, null, 100);
    expect(origins.populationSource).toBe("neighborhoods");
    const [, second = 0] = origins.firstOrigin;
    expect(sum(origins.population.slice(0, second))).toBeCloseTo(1000, 9);
    expect(sum(origins.population.slice(second))).toBeCloseTo(500, 9);
  });
  test("hold nobody, and say so, where no input tells of people", () => {
    const { origins, diagnostics } = buildOrigins([neighborhood("a", null, rectangle(0, 0, 500, 500))], null, 100);
    expect(origins.populationSource).toBe("none");
    expect(sum(origins.population)).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toContain("population.none");
  });
  test("lose no people of a population layer: inside and outside add up to a billionth", () => {
    const random = seededRandom(1);
    const places = Array.from({ length: 60 }, (_, i) => {
      const [x, y] = [random() * 3000 - 500, random() * 2500 - 500];
      const count = Math.ceil(random() * 1e6) / 7;
      return people(`${i}`, count, i % 2 === 0 ? at(x, y) : rectangle(x, y, x + 20 + random() * 600, y + 300));
    });
    const { origins, populationOutside: outside } = buildOrigins(city, placesOf(places), 100);
    const total = sum(places.map(({ population }) => population));
    expect(Math.abs((sum(origins.population) + outside) / total - 1)).toBeLessThan(1e-9);
    expect(outside).toBeGreaterThan(0);
    expect(origins.populationSource).toBe("population layer");
  });
  test("take the people of the population layer, not the neighborhoods' own numbers as well", () => {
    const { origins } = buildOrigins(city, placesOf([people("a", 70, at(500, 500))]), 100);
    expect(sum(origins.population)).toBe(70);
  });
  test("are the same, to the last bit, in whatever order people come", () => {
    const random = seededRandom(2);
    const places = Array.from({ length: 80 }, (_, i) =>
      people(
        `${i}`,
        random() * 100,
        i % 3 === 0 ? rectangle(0, 0, 300 + i, 400) : at(random() * 2000, random() * 1500),
      ),
    );
    const { origins } = buildOrigins(city, placesOf(places), 100);
    for (let i = 0; i < 5; i++)
      expect(buildOrigins(city, placesOf(shuffled(random, places)), 100).origins).toEqual(origins);
  });
  test.each([25, 7, 1, 12.3, 0.1, 1 / 3, 81_234, 1e9 + 0.5])("of %d people are %d people, to the last bit", (count) => {
    for (const width of [50, 333, 1000, 3000]) {
      const own = buildOrigins([neighborhood("a", count, rectangle(0, 0, width, 700))], null, null).origins;
      expect(sum(own.population)).toBe(count);
      const place = people("p", count, rectangle(0, 0, width, 650));
      const halves = [
        neighborhood("w", null, rectangle(-100, -100, width / 3, 800)),
        neighborhood("e", null, rectangle(width / 3, -100, 3200, 800)),
      ];
      const told = buildOrigins(halves, placesOf([place]), null).origins;
      expect(sum(told.population)).toBeCloseTo(count, 12 - Math.ceil(Math.log10(count + 1)));
      const [, second = 0] = told.firstOrigin;
      expect(sum(told.population.slice(0, second)) / count).toBeCloseTo(1 / 3, 9); // exactly its share of the ground
    }
  });
  test("are placed for each neighborhood by its own size: another one moves none", () => {
    const sizes = [90, 400, 700, 1500, 2500];
    const all = sizes.map((size, i) => neighborhood(`${i}`, 10, rectangle(i * 2600, 0, i * 2600 + size, size)));
    const together = buildOrigins(all, null, null);
    // cells: 1,500² ÷ 100² = 225, 700² ÷ 50² = 196, 400² ÷ 25² = 256, of 140 that are enough
    expect([...together.spacingMeters]).toEqual([12.5, 25, 50, 100, 100]);
    all.forEach((one, row) => {
      const alone = buildOrigins([one], null, null).origins;
      const [first, end] = [together.origins.firstOrigin[row], together.origins.firstOrigin[row + 1]];
      for (const column of ["lon", "lat", "areaSquareMeters", "population"] as const)
        expect(together.origins[column].slice(first, end)).toEqual(alone[column]);
    });
    expect(together.diagnostics).toEqual([]);
  });
  test("are at most about two million: then the finest lattices are not used, and a diagnostic says so", () => {
    const large = neighborhood("large", 10, rectangle(0, 0, 100_000, 199_000)); // 1.99 million cells of 100 m
    const small = neighborhood("small", 10, rectangle(-400, 0, 0, 1000)); // 6,400 cells at 12.5 m, 2,560 … at 25 m
    const { diagnostics, spacingMeters, origins } = buildOrigins([large, small], null, null);
    expect(spacingMeters[0]).toBe(100);
    expect(origins.count).toBeLessThan(2_010_000);
    const found = diagnostics.find(({ code }) => code === "origins.coarser");
    expect(found === undefined || found.sampleIds.includes("small")).toBe(true);
  });
  test("are at least one in a neighborhood smaller than any cell, inside it", () => {
    const tiny = Array.from({ length: 20 }, (_, i) => neighborhood(`${i}`, 3, rectangle(i * 137, 0, i * 137 + 8, 8)));
    const { origins, diagnostics } = buildOrigins(tiny, null, null);
    tiny.forEach(({ polygons }, row) => {
      const [first, end] = [origins.firstOrigin[row] ?? 0, origins.firstOrigin[row + 1] ?? 0];
      expect(end).toBeGreaterThan(first);
      expect(end - first).toBeLessThanOrEqual(4);
      for (let i = first; i < end; i++)
        expect(isInside([origins.lon[i] ?? 0, origins.lat[i] ?? 0], polygons.flat())).toBe(true);
    });
    expect(diagnostics.find(({ code }) => code === "neighborhood.smallerThanLattice")?.count).toBe(20);
    expect(sum(origins.population)).toBe(60);
  });
  test("lie in all parts of a neighborhood and in none of its holes", () => {
    const [outer = []] = rectangle(0, 0, 1000, 1000);
    const [hole = []] = rectangle(300, 300, 700, 700);
    const parts = neighborhood("n", 1, [outer, hole], rectangle(2000, 0, 2500, 500));
    const { origins } = buildOrigins([parts], null, 50);
    let inSecond = 0;
    for (let i = 0; i < origins.count; i++) {
      const place: LonLat = [origins.lon[i] ?? Number.NaN, origins.lat[i] ?? Number.NaN];
      expect(isInside(place, [outer, hole]) || isInside(place, rectangle(2000, 0, 2500, 500))).toBe(true);
      if (place[0] > at(1500, 0)[0]) inSecond++;
    }
    expect(origins.count).toBeGreaterThan(((1_000_000 - 160_000 + 250_000) / 2500) * 0.95);
    expect(inSecond).toBeGreaterThan(90);
  });
  test("of unpopulated neighborhoods are reported", () => {
    const { diagnostics } = buildOrigins(city, placesOf([people("a", 70, at(500, 500))]), 100);
    expect(diagnostics.find(({ code }) => code === "neighborhood.unpopulated")?.sampleIds).toEqual(["east"]);
  });
});
