import { describe, expect, test } from "vitest";
import type { Layer } from "../../../src/base/layers.js";
import { computeCoverage } from "../../../src/index.js";
import { cityWith, feature, layer, SQUARE, X, Y } from "../hostile-city.js";
import { type Row, ring, see } from "./outcome.js";

// Ids, systems, places and people: each is accepted, repaired and said, left out and said, or refused by a typed error.

const pharmacy = (coordinates: unknown, properties: object = {}) =>
  feature("Point", coordinates, { id: "tried", amenity: "pharmacy", ...properties });
const shop = pharmacy([X, Y], { id: "s" });
const people = (population: unknown) => [
  feature("Point", [X, Y], { population: 7 }),
  feature("Point", [X, Y], { population }),
];
const areas = (...ids: readonly unknown[]) =>
  ids.map((id, i) => feature("Polygon", [ring(104 + i / 50, 30)], id === undefined ? {} : { id }));
const withCrs = (crs: unknown) => ({ layers: { facilities: { ...layer(shop), crs } } });
const named = (name: string) => ({ type: "name", properties: { name } });
const swap = (list: readonly (readonly number[])[]) => list.map(([lon, lat]) => [lat, lon]);

const ROWS: readonly (readonly [Layer, readonly Row[]])[] = [
  [
    "neighborhoods",
    [
      ["one id twice", "refused", "DUPLICATE_ID", areas("a", "a")],
      ['the ids 1 and "1"', "accepted", "", areas(1, "1")],
      ["ids beyond 2^53", "accepted", "id.unsafe", areas(2 ** 60, 2 ** 60 + 4096)],
      ["no ids", "accepted", "id.missing", areas(undefined, undefined)],
      [
        "ids that every object inherits",
        "accepted",
        "",
        areas("__proto__", "constructor", "toString", "hasOwnProperty"),
      ],
      ["no feature at all", "refused", "NO_NEIGHBORHOODS", []],
      ["one of which nothing can be used", "refused", "NO_NEIGHBORHOODS", [feature("Point", [X, Y])]],
      [
        "far from every street",
        "accepted",
        "neighborhood.noNetwork",
        [feature("Polygon", [SQUARE], { id: "a" }), ...areas("far")],
      ],
      [
        "latitude first, where that is on Earth, too",
        "repaired",
        "crs.apart",
        { layers: { neighborhoods: [feature("Polygon", [swap(ring(10, 50))], { id: "a" })] } },
      ],
    ],
  ],
  [
    "facilities",
    [
      ["latitude first", "refused", "SWAPPED_COORDINATES", [pharmacy([30.66, 104.06])]],
      ["Web Mercator", "refused", "PROJECTED_COORDINATES", [pharmacy([11_584_000, 3_588_000])]],
      ["Gauss-Krüger in zones", "refused", "PROJECTED_COORDINATES", [pharmacy([35_412_345, 3_395_000])]],
      ["Gauss-Krüger without zones", "refused", "PROJECTED_COORDINATES", [pharmacy([412_345, 3_395_000])]],
      ["a system that is WGS 84", "accepted", "", withCrs(named("urn:ogc:def:crs:OGC:1.3:CRS84"))],
      ["the same by its code", "accepted", "", withCrs(named("urn:ogc:def:crs:EPSG::4326"))],
      ["CGCS2000 in degrees", "accepted", "crs.member", withCrs(named("EPSG:4490"))],
      ["a projected system", "refused", "UNSUPPORTED_CRS", withCrs(named("EPSG:4547"))],
      [
        "a link to a system, which nobody follows",
        "refused",
        "UNSUPPORTED_CRS",
        withCrs({ type: "link", properties: { href: "http://169.254.169.254/" } }),
      ],
      ["a system of nothing", "accepted", "crs.member", withCrs(null)],
      [
        "an unknown category",
        "left out",
        "category.unknown",
        [shop, feature("Point", [X, Y], { amenity: "spaceport" })],
      ],
      ["no category", "left out", "category.unknown", [shop, feature("Point", [X, Y], {})]],
      [
        "categories that every object inherits",
        "left out",
        "category.unknown",
        [
          shop,
          feature("Point", [X, Y], { category: "__proto__" }),
          feature("Point", [X, Y], { category: "constructor" }),
        ],
      ],
      ["one place twice", "accepted", "facility.duplicate", [shop, pharmacy([X, Y])]],
      ["a place far from the streets", "accepted", "facility.offNetwork", [shop, pharmacy([X, Y + 0.02])]],
      ["something that is no feature", "left out", "feature.kind", [shop, { type: "Thing" }]],
    ],
  ],
  [
    "population",
    [
      ...[-5, "many", "1e99", 1e308, 1e11, null, true, [5], {}].map(
        (value): Row => [
          `the number of people ${JSON.stringify(value)}`,
          "left out",
          "population.invalid",
          people(value),
        ],
      ),
      [
        "people beside all neighborhoods",
        "accepted",
        "population.outside",
        [...people(3), feature("Point", [X + 0.05, Y], { population: 9 })],
      ],
      ["not one number", "left out", "population.invalid", [feature("Point", [X, Y], { population: "x" })]],
    ],
  ],
];

describe.each(ROWS)("%s", (name, rows) => {
  test.each(rows)("%s: %s %s", (_, outcome, code, given) => {
    const seen = see(name, given);
    expect(seen.outcome, seen.codes.join()).toBe(outcome);
    if (code !== "") expect(seen.codes).toContain(code);
  });
});

describe("what is accepted", () => {
  test("has no total that is not finite, and no share where nothing is known", () => {
    const report = computeCoverage(cityWith({ population: [...people(1e308), ...people(Number.MAX_VALUE)] } as never));
    expect(report.city.population).toBe(14);
    const far = computeCoverage(
      cityWith({ neighborhoods: [feature("Polygon", [SQUARE], { id: "a" }), ...areas("far")] } as never),
    );
    expect(far.neighborhoods.find(({ id }) => id === "far")?.requirements.pharmacy?.area.share).toBeNull();
  });
  test("has ids as they are written", () => {
    const { neighborhoods } = computeCoverage(
      cityWith({ neighborhoods: areas(1, "1", "__proto__", "a", 2 ** 60) } as never),
    );
    expect(neighborhoods.map(({ id }) => id)).toEqual(["1", "1~2", "__proto__", "a", String(2 ** 60)]);
  });
  test("is misspelt by no option in silence", () => {
    for (const options of [{ repiar: "fix" }, { datums: {} }, { datum: { facility: "gcj02" } }])
      expect(() => computeCoverage(cityWith(), options as never)).toThrow(
        expect.objectContaining({ code: "UNKNOWN_OPTION", message: expect.stringMatching(/repair|datum|facilities/) }),
      );
  });
});
