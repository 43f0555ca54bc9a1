import { describe, expect, test } from "vitest";
import { readCollectionSource } from "../../src/read/collection-source.js";

const FEATURES = [
  { type: "Feature", properties: { attribution: "of one feature", list: [1, 2], date: "1999" }, geometry: null },
];
const read = (members: object | string) =>
  readCollectionSource(new TextEncoder().encode(typeof members === "string" ? members : JSON.stringify(members)));
const before = (members: object) => ({ type: "FeatureCollection", ...members, features: FEATURES });
const behind = (members: object) => ({ type: "FeatureCollection", features: FEATURES, ...members });

describe.each([
  ["before", before],
  ["behind", behind],
] as const)("members that stand %s the features", (_, collection) => {
  test.each([
    [{ attribution: "© A" }, { attribution: "© A" }],
    [{ copyright: "© A", source: "B" }, { attribution: "© A" }],
    [{ source: "B", license: "CC BY 4.0" }, { attribution: "B, CC BY 4.0" }],
    [{ attribution: "© A, ODbL", licence: "ODbL" }, { attribution: "© A, ODbL" }],
    [{ licence: "CC0" }, { attribution: "CC0" }],
    [{ timestamp: "2024-05-06T07:08:09Z" }, { date: "2024-05-06" }],
    [{ date: "2024-05" }, { date: "2024-05" }],
    [
      { osm3s: { timestamp_osm_base: "2023-01-02T03:04:05Z", copyright: "The data is under ODbL." } },
      { attribution: "The data is under ODbL.", date: "2023-01-02" },
    ],
    [{ bbox: [1, 2, 3, 4], attribution: '锦城, "B"]' }, { attribution: '锦城, "B"]' }],
  ])("%j", (members, source) => {
    expect(read(collection(members))).toEqual(source);
  });

  test.each([
    ["no text", { attribution: 5, license: { name: "CC0" }, date: 20240506, osm3s: "x" }],
    ["a text of nothing", { attribution: "  " }],
    ["a text too long for one", { attribution: "a".repeat(501) }],
    ["no date", { date: "yesterday", timestamp: "6 May 2024" }],
  ])("%s says nothing", (_name, members) => {
    expect(read(collection(members))).toEqual({});
  });
});

test("what stands before the features goes before what stands behind", () => {
  expect(read('{"type":"FeatureCollection","source":"A","features":[],"source":"B"}')).toEqual({ attribution: "A" });
});

test.each([
  ["features alone", behind({})],
  ["one feature", { ...FEATURES[0], attribution: "© A" }],
  ["an array", [before({ attribution: "© A" })]],
  ["a type that comes later and is another", '{"attribution":"© A","type":"Topology"}'],
  ["text that is no JSON", "id,name\n1,]"],
  ["JSON cut off", '{"type":"FeatureCollection","features":[{"a":[1]'],
  ["nothing", ""],
])("nothing is known of %s", (_, text) => {
  expect(read(text)).toEqual({});
});

test("members far behind the last features are found, whatever the features hold", () => {
  const features = Array.from({ length: 2000 }, (_, i) => ({
    type: "Feature",
    properties: { note: `],"attribution":"not ${i}"`, tags: [{ a: [i] }, i] },
    geometry: {
      type: "LineString",
      coordinates: [
        [i, 1],
        [2, i],
      ],
    },
  }));
  expect(read({ type: "FeatureCollection", features, attribution: "© A" })).toEqual({ attribution: "© A" });
  expect(read({ type: "FeatureCollection", features })).toEqual({});
});
