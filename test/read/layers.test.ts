import { describe, expect, test } from "vitest";
import type { Ring } from "../../src/model/facts.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import { readPopulation } from "../../src/read/read-population.js";
import {
  codesOf,
  collection,
  deepFreeze,
  diagnosticOf,
  errorOf,
  feature,
  HOLE,
  SQUARE,
} from "../support/geojson-samples.js";
import { placesOf } from "../support/population.js";
import { readStreetRows as readStreets } from "../support/streets.js";

const LINE = [
  [104.06, 30.66],
  [104.065, 30.66],
  [104.07, 30.66],
];
const gathered = (geometries: unknown[], properties: unknown = { id: "x" }) =>
  deepFreeze({ type: "Feature", properties, geometry: { type: "GeometryCollection", geometries } });

describe("neighborhoods", () => {
  test("Polygon and MultiPolygon are read as they are", () => {
    const input = collection(
      feature("Polygon", [SQUARE, HOLE], { id: "a", name: "A", population: 1200 }),
      feature("MultiPolygon", [[SQUARE]], { id: "b" }),
    );
    expect(readNeighborhoods(input)).toMatchObject({
      rows: [
        { id: "a", name: "A", population: 1200, polygons: [[SQUARE, HOLE]] },
        { id: "b", name: null, population: null, polygons: [[SQUARE]] },
      ],
      counts: { layer: "neighborhoods", given: 2, used: 2, repaired: 0, leftOut: {} },
      diagnostics: [],
    });
  });

  test("points and lines are left out", () => {
    const input = collection(feature("Polygon", [SQUARE]), feature("Point", [104, 30]), feature("LineString", LINE));
    const reading = readNeighborhoods(input);
    expect(reading.counts.leftOut).toEqual({ "geometry.kind": 2 });
    expect(diagnosticOf(reading, "geometry.kind")?.examples).toEqual(["line", "point"]);
  });

  test("a layer of which nothing can be used is refused, with the reasons", () => {
    const error = errorOf(() => readNeighborhoods(collection(feature("Point", [104, 30]), null)));
    expect(error).toMatchObject({ code: "NO_NEIGHBORHOODS", path: "neighborhoods" });
    expect(error.message).toContain("feature.kind (1), geometry.kind (1)");
    expect(errorOf(() => readNeighborhoods(collection())).code).toBe("NO_NEIGHBORHOODS");
  });

  test("a neighborhood of 80 by 80 degrees is used, with a warning", () => {
    const ring = [
      [60, -40],
      [140, -40],
      [140, 40],
      [60, 40],
      [60, -40],
    ];
    expect(codesOf(readNeighborhoods(feature("Polygon", [ring])))).toEqual(["area.implausible"]);
    const hundredKilometers = [
      [104, 30],
      [104.9, 30],
      [104.9, 30.9],
      [104, 30.9],
      [104, 30],
    ];
    expect(codesOf(readNeighborhoods(feature("Polygon", [hundredKilometers])))).toEqual([]);
  });

  test.each([
    [17_700_000, 17_700_000],
    ["17700000", 17_700_000],
    ["12.5", 12.5],
    ["1,000", 1000],
    [0, 0],
    [1e10, 1e10],
  ])("a population of %o is %d people", (given, people) => {
    const reading = readNeighborhoods(feature("Polygon", [SQUARE], { id: "a", population: given }));
    expect(reading.rows[0]?.population).toBe(people);
    expect(reading.diagnostics).toEqual([]);
  });

  test.each([
    -1,
    "-1",
    "1e99",
    "0x10",
    "many",
    true,
    [5],
    {},
    1e308,
    Number.NaN,
  ])("a population of %o is unknown, with a warning", (given) => {
    const reading = readNeighborhoods(feature("Polygon", [SQUARE], { id: "a", population: given }));
    expect(reading.rows[0]?.population).toBeNull();
    expect(reading.counts.used).toBe(1);
    expect(codesOf(reading)).toEqual(["population.invalid"]);
  });

  test("no population, null, or what programs write for it, is unknown without a warning", () => {
    for (const properties of [
      { id: "a" },
      ...[null, "", "nan", "None"].map((population) => ({ id: "a", population })),
    ]) {
      expect(readNeighborhoods(feature("Polygon", [SQUARE], properties)).diagnostics).toEqual([]);
    }
  });
});

