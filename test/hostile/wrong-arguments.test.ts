import { describe, expect, test } from "vitest";
import { LAYER_IDS } from "../../src/base/layers.js";
import {
  chengduFourCircles,
  computeCoverage,
  onNetwork,
  prepareCity,
  standardWalking,
  toCsv,
  toGeoJson,
  toHtml,
  toMarkdown,
  toText,
} from "../../src/index.js";
import { completeness } from "../../src/measures/index.js";
import { readGeoJsonText } from "../../src/read/index.js";
import { errorOf } from "../support/geojson-samples.js";
import { cityWith, feature, layer, SQUARE } from "./hostile-city.js";

// As a program without types would call it.
const compute = computeCoverage as (city: unknown, options?: unknown) => unknown;
const prepare = prepareCity as (city: unknown, options?: unknown) => unknown;
const failing = (): never => {
  throw new Error("trap");
};
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

describe("the city", () => {
  test.each([
    ["null", null],
    ["undefined", undefined],
    ["a number", 5],
    ["a bigint", 5n],
    ["a symbol", Symbol("city")],
    ["JSON text", JSON.stringify(cityWith())],
    ["a list", [cityWith()]],
    ["a function", () => cityWith()],
    ["a proxy that fails", new Proxy({}, { ownKeys: failing })],
    ["an object whose getter fails", Object.defineProperty({}, "facilities", { get: failing, enumerable: true })],
  ])("that is %s is refused", (_, city) => {
    expect(errorOf(() => compute(city)).code).toBe("INVALID_ARGUMENT");
  });

  test("that is a Map has no neighborhoods", () => {
    expect(errorOf(() => compute(new Map([["neighborhoods", {}]]))).code).toBe("NO_NEIGHBORHOODS");
  });
});

describe.each(LAYER_IDS)("the layer %s", (name) => {
  test.each([
    ["a number", 5],
    ["a bigint", 5n],
    ["JSON text of something else", "[1]"],
    ["the name of a file", "city.geojson"],
    ["a Map", new Map()],
    ["an empty object", {}],
    ["a list of lists", [[1]]],
    ["bytes", new Uint8Array(4)],
    ["a promise", Promise.resolve(layer())],
    ["a collection without features", { type: "FeatureCollection" }],
    ["an object whose type is an object", { type: { toString: 1 } }],
    ["a proxy that fails", new Proxy({}, { get: failing })],
    [
      "a collection whose getter fails",
      {
        type: "FeatureCollection",
        features: [
          {
            type: "Feature",
            get properties() {
              return failing();
            },
          },
        ],
      },
    ],
  ])("that is %s is refused by name", (_, value) => {
    const { code, path, message } = errorOf(() => compute(cityWith({ [name]: value })));
    expect(["INVALID_GEOJSON", "UNKNOWN_FORMAT", "INVALID_JSON"]).toContain(code);
    expect(path).toContain(name);
    expect(message).toContain(name);
  });

  test("of forty million features is refused before they are looked at", () => {
    const features = new Array(40_000_000);
    const { code, message } = errorOf(() => compute(cityWith({ [name]: { type: "FeatureCollection", features } })));
    expect(code).toBe("LIMIT_EXCEEDED");
    expect(message).toContain("40000000 features; at most 10000000");
  });
});

test("a street whose tag is a getter that fails is refused with the layer's name", () => {
  const street = feature(
    "LineString",
    SQUARE,
    Object.defineProperty({}, "highway", { get: failing, enumerable: true }),
  );
  expect(errorOf(() => compute(cityWith({ streets: layer(street) })))).toMatchObject({
    code: "INVALID_GEOJSON",
    path: "streets",
  });
});

