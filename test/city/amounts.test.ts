import { describe, expect, test } from "vitest";
import { checkCity, computeCoverage, loadCity, prepareCity, saveCity } from "../../src/index.js";
import { readBarriers, readJobs, readLandUse } from "../../src/read/index.js";
import { collection, expectBalanced, feature, square } from "../support/geojson-samples.js";

// Jobs, land use and barriers as layers of a city; what becomes of buildings besides people.

const neighborhoods = collection(feature("Polygon", square(104, 30, 0.01), { id: "a", population: 700 }));
const facilities = collection(feature("Point", [104.001, 30.005], { id: "s", amenity: "pharmacy" }));
const plain = { neighborhoods, facilities };
const jobs = collection(
  feature("Point", [104.002, 30.002], { id: "mill", jobs: 120 }),
  feature("Polygon", square(104.005, 30.005, 0.002), { id: "park", jobs: "1,200" }),
  feature("Point", [104.02, 30.002], { id: "beyond", jobs: 50 }),
  feature("Point", [104.003, 30.002], { id: "none", jobs: -3 }),
);
const landUse = collection(
  feature("Polygon", square(104, 30, 0.005), { id: "west", landuse: "residential" }),
  // a part of it is drawn twice
  feature("Polygon", square(104.004, 30, 0.002), { id: "again", landuse: "residential" }),
  feature("Polygon", square(104.006, 30.006, 0.002), { id: "mall", landuse: "retail" }),
  feature("Polygon", square(104.006, 30.003, 0.002), { id: "what" }),
  feature("Point", [104.006, 30.003], { id: "dot", landuse: "residential" }),
);
const barriers = collection(
  feature(
    "LineString",
    [
      [104, 30.001],
      [104.01, 30.001],
    ],
    { id: "line", railway: "rail", name: "Ring" },
  ),
  feature(
    "LineString",
    [
      [104, 30.002],
      [104.01, 30.002],
    ],
    { id: "below", railway: "rail", tunnel: "yes" },
  ),
  feature(
    "LineString",
    [
      [104, 30.003],
      [104.01, 30.003],
    ],
    { id: "path", highway: "footway" },
  ),
  feature(
    "LineString",
    [
      [104, 30.004],
      [104.01, 30.004],
    ],
    { id: "own", 类型: "围墙" },
  ),
  feature("Polygon", square(104.006, 30.003, 0.002), { id: "base", landuse: "military" }),
);
const building = (id: string, lon: number, tags: object) =>
  feature("Polygon", square(lon, 30.005, 0.0001), { id, ...tags });
const buildings = collection(
  building("tower", 104.001, { building: "apartments", "building:flats": "40" }),
  building("house", 104.009, { building: "house", flats: 1 }),
  building("untold", 104.004, { building: "house" }),
  building("shop", 104.005, { building: "retail" }),
  building("part", 104.005, { "building:part": "yes" }),
);
const all = { ...plain, jobs, landUse, barriers, buildings };
const sum = (values: Iterable<number> = []) => [...values].reduce((total, value) => total + value, 0);

