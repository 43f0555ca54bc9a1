import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import { OPTIONS } from "../../src/node/command-line/option-table.js";
import { resolveSettings, SETTABLE } from "../../src/node/command-line/resolve-settings.js";
import { readStandard } from "../../src/node/read-standard.js";
import { toEditFeatures } from "../../src/scenarios/edit-features.js";
import { applyEdits } from "../../src/scenarios/edits.js";
import { openScenario } from "../../src/scenarios/open-scenario.js";
import { fifteenMinuteCity } from "../../src/standards/fifteen-minute-city.js";
import { smallCity } from "../support/small-city.js";
import { asJson, nameOf, openSchema, placesOf, withPlace } from "./validators.js";

// What the schemas refuse the library refuses, and what it takes they take. What depends on other fields only the library can tell.

const folder = mkdtempSync(join(tmpdir(), "quarterhour-schemas-"));
afterAll(() => rmSync(folder, { recursive: true }));
function asFile(value: unknown): string {
  const path = join(folder, "value.json");
  writeFileSync(path, JSON.stringify(value));
  return path;
}
/** Whether the library takes it; whatever it throws must be an error of its own. */
function takes(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof CoverageError) return false;
    throw error;
  }
}

describe("configurations", () => {
  const validate = openSchema("config");
  const HOSTILE: readonly unknown[] = [
    ...[null, true, false, 0, 1, -1, 0.5, 7, 16, 2000, 1e12, "", "x", "zh", "PT", "pt", "true", "5,10", "60", "gpkg"],
    ...[[], [""], ["x"], [1], [0], [5, 10], [1, "x"], ["png", "gpkg"], ["png", "jpg"], [["x"]], [null], [104, 30]],
    ...[{}, { "": "x" }, { "a=b": "x" }, { streets: "gcj02" }, { facilities: "x" }, { constructor: "x" }, { a: "xy" }],
    ...[
      { facilities: { name: "n" } },
      { facilities: { lon: "x" } },
      { "a.csv": { lon: "x", lat: "y" } },
      { facilities: {} },
    ],
    ...[
      { facilities: { lon: 5 } },
      { facilities: { lon: "" } },
      { constructor: 5 },
      { facilities: null },
      { nowhere: "wgs84" },
    ],
    ...[
      { score: 60 },
      { score: 101 },
      { "score:walk": 60 },
      { walk: 0.5 },
      { walk: 2 },
      { share: 0.5 },
      { "share:a": 1 },
    ],
    ...[{ scores: 2 }, { score: "60" }, { walk: "85%" }, { walk: -0.1 }, { "facilities.lon": "x" }],
  ];
  const isTaken = (config: unknown) => takes(() => resolveSettings({ config: asFile(config) }, {}));

  test("of every option, a table of hostile values", () => {
    for (const name of SETTABLE) {
      const values = [...HOSTILE, ...(OPTIONS[name].choices ?? [])];
      const differing = values.filter((value) => isTaken({ [name]: value }) !== validate({ [name]: value }));
      // which encodings there are the machine knows
      const known = name === "encoding" ? values.filter((value) => validate({ [name]: value })) : [];
      expect({ name, differing: differing.filter((value) => !known.includes(value)) }).toEqual({ name, differing: [] });
    }
  });
  test("every option takes some value, and refuses most", () => {
    for (const name of SETTABLE) {
      const taken = [
        ...HOSTILE,
        ...(OPTIONS[name].choices ?? []),
        { facilities: "utf-8" },
        { facilities: "latlon" },
        { facilities: "gcj02" },
      ].filter((value) => isTaken({ [name]: value }));
      expect({ name, some: taken.length > 0, few: taken.length < HOSTILE.length / 2 }).toEqual({
        name,
        some: true,
        few: true,
      });
    }
  });
  test("keys that there are not, remarks and the address of the schema", () => {
    for (const config of [
      { standart: "x" },
      { force: true },
      { "//": "remark" },
      { "// why": [1] },
      { $schema: "a" },
      { "": 1 },
      [],
      5,
      {},
    ])
      expect([config, isTaken(config)]).toEqual([config, validate(config)]);
  });
});