describe("options", () => {
  test.each([[null], [5], ["x"], [true], [[]], [() => 1]])("%o are refused", (options) => {
    expect(errorOf(() => compute(cityWith(), options)).code).toBe("INVALID_ARGUMENT");
    expect(errorOf(() => prepare(cityWith(), options)).code).toBe("INVALID_ARGUMENT");
  });

  const wrongValues: [string, unknown[]][] = [
    ["originSpacingMeters", ["100", Number.NaN, 0, -1, 0.5, Infinity, null, {}, [100], 100n, Symbol("m"), true]],
    ["smallFragmentMeters", ["1", Number.NaN, -1, null, [], 5n]],
    [
      "datum",
      [
        "gcj02",
        null,
        5,
        { facilities: "gcj-02" },
        { facilities: 5n },
        { facilities: ["gcj02"] },
        { facilities: cyclic },
      ],
    ],
    ["properties", [null, 5, "x", { neighborhoods: "name" }, { neighborhoods: null }, { neighborhoods: { name: 5 } }]],
    ["repair", ["x", 5n, null, {}, Symbol("fix"), cyclic]],
    ["classification", ["Loose", null, 5n]],
    ["onProgress", [5, null, "x", {}]],
    ["travel", [[], null, {}, "x", [null], [{}], [onNetwork], [5], onNetwork(), [{ id: "x", prepare: () => null }]]],
    ["travel", [[{ id: "x", prepare: () => ({ summary: {}, diagnostics: [], fillTable: () => null }) }]]],
    ["measures", [null, 5, {}, [null], [{}], [completeness], [completeness(900), completeness(900)]]],
    ["profile", [null, 5, "x", {}, []]],
  ];
  test.each(
    wrongValues.flatMap(([key, values]) => values.map((value) => [key, value] as const)),
  )("%s: %o is refused", (key, value) => {
    expect(errorOf(() => compute(cityWith(), { [key]: value })).code).toBe("INVALID_ARGUMENT");
  });

  test.each([
    [{ originSpacing: 100 }, "originSpacingMeters"],
    [{ datum: { facility: "gcj02" } }, "facilities"],
    [{ properties: { neighborhoods: { nam: "x" } } }, "name"],
  ])("%o is misspelt, and the right name is given", (options, right) => {
    const { code, hint } = errorOf(() => compute(cityWith(), options));
    expect(code).toBe("UNKNOWN_OPTION");
    expect(hint).toContain(right);
  });

  test.each([
    [{ speedMetersPerSecond: 0 }],
    [{ speedMetersPerSecond: "1.2" }],
    [{ stepsSpeedMetersPerSecond: Number.NaN }],
    [{ offStreetSpeedMetersPerSecond: Infinity }],
    [{ maxAccessMeters: -1 }],
    [{ maxAccessMeters: "5" }],
    [{ label: undefined }],
    [{ id: undefined }],
  ])("a profile with %o is refused by the field", (change) => {
    const { code, message } = errorOf(() => compute(cityWith(), { profile: { ...standardWalking, ...change } }));
    expect(code).toBe("INVALID_ARGUMENT");
    expect(message).toContain(`options.profile.${Object.keys(change)[0]}`);
  });

  test.each([
    ["too few values", { perOrigin: () => new Float64Array(1) }],
    ["no values", { perOrigin: () => null }],
    ["a plain list", { perOrigin: () => [1, 2] }],
    ["nearestCount 1e9", { nearestCount: 1e9 }],
    ["nearestCount 1.5", { nearestCount: 1.5 }],
    ["cutoff NaN", { cutoff: Number.NaN }],
    ["unit hours", { tableUnit: "hours" }],
    ["a table of its own", { table: "matrix" }],
    ["no summary", { summary: [] }],
    ["a summary that is a name", { summary: "mean" }],
    ["an unknown statistic", { summary: ["mean", "mode"] }],
    ["a statistic twice", { summary: ["mean", "mean"] }],
    ["a statistic that is null", { summary: [null] }],
    ["a statistic without a function", { summary: [{ id: "gini" }] }],
    ["two statistics of one id", { summary: ["mean", { id: "mean", compute: () => 1 }] }],
  ])("a measure with %s is refused", (_, change) => {
    const error = errorOf(() => compute(cityWith(), { measures: [{ ...completeness(900), ...change }] }));
    expect(error.code).toBe("INVALID_ARGUMENT");
  });

  test("what a callback throws comes out as it is, so that it can cancel", () => {
    const stop = new Error("stop");
    expect(() =>
      compute(cityWith(), {
        onProgress: () => {
          throw stop;
        },
      }),
    ).toThrow(stop);
  });
});

