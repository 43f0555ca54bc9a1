import type { Feature, Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { computeCoverage, loadCity, openScenario, prepareCity, saveCity } from "../../src/index.js";
import type { Streets, Water } from "../../src/model/facts.js";
import { readOsm } from "../../src/read/index.js";
import { collection, desertGrid, pointFeature, polygonFeature, toStreetLayer } from "../support/desert-grid.js";

// A town with a lake, and people and a pharmacy on its islet: whichever layer the lake stands in.

const { at, streets } = desertGrid({ columns: 6, rows: 3, blockMeters: 200, lat: 10 });
const ring = (west: number, south: number, east: number, north: number): LonLat[] =>
  [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)] as LonLat[];
const lines = [ring(2.1, 0.1, 2.9, 0.9), ring(2.4, 0.4, 2.6, 0.6)];
const islet = at(2.5, 0.5);
const lake: Feature<Geometry> = {
  type: "Feature",
  properties: { id: "lake", natural: "water", name: "Lake" },
  geometry: { type: "MultiPolygon", coordinates: [lines.map((line) => line.map(([lon, lat]) => [lon, lat]))] },
};
const shops = [
  pointFeature(islet, { id: "islet", category: "pharmacy" }),
  pointFeature(at(0, 0), { id: "town", category: "pharmacy" }),
];
const input = {
  neighborhoods: collection([polygonFeature([at(-1, -1), at(6, -1), at(6, 3), at(-1, 3)], { id: "all" })]),
  facilities: collection<Geometry>(shops),
  streets: collection<Geometry>(toStreetLayer(streets).features),
  population: collection([
    pointFeature(at(2.55, 0.55), { population: 30 }),
    pointFeature(at(2.5, 0.3), { population: 2 }),
    pointFeature(at(1, 1), { population: 70 }),
  ]),
};
const codesOf = (report: ReturnType<typeof computeCoverage>) =>
  report.diagnostics.filter(({ code }) => /acrossWater|offNetwork/.test(code)).map(({ code, count }) => [code, count]);
const ACROSS = [
  ["facility.acrossWater", 1],
  ["origin.acrossWater", 1],
];

describe("an islet in a lake", () => {
  const withLake = {
    facilities: { ...input, facilities: collection<Geometry>([...shops, lake]) },
    streets: { ...input, streets: collection<Geometry>([...input.streets.features, lake]) },
  };
  test("is part of the town without the lake", () => {
    const report = computeCoverage(input);
    expect(codesOf(report)).toEqual([]);
    expect(report.city.requirements.pharmacy?.population.unknown).toBe(0);
  });
  test.each(Object.entries(withLake))("is not, whichever layer holds it: %s", (_, town) => {
    const city = prepareCity(town);
    const report = computeCoverage(city);
    expect(codesOf(report)).toEqual(ACROSS);
    expect(report.city.requirements.pharmacy?.population).toMatchObject({ unknown: 30, total: 102 });
    // and changes nothing else: no street, no closed street, no part of the network
    const dry = computeCoverage(input);
    const others = (each: typeof report) =>
      each.diagnostics.filter(({ code }) => /^(street|network|edge)\./.test(code));
    expect(others(report)).toEqual(others(dry));
    expect(city.streets?.count).toBe(prepareCity(input).streets?.count);
    expect(JSON.stringify(computeCoverage(loadCity(saveCity(city))))).toBe(JSON.stringify(report));
  });
  test.each(Object.entries(withLake))("gets a bridge in a scenario: %s", (_, town) => {
    const scenario = openScenario(prepareCity(town));
    const coordinates = [at(2, 0.5), at(2.3, 0.5), at(2.5, 0.5), at(2, 1)];
    scenario.addStreet({ id: "causeway", coordinates });
    const edited = {
      ...town,
      streets: collection<Geometry>([
        ...town.streets.features,
        {
          type: "Feature",
          properties: { id: "causeway", highway: "footway" },
          geometry: { type: "LineString", coordinates: coordinates.map(([lon, lat]) => [lon, lat]) },
        },
      ]),
    };
    expect(codesOf(scenario.report())).toEqual([]);
    expect(JSON.stringify(scenario.report().city)).toBe(JSON.stringify(computeCoverage(edited).city));
    scenario.closeStreet("causeway");
    expect(codesOf(scenario.report())).toEqual(ACROSS);
  });
});

/** An extract with a street, and whatever else. */
function waterOf(more: string): readonly Water[] {
  const nodes = [...lines.flatMap((line) => line.slice(0, 4)), at(0, 0), at(5, 0)].map(
    ([lon, lat], i) => `<node id="${i + 1}" lon="${lon.toFixed(7)}" lat="${lat.toFixed(7)}"/>`,
  );
  const street = `<way id="90"><nd ref="9"/><nd ref="10"/><tag k="highway" v="residential"/></way>`;
  const xml = `<osm version="0.6">${nodes.join("")}${street}${more}</osm>`;
  const { streets } = readOsm(new TextEncoder().encode(xml)).layers;
  const read: Streets = streets?.streets ?? expect.fail("no streets");
  expect(read.count).toBe(1);
  return read.waters ?? [];
}

describe("an extract", () => {
  const way = (id: number, refs: readonly number[], tag = "") =>
    `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join("")}${tag}</way>`;
  const tag = (key: string, value: string) => `<tag k="${key}" v="${value}"/>`;
  const relation = (tags: string, ...members: number[]) =>
    `<relation id="7">${members.map((ref) => `<member type="way" ref="${ref}" role=""/>`).join("")}${tags}</relation>`;
  const sizes = (waters: readonly Water[]) =>
    waters.map((water) => [water.isArea, ...water.lines.map((line) => line.length)]);
  const lakeTags = tag("type", "multipolygon") + tag("natural", "water");

  test("gives lakes, rivers as areas and as lines, and shores, by the ways", () => {
    expect(sizes(waterOf(way(1, [1, 2, 3, 4, 1], tag("natural", "water"))))).toEqual([[true, 5]]);
    expect(sizes(waterOf(way(1, [1, 2, 3, 4, 1], tag("waterway", "riverbank"))))).toEqual([[true, 5]]);
    expect(sizes(waterOf(way(1, [1, 2, 3], tag("waterway", "river"))))).toEqual([[false, 3]]);
    expect(sizes(waterOf(way(1, [1, 2, 3, 4, 1], tag("natural", "coastline"))))).toEqual([[false, 5]]);
    expect(waterOf(way(1, [1, 2, 3], tag("waterway", "stream")))).toEqual([]);
    expect(waterOf(way(1, [1, 2, 3, 4, 1], tag("natural", "wood")))).toEqual([]);
  });
  test("gives islets as holes of relations", () => {
    const rings = way(1, [1, 2, 3]) + way(2, [3, 4, 1]) + way(3, [5, 6, 7, 8, 5]);
    expect(sizes(waterOf(rings + relation(lakeTags, 1, 2, 3)))).toEqual([[true, 5, 5]]);
  });
  test("that cuts a lake gives as much of its shore as there is, and of ways as much as there is", () => {
    const rings = way(1, [1, 2, 3]) + way(3, [5, 6, 7, 8, 5]);
    expect(sizes(waterOf(rings + relation(lakeTags, 1, 2, 3)))).toEqual([[false, 3, 5]]);
    expect(sizes(waterOf(way(1, [1, 2, 99, 3, 4, 1], tag("natural", "water"))))).toEqual([[false, 2, 3]]);
  });
});
