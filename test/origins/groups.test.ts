import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { computeCoverage, loadCity, prepareCity, saveCity } from "../../src/index.js";
import type { Neighborhood, PolygonRings } from "../../src/model/facts.js";
import { buildOrigins } from "../../src/origins/build-origins.js";
import { pickOrigins } from "../../src/origins/pick-origins.js";
import { type PopulationPlace, placesOf } from "../support/population.js";
import { drawIndex, type Random, seededRandom, shuffled } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { toTownInput } from "../support/town-input.js";

const GROUPS = ["elderly", "children"];
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

function quadrangle(random: Random, size: number): PolygonRings {
  const [lon, lat] = [104 + random() * 0.03, 30 + random() * 0.03];
  const far = size * (0.3 + random());
  const ring: LonLat[] = [
    [lon, lat],
    [lon + far, lat + size / 9],
    [lon + far, lat + far],
    [lon, lat + far],
    [lon, lat],
  ];
  return [ring];
}
/** Neighborhoods that overlap, and people at points, in cells of any size, and far outside; some tell of a group only. */
function drawTown(random: Random) {
  const neighborhoods = Array.from(
    { length: 1 + drawIndex(random, 5) },
    (_, row): Neighborhood => ({ id: `n${row}`, name: null, population: null, polygons: [quadrangle(random, 0.02)] }),
  );
  const places = Array.from({ length: 40 }, (_, i): PopulationPlace => {
    const isPoint = random() < 0.5;
    const cell = [quadrangle(random, random() < 0.3 ? 0.0001 : 0.006)];
    const people = random() < 0.1 ? 0 : drawIndex(random, 900) / 7;
    return {
      ...{ id: `p${i}`, population: people, location: isPoint ? [104 + random() * 0.05, 30 + random() * 0.05] : null },
      ...{ polygons: isPoint ? [] : cell, groups: GROUPS.map(() => random() * 50) },
    };
  });
  return { neighborhoods, places };
}

describe("the people of groups", () => {
  test("are all there, inside or outside, to a billionth, in 40 random towns", () => {
    let outsideCount = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { neighborhoods, places } = drawTown(seededRandom(seed));
      // where neighborhoods overlap, each has the people who live in it
      const { origins, groupsOutside } = buildOrigins(neighborhoods.slice(0, 1), placesOf(places, GROUPS), 100);
      GROUPS.forEach((id, group) => {
        const expected = sum(places.map(({ groups = [] }) => groups[group] ?? 0));
        const found = sum(origins.groups[id] ?? []) + (groupsOutside[id] ?? 0);
        expect(Math.abs(found / expected - 1), `town ${seed}, ${id}`).toBeLessThan(1e-9);
        if ((groupsOutside[id] ?? 0) > 0) outsideCount++;
        expect(origins.groups[id]?.length).toBe(origins.count);
      });
    }
    expect(outsideCount).toBeGreaterThan(40);
  });
  test("are spread like all people: a third of every place is a third of every origin", () => {
    for (let seed = 0; seed < 20; seed++) {
      const { neighborhoods, places } = drawTown(seededRandom(seed + 50));
      const thirds = places.map((place) => ({ ...place, groups: [place.population / 3] }));
      const { origins } = buildOrigins(neighborhoods, placesOf(thirds, ["third"]), 100);
      origins.population.forEach((people, origin) => {
        expect(origins.groups.third?.[origin]).toBeCloseTo(people / 3, 9);
      });
    }
  });
  test("move nobody else: origins are, but for them, those without groups, to the last bit", () => {
    for (let seed = 0; seed < 20; seed++) {
      const town = drawTown(seededRandom(seed + 100));
      // who tells of a group only is a place to start, too
      const places = town.places.filter(({ population }) => population > 0);
      const [without, having] = [[], GROUPS].map((ids) => buildOrigins(town.neighborhoods, placesOf(places, ids), 100));
      expect({ ...having?.origins, groups: {} }).toEqual(without?.origins);
      expect(having?.populationOutside).toBe(without?.populationOutside);
      expect(without?.groupsOutside).toEqual({});
    }
  });
  test("are the same, to the last bit, in whatever order places come, with ids or without", () => {
    for (let seed = 0; seed < 15; seed++) {
      const random = seededRandom(seed + 200);
      const { neighborhoods, places } = drawTown(random);
      const twins = [...places, ...places.map((place) => ({ ...place, id: `${place.id}b`, groups: [1, random()] }))];
      const origins = (rows: typeof twins, hasIds: boolean) => {
        const columns = placesOf(rows, GROUPS);
        return buildOrigins(neighborhoods, hasIds ? columns : { ...columns, ids: [] }, 100).origins;
      };
      for (const hasIds of [true, false])
        expect(origins(shuffled(random, twins), hasIds)).toEqual(origins(twins, hasIds));
      expect(origins(twins, false)).toEqual(origins(twins, true));
    }
  });
  test("go with the origins that are picked", () => {
    const { neighborhoods, places } = drawTown(seededRandom(9));
    const { origins } = buildOrigins(neighborhoods, placesOf(places, GROUPS), 100);
    const { groups } = pickOrigins(origins, [3, 0]);
    for (const id of GROUPS) expect([...(groups[id] ?? [])]).toEqual([3, 0].map((row) => origins.groups[id]?.[row]));
  });
  test("are those of nobody where no population layer tells of any", () => {
    const { neighborhoods } = drawTown(seededRandom(9));
    expect(buildOrigins(neighborhoods, null, 100).origins.groups).toEqual({});
  });
});

describe("a city whose groups were named", () => {
  const town = randomTown(6, { originCount: 30 });
  const input = toTownInput(town, 6);
  for (const [i, { properties }] of input.population.features.entries())
    Object.assign(properties ?? {}, { pop65: i, "0-14": i % 3 });
  const groups = { elderly: "pop65", "children.young": "0-14", __proto__x: "pop65" };
  const prepared = prepareCity(input, { properties: { population: { groups } } });

  test("holds their people at its origins, and keeps them when it is saved", () => {
    const { origins } = prepared;
    expect(Object.keys(origins.groups)).toEqual(Object.keys(groups));
    expect(sum(origins.groups.elderly ?? [])).toBeCloseTo((29 * 30) / 2, 9);
    const loaded = loadCity(saveCity(prepared));
    expect(loaded.origins.groups).toEqual(origins.groups);
    expect(loaded.origins).toEqual(origins);
  });
  test("gives the report that it gives without them, and beside it what each group reaches", () => {
    const withoutGroups = (key: string, value: unknown) => (key === "groups" ? undefined : value);
    expect(JSON.stringify(computeCoverage(prepared), withoutGroups)).toBe(
      JSON.stringify(computeCoverage(prepareCity(input))),
    );
  });
  test.each([
    [
      "groups that are a text",
      { population: { groups: "pop65" } },
      "options.properties.population.groups must be an object; got the string",
    ],
    [
      "a name that is a number",
      { population: { groups: { elderly: 65 } } },
      "population.groups.elderly must be a property name; got the number 65",
    ],
    ["groups of another layer", { neighborhoods: { groups: { elderly: "pop65" } } }, "groups"],
  ])("is refused with %s", (_, properties, message) => {
    expect(() => prepareCity(input, { properties: properties as never })).toThrow(message);
  });
});