describe("a standard", () => {
  const rows = (list: "circles" | "categories" | "requirements" | "grades", change: object) => ({
    [list]: (chengduFourCircles[list] ?? []).map((row) => ({ ...row, ...change })),
  });
  test.each([
    ["no lists", { categories: null }],
    ["a category without fields", { categories: [{}] }],
    ["circles in an object", { circles: {} }],
    ["scoring without weights", { scoring: { weights: null } }],
    ["scoring that is a number", { scoring: 5 }],
    ["weights beyond numbers", { scoring: { weights: { mandatory: 1e308, optional: 1e308, label: 1e308 } } }],
    ["grades that are null", { grades: null }],
    ["a requirement that is null", { requirements: [null] }],
    ["no label", { label: null }],
    ["an unknown reach to judge by", { judgeBy: "hours" }],
    ["circles without labels", rows("circles", { label: null })],
    ["ids that are numbers", rows("grades", { id: 5 })],
    ["keywords that are a text", rows("categories", { keywords: "abc" })],
    ["tags that are numbers", rows("categories", { osmTags: [5] })],
    ["thresholds that are texts", rows("requirements", { threshold: { time: "900" } })],
    ["thresholds as 0.1.0 had them", rows("requirements", { threshold: undefined, thresholdSeconds: 900 })],
    ["thresholds of an unknown reach", rows("requirements", { threshold: { time: 900, minutes: 15 } })],
    ["counts that are texts", rows("requirements", { count: "2" })],
    ["alternatives that are a number", rows("requirements", { orElse: 5 })],
  ])("with %s is refused, also when a city is prepared", (_, change) => {
    const standard = { ...chengduFourCircles, ...change };
    expect(errorOf(() => compute(cityWith(), { standard })).code).toBe("INVALID_STANDARD");
    expect(errorOf(() => prepare(cityWith(), { standard })).code).toBe("INVALID_STANDARD");
  });

  test.each([[null], [5], ["x"], [{}], [[]]])("that is %o is refused", (standard) => {
    expect(errorOf(() => compute(cityWith(), { standard })).code).toBe("INVALID_STANDARD");
  });
});

describe("what is to be parsed", () => {
  test.each([[null], [undefined], [5], [{}], [[]], [new ArrayBuffer(3)]])("%o is neither text nor bytes", (text) => {
    expect(errorOf(() => readGeoJsonText(text as string)).code).toBe("INVALID_ARGUMENT");
  });

  test.each([
    ["an open bracket, a million times", "[".repeat(1e6), "INVALID_JSON"],
    ["a hundred thousand lists in each other", "[".repeat(1e5) + "]".repeat(1e5), "INVALID_GEOJSON"],
    ["a hundred thousand objects in each other", `${'{"a":'.repeat(1e5)}1${"}".repeat(1e5)}`, "INVALID_GEOJSON"],
    ["NaN", '{"type":"FeatureCollection","features":[NaN]}', "INVALID_JSON"],
    ["a zero byte", "\u0000", "UNKNOWN_FORMAT"],
  ])("%s is refused", (_, text, code) => {
    expect(errorOf(() => readGeoJsonText(text)).code).toBe(code);
  });
});

describe("a rendering", () => {
  const report = computeCoverage(cityWith());
  const renderings: [string, (report: unknown, options?: unknown) => unknown][] = [
    ["toText", toText as never],
    ["toMarkdown", toMarkdown as never],
    ["toCsv", toCsv as never],
    ["toHtml", ((one: never, options = {}) => toHtml(one, { neighborhoods: [] }, options as never)) as never],
  ];
  test.each(renderings)("%s refuses what is not a report", (_, render) => {
    for (const value of [null, undefined, {}, "x", [], 5])
      expect(errorOf(() => render(value))).toMatchObject({ code: "INVALID_ARGUMENT", path: "report" });
  });

  test.each(renderings)("%s refuses options and languages that there are not", (_, render) => {
    for (const options of [
      null,
      5,
      ...["fr", "__proto__", "constructor", 5].map((locale) => ({ locale, neighborhoods: [] })),
    ])
      expect(errorOf(() => render(report, options)).code).toBe("INVALID_ARGUMENT");
  });

  test("of outlines refuses what is not a list of them", () => {
    for (const outlines of [null, undefined, {}, "x", 5, [null], [{}]]) {
      expect(errorOf(() => toGeoJson(report, outlines as never)).path).toBe("neighborhoods");
      expect(errorOf(() => toHtml(report, { neighborhoods: outlines as never })).path).toBe("neighborhoods");
    }
  });
});
