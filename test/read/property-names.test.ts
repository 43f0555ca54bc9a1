import { describe, expect, test } from "vitest";
import { plainName } from "../../src/read/find-properties.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readNeighborhoods } from "../../src/read/read-neighborhoods.js";
import { readPopulation } from "../../src/read/read-population.js";
import { readStreets } from "../../src/read/read-streets.js";
import { codesOf, collection, diagnosticOf, errorOf, feature, SQUARE } from "../support/geojson-samples.js";

const area = (west: number, properties: unknown) =>
  feature("Polygon", [SQUARE.map(([lon = 0, lat]) => [lon + west, lat])], properties);
/** Two squares side by side, of which each property has the one and the other value. */
const areas = (properties: Readonly<Record<string, readonly [unknown, unknown]>>) => {
  const of = (i: number) => Object.fromEntries(Object.entries(properties).map(([name, pair]) => [name, pair[i]]));
  return readNeighborhoods(collection(area(0, of(0)), area(0.01, of(1))));
};

describe("ids", () => {
  test.each([
    ["ID"],
    ["Id"],
    ["OBJECTID"],
    ["GEOID10"],
    ["fid"],
    ["FID"],
    ["gid"],
    ["code"],
    ["Code"],
    ["编码"],
    ["社区编码"],
    ["行政区划代码"],
    ["NTACode"],
    ["hex_id"],
    ["GID_2"],
    ["índex"],
  ])("are read from %s, and that is said", (property) => {
    const reading = areas({ [property]: [11, 12] });
    expect(reading.rows.map(({ id }) => id)).toEqual(["11", "12"]);
    expect(reading.diagnostics).toMatchObject([
      { code: "property.assumed", severity: "info", examples: [`id: ${property}`] },
    ]);
  });
  test("of a code go before numbers of rows, and the usual ones before all", () => {
    expect(areas({ OBJECTID: [1, 2], GEOID: ["a", "b"] }).rows.map(({ id }) => id)).toEqual(["a", "b"]);
    const usual = areas({ OBJECTID: [1, 2], id: ["x", "y"] });
    expect(usual.rows.map(({ id }) => id)).toEqual(["x", "y"]);
    expect(usual.diagnostics).toEqual([]);
  });
  test("of several candidates none is taken: the features are numbered, and the candidates are named with values", () => {
    const reading = areas({ code: ["a", "b"], 编码: ["c", "d"], name: ["A", "B"] });
    expect(reading.rows.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(codesOf(reading)).toEqual(["property.unclear", "id.missing"]);
    expect(diagnosticOf(reading, "property.unclear")?.examples).toEqual(['id: code ("a")', 'id: 编码 ("c")']);
  });
  test("that do not tell the features apart are none", () => {
    const reading = areas({ code: ["a", "a"], name: ["A", "B"] });
    expect(reading.rows.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(codesOf(reading)).toEqual(["id.missing"]);
  });
  test("that are missing are numbers from west to east, whatever the order, also of squares that share a corner", () => {
    const [west, east] = [area(0, { name: "West" }), area(0.01, { name: "East" })];
    for (const input of [collection(west, east), collection(east, west)])
      expect(
        readNeighborhoods(input)
          .rows.map(({ id, name }) => `${id} ${name}`)
          .sort(),
      ).toEqual(["1 West", "2 East"]);
    const corner = SQUARE.map(([lon = 0, lat = 0]) => [2 * 104.06 - lon, lat]);
    const reading = readNeighborhoods(collection(area(0, {}), feature("Polygon", [corner], {})));
    expect(reading.rows.map(({ id }) => id).sort()).toEqual(["1", "2"]);
    expect(diagnosticOf(reading, "id.missing")).toMatchObject({ count: 2, sampleIds: ["1", "2"] });
  });
  test("that were made up give way to those that stand in the file", () => {
    const reading = readNeighborhoods(collection(area(0, {}), area(0.01, { id: "1" }), area(0.02, { id: 3 })));
    expect(reading.rows.map(({ id }) => id)).toEqual(["1~2", "1", "3"]);
    const at = (properties: object) => feature("Point", [104, 30], properties);
    const shops = readFacilities(collection(at({}), at({}), at({ id: "@104.000000,30.000000" })));
    expect(shops.rows.map(({ id }) => id)).toEqual([
      "@104.000000,30.000000~2",
      "@104.000000,30.000000~3",
      "@104.000000,30.000000",
    ]);
    const twice = collection(area(0, { id: "1" }), area(0.01, { id: "1" }), area(0.02, {}));
    expect(errorOf(() => readNeighborhoods(twice)).code).toBe("DUPLICATE_ID");
  });
  test("keep all their digits where the layer is text", () => {
    const big = ["9007199254740993", "9007199254740995", "510104001001001001"];
    const text = JSON.stringify(collection(...big.map((_, i) => area(i / 100, { id: i + 1000 })))).replace(
      /"id":100(\d)/g,
      (_, i: string) => `"id": ${big[Number(i)]}`,
    );
    const reading = readNeighborhoods(text);
    expect(reading.rows.map(({ id }) => id)).toEqual(big);
    expect(reading.diagnostics).toEqual([]);
    const escaped = text.replace(
      '"id": 90',
      '"x":"\\"1234567890123456789, ","y\\\\":{"z":[ -12345678901234567890]},"id": 90',
    );
    expect(readNeighborhoods(escaped).rows.map(({ id }) => id)).toEqual(big);
  });
  test("of nodes keep all their digits, so that no two become one", () => {
    const line = (id: string, coordinates: unknown, nodes: string) =>
      `{"type":"Feature","properties":{"id":${id},"nodes":${nodes}},"geometry":{"type":"LineString","coordinates":${JSON.stringify(coordinates)}}}`;
    const first = line(
      "90071992547409931",
      [
        [104, 30],
        [104.001, 30],
      ],
      "[9007199254740992, 9007199254740993]",
    );
    const second = line(
      "2",
      [
        [104.001, 30],
        [104.002, 30],
      ],
      "[9007199254740994, 9007199254740995]",
    );
    const { streets } = readStreets(`{"type":"FeatureCollection","features":[${first},${second}]}`);
    expect(new Set(streets.nodeIds).size).toBe(4);
    expect(streets.ids).toEqual(["90071992547409931", "2"]);
  });
});

describe("names", () => {
  test.each([
    ["名称"],
    ["社区名称"],
    ["NAME_1"],
    ["NTAName"],
    ["nombre"],
    ["NOME"],
    ["Námé"],
    ["nom"],
    ["Название"],
    ["TRACT NAME"],
    ["社区"],
  ])("are read from %s, and that is said", (property) => {
    const reading = areas({ id: ["a", "b"], [property]: ["Ash", "Birch"] });
    expect(reading.rows.map(({ name }) => name)).toEqual(["Ash", "Birch"]);
    expect(diagnosticOf(reading, "property.assumed")?.examples).toEqual([`name: ${property}`]);
  });
  test("of several levels are those that tell the features apart", () => {
    const reading = areas({ id: [1, 2], NAME_0: ["China", "China"], NAME_1: ["Ash", "Birch"] });
    expect(reading.rows.map(({ name }) => name)).toEqual(["Ash", "Birch"]);
    const unclear = areas({ id: [1, 2], NAME_1: ["A", "B"], NAME_2: ["Ash", "Birch"] });
    expect(unclear.rows.map(({ name }) => name)).toEqual([null, null]);
    expect(diagnosticOf(unclear, "property.unclear")?.examples).toEqual(['name: NAME_1 ("A")', 'name: NAME_2 ("Ash")']);
  });
  test("may be numbers", () => {
    expect(areas({ id: ["a", "b"], name: [7, "8"] }).rows.map(({ name }) => name)).toEqual(["7", "8"]);
  });
});

describe("people", () => {
  const cells = (property: string, first: unknown, second: unknown) =>
    collection(
      feature("Point", [104, 30], { id: "a", [property]: first }),
      feature("Point", [105, 30], { id: "b", [property]: second }),
    );
  test.each([
    ["Population"],
    ["POP10"],
    ["pop_total"],
    ["TOTPOP"],
    ["Total Population"],
    ["pop_est"],
    ["人口"],
    ["常住人口"],
    ["2020年常住人口（人）"],
    ["总人口数"],
    ["población"],
    ["Bevölkerung"],
    ["residents"],
  ])("are read from %s, and that is said", (property) => {
    const reading = readPopulation(cells(property, 12, "1,234"));
    expect([...reading.places.population]).toEqual([12, 1234]);
    expect(diagnosticOf({ ...reading, rows: [] }, "property.assumed")?.examples).toEqual([`population: ${property}`]);
    const own = areas({ id: ["a", "b"], [property]: [3, 4] });
    expect(own.rows.map(({ population }) => population)).toEqual([3, 4]);
  });
  test("of several properties, or of none that is called so, are refused with the properties and their values", () => {
    const two = collection(feature("Point", [104, 30], { POP10: 12, POP20: 15, name: "A" }));
    const error = errorOf(() => readPopulation(two));
    expect(error).toMatchObject({ code: "INVALID_ARGUMENT", path: "population" });
    expect(error.hint).toContain("POP10 (12), POP20 (15)");
    expect(error.hint).toContain('{ population: { population: "POP10" } }');
    const none = errorOf(() => readPopulation(cells("dwellings", 12, 13)));
    expect(none.hint).toContain("dwellings (12)");
    expect(errorOf(() => readPopulation(collection(feature("Point", [104, 30], null)))).hint).toContain(
      "no properties",
    );
    const unclear = areas({ id: [1, 2], POP10: [5, 6], POP20: [7, 8] });
    expect(unclear.rows.map(({ population }) => population)).toEqual([null, null]);
    expect(diagnosticOf(unclear, "property.unclear")?.examples).toEqual([
      "population: POP10 (5)",
      "population: POP20 (7)",
    ]);
  });
  test("are not those of a group, a density or a date", () => {
    for (const property of ["pop_density", "pop65", "population:date", "pop_white_est", "人口密度", "popup"])
      if (property !== "pop65")
        expect(errorOf(() => readPopulation(cells(property, 12, 13))).code).toBe("INVALID_ARGUMENT");
  });
});

test("names are alike whatever their case, accents and gaps", () => {
  expect(["Pop_Total", "POP TOTAL", "pop-total", "Póp.Tótal"].map(plainName)).toEqual(Array(4).fill("poptotal"));
});

test("the example of a property does not depend on the order of the features", () => {
  const places = ["北", "南", "东"].map((tags, i) => ({
    type: "Feature",
    properties: { code1: `b${i}`, key: `a${i}`, tags },
    geometry: { type: "Point", coordinates: [104 + i / 10, 30] },
  }));
  const told = (features: object[]) => readFacilities({ type: "FeatureCollection", features }).diagnostics;
  expect(told([...places].reverse())).toEqual(told(places));
});
