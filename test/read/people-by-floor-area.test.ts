import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/index.js";
import { readNeighborhoods, readOsmPbf, spreadByFloorArea } from "../../src/read/index.js";
import { collection, feature, square } from "../support/geojson-samples.js";
import { toPbf } from "../support/osm-encoder.js";

const area = (id: string, lon: number, population?: number, size = 0.01) =>
  feature("Polygon", square(lon, 30, size), { id, ...(population === undefined ? {} : { population }) });
const building = (id: string, lon: number, tags: object, size = 0.0001) =>
  feature("Polygon", square(lon, 30.005, size), { id, ...tags });
const layer = (...features: object[]) => collection(...features) as never;
const peopleOf = (reading: ReturnType<typeof spreadByFloorArea>) =>
  Object.fromEntries(reading?.places.ids.map((id, row) => [id, reading.places.population[row]]) ?? []);

describe("people by floor area", () => {
  const hoods = readNeighborhoods(layer(area("a", 104, 700), area("b", 104.01, 500), area("c", 104.02)));
  const buildings = layer(
    building("levels", 104.001, { building: "apartments", "building:levels": "4" }),
    building("height", 104.002, { building: "house", height: "3.2 m" }),
    building("unknown", 104.003, { building: "yes" }),
    building("school", 104.004, { building: "yes", amenity: "school" }),
    building("shop", 104.005, { building: "retail", "building:levels": 9 }),
    building("part", 104.006, { "building:part": "yes" }),
    building("beside", 104.025, { building: "house" }),
    feature("Point", [104, 30], { id: "dot", building: "house" }),
  );
  const reading = spreadByFloorArea(hoods, buildings);

  test("are shared out by ground and levels, to the last one; who has no homes has all its ground", () => {
    // 4 + 1 + 2 levels of the same ground, 700 people
    expect(peopleOf(reading)).toEqual({ levels: 400, height: 100, unknown: 200, b: 500 });
    expect(reading?.places.polygons).toHaveLength(1);
  });
  test("leave out what is no home, and say which; the books close", () => {
    const { given, used, leftOut } = reading?.counts ?? { given: 0, used: 0, leftOut: {} };
    expect({ given, used, leftOut }).toEqual({
      given: 8,
      used: 3,
      leftOut: { "building.notHome": 3, "building.noOutline": 1, "building.outside": 1 },
    });
    const found = (code: string) => reading?.diagnostics.find((one) => one.code === code);
    expect(found("building.notHome")?.examples).toEqual(["amenity=school", "building:part", "building=retail"]);
    expect(found("building.people")).toMatchObject({ sampleIds: ["a"], examples: ["3 (1)"], severity: "info" });
    expect(found("building.none")?.sampleIds).toEqual(["b"]);
  });
  test("are the people of a city, as many as before", () => {
    const shop = {
      type: "Feature",
      properties: { category: "pharmacy" },
      geometry: { type: "Point", coordinates: [104, 30] },
    };
    const input = { neighborhoods: hoods, facilities: layer(shop), ...(reading && { population: reading }) };
    const { origins, city, neighborhoods } = computeCoverage(input);
    expect(origins).toMatchObject({ populationSource: "population layer", populationOutside: 0 });
    expect(city.population).toBe(1200);
    expect(neighborhoods.map(({ population }) => population)).toEqual([700, 500, 0]);
  });
  test("are not spread where nobody tells of people, nothing is a home, or neighborhoods overlap", () => {
    const home = layer(building("x", 104.001, { building: "house" }));
    expect(spreadByFloorArea(readNeighborhoods(layer(area("a", 104))), home)).toBeNull();
    expect(spreadByFloorArea(hoods, layer(building("x", 104.001, { building: "garage" })))).toBeNull();
    const nested = readNeighborhoods(layer(area("a", 104, 10), area("b", 104, 90, 0.02)));
    expect(spreadByFloorArea(nested, home)).toBeNull();
  });
  test("do not depend on the order of the buildings", () => {
    const { features } = buildings as { features: object[] };
    expect(spreadByFloorArea(hoods, layer(...[...features].reverse()))).toEqual(reading);
  });
});

describe("people of place nodes", () => {
  const corners = [
    { id: 1, lon: 10, lat: 50 },
    { id: 2, lon: 10.01, lat: 50 },
    { id: 3, lon: 10.01, lat: 50.01 },
    { id: 4, lon: 10, lat: 50.01 },
    { id: 5, lon: 10.02, lat: 50 },
    { id: 6, lon: 10.02, lat: 50.01 },
  ];
  const node = (id: number, lon: number, place: string, population: string, name = place) => ({
    ...{ id, lon, lat: 50.005 },
    tags: { place, population, name },
  });
  const admin = (level: string, name: string, population?: string) => ({
    ...{ boundary: "administrative", admin_level: level, name },
    ...(population === undefined ? {} : { population }),
  });
  const read = (level: string, nodes: readonly ReturnType<typeof node>[], own?: string) =>
    readOsmPbf(
      toPbf({
        nodes: [...corners, ...nodes],
        ways: [
          { id: 1, refs: [1, 2, 3, 4, 1], tags: admin(level, "West", own) },
          { id: 2, refs: [2, 5, 6, 3, 2], tags: admin(level, "East") },
          { id: 3, refs: [1, 2, 5], tags: { highway: "residential" } },
        ],
      }),
    ).neighborhoods;
  const peopleIn = (reading: ReturnType<typeof read>) => reading?.rows.map(({ population }) => population);

  test("are those of an area that tells none; parts of a town are counted with it", () => {
    const nodes = [
      node(11, 10.002, "town", "5000"),
      node(12, 10.003, "suburb", "900"),
      node(13, 10.004, "village", "70"),
    ];
    const reading = read("8", nodes);
    expect(peopleIn(reading)).toEqual([5070, null]);
    expect(reading?.diagnostics.find(({ code }) => code === "osm.peopleOfPlaces")).toMatchObject({
      sampleIds: ["way/1"],
      examples: ["node/11 place=town, node/13 place=village"],
    });
  });
  test("are left where the area tells its own", () => {
    expect(peopleIn(read("8", [node(11, 10.002, "town", "5000")], "4321"))).toEqual([4321, null]);
  });
  test("are not those of a city or a country that an area is a part of", () => {
    const nodes = [
      node(11, 10.002, "city", "600000"),
      node(12, 10.003, "country", "9000000"),
      node(13, 10.015, "town", "99"),
    ];
    expect(peopleIn(read("9", nodes))).toEqual([null, null]);
    expect(peopleIn(read("9", [node(11, 10.002, "city", "600000", "West")]))).toEqual([600_000, null]);
  });
});