describe("jobs, land use, barriers and buildings", () => {
  const city = prepareCity(all);
  const { amounts = {} } = city.origins;

  test("become columns of origins, which add up", () => {
    expect(Object.keys(amounts).sort()).toEqual(["buildings", "dwellings", "jobs", "residentialSquareMeters"]);
    expect(sum(amounts.jobs)).toBeCloseTo(1320, 9);
    expect([sum(amounts.buildings), sum(amounts.dwellings)]).toEqual([4, 41]);
    // a quarter of the neighborhood, and the part of the second square that is not drawn twice
    const ground = sum(city.origins.areaSquareMeters);
    expect(sum(amounts.residentialSquareMeters) / ground).toBeCloseTo(0.25 + 0.02, 4);
  });

  test("have books that close, and say what was left out", () => {
    const report = computeCoverage(city);
    const booksOf = (layer: string) => report.inputs.find((counts) => counts.layer === layer);
    for (const counts of report.inputs) expectBalanced(counts);
    expect(booksOf("jobs")).toMatchObject({ given: 4, used: 3, leftOut: { "jobs.invalid": 1 } });
    expect(booksOf("landUse")).toMatchObject({
      ...{ given: 5, used: 2 },
      leftOut: { "landUse.other": 1, "landUse.untold": 1, "geometry.kind": 1 },
    });
    expect(booksOf("barriers")).toMatchObject({ given: 5, used: 3, leftOut: { "barrier.passable": 2 } });
    const found = (code: string) => report.diagnostics.find((one) => one.code === code);
    expect(found("jobs.outside")).toMatchObject({ layer: "jobs", sampleIds: ["beyond"], severity: "info" });
    expect(found("landUse.other")).toMatchObject({ examples: ["retail"], severity: "info" });
    expect([...(found("barrier.passable")?.examples ?? [])].sort()).toEqual(["highway=footway", "tunnel"]);
    expect(found("dwellings.untold")).toMatchObject({ layer: "buildings", sampleIds: ["untold"], severity: "warning" });
    expect(checkCity(all).inputs).toEqual(report.inputs);
  });

  test("change no other number of a report", () => {
    const { inputs, diagnostics, ...others } = computeCoverage({ ...plain, jobs, landUse, barriers });
    const { inputs: _, diagnostics: __, ...before } = computeCoverage(plain);
    expect(JSON.stringify(others)).toBe(JSON.stringify(before));
  });

  test("stay with a saved city", () => {
    const loaded = loadCity(saveCity(city));
    expect(loaded.origins).toEqual(city.origins);
    expect(loaded.barriers).toEqual(city.barriers);
    expect(JSON.stringify(computeCoverage(loaded))).toBe(JSON.stringify(computeCoverage(city)));
    expect(loadCity(saveCity(prepareCity(plain))).origins).not.toHaveProperty("amounts");
  });

  test("are found by their ids, with what they are", () => {
    expect(city.barriers.map(({ id, kind, isArea, name }) => [id, kind, isArea, name])).toEqual([
      ["line", "rail", false, "Ring"],
      ["own", "wall", false, null],
      ["base", "private", true, null],
    ]);
    expect(prepareCity(plain).barriers).toEqual([]);
  });

  test("may have been read before, under another property and in another datum", () => {
    const read = { jobs: readJobs(jobs), landUse: readLandUse(landUse), barriers: readBarriers(barriers) };
    expect(prepareCity({ ...plain, ...read }).origins.amounts).toEqual(
      prepareCity({ ...all, buildings: undefined as never }).origins.amounts,
    );
    const named = collection(feature("Point", [104.002, 30.002], { firm: "a", 岗位: 12 }));
    expect(sum(prepareCity({ ...plain, jobs: named }).origins.amounts?.jobs)).toBe(12);
    const odd = collection(feature("Point", [104.006, 30.004], { x1: 12, x2: 7 }));
    expect(() => prepareCity({ ...plain, jobs: odd })).toThrow(
      expect.objectContaining({
        code: "INVALID_ARGUMENT",
        path: "jobs",
        message: expect.stringContaining('jobs: no feature has the property "jobs"'),
      }),
    );
    const chosen = { properties: { jobs: { jobs: "x2" } }, datum: { jobs: "gcj02" } } as const;
    expect(sum(prepareCity({ ...plain, jobs: odd }, chosen).origins.amounts?.jobs)).toBe(7);
  });

  test("that tell nothing give no column", () => {
    const offices = collection(feature("Polygon", square(104, 30, 0.005), { id: "w", landuse: "commercial" }));
    const report = computeCoverage({ ...plain, landUse: offices });
    expect(report.diagnostics.map(({ code }) => code)).toContain("landUse.noResidential");
    const untold = collection(building("x", 104.004, { building: "house", "building:levels": 3 }));
    const { origins } = prepareCity({ ...plain, landUse: offices, jobs: collection(), buildings: untold });
    expect(Object.keys(origins.amounts ?? {})).toEqual(["buildings"]);
  });
});

describe("residential use", () => {
  const ground = square(104, 30, 0.005);
  test.each([
    ...[
      "R",
      "R1",
      "R2",
      "R21",
      "r22",
      "R2a",
      "07",
      "0701",
      "070102",
      701,
      "R2/B1",
      "二类居住用地",
      "城镇住宅用地",
      "农村宅基地",
    ],
    ...["residential", "Residential, low density", "住宅+商业"],
  ])("%s is one", (use) => {
    for (const property of ["landuse", "use", "用地性质", "YDDM", "用地代码", "DLBM"])
      expect(readLandUse(feature("Polygon", ground, { [property]: use })).rows).toHaveLength(1);
  });
  test.each([
    "B1",
    "A33",
    "RB",
    "G1",
    "0702x",
    "08",
    "B1/R2",
    "商业用地",
    "非居住用地",
    "commercial",
    "non-residential",
    "",
    null,
    7,
  ])("%s is none", (use) => {
    expect(readLandUse(feature("Polygon", ground, { landuse: use })).rows).toEqual([]);
  });
  test("is told by the code, where a plan has code and name", () => {
    const plan = feature("Polygon", ground, { 用地代码: "R2", 用地名称: "商住" });
    expect(readLandUse(plan).rows).toHaveLength(1);
  });
});
