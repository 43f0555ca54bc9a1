import { describe, expect, test } from "vitest";
import type { LonLat } from "../../src/base/words.js";
import { fromWgs84 } from "../../src/geo/datums.js";
import { likelySystems } from "../../src/read/coordinate-system.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import { codesOf, collection, diagnosticOf, errorOf, feature, SQUARE } from "../support/geojson-samples.js";
import { readStreetRows as readStreets } from "../support/streets.js";

const good = feature("Point", [104.06, 30.66], { id: "good" });
const alsoGood = feature("Point", [104.07, 30.66], { id: "also good" });
const besideGood = (coordinates: unknown) =>
  readFacilities(collection(good, alsoGood, feature("Point", coordinates, { id: "bad" })));

describe("positions", () => {
  test.each([
    ["texts", ["104.06", "30.66"]],
    ["hexadecimal texts", ["0x1F", 30]],
    ["null", [null, 30]],
    ["a boolean", [true, 30]],
    ["an object", [{ lon: 104 }, 30]],
    ["a list", [[104], [30]]],
    ["only one number", [104]],
    ["an object for the whole", { lon: 104, lat: 30 }],
  ])("%s as coordinates are left out, never converted", (_, coordinates) => {
    const reading = besideGood(coordinates);
    expect(reading.counts).toMatchObject({ used: 2, leftOut: { "position.type": 1 } });
    expect(diagnosticOf(reading, "position.type")?.sampleIds).toEqual(["bad"]);
  });

  test("1e400, which JSON.parse makes infinite, is left out", () => {
    const reading = besideGood(JSON.parse("[1e400, 30]"));
    expect(reading.counts.leftOut).toEqual({ "position.finite": 1 });
    expect(besideGood([Number.NaN, 30]).counts.leftOut).toEqual({ "position.finite": 1 });
  });

  test.each([[[104.06, 90.5]], [[181, 30]], [[-180.001, 0]]])("%o is not on Earth and left out", (coordinates) => {
    const reading = besideGood(coordinates);
    expect(reading.counts.leftOut).toEqual({ "position.range": 1 });
    expect(diagnosticOf(reading, "position.range")?.examples).toEqual([`[${coordinates.join(", ")}]`]);
  });

  test("poles and the antimeridian are on Earth", () => {
    for (const coordinates of [
      [0, 90],
      [0, -90],
      [180, 0],
      [-180, 0],
    ]) {
      expect(besideGood(coordinates).counts.used).toBe(3);
    }
  });

  test("[0, 0] is used, with a warning", () => {
    const reading = besideGood([0, 0]);
    expect(reading.counts.used).toBe(3);
    expect(diagnosticOf(reading, "position.nullIsland")).toMatchObject({ severity: "warning", sampleIds: ["bad"] });
  });

  test("heights, measures and mixed lengths are passed over", () => {
    const line = [
      [104.06, 30.66, 500],
      [104.07, 30.66],
      [104.08, 30.66, 500, 7],
      [104.09, 30.66, "high"],
    ];
    expect(readStreets(feature("LineString", line)).rows[0]?.coordinates).toEqual(line.map(([lon, lat]) => [lon, lat]));
  });

  test("one bad position leaves the whole feature out, under one code", () => {
    const line = [
      [104, 30],
      [104, 31],
      ["104", 32],
      [999, 0],
      [Number.NaN, 0],
    ];
    const street = feature("LineString", [
      [104, 30],
      [104, 31],
    ]);
    expect(readStreets(collection(street, feature("LineString", line))).counts.leftOut).toEqual({ "position.type": 1 });
  });
});

describe("coordinates that are not degrees", () => {
  const points = (...positions: number[][]) => collection(...positions.map((position) => feature("Point", position)));

  test("a layer with swapped coordinates is refused", () => {
    const error = errorOf(() => readFacilities(points([30.66, 104.06], [30.67, 104.07])));
    expect(error).toMatchObject({ code: "SWAPPED_COORDINATES", path: "facilities" });
    expect(error.message).toContain("[30.67, 104.07]");
    expect(error.hint).toContain("[longitude, latitude]");
  });

  test("a layer in metres is refused, and likely systems are named", () => {
    const mercator = errorOf(() => readFacilities(points([11_584_000, 3_588_000], [11_585_000, 3_588_000])));
    expect(mercator.code).toBe("PROJECTED_COORDINATES");
    expect(mercator.message).toContain("EPSG:3857");
    const neighborhoods = feature("Polygon", [SQUARE.map(([x = 0, y = 0]) => [x * 4800, y * 110_000])]);
    expect(errorOf(() => readNeighborhoods(neighborhoods)).code).toBe("PROJECTED_COORDINATES");
  });

  test.each([
    [
      [411_000, 3_393_000],
      ["CGCS2000 / 3-degree Gauss-Krüger (EPSG:4534–4554, such as 4544 or 4547)", "UTM (EPSG:326xx, 327xx)"],
    ],
    [[35_411_000, 3_393_000], ["CGCS2000 / 3-degree Gauss-Krüger zone 35 (EPSG:4523)"]],
    [[3_393_000, 35_411_000], ["CGCS2000 / 3-degree Gauss-Krüger zone 35 (EPSG:4523, north first)"]],
    [
      [18_411_000, 3_393_000],
      ["CGCS2000 / Gauss-Krüger zone 18 (EPSG:4496)", "Web Mercator (EPSG:3857)"],
    ],
    [[-8_230_000, 4_970_000], ["Web Mercator (EPSG:3857)"]],
    [[9_000_000_000, 5], []],
  ] as [LonLat, string[]][])("%o looks like %o", (position, systems) => {
    expect(likelySystems(position)).toEqual(systems);
  });

  test("half of the features out of range are left out, more than half refuse the layer", () => {
    const on = [104.06, 30.66];
    const off = [30.66, 104.06];
    expect(readFacilities(points(on, off)).counts.leftOut).toEqual({ "position.range": 1 });
    expect(errorOf(() => readFacilities(points(on, off, off))).code).toBe("SWAPPED_COORDINATES");
  });

  test("values that are neither swapped nor metres are left out one by one", () => {
    expect(readFacilities(points([190, 95], [200, 91])).counts.leftOut).toEqual({ "position.range": 2 });
  });
});