describe("population", () => {
  const person = (coordinates: unknown, population: unknown) => feature("Point", coordinates, { id: "p", population });

  test("points and polygons with people are read", () => {
    const input = collection(
      person([104.06, 30.66], 12),
      feature("Polygon", [SQUARE], { id: "cell", population: 30 }),
      feature("MultiPoint", [[104.06, 30.66]], { id: "one", population: 1 }),
    );
    expect(readPopulation(input).places).toEqual(
      placesOf([
        { id: "p", population: 12, location: [104.06, 30.66], polygons: [] },
        { id: "cell", population: 30, location: null, polygons: [[SQUARE as Ring]] },
        { id: "one", population: 1, location: [104.06, 30.66], polygons: [] },
      ]),
    );
  });

  test("points alone have no columns for outlines", () => {
    const { places } = readPopulation(collection(person([104, 30], 1), feature("Point", [105, 31], { population: 2 })));
    expect(places).toMatchObject({ count: 2, ids: ["p", "@105.000000,31.000000"], polygons: [], groups: {} });
    expect([places.firstPolygon.length, [...places.lon], [...places.lat]]).toEqual([0, [104, 105], [30, 31]]);
  });

  test("places of one id are numbered from west to east", () => {
    const twins = collection(person([104.2, 30], 1), person([104.1, 30], 2), person([104.3, 30], 3));
    const reading = readPopulation(twins);
    expect(reading.places.ids).toEqual(["p~2", "p", "p~3"]);
    expect(codesOf(reading)).toEqual(["id.duplicate"]);
  });

  test("people of groups are read where their properties are named", () => {
    const input = collection(
      feature("Point", [104, 30], { id: "a", population: 10, pop65: 3, kids: "2" }),
      feature("Point", [104.1, 30], { id: "b", population: 20, pop65: 4.5, kids: 0 }),
    );
    const groups = { elderly: "pop65", children: "kids" };
    const reading = readPopulation(input, { properties: { groups } });
    expect(reading.places.groups).toEqual({ elderly: Float64Array.of(3, 4.5), children: Float64Array.of(2, 0) });
    expect(reading.diagnostics).toEqual([]);
    expect(readPopulation(input).places.groups).toEqual({});
  });

  test("where the people of a group are not told, there are none, and that is said", () => {
    const input = collection(
      feature("Point", [104, 30], { id: "a", population: 10, pop65: 3 }),
      feature("Point", [104.1, 30], { id: "b", population: 20 }),
      feature("Point", [104.2, 30], { id: "c", population: 30, pop65: -1 }),
      feature("Point", [104.3, 30], { id: "d", population: null, pop65: 8 }),
    );
    const reading = readPopulation(input, { properties: { groups: { elderly: "pop65" } } });
    expect(reading.places.groups.elderly).toEqual(Float64Array.of(3, 0, 0));
    const [found] = reading.diagnostics.filter(({ code }) => code === "population.groupInvalid");
    expect(found).toMatchObject({ count: 2, sampleIds: ["b", "c"], severity: "warning" });
    expect(reading.counts).toMatchObject({ used: 3, leftOut: { "population.invalid": 1 } });
  });

  test("a group whose property no place has is refused by name", () => {
    const input = collection(feature("Point", [104, 30], { population: 10, pop65: 3 }));
    const error = errorOf(() => readPopulation(input, { properties: { groups: { elderly: "pop_65" } } }));
    expect(error).toMatchObject({ code: "INVALID_ARGUMENT", path: "population" });
    expect(error.message).toContain('"pop_65"');
    expect(error.message).toContain("groups.elderly");
    expect(error.hint).toContain("pop65");
  });

  test.each([
    [null],
    [undefined],
    [-5],
    ["twelve"],
    [1e308],
    [Number.NaN],
  ])("a place with %o people is left out", (people) => {
    const reading = readPopulation(collection(person([104, 30], 1), person([105, 30], people)));
    expect(reading.counts.leftOut).toEqual({ "population.invalid": 1 });
  });

  test("lines, and several points with one number, are left out", () => {
    const input = collection(
      feature("LineString", LINE, { population: 1 }),
      feature("MultiPoint", LINE, { population: 1 }),
    );
    expect(readPopulation(input).counts.leftOut).toEqual({ "geometry.kind": 2 });
  });

  test("a layer without the property is refused, and the likely one is named", () => {
    const input = feature("Polygon", [SQUARE], { geoid: "5", pop_asian: 3, pop_sum: 7, area: 9 });
    const error = errorOf(() => readPopulation(input));
    expect(error).toMatchObject({ code: "INVALID_ARGUMENT", path: "population" });
    expect(error.hint).toContain("Did you mean pop_asian?");
    expect(error.hint).toContain('pop_asian (3), pop_sum (7), area (9), geoid ("5")');
    expect(readPopulation(input, { properties: { population: "pop_sum" } }).places.population).toEqual(
      Float64Array.of(7),
    );
    expect(errorOf(() => readPopulation(feature("Point", [104, 30], { a: "b" }))).hint).toContain('a ("b")');
  });

  test("an empty layer is allowed", () => {
    expect(readPopulation(collection()).counts).toMatchObject({ given: 0, used: 0 });
  });
});

