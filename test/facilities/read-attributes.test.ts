import { describe, expect, test } from "vitest";
import { readAttributes } from "../../src/facilities/read-attributes.js";
import { loadCity, prepareCity, saveCity } from "../../src/index.js";
import { pointFeature } from "../support/desert-grid.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";

describe("how large a place is", () => {
  test.each<[unknown, number]>([
    [120, 120],
    [0, 0],
    [12.5, 12.5],
    ["120", 120],
    [" 120 ", 120],
    ["1,234", 1234],
    ["1,234,567.5", 1234567.5],
    ["1 234", 1234],
    ["1\u00a0234", 1234], // a space that does not break
    ["1'234", 1234],
    ["12,5", 12.5],
    ["120 beds", 120],
    ["120Beds", 120],
    ["120张", 120],
    ["１２０张床位", 120], // full width
    ["1,234 people", 1234],
  ])("is read from a count written as %j", (given, count) => {
    expect(readAttributes({ capacity: given, beds: given })).toEqual({ capacity: count, beds: count });
  });
  test.each<[unknown, number]>([
    [350, 350],
    ["350", 350],
    ["350 m²", 350],
    ["350㎡", 350],
    ["1,200.5 sq m", 1200.5],
    ["1.5 ha", 15_000],
    ["2 公顷", 20_000],
    ["0.25 km²", 250_000],
    ["3亩", 2000],
    ["100 ft²", 9.290304],
  ])("is read from an area written as %j, in square metres", (given, squareMeters) => {
    expect(readAttributes({ area: given }).area).toBeCloseTo(squareMeters, 9);
  });
  const unclear = "yes|about 50|20-30|50+|~50|-5|| |1.234,5|12,345,67|1e3|Infinity|50%|5 k|2;3".split("|");
  test.each(unclear)('is not told by the text "%s"', (given) => {
    expect(readAttributes({ capacity: given, area: given })).toEqual({});
  });
  test("is not told by what is no number of things", () => {
    for (const given of [-1, Number.NaN, Infinity, null, undefined, true, [5], { value: 5 }, 5n])
      expect(readAttributes({ capacity: given, area: given }), String(given)).toEqual({});
  });
  test("is not told where the unit is another: a count of square metres, an area in beds", () => {
    expect(readAttributes({ capacity: "50 m²", area: "50 beds" })).toEqual({});
  });
  test("keeps the names of tags, and no tag that counts nothing", () => {
    const tags = {
      ...{ "capacity:beds": "80", "building:levels": 3, "staff_count:doctors": "12", floor_area: "4,000 m2" },
      ...{ amenity: "hospital", "addr:postcode": "610000", ref: 17, height: 12, osm_id: 5 },
    };
    expect(readAttributes(tags)).toEqual({
      ...{ "capacity:beds": 80, "building:levels": 3, "staff_count:doctors": 12, floor_area: 4000 },
    });
  });
});

test("facilities keep the numbers of their tags, in a saved city too", () => {
  const input = toTownInput(randomTown(4), 4);
  const [lon, lat] = randomTown(4).at(50, 50);
  const clinic = pointFeature([lon, lat], { id: "clinic", category: "shop", tags: { beds: "1,200 beds", levels: 5 } });
  const city = prepareCity(
    { ...input, facilities: { ...input.facilities, features: [...input.facilities.features, clinic] } },
    { standard: standardOf([{ category: "shop", threshold: { time: 300 } }]) },
  );
  const attributesOf = ({ facilities }: typeof city) => facilities.map(({ id, attributes }) => [id, attributes]);
  expect(attributesOf(city)).toContainEqual(["clinic", { beds: 1200 }]);
  expect(attributesOf(city).filter(([, attributes]) => Object.keys(attributes as object).length > 0)).toHaveLength(1);
  expect(attributesOf(loadCity(saveCity(city)))).toEqual(attributesOf(city));
});
