import { describe, expect, test } from "vitest";
import { readFacilities } from "../../src/read/read-facilities.js";
import { readStreets } from "../../src/read/read-streets.js";
import { readTagContainer, readTagValue } from "../../src/read/tag-values.js";
import { codesOf, collection, diagnosticOf, feature } from "../support/geojson-samples.js";

const LINE = [
  [104.06, 30.66],
  [104.07, 30.66],
];
const streetsOf = (properties: object, asText: boolean) => {
  const layer = collection(feature("LineString", LINE, properties));
  return readStreets(asText ? JSON.stringify(layer) : layer);
};
const facilityOf = (properties: object) => readFacilities(feature("Point", [104.06, 30.66], properties));

describe("the value of a tag", () => {
  test.each<[unknown, unknown]>([
    ["footway", "footway"],
    ["private;customers", "private;customers"],
    [["motorway", "motorway_link"], "motorway;motorway_link"],
    ['["motorway","motorway_link"]', "motorway;motorway_link"],
    ["['motorway', 'motorway_link']", "motorway;motorway_link"],
    ["[ 'motorway' , \"motorway_link\" ]", "motorway;motorway_link"],
    ["('motorway', 'motorway_link')", "motorway;motorway_link"],
    ["('motorway',)", "motorway"],
    ["{'motorway', 'trunk'}", "motorway;trunk"],
    ["{motorway,motorway_link}", "motorway;motorway_link"],
    ["[motorway, motorway_link]", "motorway;motorway_link"],
    ["(2:motorway,motorway_link)", "motorway;motorway_link"],
    ["['motorway', None]", "motorway"],
    [["nan", "footway"], "footway"],
    [true, "yes"],
    [false, "no"],
    ["True", "yes"],
    ["False", "no"],
    [1, 1],
    ["none", "none"], // sidewalk=none
    ["no", "no"],
    ["(closed)", "(closed)"],
    ["[", "["],
  ])("%o is %o", (given, value) => {
    expect(readTagValue(given)).toBe(value);
  });
  test.each([
    [null],
    [undefined],
    [""],
    [" "],
    ["nan"],
    ["NaN"],
    ["None"],
    ["null"],
    ["NULL"],
    ["<NA>"],
    ["<Null>"],
  ])("%o is none", (given) => {
    expect(readTagValue(given)).toBeNull();
  });
  test.each([[Number.NaN], [[]], ["[]"], ["['nan']"], [[null]]])("%o is none either", (given) => {
    expect(readTagValue(given)).toBeNull();
  });
  test.each([[{ a: 1 }], [[{ a: 1 }]], [[["a"]]], [Infinity]])("%o cannot be read", (given) => {
    expect(readTagValue(given)).toBeUndefined();
  });
});

/** The same three tags, in every container there is. */
const CONTAINERS: readonly (readonly [string, object])[] = [
  ["properties", { highway: "path", foot: "no", shop: "books" }],
  ["an object", { tags: { highway: "path", foot: "no", shop: "books" } }],
  ["JSON", { tags: '{"highway": "path", "foot": "no", "shop": "books"}' }],
  ["a Python dict", { tags: "{'highway': 'path', 'foot': 'no', 'shop': 'books', 'ref': None, 'lit': True}" }],
  ["an hstore", { other_tags: '"highway"=>"path","foot"=>"no","shop"=>"books"' }],
  ["an hstore with spaces", { tags: '"highway"=>"path", "foot"=>"no", "shop"=>"books", "ref"=>NULL' }],
  ["an hstore without quotes", { hstore: "highway=>path, foot=>no, shop=>books" }],
  ["an hstore and properties", { highway: "path", other_tags: '"foot"=>"no","shop"=>"books","a\\"b"=>"c,\\"d=>"' }],
  ["JSON under other_tags", { highway: "path", other_tags: '{"foot":"no","shop":"books"}' }],
  [
    "pairs",
    {
      tags: [
        ["highway", "path"],
        ["foot", "no"],
        ["shop", "books"],
      ],
    },
  ],
  ["pairs in text", { tags: "[('highway', 'path'), ('foot', 'no'), ('shop', 'books')]" }],
  [
    "keys and values",
    {
      tags: [
        { k: "highway", v: "path" },
        { k: "foot", v: "no" },
        { key: "shop", value: "books" },
      ],
    },
  ],
  ["equations", { tags: ["highway=path", "foot=no", "shop=books"] }],
  ["equations in text", { tags: "highway=path;foot=no;shop=books" }],
  ["a map in text", { tags: "{highway=path, foot=no, shop=books}" }],
];

