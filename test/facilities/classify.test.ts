import { describe, expect, test } from "vitest";
import { buildClassifier } from "../../src/facilities/classify.js";
import type { FacilityRecord } from "../../src/model/facts.js";
import type { Category } from "../../src/model/standard.js";
import { categories } from "../../src/standards/categories.js";

const strict = buildClassifier(categories);
const loose = buildClassifier(categories, { loose: true });

function record(tags: Record<string, unknown>, name: string | null = null, area: number | null = null): FacilityRecord {
  return {
    id: "1",
    name,
    location: [104, 30],
    entrances: [],
    outline: [],
    isArea: area !== null,
    areaSquareMeters: area,
    tags,
  };
}
const categoriesOf = (tags: Record<string, unknown>, name: string | null = null, area: number | null = null) =>
  strict(record(tags, name, area)).categories;

describe("a category property", () => {
  test("wins over tags", () => {
    expect(strict(record({ category: "pharmacy", shop: "supermarket" }))).toEqual({
      categories: ["pharmacy"],
      why: "category",
      about: "category=pharmacy",
    });
  });
  test("may be an id, a Chinese label or an English label, in any case, with spaces around it", () => {
    for (const category of ["primary_school", " Primary_School ", "小学", "primary school"]) {
      expect(categoriesOf({ category })).toEqual(["primary_school"]);
    }
  });
  test("may be one part of a label with a slash", () => {
    expect(categoriesOf({ category: "菜市场" })).toEqual(["fresh_market"]);
  });
  test("may be a list, written with semicolons or as an array", () => {
    expect(categoriesOf({ category: "pharmacy; bank" })).toEqual(["pharmacy", "bank"]);
    expect(categoriesOf({ category: ["银行网点", "药店"] })).toEqual(["pharmacy", "bank"]);
  });
  test("may have another name", () => {
    expect(strict(record({ kind: "bank", category: "pharmacy" }), "kind").categories).toEqual(["bank"]);
  });
  test("is not held to area limits", () => {
    expect(categoriesOf({ category: "park" }, null, 10)).toEqual(["park"]);
  });
  test("with an unknown value is told, unless the tags help", () => {
    expect(strict(record({ category: "casino" }))).toEqual({
      categories: [],
      why: "unknown",
      about: "category=casino",
    });
    expect(categoriesOf({ category: "shop", shop: "supermarket" })).toEqual(["supermarket"]);
  });
  test.each(["__proto__", "constructor", "toString"])("named %s is data like any other", (category) => {
    expect(strict(record({ category }))).toEqual({
      categories: [],
      why: "unknown",
      about: `category=${category.toLowerCase()}`,
    });
  });
});

