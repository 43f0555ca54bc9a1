import { describe, expect, test } from "vitest";
import { buildClassifier } from "../../src/facilities/classify.js";
import { findNearest, prepareCity } from "../../src/index.js";
import { readCsv, readFacilities } from "../../src/read/index.js";
import { categories } from "../../src/standards/categories.js";

const classify = buildClassifier(categories);

/** What the rows of a table are, by the words in a column. */
function kindsOf(column: string, values: readonly string[], more = ""): (readonly string[])[] {
  const rows = values.map((value, i) => `p${i},"某某${more}","${value}",${104 + i / 1000},30.66`);
  const { rows: records } = readFacilities(readCsv([`id,名称,${column},lon,lat`, ...rows].join("\n")));
  return records.map((record) => classify(record).categories);
}

describe("plain words in a column of kinds", () => {
  const CHINESE: readonly (readonly [string, string])[] = [
    ["药店", "pharmacy"],
    ["药房", "pharmacy"],
    ["超市", "supermarket"],
    ["小学", "primary_school"],
    ["幼儿园", "kindergarten"],
    ["菜市场", "fresh_market"],
    ["公园", "pocket_park"],
    ["公厕", "public_toilet"],
    ["公交站", "bus_stop"],
    ["银行", "bank"],
  ];
  test.each([
    "type",
    "类型",
    "类别",
    "分类",
    "设施类型",
    "小类",
    "POI类型",
  ])("are read in Chinese under %s", (column) => {
    const found = kindsOf(
      column,
      CHINESE.map(([word]) => word),
    );
    for (const [i, [word, category]] of CHINESE.entries()) expect(found[i], word).toContain(category);
  });
  const ENGLISH: readonly (readonly [string, string])[] = [
    ["Pharmacy", "pharmacy"],
    ["pharmacies", "pharmacy"],
    ["Supermarket", "supermarket"],
    ["Primary School", "primary_school"],
    ["primary schools", "primary_school"],
    ["kindergarten", "kindergarten"],
    ["bus stop", "bus_stop"],
    ["BANK", "bank"],
    ["Parks", "pocket_park"],
    ["public toilets", "public_toilet"],
  ];
  test.each([
    "type",
    "Type",
    "kind",
    "CLASS",
    "facility_type",
    "category",
  ])("are read in English under %s", (column) => {
    const found = kindsOf(
      column,
      ENGLISH.map(([word]) => word),
    );
    for (const [i, [word, category]] of ENGLISH.entries()) expect(found[i], word).toContain(category);
  });
  test("may be several, or a path of which the last part that says anything counts", () => {
    expect(kindsOf("类型", ["药店/超市", "购物;超市", "设施>医疗>药店", "药店;其他"])).toEqual([
      ["supermarket", "pharmacy"].sort((a, b) => indexOf(a) - indexOf(b)),
      ["supermarket"],
      ["pharmacy"],
      ["pharmacy"],
    ]);
  });
  test("tell by which column they decided", () => {
    const of = (tags: Record<string, unknown>) => {
      const [record] = readFacilities({
        type: "FeatureCollection",
        features: [{ type: "Feature", properties: tags, geometry: { type: "Point", coordinates: [104, 30] } }],
      }).rows;
      if (record === undefined) throw new Error("no record");
      return classify(record);
    };
    expect(of({ 类型: "药店" })).toEqual({ categories: ["pharmacy"], why: "amap", about: "类型=药店" });
    expect(of({ type: "pharmacies" })).toMatchObject({ categories: ["pharmacy"], about: "type=pharmacies" });
    expect(of({ type: "park" }).categories).toEqual(of({ leisure: "park" }).categories);
    // too broad alone: the name helps, as with tags
    expect(of({ type: "school" })).toMatchObject({ categories: [], why: "ambiguous", about: "type=school" });
    expect(of({ type: "school", name: "某某小学" }).categories).toEqual(["primary_school"]);
    // what nobody knows, and what is no kind
    expect(of({ 类型: "殡仪馆" }).categories).toEqual([]);
    expect(of({ type: "multipolygon" }).categories).toEqual([]);
    expect(of({ building: "yes", type: "bank" }).categories).toEqual([]);
    expect(of({ amenity: "bench", type: "pharmacy" }).categories).toEqual([]);
    expect(of({ amenity: "bank", 类型: "药店" }).categories).toEqual(["bank"]);
    expect(of({ typecode: "090601", 类型: "超市" }).categories).toEqual(["pharmacy"]);
    expect(of({ category: "bank", type: "pharmacy" }).categories).toEqual(["bank"]);
  });
});

const indexOf = (id: string) => categories.findIndex((category) => category.id === id);

test("a table of plain words gives facilities that are found", () => {
  const table = "名称,类型,经度,纬度\n益民,药店,104.001,30.66\n家家,超市,104.002,30.66\n实验,小学,104.003,30.66\n";
  const ring = [
    [104, 30.65],
    [104.01, 30.65],
    [104.01, 30.67],
    [104, 30.67],
    [104, 30.65],
  ];
  const city = prepareCity({
    neighborhoods: {
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { id: "a" }, geometry: { type: "Polygon", coordinates: [ring] } }],
    },
    facilities: readCsv(table),
  });
  for (const category of ["pharmacy", "supermarket", "primary_school"])
    expect(findNearest(city, { location: [104.001, 30.66] }, { categories: [category] })[0], category).toBeDefined();
});