describe("longitudes", () => {
  const lons = (input: object, referenceLon?: number) =>
    readStreets(input, referenceLon === undefined ? {} : { referenceLon }).rows[0]?.coordinates.map(([lon]) => lon);

  test("a line across the antimeridian is joined", () => {
    const reading = readStreets(
      feature("LineString", [
        [179.5, -17],
        [-179.5, -17],
        [-179, -17],
      ]),
    );
    expect(reading.rows[0]?.coordinates.map(([lon]) => lon)).toEqual([179.5, 180.5, 181]);
    expect(diagnosticOf(reading, "geometry.antimeridian")?.count).toBe(1);
    expect(reading.counts.repaired).toBe(1);
  });

  test("with a reference, a line on the other side comes to its side, silently", () => {
    const line = feature("LineString", [
      [-179.5, -17],
      [-179, -17],
    ]);
    expect(lons(line, 179)).toEqual([180.5, 181]);
    expect(lons(line, -179)).toEqual([-179.5, -179]);
    expect(lons(line)).toEqual([-179.5, -179]);
    expect(readStreets(line, { referenceLon: 179 }).diagnostics).toEqual([]);
  });

  test("positions that need no change are the caller's own list", () => {
    const line = [
      [104.06, 30.66],
      [104.07, 30.66],
    ];
    expect(readStreets(feature("LineString", line), { referenceLon: 104 }).rows[0]?.coordinates).toEqual(line);
  });

  test("a polygon across the antimeridian keeps its area local", () => {
    const ring = [
      [179.99, -17],
      [-179.99, -17],
      [-179.99, -16.98],
      [179.99, -16.98],
      [179.99, -17],
    ];
    const { rows, diagnostics } = readNeighborhoods(feature("Polygon", [ring]));
    expect(rows[0]?.polygons[0]?.[0]?.map(([lon]) => Math.round(lon * 100))).toEqual([
      17999, 18001, 18001, 17999, 17999,
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["geometry.antimeridian"]);
  });

  test("neighborhoods on both sides of the antimeridian come out in one piece, whichever is first", () => {
    const at = (west: number) =>
      feature(
        "Polygon",
        [
          [
            [west, -17],
            [west + 0.01, -17],
            [west + 0.01, -16.99],
            [west, -17],
          ],
        ],
        { id: `${west}` },
      );
    for (const input of [collection(at(179.9), at(-179.9)), collection(at(-179.9), at(179.9))]) {
      const wests = readNeighborhoods(input).rows.map(({ polygons }) => polygons[0]?.[0]?.[0]?.[0] ?? 0);
      expect(wests.map((west) => west.toFixed(2)).sort()).toEqual(["179.90", "180.10"]);
    }
    expect(readNeighborhoods(collection(at(-0.1), at(0.1))).rows[0]?.polygons[0]?.[0]?.[0]?.[0]).toBe(-0.1);
  });

  test("a neighborhood cut at the antimeridian, as today's GeoJSON asks, is joined", () => {
    const part = (west: number) => [
      [
        [west, -17],
        [west + 0.01, -17],
        [west + 0.01, -16.99],
        [west, -17],
      ],
    ];
    const reading = readNeighborhoods(feature("MultiPolygon", [part(179.99), part(-180)]));
    expect(reading.rows[0]?.polygons[1]?.[0]?.[0]).toEqual([180, -17]);
    expect(codesOf(reading)).toContain("geometry.antimeridian");
  });
});

describe("datums", () => {
  test("GCJ-02 and BD-09 are converted only when declared", () => {
    const place: LonLat = [104.0633, 30.6594];
    for (const datum of ["gcj02", "bd09"] as const) {
      const input = feature("Point", fromWgs84(datum, place));
      expect(readFacilities(input, { datum }).rows[0]?.location).toEqual(place);
      expect(readFacilities(input).rows[0]?.location).toEqual(fromWgs84(datum, place));
    }
  });

  test("CGCS2000 is WGS 84", () => {
    const line = [
      [104.06, 30.66],
      [104.07, 30.66],
    ];
    expect(readStreets(feature("LineString", line), { datum: "cgcs2000" }).rows[0]?.coordinates).toEqual(line);
  });
});