describe("facilities", () => {
  const read = (input: object) => readFacilities(input).rows[0];

  test("a point is its own entrance", () => {
    expect(read(feature("Point", [104.06, 30.66], { id: "a", name: "A", amenity: "pharmacy" }))).toEqual({
      id: "a",
      name: "A",
      location: [104.06, 30.66],
      entrances: [[104.06, 30.66]],
      outline: [],
      isArea: false,
      areaSquareMeters: null,
      tags: { id: "a", name: "A", amenity: "pharmacy" },
    });
  });

  test("several points are entrances of one facility", () => {
    const facility = read(
      feature("MultiPoint", [
        [104.06, 30.66],
        [104.07, 30.66],
      ]),
    );
    expect(facility).toMatchObject({
      location: [104.06, 30.66],
      entrances: [
        [104.06, 30.66],
        [104.07, 30.66],
      ],
    });
  });

  test("a line is an outline, drawn at its middle", () => {
    const expected = { location: LINE[1], entrances: [], outline: [LINE], isArea: false, areaSquareMeters: null };
    expect(read(feature("LineString", LINE))).toMatchObject(expected);
    expect(read(feature("MultiLineString", [LINE, LINE]))?.outline).toHaveLength(2);
  });

  test("an area has its rings as outline, its size, and a place inside", () => {
    const facility = read(feature("MultiPolygon", [[SQUARE]]));
    expect(facility).toMatchObject({ entrances: [], outline: [SQUARE], isArea: true });
    expect(facility?.location[0]).toBeCloseTo(104.065, 9);
    expect(facility?.location[1]).toBeCloseTo(30.665, 9);
    // one hundredth of a degree is 957 m of longitude and 1,109 m of latitude here
    expect((facility?.areaSquareMeters ?? 0) / 1e6).toBeCloseTo(0.957 * 1.109, 2);
  });

  test("an area whose middle is outside is drawn at its first corner", () => {
    const horseshoe = [
      [104, 30],
      [104.03, 30],
      [104.03, 30.03],
      [104.029, 30.03],
      [104.029, 30.001],
      [104.001, 30.001],
      [104.001, 30.03],
      [104, 30.03],
      [104, 30],
    ];
    expect(read(feature("Polygon", [horseshoe]))?.location).toEqual([104, 30]);
  });

  test("points beside an area, however nested, are its mapped entrances", () => {
    const nested = { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: SQUARE[0] }] };
    const facility = read(gathered([nested, { type: "Polygon", coordinates: [SQUARE] }]));
    expect(facility).toMatchObject({ entrances: [SQUARE[0]], outline: [SQUARE], isArea: true });
  });

  test("nested tags are laid on top, lists of simple values are kept, objects are left out", () => {
    const properties = {
      id: "x",
      shop: "no",
      level: 1,
      open: true,
      none: null,
      route_types: [1],
      nested: [[1]],
      tags: { shop: "bakery", deep: {} },
    };
    expect(read(feature("Point", [104, 30], properties))?.tags).toEqual({
      id: "x",
      shop: "bakery",
      level: 1,
      open: true,
      none: null,
      route_types: [1],
    });
  });
});