describe("standards", () => {
  const validate = openSchema("standard");
  const isTaken = (standard: unknown) => takes(() => readStandard(asFile(standard)));
  const requirement = fifteenMinuteCity.requirements[0];
  /** One that has everything a standard may have. */
  const full = asJson({
    ...fifteenMinuteCity,
    country: "CN",
    circles: fifteenMinuteCity.circles.slice(0, 1),
    requirements: [
      {
        ...requirement,
        circle: fifteenMinuteCity.circles[0]?.id,
        count: 1,
        edition: "2018-12",
        threshold: { time: 900, network: 1000, straight: 1000 },
        basis: { listing: "ours", necessity: "ours", minutes: "ours", metres: "ours" },
        orElse: [{ category: requirement?.category, threshold: { time: 300 }, count: 2 }],
      },
    ],
    categories: fifteenMinuteCity.categories.map((category, i) =>
      i === 0 ? { ...category, minAreaSquareMeters: 1, maxAreaSquareMeters: 2, unknownAreaCounts: true } : category,
    ),
    scoring: { weights: { mandatory: 1, optional: 0.5, label: 0 }, source: "x" },
    grades: [{ id: "good", label: { zh: "好", en: "good" }, minScore: 0 }],
    gradesSource: { zh: "无", en: "none" },
    gradeCapWhenMissing: "good",
    sliverBelowShare: 0.5,
  });
  const HOSTILE: readonly unknown[] = [
    undefined,
    null,
    true,
    "",
    "x",
    5,
    -1,
    0.5,
    0,
    2e6,
    [],
    {},
    [5],
    { zh: "x" },
    "2018-1",
    "print",
  ];
  /** What must fit other fields. */
  const BOUND =
    /\.(id|circle|category|circles|categories|requirements|gradeCapWhenMissing|minScore|minutes|metres|grades|\[\])$|\[\]$/;

  test("one with all there is, changed in every place", () => {
    expect([isTaken(full), validate(full)]).toEqual([true, true]);
    const differing: string[] = [];
    let refused = 0;
    for (const place of placesOf(full))
      for (const put of HOSTILE) {
        const changed = withPlace(full, place, put);
        const [taken, valid] = [isTaken(changed), validate(changed)];
        if (!taken) refused++;
        if (taken !== valid && !(valid && BOUND.test(nameOf(place))))
          differing.push(`${nameOf(place)} ${JSON.stringify(put)} ${taken}`);
      }
    expect(differing).toEqual([]);
    expect(refused).toBeGreaterThan(500);
  });
  test("members that there are not, at every depth, are refused by name", () => {
    for (const place of placesOf(full).filter((one) => typeof one.at(-1) === "string")) {
      const changed = withPlace(full, [...place.slice(0, -1), "sliverBelow"], 0.5);
      expect([nameOf(place), isTaken(changed), validate(changed)]).toEqual([nameOf(place), false, false]);
    }
    expect(() => readStandard(asFile({ ...(full as object), sliverBelowshare: 0.5 }))).toThrow(
      /no member sliverBelowshare.*sliverBelowShare/s,
    );
    const remarked = { ...(full as object), $schema: "./standard.json" };
    expect([isTaken(remarked), validate(remarked), "$schema" in readStandard(asFile(remarked))]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("edits", () => {
  const validate = openSchema("edits");
  const city = prepareCity({
    neighborhoods: smallCity.neighborhoods,
    facilities: smallCity.facilities,
    streets: smallCity.streets,
  });
  const scenario = openScenario(city);
  /** What is done is taken back: to open a scenario for each takes longer than all else. */
  const isTaken = (edits: unknown) => {
    const isDone = takes(() => applyEdits(scenario, edits as never));
    while (scenario.undo());
    return isDone;
  };
  const list = [
    { edit: "addFacility", id: "new", name: "New", categories: ["pharmacy"], location: [104.065, 30.665] },
    { edit: "moveFacility", id: "pharmacy", location: [104.066, 30.665] },
    { edit: "closeFacility", id: "shop" },
    {
      edit: "addStreet",
      id: "path",
      coordinates: [
        [104.065, 30.665],
        [104.066, 30.666],
      ],
      tags: { highway: "footway" },
    },
    { edit: "closeStreet", id: "main" },
  ] as const;
  const features = asJson(toEditFeatures(list as never, () => [104, 30])) as { features: { properties: object }[] };
  const fromGis = {
    ...features,
    name: "edits",
    crs: { type: "name" },
    features: features.features.map((feature, fid) => ({
      ...feature,
      id: fid,
      properties: {
        ...{ fid, name: null, categories: null, tags: null },
        ...feature.properties,
        ...("categories" in feature.properties ? { categories: "pharmacy;convenience_store" } : {}),
        ...("tags" in feature.properties ? { tags: '{"highway": "path"}' } : {}),
      },
    })),
  };
  const HOSTILE: readonly unknown[] = [
    undefined,
    null,
    true,
    "",
    5,
    -200,
    [],
    {},
    [5],
    ["x", "y"],
    [[1, 2]],
    [200, 30],
    [104.06, 91],
    [104.061, 30.661, 5],
  ];
  /** What must be there, or not be there yet; `5` is the id of nothing, and a street may not jump. */
  const isBound = (place: string, put: unknown) =>
    (/\.(id|categories|\[\])$|categories\[\]$/.test(place) &&
      (put === 5 || put === -200 || Array.isArray(put) || put === "")) ||
    (/coordinates/.test(place) && Array.isArray(put)) ||
    (put === undefined && /\[\]$/.test(place));

  test.each([
    ["as a list", list],
    ["as GeoJSON", features],
    ["as a GIS writes them", fromGis],
  ])("%s, changed in every place", (_, given) => {
    const edits = asJson(given);
    expect([isTaken(edits), validate(edits), validate.errors]).toEqual([true, true, null]);
    // one by one: what the others do takes time
    const rows = [...Array(list.length).keys()].map((row) =>
      Array.isArray(edits)
        ? [edits[row]]
        : { ...(edits as object), features: [(edits as typeof features).features[row]] },
    );
    const differing: string[] = [];
    let refused = 0;
    for (const one of rows)
      for (const place of placesOf(one).filter((at) => at.length > (Array.isArray(one) ? 1 : 2)))
        for (const put of HOSTILE) {
          const changed = withPlace(one, place, put);
          const [taken, valid] = [isTaken(changed), validate(changed)];
          if (!taken) refused++;
          if (taken !== valid && !(valid && isBound(nameOf(place), put)))
            differing.push(`${nameOf(place)} ${JSON.stringify(put)} of ${JSON.stringify(one)} ${taken}`);
        }
    expect(differing).toEqual([]);
    expect(refused).toBeGreaterThan(80);
  });
  test("what is no list, and members that an edit does not have", () => {
    const point = { type: "Point", coordinates: [104.065, 30.665] };
    const properties = { edit: "addFacility", id: "new", categories: "pharmacy" };
    const feature = (more: object) => ({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties, geometry: point, ...more }],
    });
    const rows: readonly (readonly [boolean, unknown])[] = [
      [true, []],
      [true, feature({})],
      [true, feature({ bbox: [1, 2, 3, 4] })],
      [false, null],
      [false, "edits"],
      [false, {}],
      [false, { type: "FeatureCollection" }],
      [false, [null]],
      [false, [[]]],
      [false, [{ edit: "closeFacility", id: "shop", why: "no rent" }]],
      [false, [{ edit: "constructor", id: "shop" }]],
      [false, feature({ type: "feature" })],
      [false, feature({ geometry: { type: "MultiPoint", coordinates: [[104.065, 30.665]] } })],
      [false, feature({ geometry: { type: "Polygon", coordinates: [104.065, 30.665] } })],
      [false, feature({ geometry: null, properties: { ...properties, location: [104.065, 30.665] } })],
      [false, feature({ properties: { ...properties, why: "no rent" } })],
      [
        false,
        feature({
          geometry: {
            type: "LineString",
            coordinates: [
              [104.065, 30.665],
              [104.066, 30.666],
            ],
          },
        }),
      ],
      [false, { type: "FeatureCollection", features: [{ edit: "closeFacility", id: "shop" }] }],
    ];
    for (const [expected, edits] of rows)
      expect([edits, isTaken(edits), validate(edits)]).toEqual([edits, expected, expected]);
  });
});
