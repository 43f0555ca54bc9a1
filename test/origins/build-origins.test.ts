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
  test("share the area of their neighborhood equally", () => {
    const { origins, neighborhoodSquareMeters } = buildOrigins(city, null, 100);
    expect(neighborhoodSquareMeters[0]).toBeCloseTo(1_500_000, -3);
    expect(sum(origins.areaSquareMeters)).toBeCloseTo(sum(neighborhoodSquareMeters), 3);
    expect(origins.areaSquareMeters[0]).toBeGreaterThan(9_500); // about 100 m × 100 m each
    expect(origins.areaSquareMeters[0]).toBeLessThan(10_500);
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
  test("in an overlap belong to the first neighborhood of the input, and the overlap is reported", () => {
    const first = neighborhood("first", 10, rectangle(0, 0, 1000, 1000));
    const second = neighborhood("second", 10, rectangle(500, 0, 1500, 1000));
    const { origins, diagnostics } = buildOrigins([first, second], null, 100);
    const seen = new Set<string>();
    for (let i = 0; i < origins.count; i++) {
      const place: LonLat = [origins.lon[i] ?? Number.NaN, origins.lat[i] ?? Number.NaN];
      expect(seen.has(String(place))).toBe(false);
      seen.add(String(place));
      expect(origins.neighborhoodRow[i]).toBe(isInside(place, first.polygons.flat()) ? 0 : 1);
    }
    expect(diagnostics.find(({ code }) => code === "neighborhood.overlap")?.sampleIds).toEqual(["second"]);
    const point = buildOrigins([first, second], placesOf([people("p", 5, at(700, 500))]), 100).origins;
    expect(sum(point.population.slice(0, point.firstOrigin[1]))).toBe(5);
  });
  test("are at least one in a neighborhood smaller than the lattice, inside it", () => {
    const tiny = Array.from({ length: 20 }, (_, i) => neighborhood(`${i}`, 3, rectangle(i * 137, 0, i * 137 + 8, 8)));
    const { origins, diagnostics } = buildOrigins(tiny, null, 100);
    tiny.forEach(({ polygons }, row) => {
      expect(origins.firstOrigin[row + 1]).toBe(row + 1);
      expect(isInside([origins.lon[row] ?? 0, origins.lat[row] ?? 0], polygons.flat())).toBe(true);
    });
    expect(diagnostics.find(({ code }) => code === "neighborhood.smallerThanLattice")?.count).toBeGreaterThan(10);
    expect(sum(origins.population)).toBeCloseTo(60, 9);
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