describe("OSM tags", () => {
  test("a library serves every category that lists it, in the table's order", () => {
    expect(strict(record({ amenity: "library" }))).toEqual({
      categories: ["cultural_center", "cultural_station"],
      why: "tags",
      about: "amenity=library",
    });
  });
  test("a list of values counts for each", () => {
    expect(categoriesOf({ shop: "laundry;hairdresser" })).toEqual(["laundry", "hairdresser"]);
  });
  test("tags joined by & must all hold", () => {
    expect(categoriesOf({ public_transport: "platform", bus: "yes" })).toEqual(["bus_stop"]);
    expect(categoriesOf({ public_transport: "platform", bus: true })).toEqual(["bus_stop"]);
    expect(categoriesOf({ public_transport: "platform", tram: "yes" })).toEqual([]);
    expect(categoriesOf({ amenity: "social_facility", social_facility: "nursing_home" })).toEqual([
      "elderly_care_home",
    ]);
    expect(categoriesOf({ amenity: "social_facility", social_facility: "food_bank" })).toEqual([]);
  });
  test("the level of a school may be a number or a list", () => {
    expect(categoriesOf({ amenity: "school", "isced:level": 1 })).toEqual(["primary_school"]);
    expect(categoriesOf({ amenity: "school", "isced:level": "1;2" })).toEqual(["primary_school", "middle_school"]);
  });
  test("a school of no known level is ambiguous, and in the loose reading everything it may be", () => {
    const school = record({ amenity: "school" }, "树德实验学校");
    expect(strict(school)).toEqual({ categories: [], why: "ambiguous", about: "amenity=school" });
    expect(loose(school)).toEqual({
      categories: ["primary_school", "middle_school"],
      why: "tags",
      about: "amenity=school",
    });
  });
  test.each([
    ["泡桐树小学", ["primary_school"]],
    ["成都市第七中学初中学校", ["middle_school"]],
    ["某某九年一贯制学校", ["primary_school", "middle_school"]],
    ["第七中学附属小学", ["primary_school"]],
    ["Oak Elementary School", ["primary_school"]],
    ["Oak Junior High School", ["middle_school"]],
  ])("the name tells the level of a school: %s", (name, expected) => {
    const { categories: found, why } = strict(record({ amenity: "school" }, name));
    expect(found).toEqual(expected);
    expect(why).toBe("keyword");
  });
  test("a senior high school is neither primary nor middle school, not even in the loose reading", () => {
    const school = record({ amenity: "school" }, "成都市某某高级中学");
    expect(strict(school)).toEqual({ categories: [], why: "unknown", about: "amenity=school" });
    expect(loose(school).categories).toEqual([]);
  });
  test("the keyword may stand in another language's name", () => {
    expect(categoriesOf({ amenity: "school", "name:zh": "龙江路小学" }, "Longjianglu")).toEqual(["primary_school"]);
  });
  test("a keyword without a tag that goes with it says nothing", () => {
    expect(strict(record({ amenity: "parking" }, "泡桐树小学"))).toEqual({
      categories: [],
      why: "unknown",
      about: "amenity=parking",
    });
  });
  test("a hospital is a community health center only by its name", () => {
    expect(categoriesOf({ amenity: "hospital" }, "玉林社区卫生服务中心")).toEqual(["community_health_center"]);
    expect(strict(record({ amenity: "hospital" }, "华西医院")).why).toBe("ambiguous");
    expect(loose(record({ amenity: "hospital" }, "华西医院")).categories).toEqual(["community_health_center"]);
  });
  test("a clinic with the name of a community health station is that, and no clinic", () => {
    expect(categoriesOf({ amenity: "clinic" })).toEqual(["health_service"]);
    expect(categoriesOf({ amenity: "clinic" }, "玉林社区卫生服务站")).toEqual(["community_health_station"]);
  });
  test("an animal hospital is no clinic, not even in the loose reading", () => {
    expect(categoriesOf({ amenity: "clinic" }, "安安宠物医院")).toEqual([]);
    expect(loose(record({ amenity: "clinic" }, "安安宠物医院")).categories).toEqual([]);
  });
  test("an office for pension insurance is no home for the elderly", () => {
    expect(categoriesOf({ typecode: "130701" }, "社会养老保险服务中心（养老服务）")).toEqual([]);
  });
  test("a greenway goes by its name; other paths are not ambiguous but unknown, also in the loose reading", () => {
    expect(categoriesOf({ highway: "cycleway" }, "锦江绿道")).toEqual(["greenway"]);
    expect(strict(record({ highway: "path" }))).toEqual({ categories: [], why: "unknown", about: "highway=path" });
    expect(loose(record({ highway: "path" })).categories).toEqual([]);
  });
  test("places out of use are closed", () => {
    expect(strict(record({ amenity: "pharmacy", disused: "yes" }))).toEqual({
      categories: [],
      why: "closed",
      about: "disused=yes",
    });
    expect(categoriesOf({ amenity: "pharmacy", abandoned: "yes" })).toEqual([]);
    expect(categoriesOf({ "disused:amenity": "pharmacy" })).toEqual([]);
    expect(categoriesOf({ amenity: "pharmacy", disused: "no" })).toEqual(["pharmacy"]);
  });
  test("inherited names are not tags", () => {
    const odd: Category = {
      ...categories[0],
      id: "odd",
      osmTags: ["constructor=yes", "__proto__=yes", "toString=yes"],
    };
    const classify = buildClassifier([odd]);
    expect(classify(record({ shop: "constructor" })).categories).toEqual([]);
    expect(classify(record(JSON.parse('{"__proto__":"yes"}'))).categories).toEqual(["odd"]);
    expect(classify(record({ constructor: "yes" })).categories).toEqual(["odd"]);
    expect(classify(record({})).categories).toEqual([]);
  });
  test("an unknown place is told by its most telling tag, shortened", () => {
    expect(strict(record({ building: "yes", amenity: "bench" })).about).toBe("amenity=bench");
    expect(strict(record({})).about).toBe("no tags");
    const { about } = strict(record({ amenity: "𠮷".repeat(100) }));
    expect([...about].length).toBe(60);
    expect(() => encodeURIComponent(about)).not.toThrow(); // no half of a character
  });
});

