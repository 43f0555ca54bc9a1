import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/index.js";
import { errorOf } from "../support/geojson-samples.js";
import { cityWith, codesIn, feature, layer, leftOut, nestedList, ROAD, soundReport, X, Y } from "./hostile-city.js";

const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const box = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const circle = (corners: number, radius: number) =>
  times(corners + 1, (i) => {
    const angle = (2 * Math.PI * (i % corners)) / corners;
    return [X + radius * Math.cos(angle), Y + radius * Math.sin(angle)];
  });
const neighborhood = (...rings: unknown[]) => ({
  neighborhoods: layer(feature("Polygon", rings, { id: "a", population: 5 })),
});

describe("neighborhoods too large for the lattice", () => {
  test("a neighborhood of 80 by 80 degrees is refused, with the number, the limit and the spacing that fits", () => {
    const huge = neighborhood(box(20, -40, 80));
    const { code, path, message, hint } = errorOf(() => computeCoverage(cityWith(huge)));
    expect([code, path]).toEqual(["LIMIT_EXCEEDED", "neighborhoods"]);
    expect(message).toMatch(/about \d{10} lattice points 100 m apart; the limit is 2000000.* "a" \(\d{8} km²\)/);
    const fitting = Number(/originSpacingMeters of (\d+)/.exec(hint ?? "")?.[1]);
    const report = soundReport(huge, { originSpacingMeters: 10 * fitting });
    expect(codesIn(report)).toContain("area.implausible");
  });

  test("so is one that is only too large for a spacing of one meter", () => {
    const fine = () => computeCoverage(cityWith(neighborhood(box(104, 30, 0.05))), { originSpacingMeters: 1 });
    expect(errorOf(fine).code).toBe("LIMIT_EXCEEDED");
  });

  test("people spread over 80 by 80 degrees are almost all outside", () => {
    const population = layer(feature("Polygon", [box(50, -10, 80)], { population: 1e9 }));
    const report = soundReport({ population });
    expect(report.origins.populationOutside).toBeGreaterThan(0.99e9);
  });

  test("so is an outline of many corners over very many rows", () => {
    const edge = times(30_000, (i) => [104 + (i % 2) * 1e-7, 30 + i * 6e-4]);
    const thin = [...edge, ...edge.map(([lon = 0, lat = 0]) => [lon + 4e-5, lat]).reverse(), edge[0]];
    const run = () => computeCoverage(cityWith(neighborhood(thin)), { originSpacingMeters: 1, repair: "fix" });
    expect(errorOf(run)).toMatchObject({ code: "LIMIT_EXCEEDED", path: "neighborhoods" });
  });
});

