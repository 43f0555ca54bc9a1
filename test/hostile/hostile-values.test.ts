import { describe, expect, test } from "vitest";
import { computeCoverage, prepareCity, toCsv, toGeoJson, toHtml, toMarkdown, toText } from "../../src/index.js";
import { completeness } from "../../src/measures/index.js";
import { toLongCsv } from "../../src/tables/index.js";
import { deepFreeze } from "../support/geojson-samples.js";
import { plainCategory, standardOf } from "../support/test-standard.js";
import {
  cityWith,
  codesIn,
  feature,
  layer,
  leftOut,
  nestedList,
  ROAD,
  SQUARE,
  soundReport,
  X,
  Y,
} from "./hostile-city.js";

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
const VALUES: [string, unknown][] = [
  ["a list nested deeper than the stack", nestedList(100_000)],
  ["an object in itself", cyclic],
  ["a symbol", Symbol("value")],
  ["a bigint", 5n],
  ["a function", () => 1],
  ["NaN", Number.NaN],
  ["an object that is no primitive", { toString: 1, valueOf: 1, toJSON: 1 }],
  ["an object without prototype", Object.create(null)],
  ["half a character", "\ud800"],
  ["a long text", "x".repeat(100_000)],
  ["a __proto__ of its own", JSON.parse('{"__proto__":{"polluted":1}}')],
];
const KEYS = [
  "id",
  "name",
  "population",
  "category",
  "amenity",
  "tags",
  "nodes",
  "highway",
  "foot",
  "railway",
  "bridge",
];

describe.each(VALUES)("%s", (_, value) => {
  test.each(KEYS)("as the property %s, twice at one place, is data or a finding", (key) => {
    const twice = (type: string, coordinates: unknown, properties: object) =>
      [1, 2].map(() => feature(type, coordinates, { ...properties, [key]: value }));
    const report = soundReport({
      neighborhoods: layer(feature("Polygon", [SQUARE], { id: "a", [key]: value })),
      facilities: layer(...twice("Point", [X, Y], { id: "s", category: "pharmacy" })),
      streets: layer(...twice("LineString", ROAD, { id: "w", layer: value }), feature("LineString", ROAD)),
      population: layer(feature("Point", [X, Y], { population: 5 }), ...twice("Point", [X, Y], { population: 1 })),
    });
    expect(report.inputs.map(({ given }) => given)).toEqual([1, 2, 3, 3]);
  });
});