describe("streets", () => {
  test("a line with node ids is read as it is", () => {
    const properties = { osm_id: 5, highway: "footway", name: "Lane", nodes: [1, 7, 3] };
    expect(readStreets(feature("LineString", LINE, properties)).rows).toEqual([
      { id: "5", coordinates: LINE, nodeIds: [1, 7, 3], tags: { highway: "footway" } },
    ]);
  });

  test('node ids that are texts are ranked, and 1 and "1" are two', () => {
    const input = collection(
      feature("LineString", LINE, { id: "a", nodes: [12, "2", 1] }),
      feature("LineString", LINE, { id: "b", nodes: ["2", 2, "1"] }),
      feature("LineString", LINE, { id: "c" }),
    );
    expect(readStreets(input).rows.map(({ nodeIds }) => nodeIds)).toEqual([[2, 4, 0], [4, 1, 3], null]);
  });

  test.each([
    [[1, 2]],
    [[1, 2, null]],
    ["1,2"],
    [{}],
    [[]],
  ])("node ids %o do not fit: joined by coordinates", (nodes) => {
    const reading = readStreets(feature("LineString", LINE, { id: "a", nodes }));
    expect(reading.rows[0]?.nodeIds).toBeNull();
    expect(diagnosticOf(reading, "street.nodesMismatch")?.sampleIds).toEqual(["a"]);
  });

  test("a MultiLineString is several rows of one feature", () => {
    const reading = readStreets(feature("MultiLineString", [LINE, LINE.slice(1)], { id: "a" }));
    expect(reading.rows.map(({ id, coordinates }) => [id, coordinates.length])).toEqual([
      ["a", 3],
      ["a", 2],
    ]);
    expect(reading.counts).toMatchObject({ given: 1, used: 1 });
  });

  test("positions that equal their neighbors are kept", () => {
    const line = [LINE[0], LINE[0], LINE[1], LINE[1]];
    expect(readStreets(feature("LineString", line)).rows[0]?.coordinates).toEqual(line);
  });

  test("a line without length is left out", () => {
    const input = collection(feature("LineString", LINE), feature("LineString", [LINE[0], LINE[0]]));
    expect(readStreets(input).counts.leftOut).toEqual({ "line.tooShort": 1 });
  });

  test("a square with a highway tag gives its outline; other areas and points are left out", () => {
    const plaza = feature("Polygon", [SQUARE, HOLE], { id: "plaza", highway: "pedestrian" });
    const reading = readStreets(collection(plaza, feature("Polygon", [SQUARE]), feature("Point", [104, 30])));
    expect(reading.rows.map(({ coordinates }) => coordinates)).toEqual([SQUARE, HOLE]);
    expect(reading.counts.leftOut).toEqual({ "geometry.kind": 2 });
  });

  test("tags may be nested", () => {
    expect(
      readStreets(feature("LineString", LINE, { id: "a", tags: { highway: "steps" } })).rows[0]?.tags,
    ).toMatchObject({ highway: "steps" });
  });

  test("a layer of which nothing can be used is refused", () => {
    for (const input of [collection(), collection(feature("Point", [104, 30]))]) {
      expect(errorOf(() => readStreets(input))).toMatchObject({ code: "NO_STREETS", path: "streets" });
    }
  });
});