describe("geometries of many parts", () => {
  test("coordinates nested a hundred thousand deep are left out", () => {
    const deep = nestedList(100_000);
    const facilities = ["Point", "LineString", "Polygon", "MultiPolygon"].map((type) => feature(type, deep));
    expect(leftOut(soundReport({ facilities: layer(...facilities) }), "facilities")).toMatchObject({
      "position.type": 4,
    });
  });

  test("twenty thousand collections in each other are left out", () => {
    let geometry: object = { type: "Point", coordinates: [X, Y] };
    for (let i = 0; i < 20_000; i++) geometry = { type: "GeometryCollection", geometries: [geometry] };
    const report = soundReport({ facilities: layer({ type: "Feature", properties: null, geometry }) });
    expect(leftOut(report, "facilities")).toEqual({ "json.depth": 1 });
  });

  test("a collection that holds one part 2^40 times over is left out", () => {
    let geometry: object = { type: "Point", coordinates: [X, Y] };
    for (let i = 0; i < 40; i++) geometry = { type: "GeometryCollection", geometries: [geometry, geometry] };
    const report = soundReport({ facilities: layer({ type: "Feature", properties: null, geometry }) });
    expect(leftOut(report, "facilities")).toEqual({ "json.depth": 1 });
  });

  test("a ring of 60,000 corners is used", () => {
    expect(soundReport(neighborhood(circle(60_000, 0.005))).inputs[0]).toMatchObject({ used: 1 });
  });

  test("a ring that crosses itself 22,500 times is left out, or used by the even-odd rule", () => {
    const across = times(150, (i) => [104 + (i % 2) * 0.02, 30.66 + i * 1e-4]);
    const along = times(150, (i) => [104 + (0.02 * i) / 150, 30.658 + (i % 2) * 0.02]);
    const tangle = [...across, ...along, across[0]];
    expect(errorOf(() => computeCoverage(cityWith(neighborhood(tangle)))).message).toContain("polygon.invalid (1)");
    expect(soundReport(neighborhood(tangle), { repair: "fix" }).inputs[0]).toMatchObject({ used: 1, repaired: 1 });
  });

  test("five thousand holes are used", () => {
    const holes = times(5000, (i) => box(104.0002 + 0.001 * (i % 100), 30.6002 + 0.001 * Math.floor(i / 100), 5e-4));
    expect(soundReport(neighborhood(box(104, 30.6, 0.1), ...holes)).inputs[0]).toMatchObject({ used: 1 });
  });

  test.each([
    [
      "at the pole",
      [
        [10, 89],
        [20, 89],
        [20, 90],
        [10, 90],
        [10, 89],
      ],
    ],
    [
      "across the antimeridian",
      [
        [179.99, 0],
        [-179.99, 0],
        [-179.99, 0.01],
        [179.99, 0.01],
        [179.99, 0],
      ],
    ],
    ["at [0, 0]", box(0, 0, 0.01)],
    ["of a millimeter", box(X, Y, 1e-8)],
  ])("a neighborhood %s is used", (_, ring) => {
    const report = soundReport({ ...neighborhood(ring), streets: undefined });
    expect(report.neighborhoods[0]?.areaSquareMeters).toBeGreaterThan(0);
  });

  test("an outline that is too thin to enclose anything is refused", () => {
    expect(errorOf(() => computeCoverage(cityWith(neighborhood(box(0, 0, 5e-324))))).code).toBe("NO_NEIGHBORHOODS");
  });
});

describe("streets", () => {
  const streets = (
    count: number,
    make: (i: number) => unknown,
    properties: (i: number) => object = (i) => ({ id: i }),
  ) => ({
    streets: layer(feature("LineString", ROAD), ...times(count, (i) => feature("LineString", make(i), properties(i)))),
  });

  test("five thousand that meet in one place are used", () => {
    const report = soundReport(
      streets(5000, (i) => [
        [X, Y],
        [X + 0.005 * Math.cos(i), Y + 0.005 * Math.sin(i)],
      ]),
    );
    expect(report.inputs[2]).toMatchObject({ given: 5001, used: 5001 });
  });

  test("one of 900 km is used, and thought implausible", () => {
    expect(
      codesIn(
        soundReport(
          streets(1, () => [
            [X, Y],
            [X + 9.4, Y],
          ]),
        ),
      ),
    ).toContain("edge.implausible");
  });

  test("the same one three thousand times changes no time", () => {
    const [once, often] = [streets(0, () => ROAD), streets(3000, () => ROAD)].map(
      (input) => soundReport(input).city.requirements,
    );
    expect(often).toEqual(once);
  });

  test("loops and edges without length are used or counted", () => {
    const loops = layer(
      feature("LineString", ROAD),
      feature(
        "LineString",
        [
          [X, Y],
          [X, Y + 1e-3],
          [X, Y],
        ],
        { nodes: [1, 2, 1] },
      ),
      feature(
        "LineString",
        [
          [X, Y],
          [X, Y + 1e-3],
        ],
        { id: "loop", nodes: [7, 7] },
      ),
      feature(
        "LineString",
        [
          [X, Y],
          [X, Y],
        ],
        { id: "dot" },
      ),
    );
    const report = soundReport({ streets: loops });
    expect(leftOut(report, "streets")).toEqual({ "line.tooShort": 1 });
    expect(report.diagnostics.find(({ code }) => code === "edge.zeroLength")?.sampleIds).toEqual(["loop"]);
  });

  test("that merely cross are not joined, and their islands are counted", () => {
    const report = soundReport(
      streets(100, (i) => [
        [X + i * 1e-5, Y - 1e-5],
        [X + i * 1e-5, Y + 1e-5],
      ]),
    );
    expect(report.diagnostics.find(({ code }) => code === "network.islands")?.count).toBe(101);
  });

  test("nobody may walk leave everything unknown, not uncovered", () => {
    const motorway = layer(feature("LineString", ROAD, { highway: "motorway" }));
    const report = soundReport({ streets: motorway });
    expect(leftOut(report, "streets")).toEqual({ "street.closed": 1 });
    expect(report.city.requirements.pharmacy?.population).toMatchObject({ share: null, unknown: 100 });
  });

  test("a line of a hundred thousand corners within a centimeter is used", () => {
    const report = soundReport(streets(1, () => times(100_000, (i) => [X + i * 1e-12, Y])));
    expect(report.inputs[2]).toMatchObject({ used: 2 });
  });

  test("twenty thousand bridges, each said to be on a layer of its own, are used", () => {
    const bridges = streets(
      20_000,
      (i) => [
        [X, Y],
        [X, Y + i * 1e-7],
        [X, Y],
      ],
      (i) => ({ bridge: "yes", layer: i }),
    );
    expect(soundReport(bridges).inputs[2]).toMatchObject({ given: 20_001 });
  });
});