describe("sizes of parks", () => {
  test.each([
    [null, ["pocket_park"]],
    [1999, []],
    [2000, ["pocket_park"]],
    [4999, ["pocket_park"]],
    [5000, ["pocket_park"]],
    [9999, ["pocket_park"]],
    [10_000, ["park"]],
    [80000, ["park"]],
  ])("a park of %s m²", (area, expected) => {
    expect(categoriesOf({ leisure: "park" }, null, area)).toEqual(expected);
  });
  test("a park that is too small is told as such", () => {
    expect(strict(record({ leisure: "park" }, null, 300))).toEqual({
      categories: [],
      why: "unknown",
      about: "leisure=park (too small or too large)",
    });
  });
  test("an Amap park is a point of unknown size", () => {
    expect(categoriesOf({ typecode: "110101" }, "人民公园")).toEqual(["pocket_park"]);
  });
});

describe("Geofabrik's fclass", () => {
  test.each([
    ["supermarket", ["supermarket"]],
    ["Pharmacy", ["pharmacy"]],
    ["market_place", ["fresh_market"]],
    ["toilet", ["public_toilet"]],
    ["bookshop", ["culture_leisure", "bookstore"]],
    ["beauty_shop", ["hairdresser"]],
    ["railway_station", ["rail_station"]],
    ["__proto__", []],
  ])("%s", (fclass, expected) => {
    expect(categoriesOf({ fclass })).toEqual(expected);
  });
  test("a school needs its name here too", () => {
    expect(categoriesOf({ fclass: "school" }, "龙江路小学")).toEqual(["primary_school"]);
    expect(strict(record({ fclass: "school" }))).toEqual({ categories: [], why: "ambiguous", about: "fclass=school" });
  });
  test("a value of a tag that needs a second one is not enough", () => {
    expect(categoriesOf({ fclass: "social_facility" })).toEqual([]);
    expect(categoriesOf({ fclass: "yes" })).toEqual([]);
  });
});

describe("Amap codes", () => {
  test.each([
    ["141204", "幼儿园", ["kindergarten"]],
    ["141203", "泡桐树小学", ["primary_school"]],
    ["141202", "石室联合中学", ["middle_school"]],
    ["060402", "沃尔玛", ["supermarket"]], // a brand under 0604
    ["060200", "红旗连锁", ["convenience_store"]],
    ["090601", "海王星辰", ["pharmacy"]],
    ["150700", "玉林小学(公交站)", ["bus_stop"]],
    ["150501", "骡马市地铁站A口", ["rail_station"]],
    ["080110", "某游泳馆", ["fitness_venue"]],
    ["080111", "某健身", ["fitness_venue", "gym"]],
    ["090701", "安安宠物医院", ["pet_service"]],
    ["061205", "新华书店", ["culture_leisure", "bookstore"]],
    ["200301", "公共厕所", ["public_toilet"]],
  ])("%s (%s) is what the table says", (typecode, name, expected) => {
    const found = strict(record({ typecode }, name));
    expect(found.categories).toEqual(expected);
    expect(found.why).toBe("amap");
    expect(found.about).toBe(`typecode=${typecode}`);
  });
  test.each([
    ["060500", "花鸟鱼虫市场"],
    ["060502", "锦江超市"], // its name does not help: the code is known to be another thing
    ["060603", "家居超市"],
    ["141201", "四川大学附属小学"],
    ["141206", "小学内部设施"],
    ["090500", "疾控中心（社区卫生服务中心）"],
    ["090201", "某某诊所"],
    ["110106", "人民公园"],
    ["070501", "邮政快递"],
    ["080102", "球馆"],
    ["060411", "某店"],
    ["100105", "城市驿站"],
  ])("%s (%s) is a trap and counts for nothing", (typecode, name) => {
    const found = loose(record({ typecode }, name));
    expect(found.categories).toEqual([]);
    expect(found.why).toBe("unknown");
  });
  test("a row that names an excluded code gets it all the same", () => {
    const university: Category = { ...categories[0], id: "university", amapCodes: ["141201"] };
    expect(buildClassifier([university])(record({ typecode: "141201" })).categories).toEqual(["university"]);
  });
  test("a senior high school is no middle school", () => {
    expect(categoriesOf({ typecode: "141202" }, "成都市某某高级中学")).toEqual([]);
  });
  test("broad codes need a keyword, in the name or in the text type", () => {
    expect(categoriesOf({ typecode: "090100" }, "玉林社区卫生服务中心")).toEqual(["community_health_center"]);
    expect(categoriesOf({ typecode: "090102", type: "医疗保健服务;综合医院;卫生院" }, "双流黄水")).toEqual([
      "community_health_center",
    ]);
    expect(strict(record({ typecode: "090100" }, "华西医院"))).toEqual({
      categories: [],
      why: "ambiguous",
      about: "typecode=090100",
    });
    expect(loose(record({ typecode: "090100" }, "华西医院")).why).toBe("amap");
    expect(categoriesOf({ typecode: "130501" }, "玉林派出所")).toEqual(["police_station"]);
  });
  test("what Amap has no code for goes by its name", () => {
    expect(categoriesOf({ typecode: "070000" }, "玉林社区日间照料中心")).toEqual(["elderly_day_care"]);
    expect(categoriesOf({ typecode: "120304" }, "芳草社区养老服务站")).toEqual(["elderly_day_care"]);
    expect(categoriesOf({ typecode: "050100" }, "芳草社区食堂")).toEqual(["community_canteen", "specialty_food"]);
    expect(categoriesOf({ typecode: "170200" }, "某某家政公司")).toEqual(["housekeeping"]);
  });
  test("a general code of the same class leaves it to the name", () => {
    expect(categoriesOf({ typecode: "070000" }, "菜鸟驿站")).toEqual(["parcel_post"]);
    expect(categoriesOf({ typecode: "141200" }, "龙江路小学")).toEqual(["primary_school"]);
  });
  test("what stands beside a school is no school", () => {
    for (const typecode of ["150904", "190000", "120302", "170200", "991000"]) {
      expect(categoriesOf({ typecode }, "泡桐树小学")).toEqual([]);
    }
    expect(categoriesOf({ typecode: "050301" }, "小学门口快餐")).toEqual(["breakfast"]);
    expect(categoriesOf({ typecode: "150904" }, "地铁站停车场")).toEqual([]);
  });
  test("several codes count for each", () => {
    expect(categoriesOf({ typecode: "060200|141201|090600" })).toEqual(["convenience_store", "pharmacy"]);
  });
  test("a code that lost its zero in a spreadsheet is read as meant", () => {
    expect(categoriesOf({ typecode: 60402 })).toEqual(["supermarket"]);
    expect(categoriesOf({ typecode: "90601" })).toEqual(["pharmacy"]);
  });
  test("an empty list, as Amap writes for nothing, is nothing", () => {
    expect(strict(record({ typecode: [], type: [] })).about).toBe("no tags");
  });
});