describe("names that every object inherits", () => {
  const WORDS = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

  test("are ids, names and property keys like any others", () => {
    const keys = Object.fromEntries(WORDS.map((word) => [word, word]));
    const report = soundReport({
      neighborhoods: layer(
        ...WORDS.map((id, i) =>
          feature("Polygon", [SQUARE.map(([lon = 0, lat = 0]) => [lon + i / 50, lat])], { ...keys, id, name: id }),
        ),
      ),
      facilities: layer(...WORDS.map((id) => feature("Point", [X, Y], { ...keys, id, amenity: id }))),
    });
    expect(report.neighborhoods.map(({ id }) => id)).toEqual(WORDS);
    expect(leftOut(report, "facilities")).toEqual({ "category.unknown": WORDS.length });
  });

  test("are categories, requirements, circles and measures of a standard like any others", () => {
    const standard = standardOf(
      WORDS.map((id) => ({ category: id, circle: id, threshold: { time: 1800 } })),
      {
        circles: WORDS.map((id) => ({ id, label: { zh: id, en: id }, source: "test" })),
        categories: WORDS.map(plainCategory),
      },
    );
    const input = cityWith({
      facilities: layer(...WORDS.map((id) => feature("Point", [X, Y], { id, category: id }))),
    });
    const measures = [{ ...completeness(900), id: "__proto__" }];
    const report = computeCoverage(input, { standard, measures });
    expect(Object.keys(report.city.circles)).toEqual(WORDS);
    expect(Object.keys(report.city.requirements)).toEqual(WORDS);
    expect(Object.keys(report.city.measures ?? {})).toEqual(["__proto__"]);
    for (const id of WORDS) expect(report.city.requirements[id]?.status).toBe("covered");
    expect(JSON.stringify(report)).toContain('"__proto__":{"status":"covered"');
    const written = toGeoJson(report, prepareCity(input, { standard }).neighborhoods);
    expect(Object.keys(written.features[0]?.properties ?? {})).toContain("__proto___score");
    for (const render of [toText, toMarkdown, toCsv]) expect(render(report)).toContain("__proto__".slice(2, 7));
  });

  test("never reach Object.prototype", () => {
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"p"}');
    soundReport({
      neighborhoods: layer(feature("Polygon", [SQUARE], hostile)),
      facilities: layer(feature("Point", [X, Y], { ...hostile, tags: hostile })),
      streets: layer(feature("LineString", ROAD, { ...hostile, tags: hostile })),
    });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("names that are code", () => {
  const MARKUP = `</title><script>alert("1")</script><img src=x onerror='alert(1)'>`;
  const named = (name: string) => {
    const input = cityWith({ neighborhoods: layer(feature("Polygon", [SQUARE], { id: name, name, population: 5 })) });
    return { report: computeCoverage(input), neighborhoods: prepareCity(input).neighborhoods };
  };

  test("markup stays text in the page and in Markdown", () => {
    const { report, neighborhoods } = named(MARKUP);
    const page = toHtml(report, { neighborhoods });
    const plain = named("plain");
    // the page has scripts of its own, and as many of them whatever the names are
    const tagsOf = (html: string) => html.match(/<(?:script|img)\b[^>]*>/gi);
    expect(tagsOf(page)).toEqual(tagsOf(toHtml(plain.report, { neighborhoods: plain.neighborhoods })));
    expect(page).not.toContain(MARKUP);
    const markdown = toMarkdown(report);
    expect(markdown).not.toMatch(/<script|<img/i);
    for (const written of [page, markdown]) expect(written).toContain("&lt;script&gt;");
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    '=HYPERLINK("http://x")',
  ])("the formula %o is quoted in CSV", (name) => {
    const cells = toCsv(named(name).report)
      .split(/[\r\n,;]+/)
      .map((cell) => cell.replace(/^"/, ""));
    expect(cells.filter((cell) => cell.startsWith(name.trimEnd().slice(0, 2)))).toEqual([]);
  });

  test("escapes and bidirectional marks are spelled out on the terminal, in Markdown and in the page", () => {
    const { report, neighborhoods } = named("\u001b[31mred\u202etxt.exe\u0000\u2066");
    for (const written of [toText(report), toMarkdown(report), toHtml(report, { neighborhoods })])
      for (const mark of ["\u0000", "\u001b", "\u202e", "\u2066"]) expect(written).not.toContain(mark);
  });

  test("CSV files spell them out; line breaks and tabs stay, in quotes", () => {
    const { report } = named("a\u001b]0;x\u0007\u009b2J\u202e\rb\nc\td");
    for (const written of [toCsv(report), toLongCsv(report)]) {
      expect(written).toContain(`${String.raw`"a\u001B]0;x\u0007\u009B2J\u202E\u000Db`}\nc\td"`);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
      expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
    }
  });
});

describe("numbers of people", () => {
  test.each([
    [-5],
    ["-5"],
    ["many"],
    ["1e99"],
    [1e308],
    [1e11],
    [null],
    [true],
    [[5]],
    [{}],
    [Number.NaN],
    [Infinity],
  ])("%o is left out of the weights and said so", (population) => {
    const places = layer(feature("Point", [X, Y], { population: 7 }), feature("Point", [X, Y], { population }));
    const report = soundReport({ population: places });
    expect(report.city.population).toBe(7);
    expect(leftOut(report, "population")).toEqual({ "population.invalid": 1 });
  });
});

describe("objects that are not plain", () => {
  test("a city frozen to the bottom is read", () => {
    const input = deepFreeze(cityWith());
    expect(computeCoverage(input).neighborhoods).toHaveLength(1);
  });

  test("instances of classes are read by their fields", () => {
    class Collection {
      readonly type = "FeatureCollection";
      readonly features = [feature("Point", [X, Y], { amenity: "pharmacy" })];
    }
    expect(soundReport({ facilities: new Collection() }).city.requirements.pharmacy?.status).not.toBe("no-data");
  });

  test("what is no feature at all is counted", () => {
    const report = soundReport({ facilities: layer(null, undefined, 5, "x", [], 5n, () => 1, new Map()) });
    expect(leftOut(report, "facilities")).toEqual({ "feature.kind": 8 });
    expect(codesIn(report)).toContain("feature.kind");
  });

  test("properties that are no object count as none", () => {
    const withProperties = (properties: unknown) => feature("Point", [X, Y], properties);
    const report = soundReport({ facilities: layer(...[null, [], "x", 5, new Map(), () => 1].map(withProperties)) });
    expect(leftOut(report, "facilities")).toEqual({ "category.unknown": 6 });
  });

  test("whatever else a profile or standard holds stays out of the report", () => {
    const profile = { ...computeCoverage(cityWith()).profile, own: 5n };
    expect(soundReport({}, { profile }).profile).not.toHaveProperty("own");
  });
});