describe("facilities", () => {
  test("twenty thousand with one id in one place are told apart and counted", () => {
    const report = soundReport({
      facilities: layer(...times(20_000, () => feature("Point", [X, Y], { id: "x", amenity: "pharmacy" }))),
    });
    expect(report.diagnostics.find(({ code }) => code === "facility.duplicate")?.count).toBe(19_999);
    expect(report.city.requirements.pharmacy?.within?.max).toBe(20_000);
  });

  test("of ten thousand points, or larger than the city, are one each", () => {
    const points = times(10_000, (i) => [X + i * 1e-7, Y]);
    const report = soundReport({
      facilities: layer(
        feature("MultiPoint", points, { id: "m", amenity: "pharmacy" }),
        feature("Polygon", [box(70, 0, 80)], { id: "p", category: "pharmacy" }),
      ),
    });
    expect(report.inputs[1]).toMatchObject({ given: 2, used: 2 });
    expect(report.city.requirements.pharmacy?.within?.max).toBeLessThanOrEqual(2);
  });
});

describe("coordinates of another system", () => {
  const inLayer = (name: string, type: string, coordinates: unknown) => () =>
    computeCoverage(cityWith({ [name]: layer(feature(type, coordinates)) }));

  test.each(["facilities", "streets"])("swapped ones in %s are refused, as they are not on Earth", (name) => {
    expect(
      errorOf(
        inLayer(
          name,
          "LineString",
          ROAD.map(([lon, lat]) => [lat, lon]),
        ),
      ),
    ).toMatchObject({ code: "SWAPPED_COORDINATES", path: name });
  });

  test.each([
    ["Web Mercator", [11_584_000, 3_588_000], "EPSG:3857"],
    ["CGCS2000 in zones", [35_412_345, 3_395_000], "EPSG:4523"],
  ])("%s is refused by name", (_, position, system) => {
    const { code, message } = errorOf(inLayer("facilities", "Point", position));
    expect(code).toBe("PROJECTED_COORDINATES");
    expect(message).toContain(system);
  });

  test.each([
    ["EPSG:4547", { type: "name", properties: { name: "EPSG:4547" } }],
    ["a link", { type: "link", properties: { href: "https://example.org/crs" } }],
    ["a number", 5],
    ["an object that is no primitive", { type: "EPSG", properties: { code: { toString: 1 } } }],
  ])("a crs member that is %s is refused", (_, crs) => {
    expect(errorOf(() => computeCoverage(cityWith({ facilities: { ...layer(), crs } })))).toMatchObject({
      code: "UNSUPPORTED_CRS",
      path: "facilities.crs",
    });
  });
});
