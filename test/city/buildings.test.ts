import { describe, expect, test } from "vitest";
import { checkCity, computeCoverage, prepareCity } from "../../src/index.js";
import { readBuildings, readNeighborhoods, readPopulation, spreadByFloorArea } from "../../src/read/index.js";
import { collection, expectBalanced, feature, square } from "../support/geojson-samples.js";

// The layer of buildings: people live in them, by floor area, where neighborhoods tell how many there are.

const area = (id: string, lon: number, population?: number) =>
  feature("Polygon", square(lon, 30, 0.01), { id, ...(population === undefined ? {} : { population }) });
const building = (id: string, lon: number, tags: object) =>
  feature("Polygon", square(lon, 30.005, 0.0001), { id, ...tags });

const neighborhoods = collection(area("a", 104, 700), area("b", 104.01, 500));
const facilities = collection(feature("Point", [104.001, 30.005], { id: "s", amenity: "pharmacy" }));
const footprints = [
  building("tower", 104.001, { building: "apartments", "building:levels": "4" }),
  building("house", 104.009, { building: "house", height: "3.2 m" }),
  building("unknown", 104.009, { building: "yes" }),
  building("shop", 104.005, { building: "retail" }),
  building("beside", 104.03, { building: "house" }),
  feature("Point", [104.003, 30.005], { id: "dot", building: "house" }),
];
const buildings = collection(...footprints);
const inputOf = ({ inputs }: { readonly inputs: ReturnType<typeof computeCoverage>["inputs"] }) =>
  inputs.find((counts) => counts.layer === "buildings");

describe("buildings beside neighborhoods that tell their people", () => {
  const input = { neighborhoods, facilities, buildings };
  const report = computeCoverage(input, { originSpacingMeters: 50 });

  test("hold these people, by floor area: the shares follow where they stand", () => {
    expect(report.city.population).toBe(1200);
    expect(report.neighborhoods.map(({ population }) => population)).toEqual([700, 500]);
    // of the 700 in a, 4 levels of 7 stand beside the pharmacy; the 500 of b live all over its ground, as it holds no home
    const [a] = report.neighborhoods;
    expect(a?.requirements.pharmacy?.population.covered).toBeCloseTo(400, 9);
    expect(report.origins).toMatchObject({ populationOutside: 0 });
  });
  test("have books of their own, which close, and findings under their name", () => {
    const counts = inputOf(report);
    expect(counts).toEqual({
      layer: "buildings",
      given: 6,
      used: 3,
      repaired: 0,
      leftOut: { "building.notHome": 1, "building.noOutline": 1, "building.outside": 1 },
    });
    for (const each of report.inputs) expectBalanced(each);
    const found = (code: string) => report.diagnostics.find((one) => one.code === code);
    expect(found("building.people")).toMatchObject({ layer: "buildings", sampleIds: ["a"], severity: "info" });
    expect(found("building.none")).toMatchObject({ layer: "buildings", sampleIds: ["b"] });
    expect(inputOf(checkCity(input))).toEqual(counts);
  });
  test("are the same as a population layer that was spread before", () => {
    const read = readNeighborhoods(neighborhoods);
    const population = spreadByFloorArea(read, buildings) ?? expect.fail("nothing was spread");
    expect(population.counts.layer).toBe("population");
    const before = computeCoverage({ neighborhoods: read, facilities, population }, { originSpacingMeters: 50 });
    expect(before.neighborhoods).toEqual(report.neighborhoods);
  });
  test("may be text, bytes, or what a reader gave, in another datum", () => {
    const text = JSON.stringify(buildings);
    const options = { originSpacingMeters: 50 };
    for (const given of [text, new TextEncoder().encode(text), readBuildings(buildings)])
      expect(computeCoverage({ ...input, buildings: given }, options)).toEqual(report);
    const moved = prepareCity(input, { datum: { buildings: "gcj02" } });
    expect(computeCoverage(moved).city.population).toBe(1200);
    expect(computeCoverage(moved).neighborhoods).not.toEqual(report.neighborhoods);
  });
  test("change nothing by their order", () => {
    const reversed = collection(...[...footprints].reverse());
    expect(computeCoverage({ ...input, buildings: reversed }, { originSpacingMeters: 50 })).toEqual(report);
  });
});

describe("levels", () => {
  const sharesOf = (first: object, second: object) => {
    const own = collection(building("x", 104.001, first), building("y", 104.003, second));
    const { places } =
      spreadByFloorArea(readNeighborhoods(collection(area("a", 104, 600))), own) ?? expect.fail("nothing");
    return places.ids.map((id, row) => [id, places.population[row]]);
  };
  test.each([
    [{ levels: 4 }, { levels: "2" }],
    [{ Floor: 4 }, { Floor: 2 }],
    [{ 层数: "4" }, { 层数: "2" }],
    [{ building_l: "4" }, { building_l: "2" }],
    [{ num_floors: 4, height: 100 }, {}],
    [{ 高度: 12 }, { 高度: "6 m" }],
    [{ HEIGHT: "12.0" }, { building: "yes" }],
    [
      { "building:levels": "4", floors: 9 },
      { "building:levels": null, levels: "two" },
    ],
  ])("%j and %j: four and two", (first, second) => {
    expect(sharesOf(first, second)).toEqual([
      ["x", 400],
      ["y", 200],
    ]);
  });
});

describe("buildings that are of no use", () => {
  const population = collection(feature("Point", [104.002, 30.002], { population: 50 }));
  test.each([
    ["where a population is given", { neighborhoods, facilities, buildings, population }],
    ["where no neighborhood tells its people", { neighborhoods: collection(area("a", 104)), facilities, buildings }],
    [
      "where none is a home",
      { neighborhoods, facilities, buildings: collection(building("x", 104.001, { building: "garage" })) },
    ],
    [
      "where neighborhoods that tell their people overlap",
      { neighborhoods: collection(area("a", 104, 5), area("b", 104.001, 7)), facilities, buildings },
    ],
  ])("%s are left out, and it is said", (_, input) => {
    const report = computeCoverage(input);
    const counts = inputOf(report) ?? expect.fail("no books");
    expectBalanced(counts);
    expect([counts.used, counts.leftOut["building.unused"]]).toEqual([0, counts.given]);
    expect(report.diagnostics.find(({ code }) => code === "building.unused")).toMatchObject({
      layer: "buildings",
      severity: "info",
      count: counts.given,
    });
    const { buildings: __, ...others } = input;
    const without = computeCoverage(others);
    expect([report.city, report.neighborhoods]).toEqual([without.city, without.neighborhoods]);
  });
  test("and a layer of none is no trouble", () => {
    const report = computeCoverage({ neighborhoods, facilities, buildings: collection() });
    expect(inputOf(report)).toMatchObject({ given: 0, used: 0, leftOut: {} });
  });
});

describe("the layer", () => {
  test("is refused like any other, by its name", () => {
    const refused = (buildings: unknown) => () =>
      computeCoverage({ neighborhoods, facilities, buildings: buildings as never });
    expect(refused(5)).toThrow(expect.objectContaining({ code: "INVALID_GEOJSON", path: "buildings" }));
    expect(refused("<html>")).toThrow(expect.objectContaining({ code: "UNKNOWN_FORMAT", path: "buildings" }));
    expect(refused(readPopulation(collection()))).toThrow(expect.objectContaining({ path: "buildings" }));
    expect(() =>
      prepareCity(
        { neighborhoods, facilities, buildings: readBuildings(buildings) },
        { datum: { buildings: "gcj02" } },
      ),
    ).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT", path: "datum.buildings" }));
  });
});