describe("text types", () => {
  test.each([
    ["科教文化服务;学校;小学", "第七中学附属小学", ["primary_school"]],
    ["医疗保健服务;医药保健销售店;药房", "某店", ["pharmacy"]],
    ["购物服务;超级市场;家乐福", "家乐福", ["supermarket"]],
    ["体育休闲服务;运动场馆;健身中心", "某某健身", ["fitness_venue", "gym"]],
    ["交通设施服务;公交车站;公交车站相关", "玉林小学(公交站)", ["bus_stop"]],
    ["医疗保健服务;综合医院;综合医院", "玉林社区卫生服务中心", ["community_health_center"]],
    ["医疗保健服务;诊所;诊所", "玉林社区卫生服务站", ["community_health_station"]],
    ["生活服务;生活服务场所;生活服务场所", "玉林日间照料中心", ["elderly_day_care"]],
    ["商务住宅;住宅区;住宅小区", "泡桐树小学宿舍", []],
    ["住宿服务;旅馆招待所;青年旅舍", "城市驿站", []],
    ["教育培训;小学", "泡桐树小学", ["primary_school"]], // Baidu
    ["小学", null, ["primary_school"]],
    ["multipolygon", "泡桐树小学", []],
  ])("%s (%s)", (type, name, expected) => {
    expect(categoriesOf({ type }, name)).toEqual(expected);
  });
  test("the name of a whole class tells no category", () => {
    const classes =
      "汽车服务 汽车维修 餐饮服务 购物服务 生活服务 体育休闲服务 医疗保健服务 住宿服务 风景名胜 商务住宅".split(" ");
    classes.push(..."政府机构及社会团体 科教文化服务 交通设施服务 金融保险服务 公司企业 公共设施".split(" "));
    for (const type of classes) expect([type, categoriesOf({ type })]).toEqual([type, []]);
  });
});

test("the same record gets the same answer again, frozen or not", () => {
  const school = record(Object.freeze({ amenity: "school", category: Object.freeze(["小学"]) }), "树德");
  expect(strict(Object.freeze(school))).toEqual(strict(school));
});

describe("lists made from timetables", () => {
  test("a GTFS stop is what the routes that serve it are", () => {
    expect(categoriesOf({ stop_id: "4220", route_types: [3] })).toEqual(["bus_stop"]);
    expect(categoriesOf({ stop_id: "101N", route_types: [1] })).toEqual(["rail_station"]);
    expect(categoriesOf({ stop_id: "7", route_types: [3, 4] })).toEqual(["bus_stop", "ferry"]);
  });
  test("a stop that no route serves is none", () => {
    expect(categoriesOf({ stop_id: "101", route_types: [] })).toEqual([]);
  });
});
