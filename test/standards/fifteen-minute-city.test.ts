import { describe, expect, test } from "vitest";
import { buildClassifier } from "../../src/facilities/classify.js";
import type { FacilityRecord } from "../../src/model/facts.js";
import { toSourceText } from "../../src/report/sentences.js";
import { fifteenMinuteCity } from "../../src/standards/fifteen-minute-city.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { validateStandard } from "../../src/standards/validate-standard.js";

const { circles, categories, requirements, scoring, grades, country } = fifteenMinuteCity;
const GROUPS = {
  supplies: ["fresh_food", "convenience_shop", "other_shops"],
  care: ["pharmacy", "doctor"],
  learning: ["childcare", "school"],
  enjoyment: ["eating", "culture", "open_space", "playground", "exercise"],
  services: ["bank_post", "personal_service", "civic"],
  moving: ["bus_tram", "rail_ferry"],
};

describe("the fifteen-minute city", () => {
  test("is a valid standard, the second that is built in, made for no country and without grades", () => {
    expect(() => validateStandard(fifteenMinuteCity)).not.toThrow();
    expect(STANDARDS.slice(0, 2).map(({ id }) => id)).toEqual(["chengdu-four-circles", "fifteen-minute-city"]);
    expect([country, grades]).toEqual([undefined, undefined]);
  });
  test("has six groups and seventeen lines, each of a category of its own", () => {
    const found = circles.map(({ id }) => [id, requirements.filter((one) => one.circle === id).map((one) => one.id)]);
    expect(Object.fromEntries(found)).toEqual(GROUPS);
    expect(requirements.map(({ category }) => category)).toEqual(categories.map(({ id }) => id));
  });
  test("counts sixteen lines alike; rail and ferries are shown, and stand in for the bus", () => {
    expect(scoring?.weights).toEqual({ mandatory: 1, optional: 1, label: 0 });
    expect(requirements.filter(({ necessity }) => necessity !== "mandatory").map(({ id }) => id)).toEqual([
      "rail_ferry",
    ]);
    const bus = requirements.find(({ id }) => id === "bus_tram");
    expect(bus).toMatchObject({
      threshold: { network: 500 },
      orElse: [{ category: "rail_ferry", threshold: { network: 1000 } }],
    });
  });
  test("asks for fifteen minutes; for open space and transit for metres along the streets", () => {
    const inMeters = requirements.filter(({ threshold }) => threshold.time === undefined);
    expect(inMeters.map(({ id, threshold }) => [id, threshold.network])).toEqual([
      ["open_space", 400],
      ["bus_tram", 500],
      ["rail_ferry", 1000],
    ]);
    for (const { threshold } of requirements) expect(threshold.time ?? 900).toBe(900);
  });
  test("says of every line what it rests on, and claims no print", () => {
    for (const { id, basis, source } of requirements) {
      expect([id, Object.values(basis).includes("print")]).toEqual([id, false]);
      expect([id, basis.necessity]).toEqual([id, "ours"]);
      expect(toSourceText(source, "zh")).toMatch(/\p{Script=Han}/u);
      expect(toSourceText(source, "en")).not.toMatch(/\p{Script=Han}/u);
    }
  });
  test("has labels of its own for every category and circle, in both languages", () => {
    for (const locale of ["zh", "en"] as const) {
      const labels = categories.map(({ label }) => label[locale].toLowerCase());
      expect(new Set(labels).size).toBe(labels.length);
      expect(new Set(circles.map(({ label }) => label[locale])).size).toBe(6);
    }
  });
});

describe("its categories are told by OpenStreetMap tags alone", () => {
  const classify = buildClassifier(categories);
  const categoriesOf = (tags: Readonly<Record<string, unknown>>) =>
    classify({
      id: "1",
      name: null,
      location: [0, 0],
      entrances: [],
      outline: [],
      isArea: false,
      areaSquareMeters: null,
      tags,
    } as FacilityRecord).categories;
  test.each([
    [{ shop: "bakery" }, ["fresh_food"]],
    [{ amenity: "marketplace" }, ["fresh_food"]],
    [{ shop: "kiosk" }, ["convenience_shop"]],
    [{ shop: "department_store" }, ["other_shops"]],
    [{ amenity: "dentist" }, ["doctor"]],
    [{ amenity: "school" }, ["school"]],
    [{ amenity: "kindergarten" }, ["childcare"]],
    [{ amenity: "pub" }, ["eating"]],
    [{ amenity: "library" }, ["culture"]],
    [{ tourism: "museum" }, ["culture"]],
    [{ leisure: "park" }, ["open_space"]],
    [{ natural: "beach" }, ["open_space"]],
    [{ leisure: "playground" }, ["playground"]],
    [{ leisure: "swimming_pool" }, ["exercise"]],
    [{ amenity: "atm" }, ["bank_post"]],
    [{ shop: "hairdresser" }, ["personal_service"]],
    [{ office: "government" }, ["civic"]],
    [{ highway: "bus_stop" }, ["bus_tram"]],
    [{ railway: "tram_stop" }, ["bus_tram"]],
    [{ route_types: "3" }, ["bus_tram"]],
    [{ railway: "halt" }, ["rail_ferry"]],
    [{ route_types: "1" }, ["rail_ferry"]],
    [{ amenity: "ferry_terminal" }, ["rail_ferry"]],
    [{ category: "fresh_food" }, ["fresh_food"]],
    [{ category: "学校" }, ["school"]],
    [{ amenity: "bench" }, []],
  ])("%j", (tags, expected) => {
    expect(categoriesOf(tags)).toEqual(expected);
  });
  test("every one has tags that suffice", () => {
    for (const { id, osmTags } of categories) expect([id, osmTags.length > 0]).toEqual([id, true]);
  });
});