describe("tags", () => {
  test.each(CONTAINERS)("in %s are read of streets and of facilities alike", (_, properties) => {
    for (const asText of [false, true]) {
      const { streets, diagnostics } = streetsOf({ id: "a", ...properties }, asText);
      expect(streets.tagSets).toEqual([expect.objectContaining({ highway: "path", foot: "no", shop: "books" })]);
      expect(diagnostics).toEqual([]);
    }
    const reading = facilityOf({ id: "a", ...properties });
    expect(reading.rows[0]?.tags).toMatchObject({ highway: "path", foot: "no", shop: "books" });
    expect(reading.diagnostics).toEqual([]);
  });
  test.each([["nan"], ["None"], [""], ["{}"], [null], ["[]"], [{}], [[]]])("in %o there are none", (tags) => {
    for (const asText of [false, true]) {
      const { streets, diagnostics } = streetsOf({ id: "a", highway: "path", tags, other_tags: tags }, asText);
      expect(streets.tagSets).toEqual([{ highway: "path" }]);
      expect(diagnostics).toEqual([]);
    }
    expect(facilityOf({ id: "a", tags, other_tags: tags }).diagnostics).toEqual([]);
  });
  test.each([
    ["{'highway': "],
    ['"highway"=>"path'],
    ["path"],
    [7],
    [[1, 2]],
    ["highway=>"],
    [["path", "footway"]],
  ])("in %o cannot be read, and one remark says so", (tags) => {
    for (const asText of [false, true]) {
      const { streets, diagnostics } = streetsOf({ id: "a", foot: "no", tags }, asText);
      expect(streets.tagSets).toEqual([{ foot: "no" }]);
      expect(diagnostics).toMatchObject([{ code: "tags.unreadable", count: 1, sampleIds: ["a"] }]);
      expect(diagnostics[0]?.examples[0]).toMatch(/^tags: /);
    }
    expect(codesOf(facilityOf({ id: "a", tags }))).toEqual(["tags.unreadable"]);
  });
  test("that are objects are named", () => {
    const { diagnostics } = streetsOf({ id: "a", highway: { value: "path" } }, false);
    expect(diagnostics[0]?.examples).toEqual(["highway: an object with the keys value"]);
  });
  test("of a container go before properties, and nothing in it takes none away", () => {
    const properties = { id: "a", highway: "path", foot: "yes", tags: { highway: "steps", foot: null } };
    for (const asText of [false, true])
      expect(streetsOf(properties, asText).streets.tagSets).toEqual([{ highway: "steps", foot: "yes" }]);
  });
  test("that mean nothing leave no trace: a column of empty values is no barrier", () => {
    const nothing = { barrier: null, railway: "nan", waterway: "", "proposed:highway": null, foot: "None" };
    for (const asText of [false, true])
      expect(streetsOf({ id: "a", highway: "path", ...nothing }, asText).streets.tagSets).toEqual([
        { highway: "path" },
      ]);
  });
  test("of a life cycle are gathered by how their keys begin", () => {
    const properties = { id: "a", "proposed:name": "Greenway", "proposed:highway": "footway", "was:shop": "books" };
    for (const asText of [false, true])
      expect(streetsOf(properties, asText).streets.tagSets).toEqual([
        { "proposed:*": "highway=footway;name=Greenway", "was:*": "shop=books" },
      ]);
  });
  test("of a facility may be lists in text, but a name in brackets is a name", () => {
    const { rows } = facilityOf({ id: "a", amenity: "['pharmacy', 'clinic']", name: "[Books]", phone: "nan" });
    expect(rows[0]).toMatchObject({ name: "[Books]", tags: { amenity: ["pharmacy", "clinic"], phone: null } });
    expect(facilityOf({ tags: '{"name":"Corner shop","shop":"convenience"}' }).rows[0]?.name).toBe("Corner shop");
    expect(diagnosticOf(facilityOf({ id: "a", tags: { amenity: "bank" } }), "tags.unreadable")).toBeUndefined();
  });
  test("of hostile texts come to an end", () => {
    for (const text of [`{'${"\\".repeat(100_001)}`, `${'"a"=>'.repeat(20_000)}`, `['${"a', '".repeat(50_000)}`])
      expect(readTagContainer(text)).toBeUndefined();
  });
});

describe("features within features", () => {
  test.each(["properties", "attributes"])("have their tags in %s", (name) => {
    const own = { highway: "residential", foot: "no" };
    for (const asText of [true, false]) {
      const { streets } = streetsOf({ id: "w", [name]: own }, asText);
      expect(streets.tagSets).toEqual(streetsOf({ id: "w", ...own }, asText).streets.tagSets);
    }
    expect(facilityOf({ id: "f", [name]: { amenity: "pharmacy" } }).rows[0]).toMatchObject({
      tags: { amenity: "pharmacy" },
    });
  });
});
