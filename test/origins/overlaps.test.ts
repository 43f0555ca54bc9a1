import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { Sum } from "../../src/geo/sum.js";
import type { Neighborhood, PolygonRings } from "../../src/model/facts.js";
import { buildOrigins } from "../../src/origins/build-origins.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import { type PopulationPlace, placesOf } from "../support/population.js";
import { seededRandom, shuffled } from "../support/random.js";

const scale = degreeMeters(30.6);
const at = (east: number, north: number): LonLat => [104 + east / scale.lon, 30.6 + north / scale.lat];
function rectangle(west: number, south: number, east: number, north: number): PolygonRings {
  return [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]];
}
const neighborhood = (id: string, population: number | null, ...polygons: PolygonRings[]): Neighborhood => ({
  ...{ id, name: null, population, polygons },
});
function sum(values: Iterable<number>): number {
  const total = new Sum();
  for (const value of [...values].sort((a, b) => a - b)) total.add(value);
  return total.value;
}

/** People by neighborhood, and of the city. */
function peopleOf(neighborhoods: readonly Neighborhood[], places: readonly PopulationPlace[] | null = null) {
  const built = buildOrigins(neighborhoods, places && placesOf(places), null);
  const { firstOrigin, population, areaSquareMeters, countedPopulation, countedSquareMeters } = built.origins;
  const byId = Object.fromEntries(
    neighborhoods.map(({ id }, row) => [id, sum(population.slice(firstOrigin[row], firstOrigin[row + 1]))]),
  );
  return {
    ...{ byId, city: sum(countedPopulation ?? population), built },
    squareMeters: sum(countedSquareMeters ?? areaSquareMeters),
    overlaps: built.diagnostics.find(({ code }) => code === "neighborhood.overlap"),
  };
}

describe("a district and its communities", () => {
  const communities = [
    neighborhood("c1", 100, rectangle(0, 0, 200, 200)),
    neighborhood("c2", 200, rectangle(200, 0, 400, 200)),
  ];
  const district = (people: number | null) => neighborhood("district", people, rectangle(0, 0, 400, 200));

  test("have their own people each, and the city has them once", () => {
    const { byId, city, squareMeters, overlaps } = peopleOf([district(300), ...communities]);
    expect(byId).toEqual({ district: 300, c1: 100, c2: 200 });
    expect(city).toBe(300);
    expect(squareMeters / 80_000).toBeCloseTo(1, 4);
    expect(overlaps?.count).toBe(2);
    expect(overlaps?.examples).toEqual(["c1 + district: 0.04 km²", "c2 + district: 0.04 km²"]);
  });
  test("where communities tell of some of the ground, the rest lives on the rest", () => {
    const { byId, city } = peopleOf([district(300), communities[0] as Neighborhood]);
    expect([byId.district, byId.c1, city]).toEqual([300, 100, 300]);
  });
  test("where communities tell of more people than the district, they are believed", () => {
    expect(peopleOf([district(250), ...communities]).city).toBe(300);
    expect(peopleOf([district(50), communities[0] as Neighborhood]).city).toBe(100);
  });
  test("where only one of the levels tells, its people live in the other, too", () => {
    const untold = communities.map((each) => ({ ...each, population: null }));
    const above = peopleOf([district(300), ...untold]);
    expect(above.byId.c1).toBeCloseTo(150, 6);
    expect(above.byId.c2).toBeCloseTo(150, 6);
    expect(above.city).toBe(300);
    const below = peopleOf([district(null), ...communities]);
    expect(below.byId.district).toBeCloseTo(300, 6);
    expect(below.city).toBe(300);
  });
  test("of three levels count on the lowest", () => {
    const levels = [
      neighborhood("city", 1000, rectangle(0, 0, 800, 800)),
      neighborhood("district", 600, rectangle(0, 0, 400, 800)),
      neighborhood("community", 200, rectangle(0, 0, 400, 200)),
    ];
    const { byId, city, squareMeters } = peopleOf(levels);
    expect(byId).toEqual({ city: 1000, district: 600, community: 200 });
    expect(city).toBe(1000);
    expect(squareMeters / 640_000).toBeCloseTo(1, 4);
  });
  test("have the people of a population layer each, and the city has them once", () => {
    const places: PopulationPlace[] = [
      { id: "block", population: 90, location: null, polygons: [rectangle(100, 50, 300, 150)] },
      { id: "house", population: 7, location: at(350, 100), polygons: [] },
      { id: "outside", population: 5, location: at(900, 100), polygons: [] },
      { id: "border", population: 40, location: null, polygons: [rectangle(300, 150, 400, 250)] },
    ];
    const { byId, city, built } = peopleOf([district(null), ...communities], places);
    expect(byId.district).toBeCloseTo(90 + 7 + 20, 3);
    expect(byId.c1).toBeCloseTo(45, 3);
    expect(byId.c2).toBeCloseTo(45 + 7 + 20, 3);
    expect(city).toBeCloseTo(117, 3);
    expect(built.populationOutside).toBeCloseTo(5 + 20, 3);
  });
});

