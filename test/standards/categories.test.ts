import { describe, expect, test } from "vitest";
import { categories } from "../../src/standards/categories.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";

const PUBLIC_SERVICE = `kindergarten primary_school middle_school community_health_center community_health_station
  cultural_center cultural_station sports_ground community_service_center community_service_station elderly_care_home
  police_station park pocket_park public_toilet emergency_shelter`;
const PUBLIC_TRANSPORT = "bus_stop rail_station bus_terminal greenway bike_share ferry";
const LIFE_SERVICE = `elderly_day_care childcare community_canteen housekeeping health_service fitness_venue
  culture_leisure children_play after_school_care`;
const CONVENIENCE = `convenience_store supermarket fresh_market breakfast pharmacy laundry hairdresser repair parcel_post
  photo_print recycling_point bank cafe_tea bakery specialty_food gym bookstore pet_service car_wash mall cinema`;

const ids = categories.map(({ id }) => id);

describe("the table of categories", () => {
  test("has every row of the four circles", () => {
    expect(ids).toEqual([PUBLIC_SERVICE, PUBLIC_TRANSPORT, LIFE_SERVICE, CONVENIENCE].join(" ").split(/\s+/));
  });
  test("has ids and labels of its own for every row, so that a label names one category", () => {
    const labels = categories.flatMap(({ label }) =>
      [label.zh, label.en].flatMap((text) => text.toLowerCase().split("/")),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(labels).size).toBe(labels.length);
  });
  test("writes every list without empty parts and stray signs", () => {
    for (const category of categories) {
      for (const tag of [...category.osmTags, ...category.osmTagsWithKeyword]) {
        expect(tag).toMatch(/^[a-z_:]+=[a-z0-9_]+(&([a-z_:]+=([a-z0-9_]+|\*)|![a-z_:]+))*$/);
      }
      const { amapCodes, amapCodesWithKeyword, amapCodesExcept } = category;
      for (const code of [...amapCodes, ...amapCodesWithKeyword, ...amapCodesExcept]) {
        expect(code).toMatch(/^\d{2}(\d{2}){0,2}$/);
      }
      for (const word of [...category.keywords, ...category.keywordsExcept]) expect(word.length).toBeGreaterThan(1);
    }
  });
  test("gives keywords to every row that needs them", () => {
    for (const { id, osmTagsWithKeyword, amapCodesWithKeyword, keywords } of categories) {
      if (osmTagsWithKeyword.length + amapCodesWithKeyword.length > 0)
        expect([id, keywords.length]).not.toEqual([id, 0]);
    }
  });
  test("names only circles that the standard has", () => {
    const circles = new Set(chengduFourCircles.circles.map(({ id }) => id));
    for (const { alsoIn } of categories) for (const circle of alsoIn) expect(circles).toContain(circle);
  });
  test("writes out the tags joined by 'or'", () => {
    const home = categories.find(({ id }) => id === "elderly_care_home");
    expect(home?.osmTags).toEqual([
      "amenity=social_facility&social_facility=nursing_home",
      "amenity=social_facility&social_facility=group_home",
      "amenity=social_facility&social_facility=assisted_living",
      "amenity=nursing_home",
      "amenity=retirement_home",
    ]);
  });
});