describe("neighborhoods that overlap in part", () => {
  // 1,000 m × 1,000 m each, 500 m of it in both
  const first = neighborhood("first", 1000, rectangle(0, 0, 1000, 1000));
  const second = neighborhood("second", 900, rectangle(500, 0, 1500, 1000));
  test("keep their ground, and the city has it once", () => {
    const { squareMeters, built, overlaps } = peopleOf([first, second]);
    expect(squareMeters / 1.5e6).toBeCloseTo(1, 4);
    expect(sum(built.neighborhoodSquareMeters) / 2e6).toBeCloseTo(1, 4);
    expect(overlaps?.examples).toEqual([expect.stringMatching(/: 0\.50 km²$/)]);
  });
  test("that share but a border drawn twice do not overlap", () => {
    const sloppy = neighborhood("sloppy", 5, rectangle(999.9999, 0, 2000, 1000));
    expect(peopleOf([first, sloppy]).overlaps).toBeUndefined();
  });
  test("give the same numbers in whatever order they come", () => {
    const third = neighborhood("third", null, rectangle(-200, 300, 700, 600), rectangle(-100, 500, 100, 900));
    const twin = { ...first, id: "twin" };
    const all = [first, second, third, twin];
    const places = Array.from({ length: 30 }, (_, i): PopulationPlace => {
      const random = seededRandom(i);
      const [x, y] = [random() * 1500 - 200, random() * 900];
      const isPoint = i % 2 === 0;
      return {
        ...{ id: `p${i}`, population: random() * 50, location: isPoint ? at(x, y) : null },
        polygons: isPoint ? [] : [rectangle(x, y, x + 150 + 200 * random(), y + 120)],
      };
    });
    for (const population of [null, places]) {
      const expected = peopleOf(all, population);
      for (let seed = 0; seed < 6; seed++) {
        const found = peopleOf(shuffled(seededRandom(seed), all), population);
        expect(found.byId).toEqual(expected.byId);
        expect([found.city, found.squareMeters]).toEqual([expected.city, expected.squareMeters]);
        expect(found.overlaps).toEqual(expected.overlaps);
        expect(found.built.populationOutside).toBe(expected.built.populationOutside);
      }
    }
  });
});

describe("parts of one neighborhood", () => {
  test.each([
    ["overlap", rectangle(500, 0, 1500, 1000), 1.5e6],
    ["are drawn twice", rectangle(0, 0, 1000, 1000), 1e6],
    ["lie in one another", rectangle(200, 200, 700, 700), 1e6],
    ["are apart", rectangle(2000, 0, 3000, 1000), 2e6],
    ["touch", rectangle(1000, 0, 2000, 1000), 2e6],
  ] as const)("that %s are one ground", (_, part, squareMeters) => {
    for (const outlinesMayCross of [false, true]) {
      const one = neighborhood("one", 77, rectangle(0, 0, 1000, 1000), part);
      const { origins, neighborhoodSquareMeters } = buildOrigins([one], null, null, { outlinesMayCross });
      expect((neighborhoodSquareMeters[0] ?? 0) / squareMeters).toBeCloseTo(1, 4);
      expect(sum(origins.areaSquareMeters)).toBeCloseTo(neighborhoodSquareMeters[0] ?? 0, 3);
      expect(Math.max(...origins.areaSquareMeters)).toBeLessThan(10_100);
      expect(sum(origins.population)).toBe(77);
    }
  });
});
